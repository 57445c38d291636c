import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { faqEntry, messageEntry, outOfScopeEntry, synonymGroup, topicEntry } from "./format-faq.js";
import { formEntry } from "./format-forms.js";
import { handover } from "./format-handover.js";
import { legal } from "./format-legal.js";
import { office } from "./format-office.js";
import { partnerEntry, seamEntry } from "./format-partners.js";
import { seminarEntry } from "./format-seminars.js";

/** The format of each file, under the name of its JSON Schema. */
const FORMATS: Readonly<Record<string, { readonly format: z.ZodType; readonly title: string }>> = {
  faq: { format: z.array(faqEntry), title: "Questions that the desk answers: faq/<topic>.yaml" },
  forms: { format: z.array(formEntry), title: "What is asked step by step: forms.yaml" },
  handover: { format: handover, title: "Who answers when a person is asked for: handover.yaml" },
  legal: { format: legal, title: "The pages that the law wants: legal.yaml" },
  messages: { format: z.record(z.string(), messageEntry), title: "What the bot itself says: messages.yaml" },
  office: { format: office, title: "The office: office.yaml" },
  "out-of-scope": { format: z.array(outOfScopeEntry), title: "What is not ours: out-of-scope.yaml" },
  partners: { format: z.array(partnerEntry), title: "Who handles what: partners.yaml" },
  seams: { format: z.array(seamEntry), title: "Who does what, with whom, how long: seams.yaml" },
  seminars: { format: z.array(seminarEntry), title: "Seminars: seminars.yaml" },
  synonyms: { format: z.array(synonymGroup), title: "Words that mean the same: synonyms.yaml" },
  topics: { format: z.array(topicEntry), title: "Topics in the order of the menu: topics.yaml" },
};

/** The JSON Schemas of all files by their file name, as text. Editors complete and check YAML with them. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(FORMATS).map(([name, { format, title }]) => {
      // Draft 7 is what the YAML extensions of editors know best.
      const schema = z.toJSONSchema(format, { io: "input", target: "draft-7" });
      return [`${name}.schema.json`, `${JSON.stringify({ title, ...schema }, null, 2)}\n`];
    }),
  );
}

/** Writes the schemas into `<dir>/schema/` and returns the names of the files. */
export function writeSchemaFiles(dir: string): string[] {
  const folder = join(dir, "schema");
  mkdirSync(folder, { recursive: true });
  return [...schemaFiles()].map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return name;
  });
}
