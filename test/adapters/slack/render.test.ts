import type { KnownBlock } from "@slack/web-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { homeView } from "../../../adapters/slack/home.js";
import { LIMITS, type Part, renderParts, sizeOf } from "../../../adapters/slack/render.js";
import { clean } from "../../../adapters/slack/rich-text.js";
import { fromPlain, parse, plain } from "../../../src/text/index.js";
import type { OutgoingMessage } from "../../../src/vocabulary/index.js";
import { hostileMarkdown, richTexts } from "../../text/arbitraries.js";

const message = (markdown: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: "m.1",
  language: "de",
  text: parse(markdown),
  ...more,
});

const seminar = {
  kind: "seminar" as const,
  seminar: "s",
  title: "Digital werden",
  when: "30. November 2026",
  where: null,
  leaders: "Prof. Beispiel",
  fee: "kostenfrei",
  url: null,
  example: false,
  pageUrl: "https://chat.example.org/seminars/s",
  calendarUrl: "https://chat.example.org/seminars/s.ics",
  status: "noch 3 von 20 Plätzen frei",
  cancelled: false,
  register: { label: "Anmelden", action: "7-0" },
};

/** Every object within the blocks. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const entry of value) yield* objects(entry);
  else if (typeof value === "object" && value !== null) {
    yield value as Record<string, unknown>;
    for (const entry of Object.values(value)) yield* objects(entry);
  }
}

const textOf = (blocks: readonly KnownBlock[]): string =>
  [...objects(blocks)]
    .flatMap(({ type, text }) => (type === "text" || type === "link" ? [text] : []))
    .join("");

describe("a message in Slack", () => {
  it("is rich text: paragraphs in one section, lists as lists, links as links", () => {
    const markdown =
      "Melden Sie **sich** an:\n\n- Ausweis\n- *Geld*\n\nDann [zum Amt](https://example.org/a).\n\nFertig.";
    expect(renderParts(message(markdown))).toEqual([
      {
        text: "Melden Sie sich an:\n\n• Ausweis\n• Geld\n\nDann zum Amt (https://example.org/a).\n\nFertig.",
        blocks: [
          {
            type: "rich_text",
            elements: [
              {
                type: "rich_text_section",
                elements: [
                  { type: "text", text: "Melden Sie " },
                  { type: "text", text: "sich", style: { bold: true } },
                  { type: "text", text: " an:" },
                  { type: "text", text: "\n" },
                ],
              },
              {
                type: "rich_text_list",
                style: "bullet",
                elements: [
                  { type: "rich_text_section", elements: [{ type: "text", text: "Ausweis" }] },
                  {
                    type: "rich_text_section",
                    elements: [{ type: "text", text: "Geld", style: { italic: true } }],
                  },
                ],
              },
              {
                type: "rich_text_section",
                elements: [
                  { type: "text", text: "\n" },
                  { type: "text", text: "Dann " },
                  { type: "link", url: "https://example.org/a", text: "zum Amt" },
                  { type: "text", text: "." },
                  { type: "text", text: "\n\n" },
                  { type: "text", text: "Fertig." },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it("links mail, and shows a telephone number as text", () => {
    const [part] = renderParts(message("[Mail](mailto:a@example.org) oder [Anruf](tel:+49123)"));
    expect([...objects(part?.blocks)].filter(({ type }) => type === "link")).toEqual([
      { type: "link", url: "mailto:a@example.org", text: "Mail" },
    ]);
    expect(textOf(part?.blocks ?? [])).toBe("Mail oder Anruf (+49123)");
  });

  it("has buttons below: thumbs that a screen reader can tell, and the one that most will press in green", () => {
    const buttons = [
      { label: "Absenden", action: "7-0", primary: true as const },
      { label: "Hilfreich", action: "7-1", rates: true },
      { label: "Nicht hilfreich", action: "7-2", rates: false },
    ];
    expect(renderParts(message("Ja.", { buttons }))[0]?.blocks[1]).toEqual({
      type: "actions",
      elements: [
        {
          type: "button",
          text: { type: "plain_text", text: "Absenden", emoji: false },
          action_id: "desk:0",
          value: "7-0",
          style: "primary",
        },
        {
          type: "button",
          text: { type: "plain_text", text: "👍", emoji: false },
          action_id: "desk:1",
          value: "7-1",
          accessibility_label: "Hilfreich",
        },
        {
          type: "button",
          text: { type: "plain_text", text: "👎", emoji: false },
          action_id: "desk:2",
          value: "7-2",
          accessibility_label: "Nicht hilfreich",
        },
      ],
    });
  });

  it("shows a seminar with what is known and what is not, its links, and its button", () => {
    const [part] = renderParts(message("", { cards: [seminar] }));
    expect(part?.blocks.map(({ type }) => type)).toEqual(["header", "rich_text", "actions"]);
    expect(part?.blocks[0]).toEqual({
      type: "header",
      text: { type: "plain_text", text: "Digital werden", emoji: false },
    });
    expect(textOf(part?.blocks ?? [])).toBe(
      [
        "Wann: 30. November 2026",
        "Wo: in der Ankündigung nicht angegeben",
        "Leitung: Prof. Beispiel",
        "Kosten: kostenfrei",
        "Stand: noch 3 von 20 Plätzen frei",
        "Alles zum Seminar",
        "In den Kalender",
      ].join("\n"),
    );
    expect(part?.text).toMatch(/^Digital werden\nWann: 30\. November 2026\n/u);
  });

  it("shows a contact whose mail can be tapped, and links as a list", () => {
    const card = {
      kind: "contact" as const,
      name: "Economic development",
      address: "Markt 1\n12345 Stadt",
      phone: "+49 123",
      email: "amt@example.org",
      hours: null,
    };
    const links = [{ label: "Application", url: "https://example.org/a" }];
    const [part] = renderParts(message("Hi", { language: "en", cards: [card], links }));
    const found = [...objects(part?.blocks)].filter(({ type }) => type === "link");
    expect(found.map(({ url }) => url)).toEqual(["mailto:amt@example.org", "https://example.org/a"]);
  });

  it("of several parts has its buttons under the last one, and nothing is lost between them", () => {
    const sentences = Array.from({ length: 800 }, (_, index) => `Das ist der Satz mit der Nummer ${index}.`);
    const long = message(sentences.join(" "), { buttons: [{ label: "Mehr", action: "7-0" }] });
    const parts = renderParts(long);
    expect(parts.length).toBeGreaterThan(1);
    const withButtons = parts.map(({ blocks }) => blocks.some(({ type }) => type === "actions"));
    expect(withButtons).toEqual(parts.map((_, index) => index === parts.length - 1));
    const words = (text: string): string[] => text.match(/\S+/gu) ?? [];
    const shown = parts.flatMap(({ blocks }) => blocks.flatMap((block) => words(textOf([block]))));
    expect(shown).toEqual(words(plain(long.text)));
    expect(renderParts(long)).toEqual(parts);
  });

  it("is never empty", () => {
    expect(renderParts(message(""))).toEqual([{ text: "…", blocks: [] }]);
  });
});

const anyText = fc.oneof(
  hostileMarkdown,
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom("<!channel>", "<@U1>", "<https://evil.example|Amt>", "&", "<", ">", "*", "_", "@here "),
    )
    .map((parts) => parts.join("")),
  fc.string({ minLength: 100, maxLength: 300 }).map((text) => text.repeat(40)),
);

const anyMessage: fc.Arbitrary<OutgoingMessage> = fc
  .record({
    rich: richTexts,
    words: anyText,
    label: anyText,
    title: anyText,
    url: fc.oneof(anyText, fc.webUrl()),
    action: fc.oneof(fc.string({ maxLength: 40 }), fc.constant("a".repeat(2_100))),
    buttons: fc.integer({ min: 0, max: 60 }),
    cards: fc.integer({ min: 0, max: 14 }),
  })
  .map(({ rich, words, label, title, url, action, buttons, cards }) => ({
    id: "m.1",
    language: "de",
    text: [...rich, ...fromPlain(words)],
    buttons: Array.from({ length: buttons }, (_, index) => ({
      label,
      action: `${index}${action}`,
      ...(index % 3 === 0 ? { rates: index % 2 === 0 } : {}),
    })),
    cards: Array.from({ length: cards }, (_, index) =>
      index % 2 === 0
        ? {
            kind: "contact" as const,
            name: title,
            address: words,
            phone: label,
            email: `${label}@example.org`,
            hours: null,
          }
        : { ...seminar, title, leaders: words, url, register: { label, action } },
    ),
    links: [{ label, url }],
  }));

/** What Slack refuses in a block, in words; from the reference of Block Kit. */
function faults({ text, blocks }: Part): string[] {
  const found: string[] = [];
  const check = (fine: boolean, what: string): void => {
    if (!fine) found.push(what);
  };
  check(text.length > 0 && text.length <= LIMITS.fallback, "fallback");
  check(!/[<>]|&(?!(?:amp|lt|gt);)/u.test(text), "fallback is markup");
  check(blocks.length <= 50, "blocks");
  check(sizeOf(blocks) <= 12_000, "all");
  const ids = new Set<unknown>();
  for (const part of objects(blocks)) {
    check(part["type"] !== "mrkdwn", "mrkdwn");
    if (typeof part["text"] === "string") {
      check(part["text"].length > 0 && part["text"].length <= 3_000, "text");
      check(!/\p{Surrogate}/u.test(part["text"]), "surrogate");
    }
    if (part["type"] === "plain_text") check(part["emoji"] === false, "emoji");
    if (part["type"] === "header")
      check(String((part["text"] as { text: string }).text).length <= 150, "header");
    if (part["type"] === "link")
      check(/^(?:https?:|mailto:)/iu.test(String(part["url"])) && String(part["url"]).length <= 3_000, "url");
    if (part["type"] === "actions") check((part["elements"] as unknown[]).length <= 25, "actions");
    if (part["type"] === "button") {
      check((part["text"] as { text: string }).text.length <= 75, "label");
      check(String(part["value"]).length <= 2_000 && String(part["action_id"]).length <= 255, "value");
      check(String(part["accessibility_label"] ?? "").length <= 75, "accessibility label");
      check(!ids.has(part["action_id"]), "action id twice");
      ids.add(part["action_id"]);
    }
    if (Array.isArray(part["elements"])) check(part["elements"].length > 0, "no elements");
  }
  return found;
}

