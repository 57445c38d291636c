import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, shown, stillFits } from "../../src/forms/check.js";
import type { Language } from "../../src/vocabulary/index.js";
import { field, TODAY } from "./fixture.js";

const reader = { today: TODAY, language: "de" as Language };
const answer = (kind: Parameters<typeof field>[1], text: string, language: Language = "de") =>
  check(field("f", kind), text, { ...reader, language });

describe("a name", () => {
  it.each([
    "Erika Muster",
    "Dr. Anna-Lena O'Neil",
    "Muster, Erika",
    "Jürgen Groß",
    "Nguyễn Thị Ánh",
    "محمد علي",
    "李 小龙",
    "Erika Muster (Geschäftsführung)",
    "D’Angelo",
    "Bo",
  ])("is %j", (name) => {
    expect(answer("name", name)).toEqual({ ok: true, value: name });
  });

  it.each([
    ["Mein Name ist Erika Muster", "Erika Muster"],
    ["my name is John Smith", "John Smith"],
    ["  Erika \n Muster ", "Erika Muster"],
  ])("is taken out of %j", (text, name) => {
    expect(answer("name", text)).toEqual({ ok: true, value: name });
  });

  it.each([
    ["-", "name.short"],
    ["E", "name.short"],
    ["12345", "name.short"],
    ["xyz123!!", "name"],
    ["Erika <b>Muster</b>", "name"],
    ["=cmd|' /C calc'!A0", "name"],
    ["a".repeat(101), "name.long"],
  ])("is not %j", (text, fault) => {
    expect(answer("name", text)).toMatchObject({ ok: false, fault });
  });
});

describe("a text", () => {
  it.each([
    "3M",
    "Zurück in die Zukunft GmbH",
    '<script>alert("x")</script>',
    "=HYPERLINK(1)",
    "Robert'); DROP TABLE x;--",
  ])("stays as it was written: %j", (text) => {
    expect(answer("text", text)).toEqual({ ok: true, value: text });
    expect(answer("long-text", text)).toEqual({ ok: true, value: text });
  });

  it("is one line, a long text keeps its lines", () => {
    expect(answer("text", "Muster GmbH\nMusterstadt")).toEqual({
      ok: true,
      value: "Muster GmbH Musterstadt",
    });
    expect(answer("long-text", "Eins\n\nZwei\n")).toEqual({ ok: true, value: "Eins\n\nZwei" });
  });

  it("needs a word", () => {
    expect(answer("text", "???")).toMatchObject({ ok: false, fault: "text.empty" });
  });

  it.each([
    ["text", 200, "201", "200"],
    ["long-text", 2000, "2.001", "2.000"],
  ] as const)("of kind %s takes %i characters, emoji counted once", (kind, longest, length, most) => {
    expect(answer(kind, `a${"🙂".repeat(longest - 1)}`)).toMatchObject({ ok: true });
    expect(answer(kind, "a".repeat(longest + 1))).toMatchObject({
      fault: "text.long",
      values: { length, longest: most },
    });
  });
});

describe("an e-mail address", () => {
  it.each([
    ["erika@example.com", "erika@example.com"],
    [" Erika.Muster+chat@Sub.Example.com ", "Erika.Muster+chat@Sub.Example.com"],
    ["o'neil@example.com", "o'neil@example.com"],
    ["erika@müller.example.de", "erika@müller.example.de"],
    ["mailto:erika@example.com", "erika@example.com"],
    ["Erika Muster <erika@example.com>", "erika@example.com"],
    ["Meine Adresse ist erika@example.com, danke!", "erika@example.com"],
    ["erika@gmail.de,", "erika@gmail.de"],
    ["E-Mail: erika@example.com.", "erika@example.com"],
    ["erika@example.com erika@example.com", "erika@example.com"],
  ])("is found in %j", (text, value) => {
    expect(answer("email", text)).toEqual({ ok: true, value });
  });

  it.each([
    ["erika at example.com", "erika@example.com"],
    ["erika (at) example.com", "erika@example.com"],
    ["erika[at]example[dot]com", "erika@example.com"],
    ["erika @ example.com", "erika@example.com"],
    ["erika@example,com", "erika@example.com"],
    ["erika@example .com", "erika@example.com"],
  ])("in %j is understood and asked back", (text, suggestion) => {
    expect(answer("email", text)).toMatchObject({ ok: false, fault: "email.suggestion", suggestion });
  });

  it.each([
    ["erika.example.com", "email.at"],
    ["erika", "email.at"],
    ["erika@example", "email.ending"],
    ["erika@@example.com", "email"],
    ["erika..muster@example.com", "email"],
    ["@example.com", "email"],
    ["a@example.com, b@example.com", "email.several"],
    ["javascript:alert(1)@x", "email.ending"],
    [`${"a".repeat(250)}@example.com`, "email"],
  ])("is not %j", (text, fault) => {
    expect(answer("email", text)).toMatchObject({ ok: false, fault });
  });
});

