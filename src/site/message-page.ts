import { html } from "hono/html";
import { layout } from "./layout.js";
import type { Markup } from "./rich-text.js";
import type { View } from "./view.js";

/** A page that only says something and shows the way on, if there is one. */
export function messagePage(
  view: View,
  said: {
    readonly title: string;
    readonly text: string;
    readonly way: { readonly href: string; readonly label: string } | null;
    readonly section?: "seminars";
  },
): Markup {
  const { way, section } = said;
  const main = html`<h1 class="kern-heading-large">${said.title}</h1>
      <p class="kern-body">${said.text}</p>
      ${way ? html`<p><a class="kern-btn kern-btn--primary" href="${way.href}"><span class="kern-label">${way.label}</span></a></p>` : ""}`;
  return layout(view, {
    title: said.title,
    indexed: false,
    canonical: null,
    ...(section ? { section } : {}),
    main,
  });
}
