import { longDate } from "../conversation/dates.js";
import { plainWords } from "../conversation/words.js";
import { paragraph, text } from "../text/index.js";
import type { Block, Inline, Language, RichText } from "../vocabulary/index.js";
import type { Brief, BriefKnowledge } from "./brief.js";

/**
 * A brief as staff read it: a line for each thing that is known, one for what was not mentioned, and what was handed in.
 * All that comes from a guest is a text node: none of it is markup.
 */
export function briefText(
  brief: Brief,
  { messages }: Pick<BriefKnowledge, "messages">,
  language: Language,
): RichText {
  const words = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    plainWords(messages, `staff.brief.${key}`, language, values);
  const line = (key: string, values: readonly string[]): readonly Inline[][] =>
    values.length === 0 ? [] : [[bold(words(key)), text(`: ${values.join(" · ")}`)]];
  const { name, companies, places, question, answered, notUnderstood, ticket } = brief;
  const matters = question === null ? brief.matters : [quoted(question, language)];
  const deadlines = brief.deadlines.map(({ said, day, over }) => {
    if (day === null) return said;
    return `${said} (${longDate(day, language)}${over ? `, ${words("over")}` : ""})`;
  });
  const contact = [
    ...brief.contact.emails,
    ...brief.contact.phones,
    ...brief.contact.lost.map((kind) => words(`contact.${kind}-not-kept`)),
  ];
  const lines = { matter: matters, name: name === null ? [] : [name], company: companies, place: places };
  const about = { ...lines, deadline: deadlines, contact };
  const missing = Object.entries(about).flatMap(([key, values]) => (values.length === 0 ? [words(key)] : []));
  const items = [
    ...Object.entries(about).flatMap(([key, values]) => line(key, values)),
    ...line("language", [words(`language.${brief.language}`)]),
    ...line("answered", answered),
    ...line(
      "not-understood",
      notUnderstood.map((asked) => quoted(asked, language)),
    ),
    ...line(
      "submitted",
      brief.submitted.map(({ reference, title }) => `${title} (${reference})`),
    ),
    ...line("none", missing.length > 0 ? [missing.join(", ")] : []),
  ];
  return [
    { type: "list", ordered: false, items },
    ...(ticket ? ticketBlocks(ticket, words("ticket", { number: ticket.reference })) : []),
  ];
}

/** What was left as a message, whole. */
function ticketBlocks({ answers }: NonNullable<Brief["ticket"]>, title: string): Block[] {
  const items = answers.map(({ label, shown }): Inline[] => [
    bold(label),
    text(": "),
    ...shown
      .split(/\r\n|\r|\n/u)
      .flatMap((line, index): Inline[] => (index === 0 ? [text(line)] : [{ type: "break" }, text(line)])),
  ]);
  const heading = paragraph(bold(title));
  return items.length === 0 ? [heading] : [heading, { type: "list", ordered: false, items }];
}

function bold(words: string): Inline {
  return { type: "bold", children: [text(words)] };
}

function quoted(said: string, language: Language): string {
  return language === "de" ? `„${said}“` : `“${said}”`;
}
