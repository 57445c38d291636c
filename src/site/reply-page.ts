import { html } from "hono/html";
import { repliesOf } from "../handover/transcript.js";
import type { NumberedCase } from "../store/model.js";
import { fromPlain } from "../text/index.js";
import { layout } from "./layout.js";
import { type Markup, richText } from "./rich-text.js";
import { saidList } from "./said.js";
import type { View } from "./view.js";

/** How the guest can be reached: whoever has the link learns nothing of it. */
const CONTACT: readonly string[] = ["name", "email", "phone"];

/** For a guest who left a message and has gone: what the office wrote to them, and their message; no other line. */
export function replyPage(view: View, found: NumberedCase): Markup {
  const words = view.words.handedOver.answer;
  const { number } = found.record;
  const { lines, swept } = repliesOf(found.file, found.record);
  const nothing = swept ? words.swept : words.none;
  const message = messageOf(view, found);
  const main = html`<h1 class="kern-heading-large">${words.title} ${number}</h1>
      <h2 class="kern-heading-medium">${words.replies}</h2>
      ${lines.length > 0 ? saidList(view, lines) : html`<p class="kern-body">${nothing}</p>`}
      ${message.length > 0 ? html`<h2 class="kern-heading-medium">${words.yours}</h2>${message}` : ""}
      <h2 class="kern-heading-medium">${words.further}</h2>
      <p class="kern-body">${words.furtherText}</p>
      <p><a class="kern-btn kern-btn--primary" href="${view.link("/")}"><span class="kern-label">${view.words.handedOver.toChat}</span></a></p>`;
  return layout(view, { title: `${words.title} ${number}`, indexed: false, canonical: null, main });
}

/** What they handed in, under a word for what it is where there are several. */
function messageOf({ knowledge, language }: View, { record, file }: NumberedCase): Markup[] {
  const left = file.submissions.find(({ reference }) => reference === record.number);
  const fields = knowledge.forms.get(left?.form ?? "")?.fields ?? [];
  const answers = (left?.answers ?? []).flatMap(({ field, label, shown }) => {
    const known = fields.find(({ id }) => id === field);
    return CONTACT.includes(known?.kind ?? field)
      ? []
      : [{ label: known?.label[language] ?? label, text: richText(fromPlain(shown)) }];
  });
  return answers.map(({ label, text }) => {
    const head = answers.length > 1 ? html`<h3 class="kern-title">${label}</h3>` : "";
    return html`${head}<div class="said said--guest">${text}</div>`;
  });
}
