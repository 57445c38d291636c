import { describe, expect, it } from "vitest";
import { decide } from "../../src/bot/index.js";
import type { Knowledge, Seminar } from "../../src/knowledge/model.js";
import { parse } from "../../src/text/index.js";
import type { Booking, OpenForm } from "../../src/vocabulary/index.js";
import {
  acts,
  bookable,
  booking,
  cardsOf,
  due,
  forms,
  inputFor,
  knowledge,
  labels,
  NOW,
  said,
  type Told,
} from "./fixture.js";

const withSeminar = (seminar: Seminar): Knowledge => ({ ...knowledge, forms, seminars: [seminar] });
const cancelled: Seminar = {
  ...bookable,
  fingerprint: "v2",
  cancelled: { de: parse("Die Referentin ist krank."), en: parse("The speaker is ill.") },
};
const moved: Seminar = {
  ...bookable,
  fingerprint: "v2",
  date: { kind: "full", start: "2027-01-14", end: "2027-01-14", from: null, to: null },
};

/** What a timer says to a guest with this booking. */
const told = (name: string, mine: Booking, seminar: Seminar, some: Told = {}) =>
  due(name, { knowledge: withSeminar(seminar), bookings: [mine], site: "https://chat.example", ...some });

describe("a seat that became free", () => {
  it("is told to who moved up, with the date, the calendar file and a way out", () => {
    const decision = told("moved-up:1", booking(), bookable);
    expect(said(decision)).toEqual(["«booking.moved-up»"]);
    expect(decision.log.outcome).toBe("notice");
    expect(cardsOf(decision)[0]).toMatchObject({
      seminar: "bookable",
      calendarUrl: "https://chat.example/seminars/bookable.ics?lang=de",
      register: null,
    });
    expect(acts(decision)["«button.withdraw»"]).toEqual({ does: "withdraw", booking: 1 });
  });

  it("is told in the guest's language, and in the conversation's place", () => {
    const decision = told("moved-up:1", booking(), bookable, { state: { language: "en" } });
    expect(said(decision)).toEqual(["<booking.moved-up>"]);
    expect(decision.say[0]?.to).toMatchObject({ channel: "web", address: "session" });
  });

  it.each<[string, Booking, Seminar, Told]>([
    ["withdrew meanwhile", booking({ status: "withdrawn" }), bookable, {}],
    ["still waits", booking({ status: "waiting", position: 1 }), bookable, {}],
    ["would come to a seminar that is called off", booking(), cancelled, {}],
    ["would come to a seminar that is over", booking(), bookable, { today: "2027-01-01" }],
    ["has another booking", booking({ id: 9 }), bookable, {}],
  ])("is not told to a guest who %s", (_, mine, seminar, some) => {
    const decision = told("moved-up:1", mine, seminar, some);
    expect(decision.say).toEqual([]);
    expect(decision.log.outcome).toBe("ignored");
  });
});

describe("a seminar that was changed", () => {
  it("is told with what holds now, and the guest then counts as told", () => {
    const decision = told("seminar-changed:1", booking(), moved);
    expect(said(decision)).toEqual(["«booking.changed»"]);
    expect(cardsOf(decision)[0]?.when).toBe("Donnerstag, 14. Januar 2027");
    expect(labels(decision)).toEqual(["«button.withdraw»"]);
    expect(decision.bookings).toEqual([{ does: "told", booking: 1, told: "v2" }]);
  });

  it("brings a new reminder for who wanted one", () => {
    expect(told("seminar-changed:1", booking(), moved).timers).toEqual([
      { at: "2027-01-13T09:00:00.000Z", name: "reminder:S-AAAA:v2" },
    ]);
    expect(told("seminar-changed:1", booking({ reminder: false }), moved).timers).toEqual([]);
  });

  it("is told to who waits in other words", () => {
    const decision = told("seminar-changed:1", booking({ status: "waiting", position: 2 }), moved);
    expect(said(decision)).toEqual(["«booking.changed-waiting»"]);
  });

  it("and called off is told with the reason, and there is nothing to withdraw from", () => {
    const decision = told("seminar-changed:1", booking(), cancelled);
    expect(said(decision)).toEqual(["«booking.cancelled» Seminar bookable\n\nDie Referentin ist krank."]);
    expect(cardsOf(decision)[0]).toMatchObject({ cancelled: true, calendarUrl: null });
    expect(labels(decision)).toEqual([]);
    expect(decision.timers).toEqual([]);
    expect(decision.bookings).toEqual([{ does: "told", booking: 1, told: "v2" }]);
  });

  it.each<[string, Booking]>([
    ["knows it already", booking({ told: "v2" })],
    ["withdrew", booking({ status: "withdrawn" })],
  ])("is not told to a guest who %s", (_, mine) => {
    const decision = told("seminar-changed:1", mine, moved);
    expect(decision.say).toEqual([]);
    expect(decision.bookings).toBeUndefined();
  });

  it("when it was over is noted silently", () => {
    const decision = told("seminar-changed:1", booking(), moved, { today: "2027-02-01" });
    expect(decision.say).toEqual([]);
    expect(decision.bookings).toEqual([{ does: "told", booking: 1, told: "v2" }]);
  });
});

