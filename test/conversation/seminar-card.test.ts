import { describe, expect, it } from "vitest";
import {
  type CardView,
  freeSeats,
  registrationState,
  seminarCard,
  seminarWhen,
} from "../../src/conversation/seminar-card.js";
import type { Messages, Seminar } from "../../src/knowledge/model.js";
import { parse } from "../../src/text/index.js";
import { blankSeminar } from "../blank-entries.js";

const status = (text: string): Messages[string] => ({ de: [parse(text)], en: [parse(text)] });
const messages: Messages = {
  "seminar.status.free": {
    de: [parse("noch {free} von {seats} Plätzen frei")],
    en: [parse("{free} of {seats} places left")],
  },
  "seminar.status.full": status("voll"),
  "seminar.status.closed": status("zu"),
  "seminar.status.cancelled": status("abgesagt"),
  "seminar.status.past": status("vorbei"),
};
const view: CardView = {
  language: "de",
  messages,
  site: "https://chat.example",
  past: false,
  today: "2026-11-23",
};
const seminar: Seminar = {
  ...blankSeminar,
  id: "digital",
  title: { de: "Digital werden", en: "Going digital" },
  date: { kind: "full", start: "2026-11-30", end: "2026-12-01", from: "16:00", to: "18:00" },
  place: { city: "Berlin", venue: "Haus A" },
  online: true,
  leaders: [
    { name: "Dr. Ada Muster", affiliation: "Hochschule" },
    { name: "Ben Beispiel", affiliation: null },
  ],
  fee: { de: "kostenfrei", en: "free" },
  seats: 20,
  registration: { url: null, form: "registration", until: "2026-11-28" },
};
const cancelled = { ...seminar, cancelled: { de: parse("Krank."), en: parse("Ill.") } };

describe("when a seminar is", () => {
  it.each<[Seminar["date"], string, string]>([
    [
      { kind: "full", start: "2026-11-30", end: "2026-11-30", from: "16:00", to: "18:00" },
      "Montag, 30. November 2026, 16:00 bis 18:00 Uhr",
      "Monday 30 November 2026, 16:00 to 18:00",
    ],
    [
      { kind: "full", start: "2026-11-30", end: "2026-12-01", from: null, to: null },
      "Montag, 30. November 2026 – Dienstag, 1. Dezember 2026",
      "Monday 30 November 2026 – Tuesday 1 December 2026",
    ],
    [
      { kind: "full", start: "2026-11-30", end: "2026-11-30", from: "09:00", to: null },
      "Montag, 30. November 2026, ab 09:00 Uhr",
      "Monday 30 November 2026, from 09:00",
    ],
    [
      { kind: "full", start: "2026-11-30", end: "2026-11-30", from: null, to: "18:00" },
      "Montag, 30. November 2026, bis 18:00 Uhr",
      "Monday 30 November 2026, until 18:00",
    ],
    [
      { kind: "yearless", month: 11, days: [24, 25] },
      "24./25. November (ohne Jahresangabe)",
      "24/25 November (no year given)",
    ],
  ])("is said in words: %j", (date, de, en) => {
    expect(date && seminarWhen(date, "de")).toBe(de);
    expect(date && seminarWhen(date, "en")).toBe(en);
  });
});

describe("a seminar's card", () => {
  it("says what the announcement states, with the seminar's page and calendar file", () => {
    expect(seminarCard(seminar, { ...view, seats: { booked: 17, waiting: 0 } })).toEqual({
      kind: "seminar",
      seminar: "digital",
      title: "Digital werden",
      when: "Montag, 30. November 2026 – Dienstag, 1. Dezember 2026, 16:00 bis 18:00 Uhr",
      where: "Haus A, Berlin / online",
      leaders: "Dr. Ada Muster (Hochschule), Ben Beispiel",
      fee: "kostenfrei",
      url: null,
      example: false,
      pageUrl: "https://chat.example/seminars/digital?lang=de",
      calendarUrl: "https://chat.example/seminars/digital.ics?lang=de",
      status: "noch 3 von 20 Plätzen frei",
      cancelled: false,
      register: null,
    });
  });

  it("is null in all that is not stated", () => {
    const bare = {
      ...seminar,
      date: null,
      place: null,
      online: null,
      leaders: [],
      fee: null,
      seats: null,
      registration: null,
    };
    expect(seminarCard(bare, view)).toMatchObject({
      when: null,
      where: null,
      leaders: null,
      fee: null,
      url: null,
      calendarUrl: null,
      status: null,
    });
  });

  it("has no addresses of the desk where it has none, as in the terminal", () => {
    expect(seminarCard(seminar, { ...view, site: null })).toMatchObject({ pageUrl: null, calendarUrl: null });
  });

  it.each<[string, Seminar, Partial<CardView>]>([
    ["without a year", { ...seminar, date: { kind: "yearless", month: 11, days: [24] } }, {}],
    ["that is over", seminar, { past: true }],
    ["that is called off", cancelled, {}],
  ])("has no calendar file for a seminar %s", (_, about, more) => {
    expect(seminarCard(about, { ...view, ...more }).calendarUrl).toBeNull();
  });

  it.each<[string, Seminar, Partial<CardView>]>([
    ["abgesagt", cancelled, { past: true }],
    ["vorbei", seminar, { past: true }],
    ["zu", seminar, { today: "2026-11-29" }],
    ["voll", seminar, { seats: { booked: 20, waiting: 0 } }],
    ["voll", seminar, { seats: { booked: 23, waiting: 1 } }],
    ["noch 20 von 20 Plätzen frei", seminar, {}],
    ["20 of 20 places left", seminar, { language: "en" }],
  ])("has the status %j", (text, about, more) => {
    expect(seminarCard(about, { ...view, ...more }).status).toBe(text);
  });

  it("does not count the seats of a seminar that one registers for elsewhere", () => {
    const elsewhere = { ...seminar, registration: { url: "https://example.org", form: null, until: null } };
    expect(seminarCard(elsewhere, view)).toMatchObject({ status: null, url: "https://example.org" });
  });
});

describe("registering", () => {
  it.each<[string, Seminar, Partial<CardView>]>([
    ["open", seminar, {}],
    ["open", seminar, { today: "2026-11-28" }],
    ["open", { ...seminar, seats: null }, { seats: { booked: 999, waiting: 0 } }],
    ["full", seminar, { seats: { booked: 20, waiting: 2 } }],
    ["closed", seminar, { today: "2026-11-29" }],
    ["past", seminar, { past: true, today: "2026-12-05" }],
    ["cancelled", cancelled, { past: true }],
    ["elsewhere", { ...seminar, registration: null }, {}],
  ])("is %s", (state, about, more) => {
    expect(registrationState(about, { ...view, ...more })).toBe(state);
  });

  it("never has fewer than no free seats", () => {
    expect(freeSeats(seminar, { booked: 25, waiting: 0 })).toBe(0);
    expect(freeSeats({ seats: null }, undefined)).toBeNull();
  });
});
