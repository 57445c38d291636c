import { html } from "hono/html";
import { safeTarget } from "../text/index.js";
import type { Block, Inline, RichText } from "../vocabulary/index.js";

/** A piece of HTML in which everything that was put in is escaped. */
export type Markup = ReturnType<typeof html>;

/** The CommonMark subset as HTML. */
export function richText(text: RichText): Markup {
  return html`${text.map(block)}`;
}

function block(node: Block): Markup {
  if (node.type === "paragraph") return html`<p class="kern-body">${node.children.map(inline)}</p>`;
  const items = node.items.map((item) => html`<li>${item.map(inline)}</li>`);
  return node.ordered
    ? html`<ol class="kern-list kern-list--number">${items}</ol>`
    : html`<ul class="kern-list kern-list--bullet">${items}</ul>`;
}

function inline(node: Inline): Markup {
  switch (node.type) {
    case "text":
      return html`${node.text}`;
    case "break":
      return html`<br>`;
    case "bold":
      return html`<strong>${node.children.map(inline)}</strong>`;
    case "italic":
      return html`<em>${node.children.map(inline)}</em>`;
    case "link": {
      const url = safeTarget(node.url);
      const label = node.children.map(inline);
      return url === undefined ? html`${label}` : html`<a class="kern-link" href="${url}">${label}</a>`;
    }
  }
}
