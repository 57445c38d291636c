import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { factsAt } from "../../src/knowledge/facts.js";
import { dayIn } from "../../src/knowledge/office-hours.js";
import { plain } from "../../src/text/index.js";
import type { Language } from "../../src/vocabulary/index.js";
import { assembled, FILES } from "./fixture.js";

/** The sentences are those that the desk ships with. */
const SHIPPED = readFileSync(new URL("../../intents/messages.yaml", import.meta.url), "utf8");
const files = { ...FILES, "messages.yaml": SHIPPED };
const { knowledge } = assembled(files);

const ask = (path: string, at: string, language: Language = "de", of = knowledge): string | undefined => {
  const value = factsAt(of, Date.parse(at)).value(path, language);
  return value === undefined || typeof value === "string" ? value : plain(value);
};

describe("whether somebody is there", () => {
  it.each([
    [
      "in the morning",
      "2026-11-23T09:00+01:00",
      "Wir sind gerade da, bis 12:00 Uhr, und heute noch einmal von 14:00 bis 16:00 Uhr.",
      "We are here right now, until 12 noon, and again today from 2 pm to 4 pm.",
    ],
    [
      "in the afternoon",
      "2026-11-23T15:59+01:00",
      "Wir sind gerade da, heute bis 16:00 Uhr.",
      "We are here right now, until 4 pm today.",
    ],
    [
      "before the day begins",
      "2026-11-23T06:00+01:00",
      "Gerade ist geschlossen. Wir öffnen heute um 9:00 Uhr.",
      "We are closed at the moment. We open today at 9 am.",
    ],
    [
      "at lunch",
      "2026-11-23T12:00+01:00",
      "Gerade ist geschlossen. Wir öffnen heute um 14:00 Uhr.",
      "We are closed at the moment. We open today at 2 pm.",
    ],
    [
      "in the evening",
      "2026-11-23T16:00+01:00",
      "Gerade ist geschlossen. Wir öffnen wieder am Dienstag, 24. November, um 9:00 Uhr.",
      "We are closed at the moment. We open again on Tuesday 24 November at 9 am.",
    ],
    [
      "at the weekend",
      "2026-11-28T11:00+01:00",
      "Gerade ist geschlossen. Wir öffnen wieder am Montag, 30. November, um 9:00 Uhr.",
      "We are closed at the moment. We open again on Monday 30 November at 9 am.",
    ],
    [
      "on a day with other hours",
      "2026-11-27T09:30+01:00",
      "Gerade ist geschlossen. Wir öffnen heute um 10:00 Uhr.",
      "We are closed at the moment. We open today at 10 am.",
    ],
    [
      "on company holidays, which end beyond New Year",
      "2026-12-30T10:00+01:00",
      "Heute ist geschlossen: Betriebsferien. Wir öffnen wieder am Montag, 4. Januar 2027, um 9:00 Uhr.",
      "We are closed today: company holidays. We open again on Monday 4 January 2027 at 9 am.",
    ],
    [
      "on Good Friday",
      "2027-03-26T10:00+01:00",
      "Heute ist geschlossen: Karfreitag. Wir öffnen wieder am Dienstag, 30. März, um 9:00 Uhr.",
      "We are closed today: Good Friday. We open again on Tuesday 30 March at 9 am.",
    ],
    [
      "in summer time, which is not the server's",
      "2026-07-06T07:30Z",
      "Wir sind gerade da, bis 12:00 Uhr, und heute noch einmal von 14:00 bis 16:00 Uhr.",
      "We are here right now, until 12 noon, and again today from 2 pm to 4 pm.",
    ],
  ])("%s", (_, at, german, english) => {
    expect(ask("office.openNow", at)).toBe(german);
    expect(ask("office.openNow", at, "en")).toBe(english);
  });

  it.each([
    ["the day before clocks go forward", "2027-03-27T23:30+01:00", "2027-03-27"],
    ["the hour that does not exist", "2027-03-28T01:30Z", "2027-03-28"],
    ["the first of the two hours when clocks go back", "2026-10-25T00:30Z", "2026-10-25"],
    ["midnight in Berlin, still yesterday in UTC", "2026-11-22T23:00Z", "2026-11-23"],
  ])("knows the day at %s", (_, at, day) => {
    expect(dayIn("Europe/Berlin", Date.parse(at))).toBe(day);
  });

  it("opens at nine by the wall clock on the first working day after the clocks have changed", () => {
    expect(ask("office.openNow", "2026-10-26T08:00Z")).toContain("Wir sind gerade da");
    expect(ask("office.openNow", "2026-10-26T07:59Z")).toContain("Gerade ist geschlossen");
    expect(ask("office.openNow", "2026-10-23T07:00Z")).toContain("Wir sind gerade da");
  });
});

