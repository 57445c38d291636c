import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity } from "../../../adapters/telegram/bot-api.js";
import { type Formatted, format, layOut } from "../../../adapters/telegram/entities.js";
import { parse, plain } from "../../../src/text/index.js";
import type { Block, Inline, RichText } from "../../../src/vocabulary/index.js";

/** What a range shows, with what formats it. */
const shown = ({ text, entities }: Formatted): string[] =>
  entities.map((one) => `${one.type}:${text.slice(one.offset, one.offset + one.length)}`);

describe("formats", () => {
  it("are ranges of a plain text", () => {
    const formatted = format(
      parse("Ein **Gewerbe** _anmelden_: [Formular](https://stadt.example.org/f)."),
      "private",
    );
    expect(formatted.text).toBe("Ein Gewerbe anmelden: Formular.");
    expect(shown(formatted)).toEqual(["bold:Gewerbe", "italic:anmelden", "text_link:Formular"]);
    expect(formatted.entities[2]).toMatchObject({ url: "https://stadt.example.org/f" });
  });

  it("count in UTF-16 units, as Telegram does", () => {
    const { entities } = format(parse("😀😀 **fett**"), "private");
    expect(entities).toEqual([{ type: "bold", offset: 5, length: 4 }]);
  });

  it("stand outside before inside, and the same one twice is one", () => {
    const text: Inline = { type: "text", text: "x" };
    const bold: Inline = { type: "bold", children: [{ type: "bold", children: [text] }] };
    const link: Inline = { type: "link", url: "https://a.example", children: [bold] };
    expect(shown(format([{ type: "paragraph", children: [link] }], "private"))).toEqual([
      "text_link:x",
      "bold:x",
    ]);
  });

  it("do not begin or end with white space", () => {
    const children: Inline[] = [
      { type: "text", text: "a" },
      { type: "bold", children: [{ type: "text", text: " b " }] },
      { type: "italic", children: [{ type: "text", text: "  " }] },
      { type: "text", text: "c" },
    ];
    expect(shown(format([{ type: "paragraph", children }], "private"))).toEqual(["bold:b"]);
  });

  it("are lists as lines", () => {
    const { text } = format(
      parse("Sie brauchen:\n\n- Ausweis\n- **Formular**\n\n1. eins\n2. zwei"),
      "private",
    );
    expect(text).toBe("Sie brauchen:\n\n• Ausweis\n• Formular\n\n1. eins\n2. zwei");
  });
});

describe("a link that Telegram does not take", () => {
  it.each([
    ["[Frau Beispiel](mailto:b@stadt.example.org)", "Frau Beispiel (b@stadt.example.org)"],
    ["[02241 12345](tel:+49224112345)", "02241 12345 (+49224112345)"],
    ["[Seite](http://localhost:3000/x)", "Seite (http://localhost:3000/x)"],
  ])("shows its address: %s", (markdown, expected) => {
    expect(format(parse(markdown), "private")).toEqual({ text: expected, entities: [] });
  });
});

describe("in rooms", () => {
  const inRoom = (text: string): string =>
    format([{ type: "paragraph", children: [{ type: "text", text }] }], "room").text;

  it("nobody is mentioned", () => {
    expect(inRoom("@erika und (@all) und\n@x")).toBe("@\u2060erika und (@\u2060all) und\n@\u2060x");
    const children: Inline[] = [
      { type: "text", text: "frag @" },
      { type: "bold", children: [{ type: "text", text: "erika" }] },
    ];
    expect(format([{ type: "paragraph", children }], "room").text).toBe("frag @\u2060erika");
  });

  it("e-mail addresses can be copied", () => {
    expect(inRoom("an info@stadt.example.org")).toBe("an info@stadt.example.org");
  });

  it("private chats have their text as it is", () => {
    expect(format(parse("frag @erika"), "private").text).toBe("frag @erika");
  });
});

const anyText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom("\ud83d", "\ude00", "@", "\u2060", " ", "\n", "\r", "_", "*"),
    maxLength: 8,
  }),
  fc.constantFrom("@all", "x@y", "<b>@erika</b>", "/start@bot", "[a](http://b.example)", "&amp;", "`@here`"),
);

