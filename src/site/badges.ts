import { html } from "hono/html";
import { registrationState } from "../conversation/seminar-card.js";
import type { Seminar } from "../knowledge/model.js";
import type { Markup } from "./rich-text.js";
import { cardView } from "./seminar-view.js";
import type { View } from "./view.js";

/** What one should see at a glance: an example, cancelled, places left. In words, never by colour alone. */
export function badges(view: View, seminar: Seminar, status: string | null): Markup | "" {
  const state = registrationState(seminar, cardView(view, seminar));
  const kinds = { open: "success", full: "warning", closed: "warning", cancelled: "danger" } as const;
  const kind = state === "past" || state === "elsewhere" ? "info" : kinds[state];
  const shown = [
    ...(seminar.example ? [{ kind: "info", text: view.words.exampleBadge }] : []),
    ...(status ? [{ kind, text: status }] : []),
  ];
  if (shown.length === 0) return "";
  return html`<p class="seminar-badges">${shown.map(
    (badge) =>
      html`<span class="kern-badge kern-badge--small kern-badge--${badge.kind}"><span class="kern-label kern-label--small">${badge.text}</span></span>`,
  )}</p>`;
}
