import fc from "fast-check";
import { expect, it } from "vitest";
import { periodIn } from "../../src/conversation/when.js";

const MONDAY = "2026-11-23";

it.each([
  ["habt ihr heute nachmittag noch auf?", "2026-11-23", "2026-11-23"],
  ["seid ihr morgen da", "2026-11-24", "2026-11-24"],
  ["übermorgen", "2026-11-25", "2026-11-25"],
  ["am Freitagnachmittag", "2026-11-27", "2026-11-27"],
  ["Montags?", "2026-11-23", "2026-11-23"],
  ["offen am 24.12.?", "2026-12-24", "2026-12-24"],
  ["am 6.1.", "2027-01-06", "2027-01-06"],
  ["am 24.12.2027", "2027-12-24", "2027-12-24"],
  ["2026-12-31", "2026-12-31", "2026-12-31"],
  ["am 3. März", "2027-03-03", "2027-03-03"],
  ["on 24 December 2026", "2026-12-24", "2026-12-24"],
  ["on the 24th of December", "2026-12-24", "2026-12-24"],
  ["December 24th", "2026-12-24", "2026-12-24"],
  ["nächste Woche", "2026-11-30", "2026-12-06"],
  ["diese woche", "2026-11-23", "2026-11-29"],
  ["am Wochenende", "2026-11-28", "2026-11-29"],
  ["nächsten Monat", "2026-12-01", "2026-12-31"],
  ["Gibt es was zu Digitalisierung im November?", "2026-11-01", "2026-11-30"],
  ["im februar", "2027-02-01", "2027-02-28"],
  ["im maerz 2028", "2028-03-01", "2028-03-31"],
  ["in May", "2027-05-01", "2027-05-31"],
  ["nächstes Jahr", "2027-01-01", "2027-12-31"],
  ["seminare 2027", "2027-01-01", "2027-12-31"],
  ["habt ihr Dienstag in einer Woche offen?", "2026-12-01", "2026-12-01"],
  ["in two weeks", "2026-12-07", "2026-12-07"],
  ["nächste Woche Freitag", "2026-12-04", "2026-12-04"],
  ["übernächste Woche", "2026-12-07", "2026-12-13"],
  ["nächsten Montag", "2026-11-30", "2026-11-30"],
  ["Mittwoch morgen", "2026-11-25", "2026-11-25"],
  ["am 3.Dezember", "2026-12-03", "2026-12-03"],
  ["wart ihr gestern da", "2026-11-22", "2026-11-22"],
])("reads %j as %s to %s", (text, from, to) => {
  expect(periodIn(text, MONDAY)).toEqual({ from, to });
});

it.each([
  "Wie melde ich ein Gewerbe an?",
  "guten morgen",
  "you may call me",
  "am 31.2.",
  "Verwaltung 4.0",
  "Wirtschaftsförderung 4.0 und Industrie 4.0",
  "§ 19 UStG",
  "50.700 EUR",
])("finds no day in %j", (text) => {
  expect(periodIn(text, MONDAY)).toBeNull();
});

it("never throws and never ends before it begins, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const period = periodIn(text, MONDAY);
      expect(period === null || period.from <= period.to).toBe(true);
    }),
  );
});
