import type { Block, Inline, Language, RichText } from "../../../src/vocabulary/index.js";
import { word } from "./words.js";

/** Shows a text tree. Every string becomes a text node, so nothing in it can become markup. */
export function renderText(text: RichText, language: Language): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...text.map((part) => block(part, language)));
  return fragment;
}

/**
 * A link that opens in a new window and says so; where its scheme is none of http, https, mailto and tel, the label
 * alone. @param language That of the text around it.
 */
export function renderLink(url: string, label: readonly Node[], language: Language): HTMLElement {
  const target = safeTarget(url);
  if (!target) {
    const span = document.createElement("span");
    span.append(...label);
    return span;
  }
  const link = document.createElement("a");
  link.className = "link";
  link.href = target.href;
  link.rel = "noopener noreferrer";
  link.append(...label);
  if (target.protocol.startsWith("http")) {
    link.target = "_blank";
    const hint = document.createElement("span");
    hint.className = "hidden-text";
    hint.textContent = ` ${word(language, "newTab")}`;
    link.append(hint);
  }
  return link;
}

/** Where a link may lead; null for an address that could run a script or is none. */
export function safeTarget(url: string): URL | null {
  const target = URL.canParse(url, location.href) ? new URL(url, location.href) : null;
  return target && ["http:", "https:", "mailto:", "tel:"].includes(target.protocol) ? target : null;
}

function block(part: Block, language: Language): Node {
  if (part.type === "paragraph") return filled("p", part.children, language);
  const list = document.createElement(part.ordered ? "ol" : "ul");
  list.append(...part.items.map((item) => filled("li", item, language)));
  return list;
}

function inline(part: Inline, language: Language): Node {
  switch (part.type) {
    case "text":
      return document.createTextNode(part.text);
    case "bold":
      return filled("strong", part.children, language);
    case "italic":
      return filled("em", part.children, language);
    case "link":
      return renderLink(
        part.url,
        part.children.map((child) => inline(child, language)),
        language,
      );
    case "break":
      return document.createElement("br");
  }
}

function filled(
  tag: "p" | "li" | "strong" | "em",
  children: readonly Inline[],
  language: Language,
): HTMLElement {
  const element = document.createElement(tag);
  element.append(...children.map((child) => inline(child, language)));
  return element;
}
