import { describe, expect, it } from "vitest";
import { blankPartner } from "../blank-entries.js";
import { callback, guest, HOUR, knowledge, NOW, registration, seminar } from "./fixture.js";

describe("before the first personal question", () => {
  it("says what for, how long it is kept, who is in charge, that it is voluntary, and the ways out", () => {
    const step = guest().begin("callback");
    const [introduction, question] = step.messages;
    expect(step.messages).toHaveLength(2);
    expect(introduction?.buttons).toBeUndefined();
    expect(question?.buttons?.map(({ label }) => label)).toEqual(["Abbrechen"]);
    expect(step.said).toBe(
      "Rückruf\n\nDamit wir Sie zurückrufen.\n\n" +
        "Alles ist freiwillig, abbrechen können Sie jederzeit. Es liest nur, wer damit arbeitet: " +
        "Wirtschaftsförderung Musterstadt. Ihre Angaben löschen wir 30 Tage, nachdem alles erledigt ist. " +
        "Datenschutzhinweise (https://desk.example/privacy?lang=de)\n\nFrage name?",
    );
  });

  it.each([
    [0, "sofort, wenn alles erledigt ist"],
    [1, "einen Tag, nachdem"],
    [90, "90 Tage, nachdem"],
  ])("says in words that it is kept for %i days", (keepDays, words) => {
    const forms = new Map([["callback", { ...callback, keepDays }]]);
    expect(guest({ knowledge: { ...knowledge, forms } }).begin("callback").said).toContain(words);
  });

  it("names the partner that deals with it, and the office's own privacy notice where the desk has no pages", () => {
    const partner = { ...blankPartner, id: "desk", name: { de: "Gründungsbüro", en: "Start-up desk" } };
    const { said } = guest({
      site: null,
      language: "en",
      knowledge: {
        ...knowledge,
        partners: new Map([["desk", partner]]),
        forms: new Map([["callback", { ...callback, responsible: "desk" }]]),
      },
    }).begin("callback");
    expect(said).toContain("Only those who deal with it will read it: Start-up desk.");
    expect(said).toContain("https://www.musterstadt.example/datenschutz");
    expect(said).toContain("Question name?");
  });

  it("sets the timer that drops the draft after 24 hours", () => {
    const { turn } = guest().begin("callback");
    expect(turn.timers).toEqual([{ at: new Date(NOW + 24 * HOUR).toISOString(), name: "form-expires" }]);
    expect(turn.form).toMatchObject({ form: "callback", answers: {}, asks: "name" });
    expect(turn.reasons).toEqual(['began form "callback"', 'asked "name" of form "callback"']);
  });
});

describe("no form is begun", () => {
  it("where the office wants none on the channel: the page is named instead", () => {
    const step = guest({ place: { channel: "telegram" } }).begin("callback");
    expect(step.said).toContain("https://desk.example/?do=form:callback&lang=de");
    expect(step.messages).toHaveLength(1);
    expect(step.turn.form).toBeNull();
    const registering = guest({ place: { channel: "telegram" } }).begin("registration", "ki");
    expect(registering.said).toContain("https://desk.example/?do=register:ki&lang=de");
  });

  it("where there is no page either: the office's address is named", () => {
    const step = guest({ place: { channel: "telegram" }, site: null }).begin("callback");
    expect(step.said).toContain("amt@musterstadt.example");
    expect(step.turn.form).toBeNull();
  });

  it("in a room, where others read along", () => {
    const step = guest({ place: { scope: "room" } }).begin("callback");
    expect(step.said).toMatch(/privat/);
    expect(step.said).not.toContain("Frage");
    expect(step.turn.form).toBeNull();
  });

  it("when it is not known", () => {
    const step = guest().begin("no-such-form");
    expect(step.turn.form).toBeNull();
    expect(step.labels).toEqual(["Mit einem Menschen sprechen"]);
  });
});

describe("while a form is open", () => {
  it("asks which of two forms to go on with, and goes on with the open one", () => {
    const someone = guest();
    someone.begin("callback");
    someone.write("Erika Muster");
    const asked = someone.begin("registration", "ki");
    expect(asked.said).toContain("mitten in „Rückruf“");
    expect(asked.labels).toEqual(["Weitermachen", "Verwerfen und neu beginnen"]);
    const resumed = someone.press("Weitermachen");
    expect(resumed.said).toContain("Frage way?");
    expect(resumed.turn.form).toMatchObject({ form: "callback", answers: { name: "Erika Muster" } });
  });

  it("drops the open form only when the guest says so, and says that it did", () => {
    const someone = guest();
    someone.begin("callback");
    someone.write("Erika Muster");
    someone.begin("registration", "ki");
    const begun = someone.press("Verwerfen und neu beginnen");
    expect(begun.said).toContain("„Rückruf“ habe ich verworfen");
    expect(begun.turn.form).toMatchObject({ form: "registration", seminar: "ki", answers: {} });
    expect(begun.messages).toHaveLength(2);
  });

  it("goes on with the same form, and offers to start again", () => {
    const someone = guest();
    someone.begin("callback");
    someone.write("Erika Muster");
    const again = someone.begin("callback");
    expect(again.said).toBe("Weiter mit „Rückruf“:\n\nFrage way?");
    expect(again.turn.form?.answers).toEqual({ name: "Erika Muster" });
    expect(someone.press("Neu beginnen").turn.form?.answers).toEqual({});
  });
});

