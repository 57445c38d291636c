import { describe, expect, it } from "vitest";
import { compile } from "../src/comprehension.js";
import { understand } from "../src/nlu/index.js";
import { assembled, FILES, intent, told } from "./knowledge/fixture.js";

/** An entry with these German utterances. */
function entry(utterances: readonly string[]): string {
  return `- id: bad
  title: { de: Schlecht, en: Bad }
  utterances: { de: ${JSON.stringify(utterances)} }
  answer: { de: { short: Antwort. } }
  reviewedOn: 2026-11-01
  owner: desk
`;
}

/** Of 960 characters, and no two alike. */
const long = (number: number): string =>
  Array.from({ length: 96 }, (_, at) => `wort${(number * 96 + at + 10_000) % 99_991}`.padEnd(9)).join(" ");

describe("one bad intent", () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      "has utterances without a word",
      ["???", "!!!", "…", "-", "?"],
      /no German utterance of "bad" has a word/,
    ],
    // a letter by Unicode's account, and nothing is left of it
    ["has utterances of which no word is left", ["ﾞ", "ﾞﾞ", "ﾟ", "ﾞ ﾟ", "ﾟﾟ"], /"bad" has no English/],
    ["has too few utterances", ["eins", "zwei"], /utterances\.de/],
    ["has an utterance of 1 MB", ["a", "b", "c", "d", "wort ".repeat(200_000)], /"utterances\.de/],
    ["has a megabyte of utterances", Array.from({ length: 1_000 }, (_, at) => long(at)), /has no English/],
    [
      "has the same utterance all the time",
      Array.from({ length: 300 }, () => "frage 1 close"),
      /is twice here/,
    ],
    [
      "has lone surrogates",
      ["\ud800 eins", "zwei \udc00", "\ud800", "\udc00\udc00", "drei"],
      /"bad" has 3 German/,
    ],
  ])("that %s is told of and never stops the others", (_, utterances, message) => {
    const loaded = assembled({
      ...FILES,
      "faq/founding.yaml": `${intent("register")}${entry(utterances)}${intent("close")}`,
    });
    expect(told(loaded)).toContainEqual(expect.stringMatching(message));
    const { de, en } = compile(loaded.knowledge).models;
    expect(de && understand(de, "frage 3 register").whole.ranked[0]?.id).toBe("register");
    expect(en && understand(en, "question 3 close").whole.ranked[0]?.id).toBe("close");
  });
});
