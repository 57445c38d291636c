import { afterEach, describe, expect, it } from "vitest";
import { checkExamples } from "../../src/commands/check-examples.js";
import { type CheckResult, checkKnowledge } from "../../src/knowledge/index.js";
import { CREATED_ON, FILES, type Files, onDisk } from "../knowledge/fixture.js";

const NOW = Date.parse("2026-11-23T11:00+01:00");
let remove = (): void => {};
afterEach(() => remove());

function check(files: Files, quick = false): CheckResult {
  const folder = onDisk(files);
  remove = folder.remove;
  return checkKnowledge(folder.dir, {
    createdOn: CREATED_ON,
    now: NOW,
    review: (knowledge, places) => checkExamples(knowledge, places, { quick, progress: () => () => {} }),
  });
}

/** An entry with these German phrasings, one a line, from the fifth line on. */
function entry(id: string, phrases: readonly string[]): string {
  const list = phrases.map((phrase) => `      - "${phrase}"`).join("\n");
  return `- id: ${id}
  title: { de: Titel ${id}, en: Title ${id} }
  utterances:
    de:
${list}
  answer:
    de: { short: "Antwort ${id}." }
  reviewedOn: 2026-11-01
  owner: desk
`;
}

const PARKING = [
  "Wo kann ich parken?",
  "Parkplatz in der Nähe",
  "Gibt es Parkplätze am Haus?",
  "Parkhaus",
  "parken mit dem Auto",
  "Parkgebühr",
  "Was kostet ein Parkplatz?",
  "Stellplätze",
  "Wo stelle ich das Auto ab?",
  "Tiefgarage",
];
const HOURS = [
  "Wann haben Sie geöffnet?",
  "Öffnungszeiten",
  "Sprechzeiten am Freitag",
  "Habt ihr heute offen?",
  "Bis wann ist jemand da?",
  "Geschäftszeiten der Verwaltung",
  "Sind Sie mittags erreichbar?",
  "Wann macht ihr zu?",
  "Ab wann ist geöffnet?",
  "Zeiten für Besucher",
];

const files = (parking: readonly string[], hours: readonly string[]): Files => ({
  ...FILES,
  "seams.yaml": "",
  "faq/founding.yaml": `${entry("parking", parking)}${entry("hours", hours)}`,
});
const messages = ({ problems }: CheckResult): string[] =>
  problems
    .filter(({ message }) => !/has no English|different words/.test(message))
    .map(({ file, line, message, suggestion }) => `${file}:${line} ${message} ${suggestion}`);

