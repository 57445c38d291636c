import { describe, expect, it } from "vitest";
import { OUT_OF_SCOPE } from "../../src/conversation/input.js";
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
  yearless,
} from "./fixture.js";

const digital = seminar("digital", {
  date: { kind: "full", start: "2026-11-30", end: "2026-11-30", from: "16:00", to: "18:00" },
  online: true,
});
const founders = seminar("founders", {
  date: { kind: "full", start: "2027-02-01", end: "2027-02-02", from: null, to: null },
});
const over = seminar("over", {
  date: { kind: "full", start: "2026-11-20", end: "2026-11-20", from: null, to: null },
});
const known = { ...knowledge, seminars: [yearless, digital, founders, over] };

const cards = (decision: ReturnType<typeof decided>): string[] =>
  decision.say.flatMap(
    ({ message }) => message.cards?.map((card) => (card.kind === "seminar" ? card.seminar : "")) ?? [],
  );

describe("a seminar announced without a year", () => {
  it.each(["2026-11-23", "2026-11-26", "2031-06-01"])(
    "is neither coming nor past on %s: its days are given with a word on the year",
    (today) => {
      const decision = decided({ questions: [question("seminar-date")], seminars: ["wifoe-4-0"], today });
      expect(said(decision)[0]).toContain("24./25. November (ohne Jahresangabe)");
      expect(said(decision)[0]).toContain("«seminar.yearless»");
      expect(said(decision)[0]).not.toContain("«seminar.past»");
    },
  );

  it("says of what the announcement does not state that it is not stated", () => {
    const decision = decided({ questions: [question("seminar-date")], seminars: ["wifoe-4-0"] });
    expect(said(decision)[0]).toMatch(
      /Berlin \| Prof\. Dr\. Frank Hogrebe \(IVM²\) \| «seminar\.not-stated»/,
    );
    expect(decision.say[0]?.message.links?.[0]?.url).toBe("https://www.fuehrungskraefteforum.de");
  });
});

describe("the list", () => {
  it("offers coming seminars in order, then those without a year, never past ones", () => {
    expect(cards(decided({ knowledge: known, questions: [question("seminar-list")] }))).toEqual([
      "digital",
      "founders",
      "wifoe-4-0",
    ]);
  });

  it("keeps to the time asked for", () => {
    const asked = question("seminar-list", "sure", [], "Was gibt es im Februar?");
    expect(cards(decided({ knowledge: known, questions: [asked] }))).toEqual(["founders"]);
  });

  it("keeps to the topic and the month asked for", () => {
    const asked = question("seminar-search", "sure", [], "Gibt es was zu Digitalisierung im November?");
    const decision = decided({ knowledge: known, questions: [asked], seminars: ["digital", "wifoe-4-0"] });
    expect(cards(decision)).toEqual(["digital", "wifoe-4-0"]);
    expect(said(decision)[0]).toContain("«seminar.found-in-period»");
  });

  it("says that there is nothing on a topic and shows what there is", () => {
    const decision = decided({ knowledge: known, questions: [question("seminar-search")] });
    expect(said(decision)[0]).toContain("«seminar.none-on-topic»");
    expect(cards(decision)).toContain("digital");
  });
});

describe("one aspect", () => {
  it("is answered for the seminar that the conversation is about", () => {
    const first = decided({ knowledge: known, questions: [question("seminar-date")], seminars: ["digital"] });
    const then = decided({
      knowledge: known,
      questions: [question("seminar-date")],
      state: first.state,
      followUp: true,
    });
    expect(said(then)[0]).toContain("Seminar digital");
  });

  it("asks which seminar is meant when several could be", () => {
    const many = { ...known, seminars: [digital, founders] };
    const decision = decided({ knowledge: many, questions: [question("seminar-date")] });
    expect(said(decision)).toEqual(["«seminar.which»"]);
    expect(labels(decision).slice(0, 2)).toEqual(["Seminar digital", "Seminar founders"]);
  });

  it("says of a past seminar that it is over, with nothing to register for", () => {
    const decision = decided({ knowledge: known, questions: [question("seminar-date")], seminars: ["over"] });
    expect(said(decision)[0]).toContain("«seminar.past»");
    expect(decision.say[0]?.message.links ?? []).toEqual([]);
  });
});

