import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { factsAt } from "../../src/knowledge/facts.js";
import { loadKnowledge } from "../../src/knowledge/load.js";
import type { LegalPage } from "../../src/knowledge/model.js";
import { readSources } from "../../src/knowledge/sources.js";
import { fill, plain, variables } from "../../src/text/index.js";
import type { Language, RichText } from "../../src/vocabulary/index.js";
import { assembled } from "./fixture.js";

const { knowledge } = loadKnowledge(resolve(import.meta.dirname, "../../intents"), {
  createdOn: "2026-11-23",
});
const LANGUAGES: readonly Language[] = ["de", "en"];
const facts = factsAt(knowledge, Date.parse("2026-11-23T10:00:00+01:00"));
const filled = (text: RichText, language: Language, known: Readonly<Record<string, string>> = {}): string =>
  plain(fill(text, (path) => known[path] ?? facts.value(path, language)));
const forms = [...knowledge.forms.values()];

describe("the forms that the desk ships with", () => {
  it("are the nine of the desk, one of which registers for seminars", () => {
    expect(forms.map(({ id }) => id)).toEqual([
      "callback",
      "appointment",
      "company-visit",
      "become-partner",
      "seminar-registration",
      "message-to-office",
      "ticket",
      "partner-enquiry",
      "handover-comment",
    ]);
    expect(forms.filter(({ booking }) => booking).map(({ id }) => id)).toEqual(["seminar-registration"]);
  });

  it("have a letter each by which staff tell them apart", () => {
    expect(new Set(forms.map(({ letter }) => letter)).size).toBe(forms.length);
  });

  it.each(forms.map((form) => [form.id, form] as const))("%s is written in both languages", (_, form) => {
    const pairs = [
      form.title,
      ...form.fields.flatMap(({ label, options }) => [label, ...options.map((option) => option.label)]),
    ];
    // words such as "Name" are the same in both, whole sentences never
    for (const { de, en } of pairs) expect([de, en].map((text) => text.trim() !== "")).toEqual([true, true]);
    for (const text of [form.purpose, form.confirmation, ...form.fields.map(({ question }) => question)])
      expect(plain(text.en)).not.toBe(plain(text.de));
  });

  it.each(forms.map((form) => [form.id, form] as const))(
    "%s says before the first question what for, and quotes the reference at the end",
    (_, form) => {
      const known = form.opens === "partner" ? { partner: "Kammer" } : undefined;
      for (const language of LANGUAGES) {
        expect(filled(form.purpose[language], language, known).length).toBeGreaterThan(60);
        const end = filled(form.confirmation[language], language, { ...known, reference: "X-1234" });
        expect(end).toContain("X-1234");
        expect(end).not.toContain("{");
      }
    },
  );

  it.each(forms.map((form) => [form.id, form] as const))(
    "%s asks no more than the purpose needs, and reaches whoever wants a reply",
    (_, form) => {
      expect(form.fields.filter(({ optional, when }) => !optional && !when).length).toBeLessThanOrEqual(6);
      // a message that was left is answered in the chat, and nobody waits for an answer to a comment
      if (form.opens === "ticket" || form.id === "handover-comment") return;
      const ways = form.fields.filter(({ kind, optional }) => !optional && ["email", "phone"].includes(kind));
      expect(ways.length).toBeGreaterThan(0);
    },
  );

  it("keep what they asked no longer than the privacy notice says", () => {
    const said = Number(facts.value("forms.keepDays", "de"));
    for (const { keepDays } of forms) expect(keepDays).toBeLessThanOrEqual(said);
  });

  it("are what the example seminars register with, beside a page, or not at all", () => {
    const examples = knowledge.seminars.filter(({ example }) => example);
    const ways = examples.map(({ registration }) => [registration?.form != null, registration?.url != null]);
    expect(ways).toContainEqual([true, false]);
    expect(ways).toContainEqual([false, true]);
    expect(ways).toContainEqual([true, true]);
    expect(knowledge.seminars.find(({ id }) => id === "wifoe-4-0")).toMatchObject({
      date: { kind: "yearless" },
      registration: { form: null },
      cancelled: null,
    });
  });
});

