import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Brief, type BriefKnowledge, briefOf } from "../../src/handover/brief.js";
import { briefText } from "../../src/handover/brief-text.js";
import { summaryOf } from "../../src/handover/summary.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { fromPlain, plain } from "../../src/text/index.js";
import type { CaseFile, CaseLine, Language, OpenHandover, RichText } from "../../src/vocabulary/index.js";

const NOW = Date.parse("2026-11-23T10:00:00Z");
const ASKED = "2026-11-23T09:30:00.000Z";
const BEFORE = "2026-11-23T09:00:00.000Z";
const AFTER = "2026-11-23T09:45:00.000Z";

const shipped = loadKnowledge(resolve(import.meta.dirname, "../../intents"), {
  createdOn: "2026-11-23",
}).knowledge;
const knowledge = {
  ...shipped,
  office: { ...shipped.office, localised: { city: { de: "Neuwied", en: "Neuwied" } } },
  forms: new Map([...shipped.forms]),
};

const waiting: OpenHandover = {
  number: "G-3F2K",
  stage: "waiting",
  ticket: false,
  partner: null,
  room: null,
  threads: 0,
  card: null,
  askedAt: ASKED,
  askedIn: 1,
  waitingSince: ASKED,
  claim: null,
  lastAt: ASKED,
  told: [],
};

const empty: CaseFile = { lines: [], turns: [], submissions: [], language: "de" };

const line = (text: string, at = BEFORE, cursor = 1): CaseLine => ({
  cursor,
  event: cursor,
  at,
  from: "guest",
  text,
});

const turn = (
  question: string | null,
  outcome: string,
  answered: readonly string[] = [],
): CaseFile["turns"][number] => ({ question, outcome, answered, guessed: null });

const brief = (
  file: Partial<CaseFile>,
  handover: Partial<OpenHandover> = {},
  now = NOW,
  knows: BriefKnowledge = knowledge,
): Brief => briefOf({ ...empty, ...file }, { ...waiting, ...handover }, knows, { now, language: "de" });

/** Without examples no word is known, so that more of them are taken for names. */
const unlearned = { ...knowledge, intents: new Map() };

