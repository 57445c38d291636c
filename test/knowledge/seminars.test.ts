import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { factsAt } from "../../src/knowledge/facts.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { comingSeminars, isPast } from "../../src/knowledge/seminars.js";
import { plain } from "../../src/text/index.js";
import { blankSeminar } from "../blank-entries.js";
import { assembled, FILES } from "./fixture.js";

const SHIPPED = readFileSync(new URL("../../intents/messages.yaml", import.meta.url), "utf8");

const withSeminars = (text: string): Knowledge =>
  assembled({ ...FILES, "messages.yaml": SHIPPED, "seminars.yaml": text }).knowledge;

const seminars = withSeminars(`
- { id: yearless, title: { de: Ohne Jahr }, date: { month: 11, days: [24, 25] } }
- { id: undated, title: { de: Ohne Tag } }
- { id: later, title: { de: Später }, date: { start: 2027-03-30, end: 2027-04-02 } }
- { id: timed, title: { de: Mit Uhrzeit, en: With times }, date: { start: 2026-11-24, from: "9:00", to: "16:30" } }
- { id: untimed, title: { de: Ohne Uhrzeit }, date: { start: 2026-11-24 } }
- { id: gone, title: { de: Vorbei }, date: { start: 2026-11-20 } }
`);

const coming = (at: string) => comingSeminars(seminars, Date.parse(at)).map(({ id }) => id);
const past = (at: string) =>
  seminars.seminars.filter((one) => isPast(one, Date.parse(at))).map(({ id }) => id);

describe("which seminars are coming and which are past", () => {
  it.each([
    ["the day before", "2026-11-23T11:00+01:00", ["timed", "untimed", "later"], ["gone"]],
    ["just before it begins", "2026-11-24T08:59+01:00", ["timed", "untimed", "later"], ["gone"]],
    ["while it runs: neither", "2026-11-24T09:00+01:00", ["untimed", "later"], ["gone"]],
    ["after its last minute", "2026-11-24T16:30+01:00", ["untimed", "later"], ["timed", "gone"]],
    [
      "in the last minute of a day without times",
      "2026-11-24T23:59+01:00",
      ["untimed", "later"],
      ["timed", "gone"],
    ],
    ["at the midnight after it", "2026-11-25T00:00+01:00", ["later"], ["timed", "untimed", "gone"]],
    ["on the last of several days", "2027-04-02T12:00+02:00", [], ["timed", "untimed", "gone"]],
    ["years later", "2030-01-01T00:00Z", [], ["later", "timed", "untimed", "gone"]],
  ])("%s", (_, at, nowComing, nowPast) => {
    expect(coming(at)).toEqual(nowComing);
    expect(past(at)).toEqual(nowPast);
  });

  it("never counts one without a year or a date as either, whatever the day", () => {
    for (let day = Date.parse("2014-01-01"); day < Date.parse("2032-01-01"); day += 11 * 86_400_000) {
      const at = new Date(day).toISOString();
      expect([...coming(at), ...past(at)]).not.toContain("yearless");
      expect([...coming(at), ...past(at)]).not.toContain("undated");
    }
  });

  it("keeps days in Berlin through the change of the clocks", () => {
    expect(coming("2027-03-30T21:59Z")).toEqual(["later"]);
    expect(coming("2027-03-30T22:00Z")).toEqual([]);
  });
});

describe("examples that count days from the day of the data folder (Friday, 20 November 2026)", () => {
  it.each([
    [0, 1, "2026-11-20", "2026-11-20"],
    [1, 1, "2026-11-23", "2026-11-23"],
    [2, 1, "2026-11-23", "2026-11-23"],
    [3, 2, "2026-11-23", "2026-11-24"],
    [12, 1, "2026-12-02", "2026-12-02"],
    [42, 1, "2027-01-01", "2027-01-01"],
    [-7, 1, "2026-11-13", "2026-11-13"],
  ])("%i days on, for %i days: %s to %s", (days, length, start, end) => {
    const { seminars } = withSeminars(
      `- { id: a, title: { de: A }, example: true, date: { in-days: ${days}, length: ${length}, from: "18:00" } }\n`,
    );
    expect(seminars[0]?.date).toEqual({ kind: "full", start, end, from: "18:00", to: null });
  });
});