describe("the legal pages that the desk ships with", () => {
  const pages = Object.entries(knowledge.legal).map(([page, text]) => [page as LegalPage, text] as const);

  it("are all three", () => {
    expect(pages.map(([page]) => page)).toEqual(["privacy", "imprint", "accessibility"]);
  });

  it.each(pages)("%s is written in both languages and names nothing that is not known", (_, page) => {
    for (const { title, text } of page.sections) {
      expect(title.de).not.toBe(title.en);
      expect(plain(text.de)).not.toBe(plain(text.en));
      expect([...variables(text.de)].sort()).toEqual([...variables(text.en)].sort());
      for (const language of LANGUAGES) expect(filled(text[language], language)).not.toMatch(/[{}]/);
    }
    expect(page.title.de).not.toBe(page.title.en);
  });

  it("are all free of complaints by `check`", () => {
    const own = knowledge.problems.filter(({ file }) => /(?:forms|legal|seminars)\.yaml$/.test(file));
    expect(own).toEqual([]);
  });

  it.each([
    // Art. 13 (1) and (2) GDPR, in the order of the article
    ["the controller", "privacy", /Stadt Musterstadt[\s\S]*Vertreten durch/],
    ["the data protection officer", "privacy", /datenschutz@musterstadt\.example/],
    ["the legal bases", "privacy", /Art\. 6 Abs\. 1 Buchst\. e[\s\S]*Art\. 6 Abs\. 1 Buchst\. b/],
    ["the recipients", "privacy", /Auftrag \(Art\. 28 DSGVO\)/],
    ["third countries", "privacy", /nicht in Länder außerhalb der Europäischen Union/],
    ["how long", "privacy", /Gespräche löschen wir nach 30 Tagen/],
    ["how long what a form asked", "privacy", /danach höchstens 30 Tage/],
    [
      "the rights",
      "privacy",
      /Art\. 15[\s\S]*Art\. 16[\s\S]*Art\. 17[\s\S]*Art\. 18[\s\S]*Art\. 20[\s\S]*Art\. 21/,
    ],
    ["withdrawal of consent", "privacy", /Widerruf einer Einwilligung/],
    ["the complaint", "privacy", /Art\. 77 DSGVO[\s\S]*datenschutz-musterland\.example/],
    ["that nothing has to be given", "privacy", /Sie müssen uns keine Daten geben/],
    ["that nothing is decided automatically", "privacy", /Art\. 22 DSGVO/],
    ["the one cookie", "privacy", /§ 25 Abs\. 2 Nr\. 2 TDDDG/],
    ["who runs it", "imprint", /§ 5 des Digitale-Dienste-Gesetzes[\s\S]*Rathausplatz 1/],
    ["how to reach them fast", "imprint", /stadt@musterstadt\.example/],
    ["that a machine answers", "imprint", /Art\. 50 Abs\. 1 der KI-Verordnung/],
    ["that information is without obligation", "imprint", /unverbindlich[\s\S]*keine Fristen wahren/],
    ["how accessible it is", "accessibility", /teilweise vereinbar/],
    ["what it was tested with", "accessibility", /Selbstbewertung[\s\S]*axe/],
    ["where to report a barrier", "accessibility", /barrierefrei@musterstadt\.example/],
    ["who enforces it", "accessibility", /durchsetzungsstelle-musterland\.example/],
  ] as const)("say %s", (_, page, words) => {
    const text = knowledge.legal[page]?.sections.map((section) => filled(section.text.de, "de")).join("\n\n");
    expect(text).toMatch(words);
  });

  it("name no phone number and no channel that the office has not given", () => {
    const all = pages
      .flatMap(([, page]) => page.sections.map(({ text }) => filled(text.de, "de")))
      .join("\n");
    expect(all).not.toMatch(/Telefon:|Slack|Telegram|Teams/);
    const empty = knowledge.legal.imprint?.sections.filter(({ text }) => filled(text.de, "de") === "");
    expect(empty?.map(({ title }) => title.de)).toEqual([
      "Register und Umsatzsteuer",
      "Verantwortlich für die Inhalte",
    ]);
  });

  it("say in English that the German version prevails", () => {
    for (const [, page] of pages)
      expect(filled(page.sections[0]?.text.en ?? [], "en")).toContain("German version prevails");
  });
});

describe("the handover that the desk ships with", () => {
  it("is in order, and a desk that nobody has set up hands over to the terminal", () => {
    expect(knowledge.problems.filter(({ file }) => file.endsWith("handover.yaml"))).toEqual([]);
    expect(knowledge.handover.rooms).toMatchObject([{ id: "general", channel: "terminal", address: null }]);
    expect(knowledge.handover.general).toBe("general");
  });

  it("promises no time that nobody has agreed to", () => {
    for (const text of Object.values(knowledge.handover.usualWait))
      expect(text).not.toMatch(/\d|Minut|minut/);
    expect(knowledge.handover.usualWait.de).not.toBe(knowledge.handover.usualWait.en);
  });

  it("has examples of rooms that are right once the hashes are removed", () => {
    const dir = resolve(import.meta.dirname, "../../intents");
    const text = readFileSync(resolve(dir, "handover.yaml"), "utf8");
    const examples = text.slice(text.indexOf("  # Beispiele")).split("\n").slice(1);
    const files = new Map(readSources(dir).files.map(({ name, text }) => [name, text ?? ""]));
    files.set("handover.yaml", text + examples.map((line) => line.replace(/^ {2}# ?/, "  ")).join("\n"));
    const { knowledge: tried } = assembled(Object.fromEntries(files));
    expect(tried.problems.filter(({ file }) => file.endsWith("handover.yaml"))).toEqual([]);
    expect(tried.handover.rooms.map(({ channel }) => channel)).toEqual([
      "terminal",
      "teams",
      "slack",
      "telegram",
    ]);
    expect(tried.handover.rooms.slice(1).flatMap(({ partners }) => partners).length).toBeGreaterThan(2);
  });

  it("is asked for by no intent against the guest's will", () => {
    expect([...knowledge.intents.values()].filter(({ handover }) => handover !== null)).toEqual([]);
  });
});
