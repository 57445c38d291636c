import { clean } from "../../adapters/terminal/screen-text.js";
import type { Enquiry, EnquiryInList, EnquiryList, ShownLine } from "../desk-api/index.js";
import type { DeskWords } from "./desk-words.js";
import { oneLine } from "./one-line.js";

const MATTER = 60;

/** What waits, a line each with its number in the list; or why there is nothing. @param now milliseconds since 1970 */
export function listText({ enquiries, rooms, staff }: EnquiryList, words: DeskWords, now: number): string {
  if (enquiries.length === 0) {
    const missing = [
      ...(rooms === 0 ? [words.noRoom] : []),
      ...(staff.length === 0 ? [words.noAccounts] : []),
    ];
    return (missing.length > 0 ? missing : [words.nothing]).join("\n");
  }
  return enquiries.map((one, at) => `${at + 1}. ${headOf(one, words, now)}`).join("\n");
}

/** An enquiry: how it stands, the brief, then what was said. */
export function enquiryText(enquiry: Enquiry, words: DeskWords, now: number): string {
  const { summary, lines, passTo } = enquiry;
  const targets = passTo.map(({ id, name }) => `${id} (${oneLine(name)})`).join(", ");
  return [
    headOf(enquiry, words, now),
    ...summary.map((line) => `  ${indented(line)}`),
    ...(targets === "" ? [] : [`  ${words.passTo}: ${targets}`]),
    "",
    ...lines.map((line) => lineText(line, words, now)),
  ].join("\n");
}

/** A line of an enquiry. Nothing that a guest wrote steers the terminal, or looks like a line of somebody else. */
export function lineText({ from, name, text, heldUntil }: ShownLine, words: DeskWords, now: number): string {
  const who = from === "hint" ? "–" : `${from === "person" ? oneLine(name ?? "") : words[from]}:`;
  const seconds = heldUntil === undefined ? 0 : Math.ceil((Date.parse(heldUntil) - now) / 1000);
  return `${who} ${indented(text)}${seconds > 0 ? ` ${words.held(seconds)}` : ""}`;
}

function headOf(one: EnquiryInList, words: DeskWords, now: number): string {
  const { number, stage, claim, partner, channel, language, matter, askedAt } = one;
  const minutes = Math.max(0, Math.floor((now - Date.parse(askedAt)) / 60_000));
  return [
    `${number}  ${words.stage[stage]} ${words.since(minutes)}`,
    ...(claim ? [oneLine(claim.name)] : []),
    `${words.channel[channel] ?? channel}, ${words.language[language]}`,
    `${words.for}: ${oneLine(partner?.name ?? words.general)}`,
    ...(matter.length > 0 ? [oneLine(matter.join("; "), MATTER)] : []),
  ].join("  ·  ");
}

/** Lines after the first are set in, so that no text can pass for the beginning of another line. */
function indented(text: string): string {
  return clean(text.replaceAll(/[\r\u2028\u2029]+\n?/g, "\n"))
    .trimEnd()
    .replaceAll(/\n(?=[^\n])/g, "\n    ");
}
