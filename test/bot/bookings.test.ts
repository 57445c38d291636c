import { describe, expect, it } from "vitest";
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
  pressed,
  question,
  said,
  type Told,
} from "./fixture.js";

const second = { ...bookable, id: "second", title: { de: "Seminar second", en: "Seminar second" } };
const known = {
  ...knowledge,
  forms,
  seminars: [bookable, second],
  intents: new Map([
    ...knowledge.intents,
    ["seminar-cancel", intent("seminar-cancel", { seminars: "cancel", answer: null })],
  ]),
};
const one = [booking()];
const two = [booking({ id: 2, seminar: "second", status: "waiting", position: 4 }), booking()];

const cancel = (told: Told) =>
  decided({ knowledge: known, questions: [question("seminar-cancel")], ...told });

describe("the guest's registrations", () => {
  it("are shown with their status, each with a way out that names its seminar", () => {
    const decision = pressed({ does: "bookings" }, { knowledge: known, bookings: two });
    expect(cardsOf(decision).map(({ seminar, status }) => [seminar, status])).toEqual([
      ["second", "Warteliste 4"],
      ["bookable", "angemeldet S-AAAA"],
    ]);
    expect(acts(decision)).toEqual({
      "Abmelden: Seminar second": { does: "withdraw", booking: 2 },
      "Abmelden: Seminar bookable": { does: "withdraw", booking: 1 },
    });
  });

  it.each([
    ["none", []],
    ["only withdrawn ones", [booking({ status: "withdrawn" })]],
  ])("are said to be none when there are %s", (_, bookings) => {
    const decision = pressed({ does: "bookings" }, { knowledge: known, bookings });
    expect(said(decision)).toEqual(["«booking.none»"]);
  });

  it("leave out what is over", () => {
    const told = { knowledge: known, bookings: one, today: "2027-01-01" };
    expect(said(pressed({ does: "bookings" }, told))).toEqual(["«booking.none»"]);
  });

  it("are not said to be none, nor over, when the seminar no longer stands on the list", () => {
    const told = { knowledge: { ...known, seminars: [second] }, bookings: one };
    const unlisted = ["«booking.unlisted» S-AAAA"];
    expect(said(pressed({ does: "bookings" }, told))).toEqual(unlisted);
    expect(said(pressed({ does: "withdraw", booking: 1 }, told))).toEqual(unlisted);
    const both = pressed({ does: "bookings" }, { ...told, bookings: two });
    expect(said(both)).toEqual(["«booking.list»", ...unlisted]);
    expect(both.bookings).toBeUndefined();
  });

  it("show what is called off, with nothing to withdraw from", () => {
    const off = { ...bookable, cancelled: { de: parse("Krank."), en: parse("Ill.") } };
    const decision = pressed(
      { does: "bookings" },
      { knowledge: { ...known, seminars: [off] }, bookings: one },
    );
    expect(cardsOf(decision)[0]).toMatchObject({ cancelled: true, status: "«seminar.status.cancelled»" });
    expect(labels(decision)).toEqual([]);
  });

  it.each([
    "Meine Anmeldungen",
    "zeig mir meine Anmeldungen!",
    "my registrations",
    "Wozu bin ich angemeldet?",
  ])("are shown for %j", (text) => {
    const decision = decided({ knowledge: known, text, bookings: two, questions: [question("x", "none")] });
    expect(said(decision)).toEqual(["«booking.list»"]);
  });
});

describe("withdrawing", () => {
  it("is asked about once, then done, and can be undone by registering again", () => {
    const asked = pressed({ does: "withdraw", booking: 1 }, { knowledge: known, bookings: one });
    expect(said(asked)).toEqual(["«booking.sure» Seminar bookable"]);
    expect(asked.bookings).toBeUndefined();
    const sure = acts(asked)["«button.withdraw-sure»"];
    expect(sure).toEqual({ does: "withdraw", booking: 1, confirmed: true });
    expect(acts(asked)["«button.withdraw-not»"]).toEqual({ does: "bookings" });

    const done = pressed(sure!, { knowledge: known, bookings: one });
    expect(said(done)).toEqual(["«booking.withdrawn»"]);
    expect(done.bookings).toEqual([{ does: "withdraw", booking: 1, seats: 2 }]);
    expect(acts(done)["«button.register-again»"]).toMatchObject({ does: "form", seminar: "bookable" });
  });

  it.each([
    ["ja", [{ does: "withdraw", booking: 1, seats: 2 }]],
    ["Ja, bitte!", [{ does: "withdraw", booking: 1, seats: 2 }]],
    ["yes", [{ does: "withdraw", booking: 1, seats: 2 }]],
    ["nein, doch nicht", undefined],
    ["Wie teuer ist das?", undefined],
  ])("takes %j for an answer when it was asked", (text, expected) => {
    const { state } = pressed({ does: "withdraw", booking: 1 }, { knowledge: known, bookings: one });
    const decision = decided({
      knowledge: known,
      bookings: one,
      text,
      state,
      questions: [question("registration", "none", [], text)],
    });
    expect(decision.bookings).toEqual(expected);
  });

  it("takes no 'ja' for one that was not asked for", () => {
    const decision = decided({
      knowledge: known,
      bookings: one,
      text: "ja",
      questions: [question("x", "none")],
    });
    expect(decision.bookings).toBeUndefined();
  });

  it("gives nobody a seat of what is called off", () => {
    const off = { ...bookable, cancelled: { de: parse("Krank."), en: parse("Ill.") } };
    const told = { knowledge: { ...known, seminars: [off] }, bookings: one };
    const decision = pressed({ does: "withdraw", booking: 1, confirmed: true }, told);
    expect(decision.bookings).toEqual([{ does: "withdraw", booking: 1, seats: 0 }]);
  });

  it.each([
    ["was withdrawn before", [booking({ status: "withdrawn" })], {}, "«booking.gone»"],
    ["is not this guest's", [], {}, "«booking.gone»"],
    ["is over", one, { today: "2027-01-01" }, "«booking.over»"],
  ])("says so of a registration that %s", (_, bookings, told, text) => {
    const decision = pressed(
      { does: "withdraw", booking: 1, confirmed: true },
      { knowledge: known, bookings, ...told },
    );
    expect(said(decision)).toEqual([text]);
    expect(decision.bookings).toBeUndefined();
  });

  it("by words asks about the only registration at once", () => {
    const decision = cancel({ bookings: one });
    expect(said(decision)).toEqual(["«booking.sure» Seminar bookable"]);
    expect(decision.log.answered).toEqual(["seminar-cancel"]);
  });

  it("by words asks about the one that is named, and says that a waiting place is given up", () => {
    expect(said(cancel({ bookings: two, seminars: ["second"] }))).toEqual(["«booking.sure-waiting»"]);
  });

  it("by words shows them when several could be meant", () => {
    expect(said(cancel({ bookings: two }))).toEqual(["«booking.list»"]);
  });

  it("of a seminar that the guest has no registration for is as the announcement says", () => {
    expect(said(cancel({ bookings: one, seminars: ["second"] }))[0]).toContain("«seminar.cancel.here»");
  });

  it.each(["abmelden", "Ich möchte mich abmelden.", "withdraw"])(
    "is meant by a mere %j of who registered",
    (text) => {
      const told = { knowledge: known, text, questions: [question("registration", "sure", [], text)] };
      expect(said(decided({ ...told, bookings: one }))).toEqual(["«booking.sure» Seminar bookable"]);
      expect(said(decided(told))).toEqual(["Beim Gewerbeamt."]);
    },
  );
});