describe("the list, by what is asked for", () => {
  const topics = { de: ["Digitalisierung", "E-Rechnung"], en: ["Digitalisation"] };
  const onSite = seminar("on-site", {
    topics,
    date: { kind: "full", start: "2026-12-03", end: "2026-12-03", from: null, to: null },
    place: { city: "München", venue: "Gründerzentrum, Raum Werkbank" },
    online: false,
  });
  const webinar = seminar("webinar", {
    topics,
    date: { kind: "full", start: "2027-01-12", end: "2027-01-12", from: null, to: null },
    online: true,
  });
  const undated = seminar("undated", { place: { city: "Berlin", venue: null } });
  const some = { ...knowledge, seminars: [yearless, onSite, webinar, undated] };
  const list = (text: string, intentId = "seminar-list", named: readonly string[] = []) =>
    decided({ knowledge: some, text, questions: [question(intentId, "sure", [], text)], seminars: named });

  it.each<[string, string[], string]>([
    ["Seminare in Berlin", ["undated", "wifoe-4-0"], "Berlin"],
    ["Berliner Veranstaltungen?", ["undated", "wifoe-4-0"], "Berlin"],
    ["was läuft in muenchen", ["on-site"], "München"],
    ["Kurse im Gründerzentrum", ["on-site"], "Gründerzentrum"],
    ["nur online", ["webinar"], "online"],
    ["online Seminare", ["webinar"], "online"],
    ["Onlineseminare bitte", ["webinar"], "online"],
    ["Welche Webinare gibt es?", ["webinar"], "online"],
    ["Seminare vor Ort", ["on-site", "undated", "wifoe-4-0"], "vor Ort"],
    ["Seminare im Dezember", ["on-site"], "Dezember 2026"],
    ["Seminare im Jahr 2027", ["webinar", "wifoe-4-0"], "2027"],
    ["am 3.12. ein Kurs?", ["on-site"], "Donnerstag, 3. Dezember 2026"],
    ["Seminare zur Digitalisierung", ["on-site", "webinar"], "Digitalisierung"],
    ["Digitalisierung online", ["webinar"], "Digitalisierung, online"],
    [
      "Seminare zur Digitalisierung in München im Dezember",
      ["on-site"],
      "Digitalisierung, Dezember 2026, München",
    ],
    ["Seminare in Berlin im November", ["wifoe-4-0"], "November 2026, Berlin"],
  ])("%s", (text, ids, filters) => {
    const decision = list(text);
    expect(cardsOf(decision).map((card) => card.seminar)).toEqual(ids);
    expect(said(decision)[0]).toContain(`Ausgewählt: ${filters}`);
  });

  it.each(["Seminare", "Kurse zum Online-Handel", "Onlineshop aufbauen", "Kurse in Berlinchen"])(
    "is whole for %j, which asks for none of these",
    (text) => {
      expect(cardsOf(list(text))).toHaveLength(4);
      expect(said(list(text))[0]).not.toContain("Ausgewählt");
    },
  );

  it.each<[string, string, string[]]>([
    ["Seminare in Berlin im Februar", "«seminar.none-in-period»", ["undated", "wifoe-4-0"]],
    ["Digitalisierung online im Februar", "«seminar.none-in-period»", ["webinar"]],
    ["Digitalisierung in Berlin", "«seminar.none-filtered»", ["on-site", "webinar"]],
    ["Seminare in Berlin online", "«seminar.none-filtered»", ["on-site", "webinar", "undated", "wifoe-4-0"]],
  ])("says of %j that there is none, what was asked for, and shows what comes nearest", (text, key, ids) => {
    const decision = list(text);
    expect(said(decision)[0]).toContain(key);
    expect(said(decision)[0]).toContain("Ausgewählt: ");
    expect(said(decision)[0]).toContain("«seminar.others»");
    expect(cardsOf(decision).map((card) => card.seminar)).toEqual(ids);
  });

  it("holds one without a year only where its days lie in the time asked for", () => {
    expect(said(list("Was läuft am Wochenende?"))[0]).toContain("«seminar.none-in-period»");
    expect(cardsOf(list("Seminare am 25.11.")).map((card) => card.seminar)).toEqual(["wifoe-4-0"]);
  });

  it("is kept to a place that is named after it, though a place alone sounds like another city", () => {
    const text = "in Berlin";
    const place = question(`${OUT_OF_SCOPE}other-place`, "sure", [], text);
    const { state } = list("Welche Seminare gibt es?");
    const asked = decided({ knowledge: some, text, questions: [place], state });
    expect(cardsOf(asked).map((card) => card.seminar)).toEqual(["undated", "wifoe-4-0"]);
    expect(cardsOf(decided({ knowledge: some, text, questions: [place] }))).toEqual([]);
  });

  it("takes a place for no topic that is missing", () => {
    expect(cardsOf(list("Gibt es etwas in Berlin?", "seminar-search")).map((card) => card.seminar)).toEqual([
      "undated",
      "wifoe-4-0",
    ]);
  });
});

