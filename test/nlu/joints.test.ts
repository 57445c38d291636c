import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jointsOf } from "../../src/nlu/joints.js";

const found = (text: string): string[] => jointsOf(text).map(({ kind, right }) => `${kind}: ${right}`);

describe("jointsOf", () => {
  it.each([
    ["Gewerbe anmelden\nHalle mieten", ["line: Halle mieten"]],
    ["Wann ist auf? Halle mieten", ["sentence: Halle mieten"]],
    ["Ich suche Räume. Halle mieten", ["sentence: Halle mieten"]],
    ["Gewerbe anmelden, Halle mieten", ["clause: Halle mieten"]],
    ["Gewerbe anmelden – Halle mieten", ["clause: Halle mieten"]],
    ["Gewerbe anmelden, und Halle mieten", ["comma-and: und Halle mieten"]],
    ["Gewerbe und Kleinunternehmer", ["and: und Kleinunternehmer"]],
    ["hebesatz + quadratmeterpreis", ["and: + quadratmeterpreis"]],
    ["termin buchen wo kann ich parken", ["bare: wo kann ich parken"]],
    ["trade tax when are you open", ["bare: when are you open"]],
    ["Halle mieten. Zweite Frage: Gewerbe", ["line: Zweite Frage: Gewerbe"]],
    ["Halle mieten außerdem Gewerbe", ["line: außerdem Gewerbe"]],
    ["1) Preis 2) Lage", ["line: 2) Lage"]],
  ])("finds in %j where a question may begin", (text, joints) => {
    expect(found(text)).toEqual(joints);
  });

  it.each([
    "Wann habt ihr geöffnet?",
    "Ich rufe Dr. Weber am 24. November an",
    "Braucht man das, wenn man klein ist?",
    "bin ich frei oder muss ich ein Gewerbe anmelden",
    "ich wollte fragen ob das geht",
    "",
    " \n ",
    "?!",
  ])("finds none in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("looks first at those that set most apart, and at six of them", () => {
    const text = `${"a, b und c, ".repeat(20)}\nd`;
    expect(found(text)).toHaveLength(6);
    expect(found(text)[0]).toBe("line: d");
  });

  it("loses nothing but white space between the sides, whatever a stranger writes", () => {
    const part = fc.constantFrom(
      "und",
      "oder",
      "wann",
      "kann ich",
      "?",
      "1.",
      ",",
      "–",
      "\n",
      "+",
      "\ud800",
      "😀",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(text, (message) => {
        const tight = (all: string): string => all.replace(/\s/g, "");
        for (const { left, right } of jointsOf(message)) {
          expect(tight(left + right)).toBe(tight(message));
          expect(tight(left)).not.toBe("");
          expect(tight(right)).not.toBe("");
        }
      }),
      { seed: 11 },
    );
  });
});
