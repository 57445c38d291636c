import { z } from "zod";
import { inBothLanguages } from "./format.js";

/** legal.yaml: one of the pages that the law wants. */
export const legalEntry = z.strictObject({
  title: inBothLanguages.describe("The page's title."),
  sections: z
    .array(
      z.strictObject({
        title: inBothLanguages.describe("The section's heading."),
        text: inBothLanguages.describe(
          "Its text. Markdown: paragraphs, lists, **bold**, [links](https://...). A paragraph or list item with a value that office.yaml sets to null is left out.",
        ),
      }),
    )
    .min(1)
    .max(60)
    .describe("The page's sections, in this order."),
});

/** legal.yaml as a whole. */
export const legal = z.strictObject({
  privacy: legalEntry.nullish().describe("The privacy notice (Art. 13 GDPR), served at /privacy."),
  imprint: legalEntry.nullish().describe("The imprint (§ 5 DDG), served at /imprint."),
  accessibility: legalEntry.nullish().describe("The accessibility statement, served at /accessibility."),
});

export type LegalEntry = z.infer<typeof legalEntry>;
