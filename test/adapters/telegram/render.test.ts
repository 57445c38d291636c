import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Key } from "../../../adapters/telegram/bot-api.js";
import { callbackData, isHash } from "../../../adapters/telegram/callback-data.js";
import { COMMANDS } from "../../../adapters/telegram/commands.js";
import { keyboard, short } from "../../../adapters/telegram/keyboard.js";
import { render, topicName } from "../../../adapters/telegram/render.js";
import { paragraph, parse } from "../../../src/text/index.js";
import type { Button, OutgoingMessage, RichText, SeminarCard } from "../../../src/vocabulary/index.js";

const SITE = "https://desk.stadt.example.org";

const saying = (text: string | RichText, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: "m.0",
  language: "de",
  text: typeof text === "string" ? parse(text) : text,
  ...more,
});

const seminar = (more: Partial<SeminarCard> = {}): SeminarCard => ({
  kind: "seminar",
  seminar: "gruenden",
  title: "Gründen im Nebenerwerb",
  when: "Di, 8. Dezember 2026, 17:00 Uhr",
  where: "Rathaus",
  leaders: null,
  fee: "kostenfrei",
  url: "https://stadt.example.org/gruenden",
  example: false,
  pageUrl: `${SITE}/seminars/gruenden`,
  calendarUrl: `${SITE}/ics/gruenden`,
  status: "noch 3 von 20 Plätzen frei",
  cancelled: false,
  register: { label: "Anmelden", action: "~register:gruenden" },
  ...more,
});

const parts = (message: OutgoingMessage, files = false, scope: "private" | "room" = "private") =>
  render(message, { scope, files });

const only = (message: OutgoingMessage) => {
  const [part, ...more] = parts(message);
  if (part?.kind !== "text" || more.length > 0) throw new Error("one text was expected");
  return part;
};

const labels = (rows: readonly (readonly Key[])[]): string[][] =>
  rows.map((row) => row.map(({ text }) => text));

describe("buttons", () => {
  it("stand beside each other while they are short, with the thumbs last in a row of their own", () => {
    const button = (label: string, rates?: boolean): Button => ({
      label,
      action: label,
      ...(rates === undefined ? {} : { rates }),
    });
    const { payload } = only(
      saying("Wählen Sie", {
        buttons: [
          button("Hilfreich", true),
          button("Nicht hilfreich", false),
          button("Gründen"),
          button("Seminare"),
          button("Ein Gewerbe anmelden oder ändern"),
          button("Parken"),
        ],
        links: [{ label: "Quelle", url: `${SITE}/q` }],
      }),
    );
    expect(labels(payload.keyboard)).toEqual([
      ["Gründen", "Seminare"],
      ["Ein Gewerbe anmelden oder ändern"],
      ["Parken", "Quelle"],
      ["👍 Hilfreich", "👎 Nicht hilfreich"],
    ]);
    expect(payload.keyboard[2]?.[1]).toEqual({ text: "Quelle", url: `${SITE}/q` });
  });

  it("are at most a hundred", () => {
    const buttons = Array.from({ length: 150 }, (_, index) => ({ label: `${index}`, action: `${index}` }));
    expect(keyboard([...buttons, { label: "ja", action: "ja", rates: true }], []).flat()).toHaveLength(100);
  });

  it("have labels of one line that a phone can show", () => {
    expect(short("Ein\nGewerbe \u202eanmelden")).toBe("Ein Gewerbe anmelden");
    expect(short(`${"Gewerbe ".repeat(20)}`)).toBe(`${"Gewerbe ".repeat(7).trim()}…`);
    expect([...short("😀".repeat(80))]).toHaveLength(64);
    expect(short("")).toBe("…");
  });

  it("carry a long action as a hash of its name, and never more than 64 bytes", () => {
    expect(callbackData("~topic:founding")).toBe("~topic:founding");
    expect(callbackData("ä".repeat(32))).toBe("ä".repeat(32));
    expect(isHash(callbackData("ä".repeat(33)))).toBe(true);
    expect(callbackData("a".repeat(65))).not.toBe(callbackData("b".repeat(65)));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 90 }), (action) => {
        const bytes = Buffer.byteLength(callbackData(action));
        expect(bytes).toBeGreaterThan(0);
        expect(bytes).toBeLessThanOrEqual(64);
      }),
    );
  });

  it("cannot be taken for a hash", () => {
    const hash = callbackData("x".repeat(100));
    expect(callbackData(hash)).not.toBe(hash);
  });
});