describe("the next seminar as a variable", () => {
  const next = (at: string, language: "de" | "en" = "de", of = seminars) =>
    factsAt(of, Date.parse(at)).value("seminars.next", language);

  it("names title and days in the guest's language", () => {
    expect(next("2026-11-23T11:00+01:00")).toBe("Mit Uhrzeit (24. November 2026)");
    expect(next("2026-11-23T11:00+01:00", "en")).toBe("With times (24 November 2026)");
    expect(next("2026-12-01T11:00+01:00")).toBe("Später (30. März bis 2. April 2027)");
    expect(next("2026-12-01T11:00+01:00", "en")).toBe("Später (30 March to 2 April 2027)");
    expect(next("2028-01-01T00:00Z")).toBeUndefined();
  });

  it("says of an example that it is one", () => {
    const example = withSeminars(
      "- { id: a, title: { de: A }, example: true, date: { start: 2026-12-30, end: 2027-01-02 } }\n",
    );
    expect(next("2026-12-01T11:00+01:00", "de", example)).toBe(
      "A (30. Dezember 2026 bis 2. Januar 2027, erfundenes Beispiel)",
    );
  });
});

it("says nothing that the announcement does not say", () => {
  const [seminar] = withSeminars("- { id: a, title: { de: A } }\n").seminars;
  expect(seminar).toEqual({
    ...blankSeminar,
    id: "a",
    title: { de: "A", en: "A" },
    fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
    at: expect.anything(),
  });
});

describe("the fingerprint of a seminar", () => {
  const entry = (changed: Readonly<Record<string, unknown>> = {}): string =>
    `- ${JSON.stringify({
      id: "a",
      title: { de: "A", en: "A" },
      date: { start: "2027-03-04", from: "09:00", to: "16:00" },
      place: { city: "Berlin", venue: "Rathaus" },
      online: false,
      seats: 20,
      fee: { de: "frei" },
      registration: { url: "https://example.org" },
      ...changed,
    })}\n`;
  const of = (changed?: Readonly<Record<string, unknown>>): string | undefined =>
    withSeminars(entry(changed)).seminars[0]?.fingerprint;

  it.each([
    ["title", { title: { de: "B", en: "A" } }],
    ["English title", { title: { de: "A", en: "B" } }],
    ["day", { date: { start: "2027-03-05", from: "09:00", to: "16:00" } }],
    ["time", { date: { start: "2027-03-04", from: "10:00", to: "16:00" } }],
    ["end", { date: { start: "2027-03-04", end: "2027-03-05", from: "09:00", to: "16:00" } }],
    ["day being taken back", { date: null }],
    ["town", { place: { city: "Bonn", venue: "Rathaus" } }],
    ["venue", { place: { city: "Berlin" } }],
    ["way of taking part", { online: true }],
    ["cancellation", { cancelled: { de: "Krank" } }],
  ])("changes with its %s", (_, changed) => {
    expect(of(changed)).not.toBe(of());
  });

  it("changes with the reason of a cancellation", () => {
    expect(of({ cancelled: { de: "Krank" } })).not.toBe(of({ cancelled: { de: "Sturm" } }));
  });

  it.each([
    ["seats", { seats: 5 }],
    ["fee", { fee: { de: "10 Euro" } }],
    ["way of registering", { registration: { url: "https://example.org/new", until: "2027-01-01" } }],
    ["abstract", { abstract: { de: "Neu" } }],
    ["leaders", { leaders: [{ name: "N. N." }] }],
    ["last day written out", { date: { start: "2027-03-04", end: "2027-03-04", from: "9:00", to: "16:00" } }],
    ["id", { id: "b" }],
  ])("does not change with its %s", (_, changed) => {
    expect(of(changed)).toBe(of());
  });
});

it("tells guests why a seminar does not take place", () => {
  const [seminar] = withSeminars(
    '- { id: a, title: { de: A }, cancelled: { de: "**Krank**, tut uns leid" } }\n',
  ).seminars;
  expect(plain(seminar?.cancelled?.en ?? [])).toBe("Krank, tut uns leid");
});