describe("a registration", () => {
  const withSeminar = (some: Parameters<typeof seminar>[1]) => ({
    ...knowledge,
    seminars: [seminar("ki", some)],
  });

  it("names the seminar with date and place, and how many seats are free", () => {
    const { said } = guest({ seats: { ki: { booked: 1, waiting: 0 } } }).begin("registration", "ki");
    expect(said).toContain("Seminar: Seminar ki");
    expect(said).toContain("Donnerstag, 10. Dezember 2026");
    expect(said).toContain("Rathaus, Musterstadt");
    expect(said).toContain("Freie Plätze: 2");
  });

  it("says before anything is asked that only the waiting list is left", () => {
    const { said } = guest({ seats: { ki: { booked: 3, waiting: 4 } } }).begin("registration", "ki");
    expect(said).toContain("Warteliste (Platz 5)");
  });

  it("leaves out what the announcement does not state", () => {
    const { said } = guest({ knowledge: withSeminar({ place: null, date: null, seats: null }) }).begin(
      "registration",
      "ki",
    );
    expect(said).not.toMatch(/Ort:|Termin:|Plätze/);
  });

  it.each([
    ["is gone", { seminars: [] }, /nicht mehr in unserer Liste/],
    [
      "is cancelled",
      withSeminar({
        cancelled: {
          de: [{ type: "paragraph", children: [{ type: "text", text: "Leitung erkrankt." }] }],
          en: [],
        },
      }),
      /abgesagt[\s\S]*Leitung erkrankt/,
    ],
    [
      "is over",
      withSeminar({ date: { kind: "full", start: "2026-11-02", end: "2026-11-02", from: null, to: null } }),
      /ist vorbei/,
    ],
    [
      "closed yesterday",
      withSeminar({ registration: { url: null, form: "registration", until: "2026-11-22" } }),
      /22\. November 2026/,
    ],
    [
      "has no form",
      withSeminar({ registration: { url: "https://ihk.example/ki", form: null, until: null } }),
      /Anmeldeseite/,
    ],
    [
      "has another form",
      withSeminar({ registration: { url: null, form: "callback", until: null } }),
      /keine Anmeldungen/,
    ],
  ])("is not begun when the seminar %s", (_, change, words) => {
    const step = guest({ knowledge: { ...knowledge, ...change } }).begin("registration", "ki");
    expect(step.said).toMatch(words);
    expect(step.turn.form).toBeNull();
    expect(step.turn.bookings).toBeUndefined();
  });

  it("is still begun on its last day", () => {
    const until = withSeminar({ registration: { url: null, form: "registration", until: "2026-11-23" } });
    expect(guest({ knowledge: until }).begin("registration", "ki").turn.form).not.toBeNull();
  });

  it.each([
    ["booked", null, /schon angemeldet/],
    ["waiting", 2, /Warteliste, Platz 2/],
  ] as const)("is not begun a second time by who is %s; it can be withdrawn", (status, position, words) => {
    const booking = {
      id: 9,
      seminar: "ki",
      status,
      position,
      reminder: false,
      reference: "S-2234",
      told: "v1",
    };
    const step = guest({ bookings: [booking] }).begin("registration", "ki");
    expect(step.said).toMatch(words);
    expect(step.said).toContain("S-2234");
    expect(step.labels).toEqual(["Anmeldung zurückziehen"]);
    expect(step.turn.form).toBeNull();
    const before = guest({ bookings: [{ ...booking, status: "withdrawn" }] });
    expect(before.begin("registration", "ki").turn.form).not.toBeNull();
  });

  it("asks which seminar where none was named", () => {
    const someone = guest({
      knowledge: { ...knowledge, seminars: [seminar("ki"), seminar("elsewhere", { registration: null })] },
    });
    const step = someone.begin("registration");
    expect(step.labels).toEqual(["Seminar ki"]);
    expect(step.turn.form).toBeNull();
    expect(someone.press("Seminar ki").turn.form).toMatchObject({ form: registration.id, seminar: "ki" });
  });
});