describe("links", () => {
  it("are lines of text where Telegram would refuse them on a button", () => {
    const { payload } = only(
      saying("Hier", {
        links: [
          { label: "Seite", url: "http://localhost:3000/a" },
          { label: "Post", url: "mailto:a@stadt.example.org" },
        ],
      }),
    );
    expect(payload.keyboard).toEqual([]);
    expect(payload.text).toBe("Hier\n\nSeite: http://localhost:3000/a\nPost: mailto:a@stadt.example.org");
  });

  it("stand once, and in the text where even the buttons are refused", () => {
    const link = { label: "Quelle", url: `${SITE}/q` };
    const { payload, plain } = only(saying("Hier", { links: [link, { ...link, label: "Noch einmal" }] }));
    expect(labels(payload.keyboard)).toEqual([["Quelle"]]);
    expect(plain).toEqual({ text: `Hier\n\nQuelle: ${SITE}/q`, entities: [], keyboard: [] });
  });
});

describe("a card", () => {
  it("is a bold title with lines, its links and its button below", () => {
    const { payload } = only(saying("Das nächste Seminar:", { cards: [seminar()] }));
    expect(payload.text).toBe(
      [
        "Das nächste Seminar:",
        "",
        "Gründen im Nebenerwerb",
        "Wann: Di, 8. Dezember 2026, 17:00 Uhr",
        "Wo: Rathaus",
        "Leitung: in der Ankündigung nicht angegeben",
        "Kosten: kostenfrei",
        "Stand: noch 3 von 20 Plätzen frei",
      ].join("\n"),
    );
    expect(payload.entities).toEqual([{ type: "bold", offset: 22, length: 22 }]);
    expect(labels(payload.keyboard)).toEqual([
      ["Anmelden", "Alles zum Seminar"],
      ["In den Kalender", "Ankündigung"],
    ]);
  });

  it("among others has its links in it, and says on its button what it is for", () => {
    const other = seminar({
      title: "Steuern",
      pageUrl: `${SITE}/seminars/steuern`,
      calendarUrl: null,
      url: null,
    });
    const { payload } = only(saying("Zwei Seminare:", { cards: [seminar(), other] }));
    expect(labels(payload.keyboard)).toEqual([["Anmelden: Gründen im Nebenerwerb"], ["Anmelden: Steuern"]]);
    expect(payload.entities.filter(({ type }) => type === "text_link")).toHaveLength(4);
    expect(payload.text).toContain("Stand: noch 3 von 20 Plätzen frei\nAlles zum Seminar\nIn den Kalender");
  });

  it("of a contact leaves out what is not known", () => {
    const { payload } = only(
      saying("", {
        cards: [
          {
            kind: "contact",
            name: "Frau Beispiel",
            address: null,
            phone: "02241 1",
            email: "b@x.example",
            hours: null,
          },
        ],
      }),
    );
    expect(payload.text).toBe("Frau Beispiel\nTelefon: 02241 1\nE-Mail: b@x.example");
  });
});

describe("a calendar file", () => {
  it("is a part of its own behind the text of the only seminar, in the place of the link", () => {
    const [text, file, ...more] = parts(saying("Hier", { cards: [seminar()] }), true);
    expect(more).toEqual([]);
    expect(text?.kind === "text" && labels(text.payload.keyboard).flat()).not.toContain("In den Kalender");
    expect(file).toMatchObject({
      kind: "calendar",
      seminar: { seminar: "gruenden" },
      caption: "Der Termin für Ihren Kalender",
      instead: {
        payload: {
          text: "In den Kalender",
          entities: [{ type: "text_link", offset: 0, length: 15, url: `${SITE}/ics/gruenden` }],
        },
      },
    });
  });

  it("does not come with a list of seminars, nor without a date", () => {
    expect(parts(saying("Hier", { cards: [seminar(), seminar()] }), true)).toHaveLength(1);
    expect(parts(saying("Hier", { cards: [seminar({ calendarUrl: null })] }), true)).toHaveLength(1);
  });
});

