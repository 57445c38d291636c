import { html } from "hono/html";
import { briefOf } from "../handover/brief.js";
import { briefText } from "../handover/brief-text.js";
import { transcriptOf } from "../handover/transcript.js";
import type { NumberedCase } from "../store/model.js";
import { layout } from "./layout.js";
import { type Markup, richText } from "./rich-text.js";
import { saidList } from "./said.js";
import type { View } from "./view.js";

/**
 * For staff whose room may not show what guests write: the brief before anything else, then what was said.
 * @param now milliseconds since 1970
 */
export function casePage(view: View, { record, file }: NumberedCase, now: number): Markup {
  const { language, knowledge } = view;
  const words = view.words.handedOver.brief;
  const handover = { ...record, askedAt: new Date(record.askedAt).toISOString() };
  const brief = briefText(briefOf(file, handover, knowledge, { now, language }), knowledge, language);
  const lines = transcriptOf(file);
  const title = `${words.title} ${record.number}`;
  const main = html`<h1 class="kern-heading-large">${title}</h1>
      <p class="kern-body">${words.intro}</p>
      <h2 class="kern-heading-medium">${words.brief}</h2>
      <div class="said">${richText(brief)}</div>
      <h2 class="kern-heading-medium">${words.transcript}</h2>
      ${lines.length > 0 ? saidList(view, lines) : html`<p class="kern-body">${words.nothing}</p>`}`;
  return layout(view, { title, indexed: false, canonical: null, main });
}
