import fc from "fast-check";
import { expect, it } from "vitest";
import { chosen } from "../../src/forms/choice.js";

const option = (id: string, de: string, en: string) => ({ id, label: { de, en } });
const WAYS = [
  option("email", "Per E-Mail", "By e-mail"),
  option("phone", "Am Telefon", "By phone"),
  option("video", "Videogespräch", "Video call"),
  option("none", "Keine Antwort nötig", "No reply needed"),
];
const YES_NO = [option("yes", "Ja", "Yes"), option("no", "Nein", "No")];
const CONSENT = [option("yes", "Ja, senden", "Yes, send it")];
const KINDS = [
  option("chamber", "Kammer oder Verband", "Chamber or association"),
  option("network", "Netzwerk oder Verein", "Network or society"),
];

it.each([
  ["Per E-Mail", "email"],
  ["per email bitte", "email"],
  ["mail", "email"],
  ["e-mail", "email"],
  ["By phone", "phone"],
  ["telefon", "phone"],
  ["am liebsten am Telefon", "phone"],
  ["Telefonisch", "phone"],
  ["Telfon", "phone"],
  ["Tleefon", "phone"],
  ["videogespraech", "video"],
  ["Videogesprch", "video"],
  ["2", "phone"],
  ["2.", "phone"],
  ["(3)", "video"],
  ["Nummer 1", "email"],
  ["das zweite", "phone"],
  ["the first one", "email"],
  ["keine Antwort", "none"],
  ["no reply", "none"],
])("%j means %s", (text, id) => {
  expect(chosen(text, WAYS)).toMatchObject({ option: id });
});

it.each([
  ["ja", "yes"],
  ["Ja, gern", "yes"],
  ["klar", "yes"],
  ["nö", "no"],
  ["nope", "no"],
  ["ok", "yes"],
])("%j to yes or no means %s", (text, id) => {
  expect(chosen(text, YES_NO)).toMatchObject({ option: id });
});

it.each(["ja", "Ja, senden", "yes", "send it", "1"])(
  "%j is consent where that is all one can say",
  (text) => {
    expect(chosen(text, CONSENT)).toMatchObject({ option: "yes" });
  },
);

it.each([
  "nein",
  "nicht senden",
  "ja, aber nicht mit meinem Namen",
  "lieber nicht",
  "no",
  "don't send it",
  "wohin senden?",
  "verstanden",
  "vielleicht",
  "was steht denn in der E-Mail",
])("%j is no consent", (text) => {
  expect(chosen(text, CONSENT)).toEqual({ match: "none" });
});

it.each([
  ["nicht per Mail", WAYS, "none"],
  ["Brieftaube", WAYS, "none"],
  ["9", WAYS, "none"],
  ["0", WAYS, "none"],
  ["", WAYS, "none"],
  ["???", WAYS, "none"],
  ["E-Mail oder Telefon", WAYS, "several"],
  ["ver", KINDS, "several"],
] as const)("%j is not guessed at", (text, options, match) => {
  expect(chosen(text, options)).toEqual({ match });
});

it("knows every option by its name in either language and by its number, whatever the case", () => {
  WAYS.forEach(({ id, label }, index) => {
    for (const text of [label.de, label.en.toUpperCase(), String(index + 1)])
      expect(chosen(text, WAYS)).toEqual({ match: "exact", option: id });
  });
});

it("names an option that there is, or none, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const choice = chosen(text, WAYS);
      if ("option" in choice) expect(WAYS.map(({ id }) => id)).toContain(choice.option);
    }),
  );
});
