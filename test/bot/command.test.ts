import { describe, expect, it } from "vitest";
import { commandIn } from "../../src/bot/command.js";
import type { OpenForm } from "../../src/vocabulary/index.js";
import { compileShipped, converse } from "../shipped-desk.js";
import { bookable, cardsOf, decided, forms, intent, knowledge, labels, NOW, said } from "./fixture.js";

describe("a command", () => {
  it.each([
    ["/start", "start", null, ""],
    ["/start seminar-some-one", "start", null, "seminar-some-one"],
    ["  /Hilfe  ", "help", "de", ""],
    ["/help@nahtstelle_bot", "help", "en", ""],
    ["/löschen", "delete", "de", ""],
    ["/LOESCHEN bitte", "delete", "de", "bitte"],
    ["/delete", "delete", "en", ""],
    ["/auskunft", "stored", "de", ""],
    ["/mydata", "stored", "en", ""],
    ["/mensch", "person", "de", ""],
    ["/human", "person", "en", ""],
    ["/datenschutz", "privacy", "de", ""],
    ["/privacy", "privacy", "en", ""],
    ["/seminare", "seminars", "de", ""],
    ["/sprache english", "language", null, "english"],
    ["/english", "language", "en", ""],
    ["/deutsch", "language", "de", ""],
  ])("%s", (text, name, language, rest) => {
    expect(commandIn(text)).toMatchObject({ name, language, rest });
  });

  it.each([
    ["/gewerbe", "gewerbe"],
    ["/hilfe bei der Gründung", "hilfe bei der Gründung"],
    ["/seminare Digitalisierung", "seminare Digitalisierung"],
  ])("that is not known, or asks for more than its word, means its words: %s", (text, words) => {
    expect(commandIn(text)).toMatchObject({ name: null, words });
  });

  it.each([
    "Was kostet ein Büro/Laden?",
    "/",
    "//hilfe",
    "/etc/passwd",
    "hilfe/seminare",
    "/ hilfe",
    "1/2",
    "/hilfe\nWie?",
    "",
  ])("is not %j", (text) => expect(commandIn(text)).toBeNull());
});

const place = { channel: "telegram", scope: "private", address: "chat" } as const;
const known = {
  ...knowledge,
  seminars: [...knowledge.seminars, bookable],
  forms,
  intents: new Map([
    ...knowledge.intents,
    ["seminar-overview", intent("seminar-overview", { seminars: "overview", answer: null })],
    ["privacy-info", intent("privacy-info")],
  ]),
  office: { ...knowledge.office, forms: { ...knowledge.office.forms, telegram: "here" as const } },
};
const write = (text: string, more = {}) => decided({ text, questions: [], place, knowledge: known, ...more });

describe("what a guest gets for it", () => {
  it("is the greeting and the topics at the start, and the topics alone later", () => {
    expect(said(write("/start", { state: { disclosed: false } }))[0]).toContain("«first-contact»");
    expect(said(write("/start", { state: { disclosed: false } })).at(-1)).toBe("«help»");
    expect(said(write("/start"))).toEqual(["«help»"]);
    expect(said(write("/start nothing-that-is-known"))).toEqual(["«help»"]);
  });

  it("is the seminar, topic or answer that the link to the chat names", () => {
    const card = write("/start seminar-bookable");
    expect(cardsOf(card)).toMatchObject([{ seminar: "bookable", register: { label: "«button.register»" } }]);
    expect(card.state.topic?.seminar).toBe("bookable");
    expect(said(write("/start topic-founding"))).toEqual(["«topic»"]);
    expect(write("/start ask-registration").log.answered).toEqual(["registration"]);
  });

  it.each([
    ["/hilfe", "«help»"],
    ["/help", "<help>"],
    ["/mensch", "«handover»"],
    ["/human", "<handover>"],
    ["/datenschutz", "Antwort privacy-info"],
    ["/privacy", "Answer privacy-info"],
    ["/sprache", "«language.which»"],
    ["/sprache englisch", "<language.held>"],
    ["/english", "<language.held>"],
    ["/deutsch", "«language.held»"],
  ])("is in the language of its word: %s", (text, answer) => {
    expect(said(write(text))[0]).toContain(answer);
  });

  it("keeps to the language that the guest has asked for", () => {
    const held = { state: { language: "en", languageHeld: true } };
    expect(said(write("/hilfe", held))).toEqual(["<help>"]);
    expect(write("/deutsch", held).state).toMatchObject({ language: "de", languageHeld: true });
  });

  it("begins in English where the guest's device does, as long as nothing was said", () => {
    expect(write("/start", { state: { disclosed: false }, locale: "en-GB" }).state.language).toBe("en");
    expect(write("/start", { state: { disclosed: false }, locale: "tr" }).state.language).toBe("de");
    expect(write("/start", { locale: "en" }).state.language).toBe("de");
  });

  it("offers both languages as buttons", () => {
    expect(labels(write("/sprache"))).toEqual(["Deutsch", "English"]);
  });

  it("works in an open form, which then goes on", () => {
    const form: OpenForm = {
      form: "callback",
      answers: {},
      asks: "name",
      correcting: false,
      failures: 0,
      startedAt: new Date(NOW).toISOString(),
      touchedAt: new Date(NOW).toISOString(),
    };
    const decision = write("/mensch", { state: { form } });
    expect(said(decision)[0]).toContain("«handover»");
    expect(said(decision).at(-1)).toContain("name?");
    expect(decision.state.form?.answers).toEqual({});
    expect(decision.state.form?.pending).toBeUndefined();
  });
});

describe("on the shipped answers", () => {
  const compiled = compileShipped();

  it.each([
    ["/gewerbeanmeldung", "business-registration"],
    ["/öffnungszeiten", "opening-hours"],
    ["/datenschutz", "privacy-info"],
    ["/privacy", "privacy-info"],
    ["/seminare", "seminars-upcoming"],
    ["/seminars", "seminars-upcoming"],
  ])("%s is answered by %s", (line, id) => {
    expect(converse(compiled, [line]).at(-1)?.log.answered).toEqual([id]);
  });

  it("says nothing twice in a row, and nothing unfilled", () => {
    const lines = [
      "/start",
      "/hilfe",
      "/seminare",
      "/mensch",
      "/datenschutz",
      "/auskunft",
      "/loeschen",
      "/sprache",
      "/english",
    ]
      .concat(["/help", "/seminars", "/human", "/privacy", "/mydata", "/delete", "/language", "/deutsch"])
      .flatMap((line) => [line, line, line]);
    const told = converse(compiled, lines).flatMap(
      ({ messages, text }) => [messages.length > 0, text] as const,
    );
    const texts = told.filter((part) => typeof part === "string");
    expect(told).not.toContain(false);
    expect(texts.filter((text, at) => text === texts[at - 1])).toEqual([]);
    expect(texts.join("\n")).not.toMatch(/[{}]/);
  });
});