describe("whatever a message holds", () => {
  it("Slack's limits are kept, and no field that Slack parses has markup in it", () => {
    fc.assert(
      fc.property(anyMessage, (any) => {
        expect(renderParts(any).flatMap(faults)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("a guest's text is shown as it was written", () => {
    const bare = (text: string): string => text.replace(/\s+/gu, "");
    fc.assert(
      fc.property(anyText, (words) => {
        const parts = renderParts({ id: "m", language: "de", text: fromPlain(words) });
        const shown = parts.flatMap(({ blocks }) => textOf(blocks)).join("");
        expect(bare(shown)).toBe(bare(clean(plain(fromPlain(words)))));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the App Home", () => {
  const start = {
    office: { name: "Wirtschaftsförderung Musterstadt" },
    topics: [{ id: "founding", title: "Gründen" }],
    seminars: [{ id: "s", title: "Digital", when: "24. November", pageUrl: "/seminars/s?lang=de" }],
    examples: [],
  };

  it("has the topics, the next seminars, a way to a person, the privacy notice and the other language", () => {
    const view = homeView(start, "de", "https://chat.example.org");
    const buttons = [...objects(view.blocks)].filter(({ type }) => type === "button");
    expect(buttons.map(({ action_id, value }) => [action_id, value])).toEqual([
      ["desk:~topic:founding", "~topic:founding"],
      ["desk:person", "~person"],
      ["home-language:en", undefined],
    ]);
    const links = [...objects(view.blocks)].filter(({ type }) => type === "link");
    expect(links.map(({ url }) => url)).toEqual([
      "https://chat.example.org/seminars/s?lang=de",
      "https://chat.example.org/privacy?lang=de",
    ]);
  });

  it("keeps the limits whatever stands in intents/, and says so when there is no seminar", () => {
    const full = {
      office: { name: "x".repeat(400) },
      topics: Array.from({ length: 80 }, (_, index) => ({ id: `t${index}`, title: "y".repeat(200) })),
      seminars: [],
      examples: [],
    };
    const view = homeView(full, "en", "https://chat.example.org");
    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(faults({ text: "x", blocks: view.blocks })).toEqual([]);
    expect(JSON.stringify(view)).toContain("No seminars are announced");
  });
});