describe("a card", () => {
  const withForm = { ...knowledge, forms, seminars: [bookable] };
  const site = "https://chat.example";
  const list = { knowledge: withForm, questions: [question("seminar-list")], site };

  it("has its page, its calendar file, how many seats are free, and a button to register", () => {
    const decision = decided({ ...list, seats: { bookable: { booked: 1, waiting: 0 } } });
    expect(cardsOf(decision)[0]).toMatchObject({
      pageUrl: `${site}/seminars/bookable?lang=de`,
      calendarUrl: `${site}/seminars/bookable.ics?lang=de`,
      status: "1 von 2 frei",
      register: { label: "«button.register»" },
    });
    expect(acts(decision)["«button.register»"]).toEqual({
      does: "form",
      form: "seminar-registration",
      seminar: "bookable",
    });
    expect(linksOf(decision)["«seminar.all»"]).toBe(`${site}/seminars?lang=de`);
  });

  it("of a full seminar offers the waiting list", () => {
    const decision = decided({ ...list, seats: { bookable: { booked: 2, waiting: 5 } } });
    expect(cardsOf(decision)[0]).toMatchObject({
      status: "«seminar.status.full»",
      register: { label: "«button.waiting-list»" },
    });
  });

  it("of a seminar that the guest is registered for says so, with nothing to register for", () => {
    expect(cardsOf(decided({ ...list, bookings: [booking()] }))[0]).toMatchObject({
      status: "angemeldet S-AAAA",
      register: null,
    });
  });

  it.each([
    ["the form does not exist", { knowledge: { ...withForm, forms: new Map() } }],
    [
      "the channel takes no forms",
      {
        knowledge: {
          ...withForm,
          office: { ...knowledge.office, forms: { ...knowledge.office.forms, web: "link" as const } },
        },
      },
    ],
    ["others read along", { place: { channel: "web", scope: "room", address: "hall" } as const }],
  ])("has no button where %s", (_, told) => {
    expect(cardsOf(decided({ ...list, ...told }))[0]?.register).toBeNull();
  });
});