describe("a reminder", () => {
  const eve = { today: "2026-12-09", now: Date.parse("2026-12-09T09:00:00Z") };
  const remind = (mine: Booking, seminar: Seminar, some: Told = {}) =>
    told("reminder:S-AAAA:v1", mine, seminar, { ...eve, ...some });

  it("comes the day before", () => {
    const decision = remind(booking(), bookable);
    expect(said(decision)).toEqual(["«booking.reminder»"]);
    expect(decision.state.topic).toMatchObject({ seminar: "bookable" });
  });

  it.each<[string, Booking, Seminar]>([
    ["withdrew", booking({ status: "withdrawn" }), bookable],
    ["still waits", booking({ status: "waiting", position: 1 }), bookable],
    ["wants none", booking({ reminder: false }), bookable],
    ["registered again, under another number", booking({ reference: "S-BBBB" }), bookable],
    ["was told of a change since, with a reminder of its own", booking({ told: "v2" }), { ...moved }],
    ["is about to be told of a change", booking(), { ...bookable, fingerprint: "v2" }],
    ["would come in vain", booking(), { ...cancelled, fingerprint: "v1" }],
  ])("does not come to a guest who %s", (_, mine, seminar) => {
    const decision = remind(mine, seminar);
    expect(decision.say).toEqual([]);
    expect(decision.timers).toEqual([]);
  });

  it("that comes too early is put off to the right day", () => {
    const decision = remind(booking(), bookable, {
      today: "2026-12-01",
      now: Date.parse("2026-12-01T09:00:00Z"),
    });
    expect(decision.say).toEqual([]);
    expect(decision.timers).toEqual([{ at: "2026-12-09T09:00:00.000Z", name: "reminder:S-AAAA:v1" }]);
  });

  it("that comes too late, because the desk stood still, is not sent on the day itself", () => {
    const decision = remind(booking(), bookable, {
      today: "2026-12-10",
      now: Date.parse("2026-12-10T06:00:00Z"),
    });
    expect(decision.say).toEqual([]);
    expect(decision.timers).toEqual([]);
  });
});

describe("what the desk writes of its own accord", () => {
  const form: OpenForm = {
    form: "callback",
    answers: { name: "Anna" },
    asks: "note",
    correcting: false,
    failures: 1,
    startedAt: new Date(NOW).toISOString(),
    touchedAt: new Date(NOW).toISOString(),
  };

  it("leaves an open form as it is and asks its question again below", () => {
    const decision = told("moved-up:1", booking(), bookable, { state: { form } });
    expect(said(decision)[0]).toBe("«booking.moved-up»");
    expect(said(decision).at(-1)).toContain("note?");
    expect(decision.state.form).toMatchObject({ form: "callback", answers: { name: "Anna" }, asks: "note" });
    expect(decision.log.outcome).toBe("notice");
  });

  it("does not take back what was asked, nor count as understanding", () => {
    const state = {
      clarification: { question: "?", intents: ["hours"] },
      fallbacksInARow: 1,
    };
    expect(told("moved-up:1", booking(), bookable, { state }).state).toMatchObject(state);
  });

  it("is said although a person has the conversation", () => {
    const what = { kind: "timer", name: "moved-up:1" } as const;
    const input = inputFor({ knowledge: withSeminar(bookable), bookings: [booking()], what });
    const decision = decide({ ...input, conversation: { ...input.conversation, owner: "person" } });
    expect(said(decision)).toEqual(["«booking.moved-up»"]);
    expect(decision.expects.owner).toBe("person");
  });

  it("is not said on a channel that is switched off", () => {
    const off = {
      ...withSeminar(bookable),
      office: { ...knowledge.office, switchedOff: { web: { de: parse("Aus."), en: parse("Off.") } } },
    };
    expect(due("moved-up:1", { knowledge: off, bookings: [booking()] }).say).toEqual([]);
  });

  it.each(["unknown", "moved-up", "seminar-changed:", "reminder", "form-expires", ""])(
    "is nothing for the timer %j",
    (name) => {
      const decision = due(name, { knowledge: withSeminar(bookable), bookings: [booking()] });
      expect(decision.say).toEqual([]);
      expect(decision.log.outcome).toBe("ignored");
    },
  );
});
