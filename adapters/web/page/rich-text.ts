import type { Block, Inline, RichText } from "../../../src/vocabulary/index.js";
import { say } from "./words.js";

/** Shows a text tree. Every string becomes a text node, so nothing in it can become markup. */
export function renderText(text: RichText): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...text.map(block));
  return fragment;
}

/**
 * A link that opens in a new window and says so; where its scheme is none of http, https, mailto and tel, the label
 * alone.
 */
export function renderLink(url: string, label: readonly Node[]): Node {
  const span = document.createElement("span");
  span.append(...label);
  const target = URL.canParse(url, location.href) ? new URL(url, location.href) : null;
  if (!target || !["http:", "https:", "mailto:", "tel:"].includes(target.protocol)) return span;
  const link = document.createElement("a");
  link.href = target.href;
  link.rel = "noopener noreferrer";
  link.append(...label);
  if (target.protocol.startsWith("http")) {
    link.target = "_blank";
    const hint = document.createElement("span");
    hint.className = "hidden-text";
    hint.append(" ", say(document.createElement("span"), "newTab"));
    link.append(hint);
  }
  return link;
}

function block(part: Block): Node {
  if (part.type === "paragraph") return filled("p", part.children);
  const list = document.createElement(part.ordered ? "ol" : "ul");
  list.append(...part.items.map((item) => filled("li", item)));
  return list;
}

function inline(part: Inline): Node {
  switch (part.type) {
    case "text":
      return document.createTextNode(part.text);
    case "bold":
      return filled("strong", part.children);
    case "italic":
      return filled("em", part.children);
    case "link":
      return renderLink(part.url, part.children.map(inline));
    case "break":
      return document.createElement("br");
  }
}

function filled(tag: "p" | "li" | "strong" | "em", children: readonly Inline[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...children.map(inline));
  return element;
}
