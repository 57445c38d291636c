import { html, raw } from "hono/html";
import { Temporal } from "temporal-polyfill";
import { longDate } from "../conversation/dates.js";
import type { TranscriptLine } from "../handover/transcript.js";
import { type Markup, richText } from "./rich-text.js";
import type { View } from "./view.js";

/** Lines that were written, in their order, each with who wrote it and when. */
export function saidList(view: View, lines: readonly TranscriptLine[]): Markup {
  const { by, held } = view.words.handedOver.brief;
  const items = lines.map((line) => {
    const who = line.name ?? by[line.by];
    const language = line.language && line.language !== view.language ? raw(` lang="${line.language}"`) : "";
    return html`<li class="said said--${line.by}">
          <p class="said__head"><strong>${who}</strong> · ${timeOf(view, line.at)}${line.held ? html` · ${held}` : ""}</p>
          <div${language}>${richText(line.text)}</div>
        </li>`;
  });
  return html`<ol class="said-list">${items}</ol>`;
}

/** In the office's time zone. @param at ISO 8601 */
function timeOf({ knowledge, words, language }: View, at: string): Markup {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(knowledge.office.timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return html`<time datetime="${at}">${words.handedOver.at(longDate(local.toPlainDate().toString(), language), time)}</time>`;
}
