import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { escapeMarkdown, toMarkdown } from "../../../adapters/teams/markdown.js";
import { LARGEST, render as renderFor, sizeOf, type TeamsActivity } from "../../../adapters/teams/render.js";
import { paragraph, plain, text } from "../../../src/text/index.js";
import type { OutgoingMessage, SeminarCard } from "../../../src/vocabulary/index.js";

const render = (given: OutgoingMessage) => renderFor(given, "private");
const message = (more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: "7.0",
  language: "de",
  text: [paragraph(text("Guten Tag."))],
  ...more,
});
const seminar: SeminarCard = {
  kind: "seminar",
  seminar: "s1",
  title: "E-Rechnung",
  when: "Montag, 7. Dezember 2026",
  where: null,
  leaders: null,
  fee: "kostenfrei",
  url: null,
  example: false,
  pageUrl: "https://chat.example.org/seminars/s1",
  calendarUrl: "https://chat.example.org/ics/s1?sig=x",
  status: null,
  cancelled: false,
  register: { label: "Anmelden", action: "~register:s1" },
};

interface Element {
  readonly type: string;
  readonly items?: readonly Element[];
  readonly inlines?: readonly { readonly text: string }[];
  readonly actions?: readonly Record<string, unknown>[];
}

/** All elements of a card, those inside others too. */
function elements({ attachments = [] }: TeamsActivity): Element[] {
  const inside = (list: readonly Element[]): Element[] =>
    list.flatMap((element) => [element, ...inside(element.items ?? [])]);
  return attachments.flatMap(({ content }) => inside((content as { body: Element[] }).body));
}
const lines = (activity: TeamsActivity): string[] =>
  elements(activity).flatMap(({ inlines }) => (inlines ? [inlines.map((one) => one.text).join("")] : []));
const actions = (activity: TeamsActivity) => elements(activity).flatMap((element) => element.actions ?? []);

