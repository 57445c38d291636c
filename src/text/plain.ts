import type { Inline, RichText } from "../vocabulary/index.js";

/**
 * Rich text without any markup: an empty line between blocks, list items after "• " or "1. ",
 * links as "label (address)", or just the address where the label says the same.
 */
export function plain(text: RichText): string {
  return text
    .map((block) => {
      if (block.type === "paragraph") return plainInlines(block.children);
      return block.items
        .map(
          (item, index) =>
            (block.ordered ? `${index + 1}. ` : "• ") + plainInlines(item).replaceAll("\n", "\n  "),
        )
        .join("\n");
    })
    .join("\n\n");
}

/** The same for text inside a block. */
function plainInlines(children: readonly Inline[]): string {
  return children.map(plainInline).join("");
}

function plainInline(node: Inline): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "break":
      return "\n";
    case "link":
      return plainLink(plainInlines(node.children), node.url);
    default:
      return plainInlines(node.children);
  }
}

/** "label (address)", or only one of them where both say the same. */
function plainLink(label: string, url: string): string {
  const address = url.replace(/^(?:mailto|tel):/iu, "");
  if (label.trim() === "" || label === url) return address;
  return comparable(label) === comparable(address) ? label : `${label} (${address})`;
}

function comparable(value: string): string {
  const bare = value
    .replace(/^https?:\/\//iu, "")
    .replace(/\/$/u, "")
    .toLowerCase();
  return /^\+?[\d\s()/-]+$/u.test(bare) ? bare.replace(/[\s()/-]/gu, "") : bare;
}
