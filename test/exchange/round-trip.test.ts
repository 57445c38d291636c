import { resolve } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import { csv } from "../../src/commands/table.js";
import { applyPlan } from "../../src/exchange/apply.js";
import { type Current, currentOf } from "../../src/exchange/current.js";
import type { Found } from "../../src/exchange/model.js";
import { type Plan, planImport } from "../../src/exchange/plan.js";
import { readForeign } from "../../src/exchange/read.js";
import { faqJson, faqRows } from "../../src/exchange/rows.js";
import { workbookOf } from "../../src/exchange/write-workbook.js";
import { assemble } from "../../src/knowledge/assemble.js";
import { faqEntry } from "../../src/knowledge/format-faq.js";
import type { Knowledge } from "../../src/knowledge/index.js";
import { readSources, type Sources } from "../../src/knowledge/sources.js";
import { rememberingReader } from "../../src/knowledge/yaml-file.js";
import { normalise } from "../../src/nlu/index.js";

const read = rememberingReader();
const WIPED = "faq/sustainability.yaml";
const FORMATS = ["csv", "xlsx", "json"] as const;

let sources: Sources;
let shipped: { readonly files: Map<string, string>; readonly current: Current };
let exported: Record<(typeof FORMATS)[number], Uint8Array>;

beforeAll(async () => {
  sources = readSources(resolve(import.meta.dirname, "../../intents"));
  const files = new Map(sources.files.map(({ name, text }) => [name, text ?? ""]));
  shipped = { files, current: currentIn(files) };
  exported = await exportOf(shipped.current);
}, 60_000);

async function exportOf(current: Current): Promise<typeof exported> {
  const { headers, rows } = faqRows(current.entries);
  return {
    csv: Buffer.from(csv(headers, rows)),
    xlsx: await workbookOf(headers, rows),
    json: Buffer.from(faqJson(current.entries)),
  };
}

function knowledgeIn(files: ReadonlyMap<string, string>): Knowledge {
  const changed = sources.files.map((file) => ({ ...file, text: files.get(file.name) ?? file.text }));
  return assemble({ ...sources, files: changed }, { createdOn: "2026-11-23", read }).knowledge;
}

function currentIn(files: ReadonlyMap<string, string>): Current {
  return currentOf(files, "intents", knowledgeIn(files), read);
}

function foundIn(bytes: Uint8Array, format: string): Promise<Found> {
  const options = { file: `faq.${format}`, language: null, recognise: () => "de" as const };
  return readForeign({ kind: "file", bytes }, options);
}

function planOf(found: Found, current: Current): Plan {
  return planImport(found, current, { topic: null, newOnly: false, sameSentence: normalise });
}

/** What the desk knows, without the version of the files and the lines in them. */
function meaning({ intents }: Knowledge): unknown {
  return [...intents.values()].map(({ at, ...intent }) => intent).sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe.each(FORMATS)("an export as %s", (format) => {
  let found: Found;
  beforeAll(async () => {
    found = await foundIn(exported[format], format);
  }, 60_000);

  it("read back changes nothing", () => {
    const plan = planOf(found, shipped.current);
    expect(plan.notes).toEqual([]);
    expect(plan.intents).toEqual([]);
    expect(plan.unchanged).toHaveLength(shipped.current.entries.length);
  });

  it("gives back what was wiped from intents, and intents that were removed", () => {
    const own = shipped.current.entries.filter(({ file }) => file === WIPED);
    expect(own.length).toBeGreaterThan(2);
    const wiped = own.flatMap(({ raw }, index): object[] => {
      if (index % 3 === 0) return [];
      const { answer, links, related, source, ...rest } = raw;
      return [{ ...rest, utterances: index % 3 === 1 ? { de: [], en: [] } : { de: [] } }];
    });
    const files = new Map([...shipped.files, [WIPED, stringify(wiped)]]);
    const plan = planOf(found, currentIn(files));
    expect(plan.intents).toHaveLength(own.length);
    for (const change of applyPlan(plan, files)) files.set(change.name, change.text);
    expect(meaning(knowledgeIn(files))).toEqual(meaning(shipped.current.knowledge));
    // what was not wiped is not touched
    for (const [other, text] of shipped.files) if (other !== WIPED) expect(files.get(other)).toBe(text);
  });
});

it("an export has a place for every key of the format", () => {
  const columns =
    "answer, behaviour, draft, afterExpiry, form, handover, id, links, owner, related, responsible, reviewedOn, seminars, source, title, topic, utterances, validUntil";
  // the other spelling of afterExpiry is exported as afterExpiry
  const keys = Object.keys(faqEntry.shape).filter((key) => key !== "after-expiry");
  expect(keys.sort()).toEqual(columns.split(", ").sort());
});

it.each(FORMATS)("an export as %s gives back that a question always goes to a person", async (format) => {
  const file = "faq/founding.yaml";
  const raw = { id: "odd", draft: true, title: { de: "Not" }, utterances: { de: ["Hilfe"] }, owner: "x" };
  const current = (entry: object) =>
    currentOf(new Map([[file, stringify([entry])]]), "intents", shipped.current.knowledge);
  const always = await exportOf(current({ ...raw, handover: "always" }));
  const plan = planOf(await foundIn(always[format], format), current(raw));
  const [changed] = applyPlan(plan, new Map([[file, stringify([raw])]]));
  expect(parseYaml(changed?.text ?? "")).toEqual([{ ...raw, handover: "always" }]);
});

// The odd text: what spreadsheets compute, quotation marks, separators, Markdown, and what looks like an escape.
const text = fc
  .array(
    fc.constantFrom(
      "=1+1",
      "-",
      "+49",
      "@x",
      "'",
      '"',
      ";",
      ",",
      "\t",
      "Größe",
      "<b>",
      "&amp;",
      "_x000D_",
      "{office.name}",
      "\n",
      "\n\n",
      "- eins",
      "|",
      "€",
      "😀",
      "true",
      "2026-11-23",
      "007",
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(" ").trim())
  .filter((written) => /[\p{L}\p{N}]/u.test(written) && !/^[\s\p{Cf}]*[=+\-@]\s*$/u.test(written));

it("whatever its texts are, an export as CSV, XLSX and JSON says the same", async () => {
  const entry = fc.record({
    short: text,
    more: text,
    title: text,
    said: fc.uniqueArray(text, { selector: (one) => normalise(one) || one, minLength: 1, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(entry, async ({ short, more, title, said }) => {
      const raw = {
        id: "odd",
        draft: true,
        title: { de: title },
        utterances: { de: said },
        answer: { de: { short, more } },
        owner: "x",
      };
      const files = new Map([["faq/founding.yaml", stringify([raw])]]);
      const current = currentOf(files, "intents", shipped.current.knowledge);
      const all = await exportOf(current);
      for (const format of FORMATS) {
        const plan = planOf(await foundIn(all[format], format), current);
        expect({
          format,
          changes: plan.intents.map((one) => (one.kind === "changed" ? one.changes : one)),
        }).toEqual({ format, changes: [] });
      }
    }),
    { numRuns: 30 },
  );
});