describe("a message for Teams", () => {
  it("is Markdown where it has nothing to press", () => {
    const content = [
      paragraph(text("Zwei "), { type: "bold", children: [text("Wege")] }, text(":")),
      { type: "list", ordered: false, items: [[text("einer")], [text("noch einer")]] } as const,
    ];
    expect(render(message({ text: content }))).toEqual([
      { type: "message", textFormat: "markdown", text: "Zwei **Wege**:\n\n• einer  \n• noch einer" },
    ]);
  });

  it("is a card in a room all the same, where a guest's words may stand in it", () => {
    const words = "<at>Anna</at> [Amt](https://evil.example) **x** {{DATE(2026-01-01T00:00:00Z)}}";
    const [activity, ...more] = renderFor(message({ text: [paragraph(text(words))] }), "room");
    expect(more).toEqual([]);
    expect(activity).not.toHaveProperty("text");
    expect(activity?.summary).toBe(
      "‹at›Anna‹/at› (Amt)(https://evil.example) **x** ((DATE(2026-01-01T00:00:00Z)))",
    );
    expect(elements(activity as TeamsActivity)).toEqual([
      {
        type: "RichTextBlock",
        spacing: "Small",
        inlines: [{ type: "TextRun", text: words.replace("{{", "{\u2060{") }],
      },
    ]);
    expect(renderFor(message({ text: [] }), "room")).toHaveLength(1);
  });

  it("is one card where it has, and nothing beside it: else it could not be edited", () => {
    const [activity, ...more] = render(
      message({
        buttons: [
          { label: "Absenden", action: "a-1", primary: true },
          { label: "Hilfreich", action: "a-2", rates: true },
        ],
        links: [
          { label: "Quelle", url: "https://www.example.org/" },
          { label: "Telefon", url: "tel:+4930123" },
        ],
        cards: [seminar],
      }),
    );
    expect(more).toEqual([]);
    expect(activity?.text).toBeUndefined();
    expect(activity?.summary).toBe("Guten Tag.");
    expect(lines(activity as TeamsActivity)).toEqual([
      "Guten Tag.",
      "E-Rechnung",
      "Wann: Montag, 7. Dezember 2026",
      "Wo: in der Ankündigung nicht angegeben",
      "Leitung: in der Ankündigung nicht angegeben",
      "Kosten: kostenfrei",
      "Telefon: +4930123",
    ]);
    expect(actions(activity as TeamsActivity)).toEqual([
      {
        type: "Action.Submit",
        title: "Anmelden",
        data: { action: "~register:s1", on: "7.0", nonce: "7.0:~register:s1" },
      },
      { type: "Action.OpenUrl", title: "Alles zum Seminar", url: seminar.pageUrl },
      { type: "Action.OpenUrl", title: "In den Kalender", url: seminar.calendarUrl },
      {
        type: "Action.Submit",
        title: "Absenden",
        style: "positive",
        data: { action: "a-1", on: "7.0", nonce: "7.0:a-1" },
      },
      { type: "Action.Submit", title: "👍 Hilfreich", data: { action: "a-2", on: "7.0", nonce: "7.0:a-2" } },
      { type: "Action.OpenUrl", title: "Quelle", url: "https://www.example.org/" },
    ]);
  });

  it("has at most six buttons in a row", () => {
    const buttons = Array.from({ length: 14 }, (_, at) => ({ label: `Knopf ${at}`, action: `a-${at}` }));
    const rows = elements(render(message({ buttons }))[0] as TeamsActivity).filter(
      ({ type }) => type === "ActionSet",
    );
    expect(rows.map((row) => row.actions?.length)).toEqual([6, 6, 2]);
  });

  it("stays below 28 kB, loses no word and ends with its buttons, however long it is", () => {
    const words = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        fc.constantFrom("private" as const, "room" as const),
        (paragraphs, pressable, scope) => {
          const given = paragraphs
            .map((some) => some.join(" "))
            .filter((some) => some.trim() !== "")
            .map((some) => paragraph(text(some.repeat(20))));
          const parts = renderFor(
            message({ text: given, ...(pressable ? { buttons: [{ label: "Mehr", action: "a" }] } : {}) }),
            scope,
          );
          expect(parts.length).toBeGreaterThan(0);
          for (const part of parts) expect(sizeOf(part)).toBeLessThanOrEqual(LARGEST);
          expect(parts.flatMap(actions).length).toBe(pressable ? 1 : 0);
          if (pressable) expect(actions(parts.at(-1) as TeamsActivity)).toHaveLength(1);
          const shown = (
            pressable || scope === "room" ? parts.flatMap(lines) : parts.map((part) => part.text)
          ).join("");
          if (pressable || scope === "room")
            expect(shown.replaceAll(/\s/gu, "")).toBe(plain(given).replaceAll(/[\s\p{Cc}]/gu, ""));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("Markdown for Teams", () => {
  it("of a plain text means exactly that text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (given) => {
        const wanted = given.replaceAll(/\s+/gu, " ").trim();
        // a control character is no text: the desk takes them out of what guests write
        fc.pre(!/\p{Cc}/u.test(wanted));
        const escaped = escapeMarkdown(given);
        expect(escaped).not.toMatch(/[<>]/u);
        const { children } = fromMarkdown(escaped);
        const shown = children.map((node) => {
          expect(node.type).toBe("paragraph");
          return node.type === "paragraph"
            ? node.children.map((child) => (child.type === "text" ? child.value : `[${child.type}]`)).join("")
            : "";
        });
        expect(shown.join("")).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["[Sparkasse](https://evil.example)", "\\[Sparkasse\\](https://evil.example)"],
    ["<at>Chefin</at>", "&lt;at&gt;Chefin&lt;/at&gt;"],
    ["# Titel", "\\# Titel"],
    ["1. Punkt", "1\\. Punkt"],
    ["- Punkt", "\\- Punkt"],
    ["&lt;b&gt;", "&amp;lt;b&amp;gt;"],
  ])("takes the meaning out of %s", (given, escaped) => {
    expect(escapeMarkdown(given)).toBe(escaped);
    expect(toMarkdown([paragraph(text(given))])).toBe(escaped);
  });

  it("links a label with its target, whatever the target holds", () => {
    const url = "https://example.org/a_(b)?c=*d*&e=[f]";
    const [node] = fromMarkdown(
      toMarkdown([paragraph({ type: "link", url, children: [text("Antrag [neu]")] })]),
    ).children;
    const link = node?.type === "paragraph" ? node.children[0] : undefined;
    expect(link).toMatchObject({ type: "link", children: [{ value: "Antrag [neu]" }] });
    expect(link?.type === "link" && decodeURIComponent(link.url)).toBe(url);
  });
});