describe("the hours of a day", () => {
  const now = "2026-11-23T11:00+01:00";

  it.each([
    [
      "office.today",
      "Heute, Montag, 23. November: 9:00 bis 12:00 Uhr und 14:00 bis 16:00 Uhr.",
      "Today, Monday 23 November: 9 am to 12 noon and 2 pm to 4 pm.",
    ],
    [
      "office.day.2026-11-23",
      "Heute, Montag, 23. November: 9:00 bis 12:00 Uhr und 14:00 bis 16:00 Uhr.",
      "Today, Monday 23 November: 9 am to 12 noon and 2 pm to 4 pm.",
    ],
    [
      "office.day.2026-11-26",
      "Am Donnerstag, 26. November: 9:00 bis 12:00 Uhr und 14:00 bis 18:00 Uhr.",
      "On Thursday 26 November: 9 am to 12 noon and 2 pm to 6 pm.",
    ],
    [
      "office.day.2026-11-27",
      "Am Freitag, 27. November: 10:00 bis 11:00 Uhr (Personalversammlung).",
      "On Friday 27 November: 10 am to 11 am (staff meeting).",
    ],
    [
      "office.day.2026-11-28",
      "Am Samstag, 28. November, ist geschlossen.",
      "We are closed on Saturday 28 November.",
    ],
    [
      "office.day.2026-12-25",
      "Am Freitag, 25. Dezember, ist geschlossen: Betriebsferien.",
      "We are closed on Friday 25 December: company holidays.",
    ],
    [
      "office.day.2027-01-01",
      "Am Freitag, 1. Januar 2027, ist geschlossen: Neujahrstag.",
      "We are closed on Friday 1 January 2027: New Year's Day.",
    ],
    ["office.nextOpening", "heute um 14:00 Uhr", "today at 2 pm"],
    ["office.holiday.2026-12-26", "2. Weihnachtstag", "Boxing Day"],
    ["office.holiday.next", "Freitag, 25. Dezember: 1. Weihnachtstag", "Friday 25 December: Christmas Day"],
  ])("%s", (path, german, english) => {
    expect(ask(path, now)).toBe(german);
    expect(ask(path, now, "en")).toBe(english);
  });

  it("of the week are a list in which days alike stand together", () => {
    expect(ask("office.hours", now)).toBe(
      [
        "• Montag bis Mittwoch: 9:00 bis 12:00 Uhr und 14:00 bis 16:00 Uhr",
        "• Donnerstag: 9:00 bis 12:00 Uhr und 14:00 bis 18:00 Uhr",
        "• Freitag: 9:00 bis 12:00 Uhr",
        "• Samstag und Sonntag: geschlossen",
      ].join("\n"),
    );
    expect(ask("office.hours", now, "en")).toContain("• Saturday and Sunday: closed");
  });

  it.each([
    ["NW", "2026-11-01", "Allerheiligen"],
    ["BE", "2026-11-01", undefined],
    ["BE", "2026-03-08", "Weltfrauentag"],
    ["SN", "2026-11-18", "Buß- und Bettag"],
    ["BUND", "2026-06-04", undefined],
  ])("follow the holidays of %s on %s", (state, date, name) => {
    const there = { ...knowledge, office: { ...knowledge.office, state } };
    expect(ask(`office.holiday.${date}`, now, "de", there)).toBe(name);
  });

  it("lists each holiday of the next twelve months once", () => {
    const lines = ask("office.holiday.list", now)?.split("\n") ?? [];
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe("• Freitag, 25. Dezember: 1. Weihnachtstag");
    expect(lines.at(-1)).toBe("• Montag, 1. November 2027: Allerheiligen");
  });
});