/** What is found in one message, in few words: a deadline as "said = day". */
const found = (text: string, language: Language = "de"): Record<string, readonly string[]> => {
  const { companies, name, places, deadlines } = brief({ lines: [line(text)], language });
  const all = {
    company: companies,
    name: name === null ? [] : [name],
    place: places,
    deadline: deadlines.map(({ said, day }) => (day === null ? said : `${said} = ${day}`)),
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
};

const read = (some: Brief, language: Language = "de"): string => plain(briefText(some, knowledge, language));

describe("the brief finds", () => {
  it.each<[string, Record<string, readonly string[]>]>([
    // companies
    [
      "Guten Tag, wir sind die Huber Metallbau GmbH und suchen eine Halle.",
      { company: ["Huber Metallbau GmbH"] },
    ],
    [
      "Müller & Söhne GmbH & Co. KG hier, wann kommt bei uns Glasfaser?",
      { company: ["Müller & Söhne GmbH & Co. KG"] },
    ],
    [
      "hallo wir sind die schreinerei huber gmbh und brauchen mer platz",
      { company: ["schreinerei huber gmbh"] },
    ],
    [
      "Ich habe letztes Jahr die Krautkopf UG (haftungsbeschränkt) gegründet",
      { company: ["Krautkopf UG (haftungsbeschränkt)"] },
    ],
    [
      "Kaminski und Olbrich GbR, Fliesenleger, brauchen wir einen Meisterbrief?",
      { company: ["Kaminski und Olbrich GbR"] },
    ],
    ["Blumen Wackernagel e.K. sucht Nachfolger", { company: ["Blumen Wackernagel e.K."] }],
    ["Blumen Wackernagel e. K. sucht einen Nachfolger.", { company: ["Blumen Wackernagel e. K."] }],
    [
      "Energiegenossenschaft Rheinufer e.G. will Dächer pachten",
      { company: ["Energiegenossenschaft Rheinufer e.G."] },
    ],
    ["Spedition Özdemir OHG: Stellplätze für LKW gesucht", { company: ["Spedition Özdemir OHG"] }],
    ["Für die Brinkmann AG bräuchte ich eine Auskunft zur Gewerbesteuer", { company: ["Brinkmann AG"] }],
    ["meine Firma Wuttke Elektrotechnik sucht Azubis", { company: ["Wuttke Elektrotechnik"] }],
    ["Unsere Firma heißt „Kleine Fluchten“ und macht Reisen", { company: ["Kleine Fluchten"] }],
    ["meine firma heißt holzwurmerl und ich will expandieren", { company: ["holzwurmerl"] }],
    [
      "Ich bin Inhaberin der Bäckerei Krausnick, wir wollen einen zweiten Laden",
      { company: ["Bäckerei Krausnick"] },
    ],
    ["Bin geschäftsführer der pohlmann gmbh, brauche rückruf", { company: ["pohlmann gmbh"] }],
    ["Ich bin von der Tischlerei Wendland. Gibt es Zuschüsse?", { company: ["Tischlerei Wendland"] }],
    ["Fa. Drechsel, Nürnberg: Wer ist für Grundstücke zuständig?", { company: ["Drechsel"] }],
    ["Schneider GmbH sucht Halle", { company: ["Schneider GmbH"] }],
    [
      "Firma: Gärtnerei Grünspecht, Ort: 56564 Neuwied",
      { company: ["Gärtnerei Grünspecht"], place: ["56564 Neuwied"] },
    ],
    // names
    ["Hallo, ich heiße Petra Schmittke und möchte ein Café eröffnen", { name: ["Petra Schmittke"] }],
    ["mein name ist mehmet yildirim, es geht um meinen imbiss", { name: ["mehmet yildirim"] }],
    ["Mein Name ist Anna von der Heide.", { name: ["Anna von der Heide"] }],
    [
      "Wie bekomme ich den Zuschuss?\nMit freundlichen Grüßen\nJürgen Paschulke",
      { name: ["Jürgen Paschulke"] },
    ],
    // places
    ["Wir sitzen in der Industriestr. 14a, 56564 Neuwied", { place: ["Industriestr. 14a, 56564 Neuwied"] }],
    ["der laden ist in 56564 neuwied", { place: ["56564 neuwied"] }],
    ["PLZ 56566, gibt es da Förderung?", { place: ["56566"] }],
    ["Das Grundstück liegt im Gewerbegebiet Nord", { place: ["Gewerbegebiet Nord"] }],
    ["Unsere Halle steht im Gewerbepark Am Distelfeld.", { place: ["Gewerbepark Am Distelfeld"] }],
    ["Wir ziehen von Köln nach Neuwied", { place: ["Neuwied"] }],
    ["Der Lagerraum ist in der Engerser Landstr. 220.", { place: ["Engerser Landstr. 220"] }],
    ["Mein Laden ist in der Lange Straße 7", { place: ["Lange Straße 7"] }],
    // deadlines; today is Monday, 23 November 2026
    ["Ich brauche die Bescheinigung bis Freitag", { deadline: ["bis Freitag = 2026-11-27"] }],
    [
      "Der Antrag muss bis zum 15. Januar bei der Bank sein",
      { deadline: ["bis zum 15. Januar = 2027-01-15"] },
    ],
    ["muss bis spätestens 30.11. antworten", { deadline: ["bis spätestens 30.11. = 2026-11-30"] }],
    ["Die Frist läuft am 1. Dezember ab!!", { deadline: ["am 1. Dezember = 2026-12-01"] }],
    ["Frist endet morgen, bitte um Hilfe", { deadline: ["morgen = 2026-11-24"] }],
    ["Ich muss das morgen beim Notar vorlegen", { deadline: ["morgen = 2026-11-24"] }],
    ["wir brauchen das ergebnis bis ende januar", { deadline: ["bis ende januar"] }],
    ["Bis nächsten Freitag brauche ich Bescheid", { deadline: ["Bis nächsten Freitag"] }],
    ["Wir müssen innerhalb von zwei Wochen raus aus der Halle", { deadline: ["innerhalb von zwei Wochen"] }],
    ["bis heute abend wäre toll", { deadline: ["bis heute abend = 2026-11-23"] }],
    ["Abgabefrist: 31.12.2026", { deadline: ["31.12.2026 = 2026-12-31"] }],
    ["Die Bank will bis KW 50 den Bescheid sehen", { deadline: ["bis KW 50"] }],
    ["Mein Mietvertrag läuft zum 31. März 2027 aus", { deadline: ["zum 31. März 2027 = 2027-03-31"] }],
    // all at once
    [
      "Mein Name ist Svenja Holtkamp, Inhaberin von Holtkamp Naturkost, Marktstraße 3, 56564 Neuwied. Ich brauche den Bescheid bis zum 4. Dezember.",
      {
        name: ["Svenja Holtkamp"],
        company: ["Holtkamp Naturkost"],
        place: ["Marktstraße 3, 56564 Neuwied"],
        deadline: ["bis zum 4. Dezember = 2026-12-04"],
      },
    ],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each<[string, Record<string, readonly string[]>]>([
    [
      "My company Bluewater Trading needs a warehouse until Friday",
      { company: ["Bluewater Trading"], deadline: ["until Friday = 2026-11-27"] },
    ],
    [
      "We are Okonkwo Foods Ltd and want to move to Neuwied",
      { company: ["Okonkwo Foods Ltd"], place: ["Neuwied"] },
    ],
    [
      "my name is Sarah O'Neill, I need the permit by 15 January",
      { name: ["Sarah O'Neill"], deadline: ["by 15 January = 2027-01-15"] },
    ],
    ["our company is called Zephyrix and we hire people", { company: ["Zephyrix"] }],
    ["The application is due 3/12", { deadline: ["3/12"] }],
    ["I am writing on behalf of Nordlicht Robotics.", { company: ["Nordlicht Robotics"] }],
  ])("in English: %s", (text, expected) => {
    expect(found(text, "en")).toEqual(expected);
  });
});

describe("the brief finds nothing in", () => {
  it.each([
    "Ich möchte eine GmbH gründen",
    "GmbH oder UG?",
    "gmbh oder ug was ist besser",
    "Stammkapital GmbH",
    "Wie gründe ich eine kleine Metallbau GmbH?",
    "Unterschied GbR OHG KG",
    "Brauche ich für 25 kg Mehl eine Waage?",
    "Kann meine Firma Fördermittel bekommen?",
    "Kann ich für meine Firma Digitalprämie beantragen?",
    "meine Firma braucht mehr Platz",
    "Ich bin von Beruf Maler",
    "Ich bin von Köln nach Bonn gezogen",
    "Ich war zehn Jahre bei der Schwerdtfeger AG und mache mich selbstständig",
    "Mein Vermieter ist die Kolibrix GmbH",
    "Ich heiße Sie herzlich willkommen",
    "mein name ist egal",
    "Viele Grüße aus dem Rheinland",
    "Wir haben 10000 Euro Eigenkapital",
    "12345 Quadratmeter wären schön",
    "in 25000 Stück lieferbar",
    "Haben Sie im Gewerbegebiet Grundstücke frei?",
    "Wer hilft mir in Krisen weiter?",
    "Was kostet ein Stellplatz 3 Meter breit?",
    "Wer ist bei der Stadt Neuwied zuständig?",
    "Guten Morgen, ich brauche Hilfe",
    "Haben Sie bis Freitag geöffnet?",
    "Wir arbeiten Montag bis Freitag",
    "Ich habe bis heute keine Antwort",
    "Gibt es Kredite bis 50.000 Euro?",
    "bis 2.5 Millionen Umsatz",
    "Bis wann haben Sie auf?",
    "Seit Montag brauche ich Ihre Hilfe",
    "Lieferung bis 12 Uhr möglich?",
    "hab ne ug und will umfirmieren in gmbh",
    "ich hätte gerne Infos zur GmbH Gründung, Musterprotokoll GmbH",
    "e.g. a bakery, by the way",
    "I am from Spain",
    "",
    "???",
  ])("%s", (text) => {
    expect(found(text)).toEqual({});
  });
});

describe("the matter", () => {
  const title = (id: string): string => shipped.intents.get(id)?.title.de ?? "";

  it("is the titles of what was answered, the last first, without small talk", () => {
    const { matters, answered, question } = brief({
      turns: [
        turn("Hallo", "greeting", ["greeting"]),
        turn("Wie melde ich ein Gewerbe an?", "answer", ["business-registration"]),
        turn("Wann haben Sie offen?", "answer", ["opening-hours"]),
        turn("Und wo anmelden?", "answer", ["business-registration"]),
      ],
    });
    expect(matters).toEqual([title("business-registration"), title("opening-hours")]);
    expect(answered).toEqual([title("opening-hours"), title("business-registration")]);
    expect(question).toBeNull();
  });

  it("is four titles at most", () => {
    const ids = ["opening-hours", "business-registration", "legal-form", "broadband", "business-plan"];
    const { matters } = brief({ turns: ids.map((id) => turn("?", "answer", [id])) });
    expect(matters).toEqual(ids.slice(1).reverse().map(title));
  });

  it("is the last question, shortened, where nothing was answered; not the wish for a person", () => {
    const long = `Wie ist das mit ${"der Genehmigung und ".repeat(30)}allem?`;
    const { matters, question } = brief({
      turns: [turn(long, "fallback"), turn("Ich will einen Menschen", "handover")],
    });
    expect(matters).toEqual([]);
    expect(question?.endsWith("…")).toBe(true);
    expect(question?.length).toBeLessThanOrEqual(161);
    expect(long.startsWith(question?.slice(0, -1) ?? "none")).toBe(true);
  });

  it("is what was written to whoever comes where the bot was never asked", () => {
    expect(brief({ lines: [line("Es geht um meine Halle", AFTER)] }).question).toBe("Es geht um meine Halle");
  });

  it("says what was not understood: three questions at most, and none that was answered after asking back", () => {
    const { notUnderstood } = brief({
      turns: [
        turn("eins", "fallback"),
        turn("zwei", "clarify"),
        turn(null, "answer", ["opening-hours"]),
        turn("drei", "clarify"),
        turn("vier", "fallback"),
        turn("fünf", "fallback"),
        turn("sechs", "answer", ["opening-hours"]),
      ],
    });
    expect(notUnderstood).toEqual(["drei", "vier", "fünf"]);
  });
});

describe("contact", () => {
  const masked = line("Schreiben Sie an [E-Mail] oder rufen Sie an: [Telefon]");

  it("that was masked before the handover is said to have been mentioned", () => {
    const text = read(brief({ lines: [masked] }));
    expect(text).toContain("E-Mail-Adresse genannt, vor der Übergabe nicht gespeichert");
    expect(text).toContain("Telefonnummer genannt, vor der Übergabe nicht gespeichert");
  });

  it("that was written since is shown, and makes the remark needless", () => {
    const { contact } = brief({
      lines: [masked, line("petra@huber-metallbau.example oder 0171 / 234 56 78", AFTER, 2)],
    });
    expect(contact).toEqual({
      emails: ["petra@huber-metallbau.example"],
      phones: ["0171 / 234 56 78"],
      lost: [],
    });
  });

  it("is no date, no amount and no postcode", () => {
    const { contact } = brief({
      lines: [line("Am 01.12.2026 in 01067 Dresden, 0,50 Euro, Aktenzeichen 12/0345678, 05.01.27", AFTER)],
    });
    expect(contact).toEqual({ emails: [], phones: [], lost: [] });
  });

  it("is not taken from a placeholder that a guest types to a person", () => {
    expect(brief({ lines: [line("[E-Mail]", AFTER)] }).contact.lost).toEqual([]);
    expect(brief({ lines: [line("[E-Mail]", AFTER)] }, { ticket: true }).contact.lost).toEqual(["email"]);
  });
});

describe("a ticket", () => {
  const submissions: CaseFile["submissions"] = [
    {
      reference: "S-AAAA",
      form: "seminar-registration",
      answers: [{ field: "email", label: "E-Mail", shown: "other@purpose.example" }],
    },
    {
      reference: "R-BBBB",
      form: "callback",
      answers: [
        { field: "name", label: "Name", shown: "Petra Schmittke" },
        { field: "phone", label: "Telefon", shown: "+49 171 2345678" },
        { field: "topic", label: "Anliegen", shown: "Halle für die Wuttke GmbH\nbis zum 15. Januar" },
      ],
    },
  ];
  const ticket = brief({ submissions }, { number: "R-BBBB", stage: "ticket", ticket: true });

  it("brings what was handed in with it, whole and in its lines", () => {
    const text = read(ticket);
    expect(text).toContain("Hinterlassene Nachricht R-BBBB");
    expect(text).toContain("Anliegen: Halle für die Wuttke GmbH\n  bis zum 15. Januar");
    expect(ticket.name).toBe("Petra Schmittke");
    expect(ticket.contact.phones).toEqual(["+49 171 2345678"]);
  });

  it("is read for company and deadline as well", () => {
    expect(ticket.companies).toEqual(["Wuttke GmbH"]);
    expect(ticket.deadlines.map(({ said }) => said)).toEqual(["bis zum 15. Januar"]);
  });

  it("shows nothing of what was handed in for something else but that it was", () => {
    expect(read(ticket)).not.toContain("other@purpose.example");
    expect(read(ticket)).toContain(`${shipped.forms.get("seminar-registration")?.title.de} (S-AAAA)`);
  });
});

describe("the text of a brief", () => {
  it("says what is known and what was not mentioned", () => {
    const lines = [line("Wir sind die Huber Metallbau GmbH, Antrag muss bis Freitag fertig sein")];
    const turns = [turn("Wie melde ich ein Gewerbe an?", "answer", ["business-registration"])];
    const title = shipped.intents.get("business-registration")?.title;
    expect(read(brief({ lines, turns }))).toBe(
      [
        `• Anliegen: ${title?.de}`,
        "• Firma: Huber Metallbau GmbH",
        "• Frist oder Termin: bis Freitag (Freitag, 27. November 2026)",
        "• Schreibt auf: Deutsch",
        `• Vom Assistenten beantwortet: ${title?.de}`,
        "• Nicht genannt: Name, Ort, Kontakt",
      ].join("\n"),
    );
  });

  it("says it in English, and that a deadline is over", () => {
    const lines = [line("I need it by Tuesday")];
    const text = read(brief({ lines, language: "en" }, {}, NOW + 5 * 86_400_000), "en");
    expect(text).toContain("Deadline or date: by Tuesday (Tuesday 24 November 2026, past)");
    expect(text).toContain("Writes in: English");
  });

  it("of a conversation without a word is short", () => {
    expect(read(brief({}))).toBe(
      "• Schreibt auf: Deutsch\n• Nicht genannt: Anliegen, Name, Firma, Ort, Frist oder Termin, Kontakt",
    );
  });

  it("has every label in both languages", () => {
    for (const language of ["de", "en"] as const) {
      const lines = [line("[E-Mail] [Telefon] muss bis 1.1.2026")];
      expect(read(brief({ lines, turns: [turn("x", "fallback")] }), language)).not.toMatch(/staff\.brief/);
    }
  });

  it("holds a guest's markup as plain text", () => {
    const hostile = "Firma **Huber** [klick](https://evil.example) <!here> @channel";
    const text = briefText(brief({ turns: [turn(hostile, "fallback")] }), knowledge, "de");
    expect(JSON.stringify(text)).not.toContain('"link"');
    expect(plain(text)).toContain(hostile);
  });
});

/** Pieces that look like what is sought, and what breaks patterns. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."GmbH UG AG e. K. & Co . KG meine Firma heißt Inhaber von der mein Name ist bis zum Freitag 15. Januar 31.12. 56564 Neuwied Hauptstr. 12 Gewerbegebiet Nord „ “ [E-Mail] morgen Frist Huber Metallbau 0171 2345678 a@b.de İ ß ﬁ".split(
      " ",
    ),
    "\n",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const saying = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(" "));

describe("whatever guests write", () => {
  it("nothing is shown that was not said", () => {
    fc.assert(
      fc.property(
        fc.array(saying, { maxLength: 4 }),
        fc.array(saying, { maxLength: 2 }),
        fc.boolean(),
        (texts, asked, after) => {
          const some = brief(
            {
              lines: texts.map((text, index) => line(text, after ? AFTER : BEFORE, index)),
              turns: asked.map((question) => turn(question, "fallback")),
            },
            {},
            NOW,
            unlearned,
          );
          const all = [...texts, ...asked];
          const values = [
            ...some.companies,
            ...some.places,
            ...some.deadlines.map(({ said }) => said),
            ...some.contact.emails,
            ...some.contact.phones,
            ...(some.name === null ? [] : [some.name]),
          ];
          for (const value of values) {
            expect(value.trim()).not.toBe("");
            expect(all.some((text) => text.includes(value))).toBe(true);
          }
          // questions are put in one line and shortened
          const flat = all.map((text) => text.replace(/\s+/gu, " "));
          for (const question of [...some.notUnderstood, ...(some.question === null ? [] : [some.question])])
            expect(flat.some((text) => text.includes(question.replace(/…$/u, "")))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("what is longer than any name is none", () => {
    const { companies, name } = brief({
      lines: [line(`Wir sind die ${"Ab".repeat(100)} GmbH. Ich heiße ${"Xy".repeat(90)}.`)],
    });
    expect([companies, name]).toEqual([[], null]);
  });

  it.each([
    ["one long word", "a".repeat(200_000)],
    ["dots", `a${".".repeat(200_000)}`],
    ["capitals", "Huber ".repeat(40_000)],
    ["legal forms", "GmbH & Co. KG ".repeat(15_000)],
    ["leads", "meine Firma heißt Inhaber von der ich bin von der ".repeat(4_000)],
    ["dates", "bis zum Freitag den 15. Januar ".repeat(6_000)],
    ["digits", "0".repeat(200_000)],
    ["spaced digits", "+49 (0) ".repeat(25_000)],
    ["addresses", "a@".repeat(100_000)],
    ["domains", `a@${"a.".repeat(100_000)}`],
    ["streets", "Lange Straße ".repeat(15_000)],
    ["postcodes", "56564 ".repeat(33_000)],
    ["quotation marks", "„".repeat(200_000)],
    ["spaces", " ".repeat(200_000)],
  ])("reading takes no longer than its length: %s", (_, text) => {
    const started = performance.now();
    brief({
      lines: Array.from({ length: 50 }, (__, index) => line(text, AFTER, index)),
      turns: [turn(text, "fallback")],
    });
    // generous: what grows with the square of the length takes minutes
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("of a long conversation", () => {
  it("the latest lines are read, and no more than staff would", () => {
    const filler = Array.from({ length: 300 }, (_, index) => line("Und noch etwas dazu.", BEFORE, index));
    const first = line("Wir sind die Huber Metallbau GmbH");
    const last = line("Das Grundstück liegt im Gewerbegebiet Nord");
    const { companies, places } = brief({ lines: [first, ...filler, last] });
    expect([companies, places]).toEqual([[], ["Gewerbegebiet Nord"]]);
  });

  it("the last mentions are first, each once, and the longer one of two", () => {
    const { companies, deadlines } = brief({
      lines: [
        line("meine Firma Wuttke sucht Azubis, brauche das bis Freitag"),
        line("Wir sind die Wuttke GmbH"),
        line("Für die Brinkmann AG: bis zum 4. Dezember", AFTER),
        line("also bis Freitag", AFTER),
      ],
    });
    expect(companies).toEqual(["Brinkmann AG", "Wuttke GmbH"]);
    expect(deadlines.map(({ said }) => said)).toEqual(["bis Freitag", "bis zum 4. Dezember"]);
  });

  it("a day is counted from when it was said, not from when staff look", () => {
    const { deadlines } = brief({ lines: [line("Frist endet morgen")] }, {}, NOW + 3 * 86_400_000);
    expect(deadlines).toEqual([{ said: "morgen", day: "2026-11-24", over: true }]);
  });

  it("a day is not worked out where nobody knows when it was said", () => {
    const { deadlines } = brief({ turns: [turn("Die Frist endet morgen", "fallback")] });
    expect(deadlines).toEqual([{ said: "morgen", day: null, over: false }]);
  });
});

describe("the summary for the guest", () => {
  const said = (
    text: string,
    cursor: number,
    some: Partial<CaseLine> = {},
    name: string | null = "Jana Roth",
  ): CaseLine => ({
    cursor,
    event: cursor,
    at: AFTER,
    from: "desk",
    message: {
      id: `${cursor}.0`,
      language: "de",
      text: fromPlain(text),
      ...(name === null ? {} : { author: { name } }),
    },
    ...some,
  });
  const summary = (lines: readonly CaseLine[], language: Language = "de"): RichText | null =>
    summaryOf({ lines }, ASKED, { number: "G-3F2K", now: NOW }, knowledge, language);

  it("says number, day, with whom, and what the person wrote", () => {
    const text = plain(
      summary([line("Hallo", AFTER), said("Der Antrag ist da.", 2), said("Alles Gute!", 3)]) ?? [],
    );
    expect(text).toBe(
      "Ihr Gespräch G-3F2K am Montag, 23. November 2026 mit Jana Roth.\n\nDas haben wir Ihnen geschrieben:\n\n• Der Antrag ist da.\n• Alles Gute!",
    );
  });

  it("leaves out what the assistant wrote, what is internal, still held, or was written before", () => {
    const lines = [
      said("alt", 1, { at: BEFORE }),
      said("Ich bin der Bot", 2, {}, null),
      said("intern", 3, { from: "internal" }),
      { cursor: 4, event: 4, at: AFTER, from: "staff", text: "!! heikel" } as const,
      said("noch nicht", 5, { heldUntil: "2026-11-23T10:00:05.000Z" }),
      said("gesagt", 6, { heldUntil: "2026-11-23T09:45:10.000Z" }),
    ];
    const text = plain(summary(lines) ?? []);
    expect(text.split("\n").filter((one) => one.startsWith("•"))).toEqual(["• gesagt"]);
  });

  it("has the last eight lines, of 300 characters at most, and says that these are the last", () => {
    const lines = Array.from({ length: 12 }, (_, index) => said(`${index} ${"wort ".repeat(100)}`, index));
    const text = plain(summary(lines) ?? []);
    const items = text.split("\n").filter((one) => one.startsWith("•"));
    expect(text).toContain("zuletzt");
    expect(items).toHaveLength(8);
    expect(items[0]?.startsWith("• 4 wort")).toBe(true);
    for (const item of items) expect(item.length).toBeLessThanOrEqual(303);
  });

  it("names each where several wrote, in English too", () => {
    const text = plain(summary([said("Hello", 1), said("Bye", 2, {}, "Ali Demir")], "en") ?? []);
    expect(text).toContain("on Monday 23 November 2026 with Jana Roth, Ali Demir.");
    expect(text).toContain("• Ali Demir: Bye");
  });

  it("is none where nobody wrote", () => {
    expect(summary([said("Ich bin der Bot", 2, {}, null)])).toBeNull();
  });
});
