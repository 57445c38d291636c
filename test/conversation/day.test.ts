import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayIn } from "../../src/conversation/day.js";
import type { Language } from "../../src/vocabulary/index.js";

const MONDAY = "2026-11-23";

describe("a day that is over", () => {
  it.each([
    ["letzten Montag", "2026-11-16"],
    ["vergangenen Freitag", "2026-11-20"],
    ["last Sunday", "2026-11-22"],
  ])("%j is %s, not one that comes", (text, day) => {
    expect(dayIn(text, MONDAY, "de")).toEqual({ kind: "past", day, next: null });
  });
});

describe("a day is read", () => {
  it.each([
    ["3.12.", "2026-12-03"],
    ["03.12.2026", "2026-12-03"],
    ["3.12.26", "2026-12-03"],
    ["3. 12. 2026", "2026-12-03"],
    ["3. 12.", "2026-12-03"],
    ["am 3.12", "2026-12-03"],
    ["am 3. Dezember", "2026-12-03"],
    ["3.Dezember", "2026-12-03"],
    ["Donnerstag, 3.12.2026", "2026-12-03"],
    ["Donnerstag, den 3. Dezember 2026, gern vormittags", "2026-12-03"],
    ["am 3.12. um 10 Uhr", "2026-12-03"],
    ["am 3.", "2026-12-03"],
    ["am 31.", "2026-12-31"],
    ["3/12", "2026-12-03"],
    ["3-12-2026", "2026-12-03"],
    ["12/24/2026", "2026-12-24"],
    ["2026-12-03", "2026-12-03"],
    ["heute", "2026-11-23"],
    ["morgen", "2026-11-24"],
    ["morgen früh", "2026-11-24"],
    ["übermorgen", "2026-11-25"],
    ["morgen, Dienstag", "2026-11-24"],
    ["Dienstag morgen", "2026-11-24"],
    ["Mittwoch morgen", "2026-11-25"],
    ["Dienstag", "2026-11-24"],
    ["am Freitagnachmittag", "2026-11-27"],
    ["nächsten Dienstag", "2026-11-24"],
    ["kommenden Montag", "2026-11-30"],
    ["übernächsten Dienstag", "2026-12-01"],
    ["Dienstag in einer Woche", "2026-12-01"],
    ["heute in einer Woche", "2026-11-30"],
    ["in zwei Wochen", "2026-12-07"],
    ["in 14 Tagen", "2026-12-07"],
    ["in drei Tagen", "2026-11-26"],
    ["in einem Monat", "2026-12-23"],
    ["nächste Woche Mittwoch", "2026-12-02"],
    ["Mittwoch übernächste Woche", "2026-12-09"],
    ["3.1.", "2027-01-03"],
    ["29.2.2028", "2028-02-29"],
  ])("%j is %s", (text, day) => {
    expect(dayIn(text, MONDAY, "de")).toEqual({ kind: "day", day });
  });

  it.each([
    ["3 December", "2026-12-03"],
    ["Dec 3rd", "2026-12-03"],
    ["Dec. 3, 2026", "2026-12-03"],
    ["the 3rd of December", "2026-12-03"],
    ["the 3rd", "2026-12-03"],
    ["next Tuesday", "2026-11-24"],
    ["next Monday", "2026-11-30"],
    ["Tuesday next week", "2026-12-01"],
    ["Wednesday, the week after next", "2026-12-09"],
    ["in 2 weeks", "2026-12-07"],
    ["a week from today", "2026-11-30"],
    ["a week from Friday", "2026-12-04"],
    ["tomorrow", "2026-11-24"],
    ["24/12", "2026-12-24"],
    ["12/24", "2026-12-24"],
    ["12/12", "2026-12-12"],
    // the other reading is over
    ["3/12/2026", "2026-12-03"],
  ])("%j is %s in English", (text, day) => {
    expect(dayIn(text, MONDAY, "en")).toEqual({ kind: "day", day });
  });
});

describe("what is not one day that can come is told apart", () => {
  it.each<[string, Language, ReturnType<typeof dayIn>]>([
    ["3/12", "en", { kind: "either", days: ["2026-12-03", "2027-03-12"] }],
    ["03/04/2027", "en", { kind: "either", days: ["2027-03-04", "2027-04-03"] }],
    ["Freitag, 3.12.2026", "de", { kind: "contradiction", day: "2026-12-03", nearest: "2026-12-04" }],
    ["Sunday, 24 November", "en", { kind: "contradiction", day: "2026-11-24", nearest: "2026-11-29" }],
    ["morgen, Mittwoch", "de", { kind: "contradiction", day: "2026-11-24", nearest: "2026-11-25" }],
    ["3.12.2025", "de", { kind: "past", day: "2025-12-03", next: "2026-12-03" }],
    ["20.11.", "de", { kind: "past", day: "2026-11-20", next: "2027-11-20" }],
    ["20 November 2026", "en", { kind: "past", day: "2026-11-20", next: "2027-11-20" }],
    ["gestern", "de", { kind: "past", day: "2026-11-22", next: null }],
    ["29.2.2024", "de", { kind: "past", day: "2024-02-29", next: null }],
    ["3.12.2062", "de", { kind: "far", day: "2062-12-03" }],
    ["nächste Woche", "de", { kind: "several" }],
    ["im Dezember", "de", { kind: "several" }],
    ["Dienstag oder Mittwoch", "de", { kind: "several" }],
    ["3.12. oder 4.12.", "de", { kind: "several" }],
    ["31.2.2027", "de", { kind: "impossible" }],
    ["32/13", "en", { kind: "impossible" }],
    ["the 32nd", "en", { kind: "impossible" }],
    ["so bald wie möglich", "de", { kind: "none" }],
    ["zwischen 9-12 Uhr", "de", { kind: "none" }],
    ["guten Morgen", "de", { kind: "none" }],
    ["", "de", { kind: "none" }],
  ])("%j (%s)", (text, language, reading) => {
    expect(dayIn(text, MONDAY, language)).toEqual(reading);
  });
});

it("reads every day back that is written in the German, the English and the technical way", () => {
  const days = fc
    .integer({ min: 0, max: 700 })
    .map((later) => new Date(Date.parse(MONDAY) + later * 86_400_000));
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = day.split("-").map(Number);
      const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(date);
      const reading = { kind: "day", day };
      expect(dayIn(`${dayOfMonth}.${month}.${year}`, MONDAY, "de")).toEqual(reading);
      expect(dayIn(`${name} ${dayOfMonth}, ${year}`, MONDAY, "en")).toEqual(reading);
      expect(dayIn(day, MONDAY, "en")).toEqual(reading);
    }),
  );
});

it("never throws, and never takes a day for one to come that is over", () => {
  const words = fc.constantFrom(
    ..."3.12. 31. 2/3 Montag nächste Woche in zwei Wochen gestern 2025 Mai am the 3rd".split(" "),
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(words, { maxLength: 6 }).map((some) => some.join(" ")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom<Language>("de", "en"), (said, language) => {
      const reading = dayIn(said, MONDAY, language);
      if (reading.kind === "day") expect(reading.day >= MONDAY).toBe(true);
      if (reading.kind === "past") expect(reading.day < MONDAY).toBe(true);
    }),
  );
});