describe("a long text", () => {
  const long = Array.from({ length: 60 }, (_, index) => `Absatz ${index}. ${"Wort ".repeat(40)}`).join(
    "\n\n",
  );

  it("is several messages, with the buttons under the last", () => {
    const all = parts(saying(long, { buttons: [{ label: "Weiter", action: "w" }] }));
    expect(all.length).toBeGreaterThan(2);
    const keyboards = all.map((part) => (part.kind === "text" ? part.payload.keyboard.length : null));
    expect(keyboards).toEqual([...all.slice(1).map(() => 0), 1]);
  });

  it("is measured as it is sent: in rooms the word joiners count", () => {
    const full: RichText = [paragraph(`${"@a ".repeat(1_365)}x`)];
    const sizes = (scope: "private" | "room"): number[] =>
      parts(saying(full), false, scope).map((part) => (part.kind === "text" ? part.payload.text.length : 0));
    expect(sizes("private")).toEqual([4_096]);
    expect(sizes("room").length).toBeGreaterThan(1);
    expect(Math.max(...sizes("room"))).toBeLessThanOrEqual(4_096);
  });

  it("is cut earlier where it has more formats than Telegram takes", () => {
    const all = parts(saying(Array.from({ length: 250 }, () => "**x**").join("\n\n")));
    const counts = all.map((part) => (part.kind === "text" ? part.payload.entities.length : 0));
    expect(counts.reduce((sum, count) => sum + count)).toBe(250);
    expect(Math.max(...counts)).toBeLessThanOrEqual(100);
  });

  it("makes the same messages each time", () => {
    expect(parts(saying(long), true)).toEqual(parts(saying(long), true));
  });
});

it("says something even where there is nothing but buttons", () => {
  expect(only(saying([], { buttons: [{ label: "Ja", action: "j" }] })).payload).toMatchObject({
    text: "…",
    keyboard: [[{ text: "Ja" }]],
  });
  expect(parts(saying([]))).toHaveLength(1);
});

it("never makes a message that Telegram would find too long, empty or too richly formatted", () => {
  const text = fc.array(fc.string({ unit: "binary", maxLength: 300 }), { maxLength: 30 });
  fc.assert(
    fc.property(text, fc.constantFrom("private" as const, "room" as const), (texts, scope) => {
      for (const part of parts(saying(texts.map((one) => paragraph(one))), false, scope)) {
        if (part.kind !== "text") throw new Error("no file was expected");
        for (const { text: words, entities } of [part.payload, part.plain]) {
          expect(words.trim()).not.toBe("");
          expect(words.length).toBeLessThanOrEqual(4_096);
          expect(entities.length).toBeLessThanOrEqual(100);
        }
      }
    }),
    { numRuns: 50 },
  );
});

it("names a topic by the first words of its message, in one line of at most 128", () => {
  expect(topicName(saying("Anfrage von @erika\\\nzu **Gewerbe**"))).toBe(
    "Anfrage von @\u2060erika zu Gewerbe",
  );
  expect(topicName(saying(`x${"😀".repeat(100)}`)).length).toBeLessThanOrEqual(128);
  expect(topicName(saying([]))).toBe("Anfrage");
  expect(topicName(saying([], { cards: [seminar()] }))).toBe("Gründen im Nebenerwerb");
});

it("registers commands as Telegram takes them", () => {
  for (const { command, description } of [...COMMANDS.de, ...COMMANDS.en]) {
    expect(command).toMatch(/^[a-z0-9_]{1,32}$/u);
    expect(description.length).toBeLessThanOrEqual(256);
  }
});