describe("what check says of examples", () => {
  it("is nothing where they are in order", () => {
    expect(messages(check(files(PARKING, HOURS)))).toEqual([]);
    expect(messages(check(FILES))).toEqual([]);
  });

  it.each([true, false])(
    "names the same sentence in another spelling, with its line (quick: %s)",
    (quick) => {
      const found = messages(check(files(PARKING, [...HOURS, "gibt es parkplaetze am haus"]), quick));
      expect(found).toEqual([
        'intents/faq/founding.yaml:33 "gibt es parkplaetze am haus" is to the desk the same sentence as "Gibt es Parkplätze am Haus?" in "parking". Keep it where it belongs more.',
      ]);
    },
  );

  it("says only once that a sentence is in two intents", () => {
    const found = messages(check(files(PARKING, [...HOURS, "parkhaus"]), true));
    expect(found).toEqual([expect.stringContaining('"parkhaus" is in "parking" as well as in "hours".')]);
  });

  it("finds an example that reads like those of another intent, unless it is to be quick", () => {
    const misplaced = files(PARKING, [...HOURS, "Parkplatz in der Nähe gesucht"]);
    expect(messages(check(misplaced))).toEqual([
      'intents/faq/founding.yaml:33 "Parkplatz in der Nähe gesucht" reads like "Parkplatz in der Nähe" in "parking", not like the other examples of "hours". Move it there if it means the same; otherwise name what sets it apart, or add more like it to "hours".',
    ]);
    expect(messages(check(misplaced, true))).toEqual([]);
  });

  it("tells of utterances without a word, of which nothing is learned", () => {
    const found = messages(check(files(PARKING, ["???", "!!!", "…", "-", "?"])));
    expect(found).toEqual([
      'intents/faq/founding.yaml:23 no German utterance of "hours" has a word in it: it is never recognised. Write what guests write.',
    ]);
    expect(messages(check(files(PARKING, [...HOURS, "???"])))).toEqual([
      'intents/faq/founding.yaml:33 "???" has no word in it, so nothing is learned from it. Remove it, or write a word.',
    ]);
  });

  it("warns of too few different words, in both languages, at the line of the language", () => {
    const words = (count: number): string[] =>
      Array.from({ length: count }, (_, at) => `${String.fromCharCode(97 + (at % 26)).repeat(4)}${at}`);
    const few = (problems: CheckResult["problems"]): string[] =>
      problems
        .filter(({ message }) => message.includes("different words"))
        .map(({ line, message }) => `${line} ${message}`);
    const german = { ...FILES, "faq/founding.yaml": entry("parking", words(79)) };
    expect(few(check(german, true).problems)).toEqual([
      '4 the German utterances of "parking" have 79 different words, fewer than 80: guests will use others.',
    ]);
    expect(few(check({ ...FILES, "faq/founding.yaml": entry("parking", words(80)) }, true).problems)).toEqual(
      [],
    );
    const english = (count: number): Files => ({
      ...FILES,
      "faq/founding.yaml": entry("parking", words(80)).replace(
        "  answer:",
        `    en: [${words(count).join(", ")}]\n  answer:`,
      ),
    });
    expect(few(check(english(44), true).problems)).toEqual([
      '85 the English utterances of "parking" have 44 different words, fewer than 45: guests will use others.',
    ]);
    expect(few(check(english(45), true).problems)).toEqual([]);
  });

  it("names both of two utterances that share their three rarest words, also when it is to be quick", () => {
    const alike = [...PARKING, "Wo finde ich den Parkplatz für Lieferwagen mit Anhänger?"];
    const found = messages(check(files([...alike, "Parkplatz Lieferwagen Anhänger"], HOURS), true));
    expect(found).toEqual([
      'intents/faq/founding.yaml:16 "Parkplatz Lieferwagen Anhänger" shares its rarest words (lieferwagen, anhanger, parkplatz) with "Wo finde ich den Parkplatz für Lieferwagen mit Anhänger?" (intents/faq/founding.yaml:15). Put one of them as somebody in another trade would, or remove it.',
    ]);
  });

  it("names a group of synonyms that would blur a border, with its line", () => {
    const about = (word: string, trades: string): string[] =>
      trades.split(" ").map((trade) => `${word} für ${trade}`);
    const loans = about(
      "Kredit",
      "Bäcker Maler Wirte Händler Friseure Tischler Floristen Gärtner Optiker Köche",
    );
    const grants = about(
      "Zuschuss",
      "Metzger Schuster Imker Fotografen Dachdecker Winzer Schlosser Glaser Müller Uhrmacher",
    );
    const planted: Files = {
      ...files(loans, grants),
      "synonyms.yaml": "- [Gewerbeschein, Gewerbeanmeldung]\n- [Kredit, Zuschuss]\n",
    };
    expect(messages(check(planted, true))).toEqual([
      'intents/synonyms.yaml:2 "Kredit" and "Zuschuss" tell intents apart, as one word they would blur them: 10 of 10 utterances with "Kredit" mean parking, where "Zuschuss" hardly occurs; 10 of 10 utterances with "Zuschuss" mean hours, where "Kredit" hardly occurs. Take "Kredit" or "Zuschuss" out of the group, unless guests really mean the same by them.',
    ]);
  });

  it("counts the new warnings, in their place among the others", () => {
    const { summary, problems } = check(files(PARKING, [...HOURS, "gibt es parkplaetze am haus"]), true);
    expect(summary).toMatchObject({ errors: 0, warnings: problems.length });
    expect(problems.map(({ line }) => line)).toEqual(
      problems.map(({ line }) => line).toSorted((a, b) => a - b),
    );
  });
});
