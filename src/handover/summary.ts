import { Temporal } from "temporal-polyfill";
import { longDate } from "../conversation/dates.js";
import type { Knowledge } from "../knowledge/model.js";
import { fill, paragraph, plain, text } from "../text/index.js";
import type { CaseFile, Inline, Language, RichText } from "../vocabulary/index.js";
import { shortened } from "./shortened.js";

const LINES = 8;
/** Characters of a line. */
const LINE = 300;

/**
 * What a guest keeps of a talk with a person: number, date, with whom, and what the person wrote; of many lines the last.
 * Null where no person wrote anything.
 *
 * @param since ISO 8601: what was written before is not part of it
 * @param talk.number as guests quote it
 * @param talk.now milliseconds since 1970: a line that is still held is not part of it
 */
export function summaryOf(
  file: Pick<CaseFile, "lines">,
  since: string,
  talk: { readonly number: string; readonly now: number },
  { messages, office }: Pick<Knowledge, "messages" | "office">,
  language: Language,
): RichText | null {
  const written = file.lines.flatMap(({ at, from, message, heldUntil }) => {
    const held = heldUntil !== undefined && Date.parse(heldUntil) > talk.now;
    if (from !== "desk" || !message?.author || held || Date.parse(at) < Date.parse(since)) return [];
    return [{ at, name: message.author.name, said: shortened(plain(message.text), LINE) }];
  });
  const [first] = written;
  if (!first) return null;
  const day = Temporal.Instant.fromEpochMilliseconds(Date.parse(first.at)).toZonedDateTimeISO(
    office.timeZone,
  );
  const values: Readonly<Record<string, string>> = {
    number: talk.number,
    date: longDate(day.toPlainDate().toString(), language),
    name: [...new Set(written.map(({ name }) => name))].join(", "),
  };
  const say = (key: string): RichText => {
    const found = messages[`handover.summary.${key}`]?.[language][0];
    return found ? fill(found, (name) => values[name]) : [paragraph(`handover.summary.${key}`)];
  };
  const several = new Set(written.map(({ name }) => name)).size > 1;
  const items = written
    .slice(-LINES)
    .map(({ name, said }): Inline[] => [text(several ? `${name}: ${said}` : said)]);
  return [
    ...say("head"),
    ...say(written.length > LINES ? "last-lines" : "lines"),
    { type: "list", ordered: false, items },
  ];
}