describe("values", () => {
  const now = "2026-11-23T11:00+01:00";

  it.each([
    ["office.name", "Wirtschaftsförderung", "Wirtschaftsförderung"],
    ["office.city", "Köln", "Cologne"],
    ["office.contact.eMail", "desk@example.org", "desk@example.org"],
    ["trade-office.name", "Gewerbeamt", "Trade office"],
    ["trade-office.link", "https://example.org/gewerbe", "https://example.org/gewerbe"],
  ])("%s", (path, german, english) => {
    expect(ask(path, now)).toBe(german);
    expect(ask(path, now, "en")).toBe(english);
  });

  it.each([
    "office.contact.phone",
    "office.constructor",
    "office",
    "office.day.2026-02-30",
    "office.day.tomorrow",
    "office.day.9999-12-31",
    "office.holiday.0000-01-01",
    "office.holiday.today",
    "trade-office.phone",
    "trade-office.toString",
    "nobody.name",
    "__proto__.name",
    "seminars.next",
    "",
  ])("%j is not known, and nothing is made up", (path) => {
    const value = ask(path, now);
    if (path === "office.day.9999-12-31") expect(value).toContain("31. Dezember 9999");
    else expect(value).toBeUndefined();
  });

  it("are not known where the office says nothing of its hours", () => {
    const silent = assembled({ ...files, "office.yaml": "state: NW\n" }).knowledge;
    for (const path of ["openNow", "today", "hours", "nextOpening", "day.2026-11-24"])
      expect(ask(`office.${path}`, now, "de", silent)).toBeUndefined();
  });

  it("of an office that never opens name no next opening", () => {
    const shut = assembled({ ...files, "office.yaml": "hours: {}\n" }).knowledge;
    expect(ask("office.openNow", now, "de", shut)).toBe("Gerade ist geschlossen.");
    expect(ask("office.nextOpening", now, "de", shut)).toBeUndefined();
  });

  it("whose sentence is missing in messages.yaml are not known", () => {
    expect(ask("office.openNow", now, "de", assembled(FILES).knowledge)).toBeUndefined();
  });
});

describe("what the desk says of itself", () => {
  const linked = assembled({
    ...files,
    "office.yaml": `${FILES["office.yaml"]}`.replace(
      "values:\n",
      'values:\n  privacyLink: "https://example.org/privacy"\n',
    ),
  }).knowledge;
  const value = (path: string, desk = {}, language: Language = "de", of = linked) =>
    factsAt(of, 0, desk).value(path, language);

  it("links to its own legal pages where it has them and an address, else to those of the office", () => {
    const site = "https://chat.example.org";
    expect(value("office.privacyLink", { site })).toBe("https://chat.example.org/privacy?lang=de");
    expect(value("office.privacyLink", { site }, "en")).toBe("https://chat.example.org/privacy?lang=en");
    expect(value("office.accessibilityLink", { site })).toBe(
      "https://chat.example.org/accessibility?lang=de",
    );
    expect(value("office.privacyLink")).toBe("https://example.org/privacy");
    expect(value("office.privacyLink", { site: null })).toBe("https://example.org/privacy");
    expect(value("office.imprintLink")).toBeUndefined();
    expect(value("office.privacyLink", { site }, "de", { ...linked, legal: {} })).toBe(
      "https://example.org/privacy",
    );
  });

  it("knows how long conversations and forms are kept", () => {
    expect(value("desk.retentionDays")).toBe("30");
    expect(value("desk.retentionDays", { retentionDays: 7 })).toBe("7");
    expect(value("forms.keepDays")).toBe("30");
    const two = `${FILES["forms.yaml"]}${(FILES["forms.yaml"] ?? "").replace("callback", "b").replace("30", "90")}`;
    expect(value("forms.keepDays", {}, "de", assembled({ ...files, "forms.yaml": two }).knowledge)).toBe(
      "90",
    );
    expect(value("forms.keepDays", {}, "de", { ...linked, forms: new Map() })).toBeUndefined();
  });
});
