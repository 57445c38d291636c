import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesOf, type Look, renderMessage } from "../../../adapters/terminal/render.js";
import { clean, columns, wrap } from "../../../adapters/terminal/screen-text.js";
import { fromPlain, parse } from "../../../src/text/index.js";
import type { OutgoingMessage } from "../../../src/vocabulary/index.js";
import { hostileMarkdown } from "../../text/arbitraries.js";

const narrow: Look = { width: 30, ansi: false };
const message = (markdown: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: "m.1",
  language: "de",
  text: parse(markdown),
  ...more,
});

describe("a message on the screen", () => {
  it.each([
    [
      "wraps paragraphs",
      "Ihr Gewerbe melden Sie beim Gewerbeamt an.",
      "Ihr Gewerbe melden Sie beim\nGewerbeamt an.",
    ],
    [
      "indents what follows a bullet",
      "- Ausweis oder Pass mitbringen bitte\n- Geld",
      "• Ausweis oder Pass mitbringen\n  bitte\n• Geld",
    ],
    ["numbers a list", "1. hingehen\n2. zahlen", "1. hingehen\n2. zahlen"],
    ["shows a link with its address", "[Amt](https://example.org)", "Amt (https://example.org)"],
    [
      "leaves an address whole",
      "https://example.org/ein/sehr/langer/pfad da",
      "https://example.org/ein/sehr/langer/pfad\nda",
    ],
    ["has no codes without a terminal", "**fett** *kursiv*", "fett kursiv"],
  ])("%s", (_, markdown, expected) => {
    expect(renderMessage(message(markdown), narrow)).toBe(expected);
  });

  it("is bold by ANSI codes only on a terminal, and codes take no width", () => {
    const rendered = renderMessage(message("**eins zwei drei vier fünf** sechs"), { width: 30, ansi: true });
    expect(rendered).toBe("\u001b[1meins zwei drei vier fünf\u001b[22m sechs");
  });

  it("shows buttons as numbered choices that do not break inside", () => {
    const buttons = ["Mehr", "Hilfreich", "Nicht hilfreich"].map((label) => ({ label, action: label }));
    expect(renderMessage(message("Ja.", { buttons }), narrow)).toBe(
      "Ja.\n\n[1] Mehr  [2] Hilfreich\n[3] Nicht hilfreich",
    );
  });

  it("shows what is known of registration, and its button with the first number, above the others", () => {
    const card = {
      kind: "seminar" as const,
      seminar: "s",
      title: "Digital werden",
      when: "30. November 2026",
      where: "online",
      leaders: "Prof. Beispiel",
      fee: "kostenfrei",
      url: null,
      example: false,
      pageUrl: "https://chat.example/seminars/s",
      calendarUrl: "https://chat.example/seminars/s.ics",
      status: "noch 3 von 20 Plätzen frei",
      cancelled: false,
      register: { label: "Anmelden", action: "7-0" },
    };
    const shown = message("Bitte.", {
      cards: [{ ...card, register: null }, card],
      buttons: [{ label: "Hilfreich", action: "7-1" }],
    });
    expect(renderMessage({ ...shown, cards: [card] }, { width: 60, ansi: false })).toBe(
      [
        "Bitte.",
        "",
        "Digital werden",
        "  Wann      30. November 2026",
        "  Wo        online",
        "  Leitung   Prof. Beispiel",
        "  Kosten    kostenfrei",
        "  Stand     noch 3 von 20 Plätzen frei",
        "  Seite     https://chat.example/seminars/s",
        "  Kalender  https://chat.example/seminars/s.ics",
        "  [1] Anmelden",
        "",
        "[2] Hilfreich",
      ].join("\n"),
    );
    expect(choicesOf(shown).map(({ action }) => action)).toEqual(["7-0", "7-1"]);
  });

  it("shows a seminar as aligned lines and says what is not stated", () => {
    const card = {
      kind: "seminar" as const,
      seminar: "s",
      title: "Digital werden",
      when: "24./25. November",
      where: null,
      leaders: "Prof. Beispiel",
      fee: null,
      url: "https://example.org/s",
      example: true,
      pageUrl: null,
      calendarUrl: null,
      status: null,
      cancelled: false,
      register: null,
    };
    expect(renderMessage(message("", { cards: [card] }), { width: 60, ansi: false })).toBe(
      [
        "Digital werden (Beispiel)",
        "  Wann     24./25. November",
        "  Wo       in der Ankündigung nicht angegeben",
        "  Leitung  Prof. Beispiel",
        "  Kosten   in der Ankündigung nicht angegeben",
        "  Mehr     https://example.org/s",
      ].join("\n"),
    );
  });

  it("shows a contact with what is known, wrapped under its column", () => {
    const card = {
      kind: "contact" as const,
      name: "Economic development",
      address: "Markt 1\n12345 Stadt",
      phone: null,
      email: "amt@example.org",
      hours: "Mo-Fr 9:00-12:00 und Do 14:00-18:00",
    };
    expect(renderMessage(message("Hi", { language: "en", cards: [card] }), { width: 32, ansi: false })).toBe(
      [
        "Hi",
        "",
        "Economic development",
        "  Address  Markt 1",
        "           12345 Stadt",
        "  E-mail   amt@example.org",
        "  Hours    Mo-Fr 9:00-12:00 und",
        "           Do 14:00-18:00",
      ].join("\n"),
    );
  });

  it("shows links below the text", () => {
    const links = [{ label: "Antrag", url: "https://example.org/a" }];
    expect(renderMessage(message("Ja.", { links }), { width: 60, ansi: false })).toBe(
      "Ja.\n\n→ Antrag: https://example.org/a",
    );
  });

  it("never lets any text steer the terminal", () => {
    const hostile = fc.oneof(
      hostileMarkdown,
      fc
        .array(
          fc.constantFrom(
            "\u001b",
            "[",
            "]",
            "0;",
            "31m",
            "\u0007",
            "\u009b",
            "\u009d",
            "\\",
            "a",
            "\r",
            "\b",
            "\u202e",
            " ",
          ),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const label = { label: text, action: "a", url: `https://x.example/${text}` };
        const card = {
          kind: "contact" as const,
          name: text,
          address: text,
          phone: text,
          email: text,
          hours: text,
        };
        const rendered = renderMessage(
          {
            id: "m",
            language: "de",
            text: [...parse(text), ...fromPlain(text)],
            buttons: [label],
            links: [label],
            cards: [card],
          },
          narrow,
        );
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe("cleaning", () => {
  it.each([
    ["\u001b[31mrot\u001b[0m", "rot"],
    ["\u001b]0;Titel\u0007Text", "Text"],
    ["\u001b]8;;https://evil.example\u001b\\Klick\u001b]8;;\u001b\\", "Klick"],
    ["\u001b]offen, aber lesbar", "offen, aber lesbar"],
    ["\u009b2JText", "Text"],
    ["\u001b(BText\u001b", "Text"],
    ["a\u0000b\u0008c\rd\te", "abcd e"],
    ["eins\r\nzwei", "eins\nzwei"],
    ["gut\u202egespiegelt", "gutgespiegelt"],
    ["👩‍👩‍👧‍👦 grüßt", "👩‍👩‍👧‍👦 grüßt"],
  ])("turns %j into %j", (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it("takes no longer for a long text than in proportion", () => {
    for (const part of ["\u001b[", "\u001b]", "\u001b[0;", "\u009d", "\u001b "])
      expect(clean(part.repeat(50_000))).not.toContain("\u001b");
  });
});

describe("wrapping", () => {
  it("counts what is seen: no column for an accent, two for an emoji", () => {
    expect([columns("e\u0301"), columns("😀"), columns("漢"), columns("\u001b[1ma\u001b[22m")]).toEqual([
      1, 2, 2, 1,
    ]);
  });

  it("loses no word and is never wider than it must be", () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(..."abcäöü"), minLength: 1, maxLength: 20 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, width) => {
        const wrapped = wrap(list.join(" "), width);
        expect(wrapped.split(/\s/u).filter(Boolean)).toEqual(list);
        for (const line of wrapped.split("\n"))
          expect(line.length <= width || !line.includes(" ")).toBe(true);
      }),
    );
  });
});
