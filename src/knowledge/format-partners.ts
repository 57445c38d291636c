import { z } from "zod";
import { id, inBothLanguages, isoDate, plain, plainInBoth, target, text } from "./format.js";
import { week } from "./format-office.js";
import type { PartnerKind } from "./model.js";

const KINDS = [
  "desk",
  "department",
  "authority",
  "chamber-of-commerce",
  "chamber-of-crafts",
  "employment-agency",
  "job-centre",
  "tax-office",
  "point-of-single-contact",
  "development-bank",
  "guarantee-bank",
  "start-up-centre",
  "university-transfer",
  "digitalisation-centre",
  "energy-agency",
] as const satisfies readonly PartnerKind[];

/** An entry of partners.yaml: a desk or department of the city, or a body outside. */
export const partnerEntry = z.strictObject({
  id: id.describe("The partner's id; {<id>.name} and {<id>.link} are its variables."),
  kind: z
    .enum(KINDS)
    .describe(
      "What it is. desk: a part of the office itself, open as the office is. department: another part of the city. All others are outside.",
    ),
  name: inBothLanguages.describe("Its name as guests should read it, without an article."),
  topics: z.array(id).nullish().describe("Ids of the topics of topics.yaml that it handles."),
  languages: z
    .array(z.enum(["de", "en"]))
    .min(1)
    .nullish()
    .describe("Languages in which it helps: [de, en]. Left out: German, the official language."),
  area: z
    .array(z.union([text, z.number()]))
    .min(1)
    .nullish()
    .describe('Postcodes for which it is responsible: ["12345", "12300-12399"]. Left out: everywhere.'),
  hours: week
    .nullish()
    .describe(
      "Opening hours of the week, as in office.yaml. Left out: not known; a desk then has those of the office.",
    ),
  values: z
    .record(z.string(), text.nullable())
    .nullish()
    .describe("Values for variables: link, phone, email, address ... null: not known."),
});

const listInBoth = z.strictObject({
  de: z.array(plain.max(200)).min(1).max(20).describe("German, at least one."),
  en: z.array(plain.max(200)).max(20).nullish().describe("English. Where it is missing, German is taken."),
});

/** An entry of seams.yaml: a procedure where administration, partners and businesses meet. */
export const seamEntry = z.strictObject({
  id: id.describe("The procedure's id; it stands in the log."),
  title: inBothLanguages.describe("What the procedure is called, as a noun: Gewerbeanmeldung."),
  names: listInBoth.describe("Words by which guests name it: Gewerbeschein, Nutzungsänderung ..."),
  intents: z
    .array(id)
    .min(1)
    .describe(
      "Ids of the intents it belongs to. Of several procedures of an intent, the usual one comes first.",
    ),
  department: id.describe("Id of the partner in partners.yaml who is responsible."),
  partners: z.array(id).nullish().describe("Ids of the partners who take part."),
  goesIn: listInBoth.describe("What the business brings or hands in."),
  comesOut: plainInBoth.describe("What the business gets in the end."),
  usualTime: plainInBoth
    .nullish()
    .describe(
      "How long it takes, as a sentence with its legal basis or its date. null: not stated. Never estimate it: guests plan by it.",
    ),
  source: z
    .array(
      z.strictObject({
        title: text.describe("Name of the law or page, such as § 15 GewO."),
        url: target.describe("Its address."),
      }),
    )
    .nullish()
    .describe("Where this comes from."),
  reviewedOn: isoDate.describe("The day on which somebody last compared this with its sources."),
  owner: text.describe("Which desk or person keeps this right."),
});

export type PartnerEntry = z.infer<typeof partnerEntry>;
export type SeamEntry = z.infer<typeof seamEntry>;
