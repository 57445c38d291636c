import { describe, expect, it } from "vitest";
import type { Knowledge, Seminar } from "../../src/knowledge/model.js";
import { parse } from "../../src/text/index.js";
import {
  acts,
  bookable,
  booking,
  cardsOf,
  decided,
  forms,
  intent,
  knowledge,
  labels,
  linksOf,
  question,
  said,
  seminar,
  type Told,
  yearless,
} from "./fixture.js";

const url = "https://example.org/anmeldung";
const registration = { url: null, form: "seminar-registration", until: null };
const elsewhere = seminar("elsewhere", { registration: { url, form: null, until: null } });
const unstated = seminar("unstated");
const asking = { seminars: "register", answer: null, topic: "seminars" } as const;

const withSeminars = (...seminars: readonly Seminar[]): Knowledge => ({
  ...knowledge,
  forms,
  seminars,
  intents: new Map([
    ...knowledge.intents,
    ["seminar-register", intent("seminar-register", asking)],
    ["seminar-cancel", intent("seminar-cancel", { ...asking, seminars: "cancel" })],
  ]),
});
const linkOnly = (base: Knowledge): Knowledge => ({
  ...base,
  office: { ...base.office, forms: { ...base.office.forms, web: "link" } },
});

/** The answer to "wie melde ich mich an?" on one seminar. */
const asked = (about: Seminar, told: Told = {}) =>
  decided({
    knowledge: withSeminars(about, yearless),
    questions: [question("seminar-register")],
    seminars: [about.id],
    ...told,
  });
const full = { bookable: { booked: 2, waiting: 3 } };

describe("how one registers", () => {
  it("is by a button, here, while a seat is free", () => {
    const decision = asked(bookable);
    expect(said(decision)[0]).toContain("«seminar.register.here»");
    expect(acts(decision)["«button.register»"]).toEqual({
      does: "form",
      form: "seminar-registration",
      seminar: "bookable",
    });
  });

  it("is by the waiting list when it is full", () => {
    const decision = asked(bookable, { seats: full });
    expect(said(decision)[0]).toContain("«seminar.register.full»");
    expect(labels(decision)).toContain("«button.waiting-list»");
  });

  it("is here or at the address when there are both, each named once", () => {
    const decision = asked({ ...bookable, registration: { ...registration, url } });
    expect(said(decision)[0]).toContain("«seminar.register.or-page»");
    expect(labels(decision)).toContain("«button.register»");
    expect(linksOf(decision)).toEqual({});
  });

  it("is at the address alone when there is no form", () => {
    const decision = asked(elsewhere);
    expect(said(decision)[0]).toMatch(/^register: Seminar elsewhere/);
    expect(linksOf(decision)).toEqual({ "«seminar.link»": url });
    expect(labels(decision)).not.toContain("«button.register»");
  });

  it.each([
    ["not stated", unstated, {}, "«seminar.register.unstated»"],
    [
      "over: the last day has passed",
      { ...bookable, registration: { ...registration, until: "2026-11-22" } },
      {},
      "«seminar.register.closed»",
    ],
    ["over with the seminar", bookable, { today: "2027-01-01" }, "«seminar.register.past»"],
    [
      "pointless when it is called off, and the reason is told",
      { ...bookable, cancelled: { de: parse("Krank."), en: parse("Ill.") } },
      {},
      "«seminar.cancelled» Seminar bookable\n\nKrank.",
    ],
  ])("is %s", (_, about, told, text) => {
    const decision = asked(about, told);
    expect(said(decision)[0]).toContain(text);
    expect(labels(decision)).not.toContain("«button.register»");
    expect(labels(decision)).not.toContain("«button.waiting-list»");
  });

  it("is possible on the last day", () => {
    const until = { ...bookable, registration: { ...registration, until: "2026-11-23" } };
    expect(labels(asked(until))).toContain("«button.register»");
  });

  it("is in the chat on the web, by link, where this channel takes no personal details", () => {
    const knowledge = linkOnly(withSeminars(bookable));
    const decision = asked(bookable, { knowledge, site: "https://chat.example" });
    expect(said(decision)[0]).toContain("«seminar.register.web»");
    expect(linksOf(decision)).toEqual({
      "«button.register»": "https://chat.example/?do=register:bookable&lang=de",
    });
    expect(said(asked(bookable, { knowledge }))[0]).toContain("«seminar.register.ask»");
  });

  it("is never in a room", () => {
    const decision = asked(bookable, { place: { channel: "web", scope: "room", address: "hall" } });
    expect(labels(decision)).not.toContain("«button.register»");
  });

  it.each([
    [booking(), "«booking.already»", "angemeldet S-AAAA"],
    [booking({ status: "waiting", position: 2 }), "«booking.already-waiting»", "Warteliste 2"],
  ])("is said to be done when it is, with a way out", (mine, text, status) => {
    const decision = asked(bookable, { bookings: [mine] });
    expect(said(decision)[0]).toContain(text);
    expect(cardsOf(decision)[0]).toMatchObject({ status, register: null });
    expect(acts(decision)["«button.withdraw»"]).toEqual({ does: "withdraw", booking: 1 });
  });

  it("may be done again after withdrawing", () => {
    const decision = asked(bookable, { bookings: [booking({ status: "withdrawn" })] });
    expect(labels(decision)).toContain("«button.register»");
  });

  it("asks which seminar is meant, and the button answers for that one", () => {
    const decision = decided({
      knowledge: withSeminars(bookable, elsewhere),
      questions: [question("seminar-register")],
    });
    expect(said(decision)).toEqual(["«seminar.which»"]);
    expect(acts(decision)["Seminar elsewhere"]).toEqual({
      does: "ask",
      intent: "seminar-register",
      seminar: "elsewhere",
    });
  });

  it("asks which one is meant when two are named alike, rather than take the wrong one", () => {
    const decision = asked(bookable, {
      knowledge: withSeminars(bookable, elsewhere, unstated),
      seminars: ["bookable", "elsewhere"],
    });
    expect(labels(decision).slice(0, 2)).toEqual(["Seminar bookable", "Seminar elsewhere"]);
    expect(labels(decision)).not.toContain("Seminar unstated");
  });
});

describe("how one cancels", () => {
  const cancelling = { questions: [question("seminar-cancel")] };

  it("is as the announcement says, for a seminar that one registers for elsewhere", () => {
    const decision = asked(elsewhere, cancelling);
    expect(said(decision)[0]).toMatch(/^cancel: /);
    expect(linksOf(decision)).toEqual({ "«seminar.link»": url });
  });

  it("says that there is no registration in this chat, for one that is registered for here", () => {
    expect(said(asked(bookable, cancelling))[0]).toContain("«seminar.cancel.here»");
  });
});
