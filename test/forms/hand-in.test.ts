import { describe, expect, it } from "vitest";
import type { FormTurn } from "../../src/forms/index.js";
import { type Circumstances, draft, guest, knowledge, seminar } from "./fixture.js";

describe("a seat", () => {
  const registering = (some: Circumstances = {}, fingerprint = "v1"): ReturnType<typeof guest> =>
    guest({
      ...some,
      form: draft({
        form: "registration",
        seminar: "ki",
        asks: "summary",
        answers: { name: "Erika Muster", reminder: "yes" },
        fingerprint,
      }),
    });
  const booking = (turn: FormTurn) => turn.bookings?.[0];

  it("is taken while one is free, only as long as one is", () => {
    const { turn, said, messages } = registering({ seats: { ki: { booked: 2, waiting: 0 } } }).write("ja");
    expect(booking(turn)).toEqual({
      does: "book",
      seminar: "ki",
      as: "booked",
      reminder: true,
      reference: turn.submission?.reference,
      told: "v1",
    });
    expect(turn.seat).toEqual({ seminar: "ki", fewerThan: 3 });
    expect(turn.submission).toMatchObject({ seminar: "ki", form: "registration" });
    expect(said).toContain("Sie sind angemeldet: Seminar ki");
    expect(said).toContain(turn.submission?.reference);
    expect(messages[0]?.cards?.[0]).toMatchObject({
      calendarUrl: "https://desk.example/seminars/ki.ics?lang=de",
    });
    expect(messages).toHaveLength(1);
  });

  it("is a place on the waiting list when none is free, even if one was when the summary came", () => {
    const { turn, said, messages } = registering({ seats: { ki: { booked: 3, waiting: 1 } } }).write("ja");
    expect(booking(turn)).toMatchObject({ as: "waiting" });
    // the place that is said is the place that is given
    expect(turn.seat).toEqual({ seminar: "ki", waiting: 1 });
    expect(said).toContain("Warteliste, Platz 2");
    expect(messages[0]?.cards?.[0]).toMatchObject({ calendarUrl: null });
  });

  it("needs no limit where there is none", () => {
    const { turn } = registering({
      knowledge: { ...knowledge, seminars: [seminar("ki", { seats: null })] },
    }).write("ja");
    expect(booking(turn)).toMatchObject({ as: "booked" });
    expect(turn.seat).toBeUndefined();
  });

  it("reminds only who wants it", () => {
    const someone = registering();
    someone.write("ändern");
    someone.press("Feld reminder");
    someone.write("nein");
    expect(booking(someone.write("ja").turn)).toMatchObject({ reminder: false });
  });

  it("is named in the summary, with date, place and what is free", () => {
    const someone = registering({ seats: { ki: { booked: 1, waiting: 0 } } });
    someone.write("ändern");
    const { said, turn } = someone.press("Nichts ändern");
    expect(said).toContain("Termin: Donnerstag, 10. Dezember 2026");
    expect(said).toContain("Ort: Rathaus, Musterstadt");
    expect(said).toContain("Freie Plätze: 2");
    expect(turn.form?.fingerprint).toBe("v1");
  });

  it("is not taken at a seminar that has changed since: the summary is shown again, then it is", () => {
    const someone = registering({}, "v0");
    const shown = someone.write("ja");
    expect(shown.said).toContain("haben sich eben geändert");
    expect(shown.said).toContain("Termin: Donnerstag, 10. Dezember 2026");
    expect(shown.turn).toMatchObject({ form: { asks: "summary", fingerprint: "v1" } });
    expect(shown.turn.bookings).toBeUndefined();
    expect(booking(someone.write("ja").turn)).toMatchObject({ told: "v1" });
  });

  it.each([
    ["is gone", [], /nicht mehr in unserer Liste/],
    ["was cancelled", [seminar("ki", { cancelled: { de: [], en: [] } })], /abgesagt/],
    [
      "closed",
      [seminar("ki", { registration: { url: null, form: "registration", until: "2026-11-01" } })],
      /leider zu spät/,
    ],
  ])("is not taken when the seminar %s meanwhile", (_, seminars, words) => {
    const { turn, said } = registering({ knowledge: { ...knowledge, seminars } }).write("ja");
    expect(said).toMatch(words);
    expect(turn).toMatchObject({ form: null });
    expect(turn.bookings).toBeUndefined();
    expect(turn.submission).toBeUndefined();
  });

  it("is not taken twice", () => {
    const taken = {
      id: 1,
      seminar: "ki",
      status: "booked",
      position: null,
      reminder: false,
      reference: "S-2222",
      told: "v1",
    } as const;
    const { turn, said } = registering({ bookings: [taken] }).write("ja");
    expect(said).toContain("schon angemeldet");
    expect(turn.bookings).toBeUndefined();
    expect(turn.form).toBeNull();
  });
});
