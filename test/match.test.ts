import { describe, expect, it } from "vitest";
import { parseMatchLine } from "../src/match.js";

describe("a line for match", () => {
  it.each([
    ['{"text":"a"}', { text: "a" }],
    ['{"text":"","lang":"en"}', { text: "", lang: "en" }],
    ['{"text":"a","context":"b","expect":["c"]}', { text: "a", context: "b" }],
    ['{"text":"a","context":null}', { text: "a" }],
  ])("is read: %s", (line, read) => {
    expect(parseMatchLine(line, 1)).toEqual(read);
  });

  it.each([
    ["{nope", "Line 7 is not JSON."],
    ['"text"', 'Line 7 has no "text".'],
    ["[]", 'Line 7 has no "text".'],
    ["null", 'Line 7 has no "text".'],
    ['{"text":7}', 'Line 7 has no "text".'],
    ['{"text":"a","lang":"fr"}', 'Line 7: "lang" is "de" or "en".'],
    ['{"text":"a","context":[]}', 'Line 7: "context" is the previous message, a text.'],
  ])("is refused with its number and what is wrong: %s", (line, words) => {
    expect(() => parseMatchLine(line, 7)).toThrow(words);
  });
});