describe("the calendar", () => {
  const site = "https://chat.example";
  const undated = seminar("undated");
  const all = { ...knowledge, seminars: [yearless, digital, undated, over] };
  const ask = (named: string, text = "Kann ich das in meinen Kalender eintragen?") =>
    decided({
      knowledge: all,
      text,
      questions: [question("seminar-date", "sure", [], text)],
      seminars: [named],
      site,
    });

  it("has its file on the card when date and place are asked for", () => {
    expect(cardsOf(ask("digital", "Wann ist das?"))[0]?.calendarUrl).toBe(
      `${site}/seminars/digital.ics?lang=de`,
    );
    expect(said(ask("digital", "Wann ist das?"))[0]).not.toContain("«seminar.calendar»");
  });

  it.each([
    ["digital", "«seminar.calendar»"],
    ["wifoe-4-0", "«seminar.calendar.yearless»"],
    ["undated", "«seminar.calendar.undated»"],
  ])("is explained for %s when it is asked for", (id, text) => {
    expect(said(ask(id))[0]).toContain(text);
  });

  it("has no file of what is over or has no year", () => {
    expect(cardsOf(ask("over"))[0]?.calendarUrl).toBeNull();
    expect(cardsOf(ask("wifoe-4-0"))[0]).toMatchObject({
      calendarUrl: null,
      when: "24./25. November (ohne Jahresangabe)",
    });
  });

  it("is what a question that is not understood otherwise is about, if it names one", () => {
    const text = "Gibt es eine ICS-Datei?";
    const told = { knowledge: all, text, questions: [question("registration", "unsure", [], text)], site };
    expect(decided({ ...told, seminars: ["digital"] }).log.answered).toEqual(["seminar-date"]);
    expect(decided(told).log.outcome).toBe("clarify");
  });
});

describe("asking back", () => {
  it("keeps the seminar that was named, for the button brings no words", () => {
    const asked = question("seminar-date", "unsure", ["registration"]);
    const decision = decided({ knowledge: known, questions: [asked], seminars: ["digital"] });
    expect(acts(decision)["Titel seminar-date"]).toMatchObject({
      intent: "seminar-date",
      seminar: "digital",
    });
  });

  it("tells of a seminar that is called off first that it is", () => {
    const off = {
      ...digital,
      cancelled: { de: [{ type: "paragraph", children: [{ type: "text", text: "Krank." }] }], en: [] },
    } as const;
    const decision = decided({
      knowledge: {
        ...known,
        seminars: [off],
        intents: new Map([["fee", intent("fee", { seminars: "fee", answer: null })]]),
      },
      questions: [question("fee")],
      seminars: ["digital"],
    });
    expect(said(decision)[0]).toMatch(/^«seminar\.cancelled» Seminar digital\n\nKrank\./);
  });
});

describe("a seminar that is named like another", () => {
  const titled = (id: string, title: string) => seminar(id, { title: { de: title, en: title } });
  const alike = {
    ...knowledge,
    seminars: [
      titled("basics", "Gründung: von der Idee zur Anmeldung"),
      titled("crafts", "Digitalisierung im Handwerk"),
      titled("funding", "Fördermittel finden"),
      titled("finding", "Fachkräfte finden"),
    ],
  };
  const ask = (text: string, named: readonly string[]) =>
    decided({ knowledge: alike, text, questions: [question("seminar-date")], seminars: named });

  it.each([
    ["Wann ist Digitalisierung im Handwerk?", ["basics", "crafts"], "Digitalisierung im Handwerk"],
    ["Anmeldung Digitalisierung", ["basics", "crafts"], "Digitalisierung im Handwerk"],
    ["Anmeldung zur Gründung", ["basics"], "Gründung: von der Idee zur Anmeldung"],
    ["Wann ist das Fördermittelseminar?", ["basics", "funding"], "Fördermittel finden"],
  ])("is told from it by its title: %s", (text, named, title) => {
    expect(said(ask(text, named))[0]).toContain(`date-place: ${title}`);
  });

  it("is asked for where the title does not tell", () => {
    const decision = ask("Wann kann ich Leute finden?", ["funding", "finding"]);
    expect(said(decision)).toEqual(["«seminar.which»"]);
    expect(labels(decision).slice(0, 2)).toEqual(["Fachkräfte finden", "Fördermittel finden"]);
  });

  it("is the one that is talked about", () => {
    const topic = {
      intents: ["seminar-date"],
      question: "?",
      seminar: "finding",
      at: "2026-11-23T09:59:00Z",
      turns: 0,
    };
    const decision = decided({
      knowledge: alike,
      text: "Wann kann ich Leute finden?",
      questions: [question("seminar-date")],
      seminars: ["funding", "finding"],
      state: { topic },
    });
    expect(said(decision)[0]).toContain("date-place: Fachkräfte finden");
  });
});
