import fc from "fast-check";
import type { Block, Inline, RichText } from "../../src/vocabulary/index.js";

const words = fc.oneof(
  fc.lorem({ maxCount: 4, mode: "sentences" }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((value) => value.trim() !== ""),
  fc.constantFrom("Grüße. ", "z. B. am 24. November ", "Straße", "👩‍👩‍👧‍👦 und 🇩🇪", "*kein Markup* [x](y)"),
);

const textNode = words.map((text): Inline => ({ type: "text", text }));
const link = fc
  .tuple(textNode, fc.constantFrom("https://example.org/a", "mailto:info@example.org", "tel:+492345678"))
  .map(([label, url]): Inline => ({ type: "link", url, children: [label] }));
const leaf = fc.oneof({ weight: 4, arbitrary: textNode }, link, fc.constant<Inline>({ type: "break" }));
const marked = fc
  .tuple(fc.constantFrom("bold" as const, "italic" as const), fc.array(leaf, { minLength: 1, maxLength: 3 }))
  .map(([type, children]): Inline => ({ type, children }));

export const inlineNodes = fc.array(fc.oneof({ weight: 3, arbitrary: leaf }, marked), {
  minLength: 1,
  maxLength: 6,
});

const block = fc.oneof(
  inlineNodes.map((children): Block => ({ type: "paragraph", children })),
  fc
    .tuple(fc.boolean(), fc.array(inlineNodes, { minLength: 1, maxLength: 5 }))
    .map(([ordered, items]): Block => ({ type: "list", ordered, items })),
);

/** Trees of the subset, with text that looks like markup and text outside the BMP. */
export const richTexts: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 5 });

/** Strings made to hurt a Markdown parser, among arbitrary ones. */
export const hostileMarkdown = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ..."*_`[]()<>!#-+&\\{}|~\t\n\r\0 1.ax",
        "**",
        "](",
        "](javascript:alert(1))",
        "](https://example.org)",
        "\n\n",
        "\n> ",
        "\n- ",
        "\n2. ",
        "<script>",
        "<!--",
        "```",
        "![",
        "[a]: http://b",
        "&amp;",
        "{office.link}",
        "\u202e",
        "\ud800",
        "👩‍👩‍👧‍👦",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join("")),
);

/** Every inline of a tree, nested ones too. */
export function allInlines(content: RichText): Inline[] {
  const visit = (node: Inline): Inline[] =>
    "children" in node ? [node, ...node.children.flatMap(visit)] : [node];
  return content
    .flatMap((entry) => (entry.type === "list" ? entry.items.flat() : entry.children))
    .flatMap(visit);
}