const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    anyText.map((text): Inline => ({ type: "text", text })),
    fc.constant<Inline>({ type: "break" }),
    fc.record({
      type: fc.constantFrom("bold" as const, "italic" as const),
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("link" as const),
      url: fc.constantFrom("https://a.example", "mailto:a@b.example", "tel:+491", "http://localhost/"),
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
  ),
}));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant("paragraph" as const), children: fc.array(inline, { maxLength: 5 }) }),
  fc.record({
    type: fc.constant("list" as const),
    ordered: fc.boolean(),
    items: fc.array(fc.array(inline, { maxLength: 3 }), { maxLength: 3 }),
  }),
);

const content: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 4 });

/** What Telegram's server demands of entities. */
function faults({ text, entities }: Formatted): string[] {
  const splits = (at: number): boolean =>
    at > 0 && /[\ud800-\udbff]/u.test(text[at - 1] ?? "") && /[\udc00-\udfff]/u.test(text[at] ?? "");
  const end = (one: Entity): number => one.offset + one.length;
  return entities.flatMap((one, index) => {
    const before = entities.slice(0, index);
    const part = text.slice(one.offset, end(one));
    return [
      one.length > 0 && one.offset >= 0 && end(one) <= text.length ? [] : ["out of the text"],
      splits(one.offset) || splits(end(one)) ? ["within a letter"] : [],
      part === part.trim() ? [] : ["white space at an end"],
      before.every((other) => other.offset <= one.offset) ? [] : ["not sorted"],
      before.every((other) => end(other) <= one.offset || end(one) <= end(other)) ? [] : ["overlapping"],
      before.some((o) => o.type === one.type && o.offset <= one.offset && end(one) <= end(o))
        ? ["twice"]
        : [],
    ].flat();
  });
}

/** The same with the label alone where Telegram makes a link of it. */
function labels(children: readonly Inline[], inLink = false): Inline[] {
  return children.flatMap((node): Inline[] => {
    // half a letter is none, also where the other half follows in another node
    if (node.type === "text") return [{ ...node, text: node.text.replace(/\p{Cs}/gu, "\ufffd") }];
    if (node.type === "break") return [node];
    if (node.type !== "link") return [{ ...node, children: labels(node.children, inLink) }];
    if (inLink) return labels(node.children, true);
    if (!node.url.startsWith("https:")) return [node];
    const inner = labels(node.children, true);
    return plain([{ type: "paragraph", children: node.children }]).trim() === ""
      ? [{ type: "text", text: node.url }]
      : inner;
  });
}

const seen = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, " ")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, "");

it("shows exactly the plain text, and every format is one that Telegram takes", () => {
  fc.assert(
    fc.property(content, (text) => {
      const formatted = format(text, "private");
      const expected = text.map(
        (one): Block =>
          one.type === "paragraph"
            ? { ...one, children: labels(one.children) }
            : { ...one, items: one.items.map((item) => labels(item)) },
      );
      expect(seen(formatted.text)).toBe(seen(plain(expected)));
      expect(formatted.text).toBe(formatted.text.trim());
      expect(faults(formatted)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it("differs in rooms by nothing but the word joiners, and mentions nobody", () => {
  fc.assert(
    fc.property(content, (text) => {
      const room = format(text, "room");
      const without = (value: string): string => value.replaceAll("\u2060", "");
      expect(without(room.text)).toBe(without(format(text, "private").text));
      // as Telegram finds mentions: an "@" with no letter, digit or _ before it, and one after it
      expect(room.text).not.toMatch(/(?<![\p{L}\p{N}_])@[A-Za-z0-9_]/u);
      expect(faults(room)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it("cuts what no split could make fit, and its formats with it", () => {
  const long: Inline = {
    type: "link",
    url: "https://a.example",
    children: [{ type: "text", text: "😀".repeat(3_000) }],
  };
  const rich: RichText = [{ type: "paragraph", children: [long] }];
  const formatted = format(rich, "private");
  expect(layOut(rich, "private").text.length).toBe(6_000);
  expect(formatted.text.length).toBeLessThanOrEqual(4_096);
  expect(faults(formatted)).toEqual([]);
});