describe("a telephone number", () => {
  it.each([
    ["030 23125 000", "+493023125000", "+49 30 23125000"],
    ["(030) 23125-012", "+493023125012", "+49 30 23125012"],
    ["030/23125000", "+493023125000", "+49 30 23125000"],
    ["+49 (0)30 23125 000", "+493023125000", "+49 30 23125000"],
    ["0049 30 23125000", "+493023125000", "+49 30 23125000"],
    ["Tel.: 030 23125000, danke", "+493023125000", "+49 30 23125000"],
    ["meine Nummer ist 0171 3920012", "+491713920012", "+49 171 3920012"],
    ["+44 20 7946 0958", "+442079460958", "+44 20 7946 0958"],
    ["+1 212 555 0123", "+12125550123", "+1 212 555 0123"],
  ])("%j is kept as %s and shown as %s", (text, value, international) => {
    expect(answer("phone", text)).toEqual({ ok: true, value });
    expect(shown(field("f", "phone"), value, "de")).toBe(international);
  });

  it.each([
    ["115", "phone.short"],
    ["030 12", "phone.short"],
    ["+49 30 123456789012345", "phone.long"],
    ["030 23125000 oder 0171 3920012", "phone"],
    ["030 23125000, 0171 3920012", "phone"],
    ["030 23125000 ext. 12", "phone.extension"],
    ["030 23125000 Durchwahl 12", "phone.extension"],
    ["ruft mich einfach an", "phone.digits"],
    ["12345678901234567890", "phone"],
  ])("is not %j", (text, fault) => {
    expect(answer("phone", text)).toMatchObject({ ok: false, fault });
  });
});

describe("a day", () => {
  it.each<[string, Language, string]>([
    ["3.12.", "de", "2026-12-03"],
    ["nächsten Dienstag", "de", "2026-11-24"],
    ["Dec 3rd", "en", "2026-12-03"],
  ])("in %j is kept as ISO date", (text, language, value) => {
    expect(answer("date", text, language)).toEqual({ ok: true, value });
  });

  it.each<[string, Language, object]>([
    ["3/12", "en", { fault: "date.either", days: ["2026-12-03", "2027-03-12"] }],
    [
      "Freitag, 3.12.",
      "de",
      {
        fault: "date.contradiction",
        values: { day: "Donnerstag, 3. Dezember 2026" },
        days: ["2026-12-03", "2026-12-04"],
      },
    ],
    ["3.12.2025", "de", { fault: "date.past-year", days: ["2026-12-03"] }],
    ["gestern", "de", { fault: "date.past" }],
    ["31.2.", "de", { fault: "date.impossible" }],
    ["3.12.2062", "de", { fault: "date.far" }],
    ["nächste Woche", "de", { fault: "date.several" }],
    ["egal", "de", { fault: "date" }],
  ])("is asked back for %j", (text, language, fault) => {
    expect(answer("date", text, language)).toMatchObject({ ok: false, ...fault });
  });

  it("is shown with its weekday", () => {
    expect(shown(field("f", "date"), "2026-12-03", "de")).toBe("Donnerstag, 3. Dezember 2026");
    expect(shown(field("f", "date"), "2026-12-03", "en")).toBe("Thursday 3 December 2026");
  });
});

describe("a stored answer", () => {
  const choice = field("f", "choice", { options: [{ id: "a", label: { de: "A", en: "A" } }] });
  it.each([
    [choice, "a", true],
    [choice, "b", false],
    [choice, null, false],
    [field("f", "text", { optional: true }), null, true],
    [field("f", "date"), "2026-11-23", true],
    [field("f", "date"), "2026-11-22", false],
    [field("f", "email"), "Erika Muster", false],
    [field("f", "phone"), "+493023125000", true],
  ])("is good only while it fits the field (%#)", (one, value, fits) => {
    expect(stillFits(one, value, TODAY)).toBe(fits);
  });
});

it("accepts what it has accepted before, and throws at nothing", () => {
  const kinds = fc.constantFrom("name", "text", "long-text", "email", "phone", "date" as const);
  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom("erika@example.com", "<a@b.de>", "a @ b.de"),
    fc.constantFrom("030 23125 000", "3.12.", "Erika Muster", "a at b.de"),
  );
  fc.assert(
    fc.property(kinds, texts, (kind, text) => {
      const one = field("f", kind);
      const checked = check(one, text, reader);
      if (checked.ok) expect(stillFits(one, checked.value, TODAY)).toBe(true);
    }),
  );
});
