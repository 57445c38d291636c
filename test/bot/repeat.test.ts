import { describe, expect, it } from "vitest";
import { repeatWish } from "../../src/bot/repeat.js";

describe("who wants to hear it again", () => {
  it.each([
    ["same", "Kannst du das wiederholen?"],
    ["same", "nochmal bitte"],
    ["same", "Wie bitte?"],
    ["same", "Link von vorhin nochmal"],
    ["same", "noch einmal senden"],
    ["same", "again please"],
    ["same", "one more time"],
    ["same", ""],
    ["short", "Geht das auch kürzer?"],
    ["short", "kuerzer bitte"],
    ["short", "zu lang, fass zusammen"],
    ["short", "In zwei Sätzen, bitte"],
    ["short", "stichpunkte statt roman"],
    ["short", "Gib mir das Wichtigste in Kürze"],
    ["short", "shorter please"],
    ["short", "too long, summarise"],
    ["short", "Can you put that in two sentences?"],
    ["simple", "Das habe ich nicht verstanden"],
    ["simple", "das verstehe ich nicht"],
    ["simple", "hä?"],
    ["simple", "versteh ich net"],
    ["simple", "Bitte mit einfacheren Worten erläutern"],
    ["simple", "Könnten Sie Ihre vorherige Aussage umformulieren"],
    ["simple", "was soll das heißen"],
    ["simple", "I don't understand"],
    ["simple", "Could you rephrase what you just wrote?"],
    ["simple", "In simpler words, please"],
    ["more", "kannst du das genauer sagen"],
    ["more", "Bitte die Antwort ausführlicher erklären"],
    ["more", "Elaborate on the second bit"],
  ])("wants it %s: %s", (wish, line) => {
    expect(repeatWish(line)).toBe(wish);
  });
});
