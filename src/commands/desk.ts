import type { ActName, ActResult, EnquiryList } from "../desk-api/index.js";
import { systemClock } from "../time.js";
import type { Language } from "../vocabulary/index.js";
import { type DeskClient, deskClient } from "./desk-client.js";
import { DeskError } from "./desk-error.js";
import { enquiryText, listText } from "./desk-screen.js";
import { deskSession } from "./desk-session.js";
import { DESK_WORDS, type DeskWords } from "./desk-words.js";
import { configHere, environmentHere } from "./here.js";
import { jsonLine, oneLine } from "./one-line.js";

/** What all of `desk` takes. */
export interface DeskOptions {
  readonly url?: string;
  readonly lang?: Language;
  /** Id or name of the account. */
  readonly as?: string;
  readonly json?: boolean;
}

/** `desk list`: what waits, what is answered, and the messages that were left. */
export async function deskList(options: DeskOptions): Promise<void> {
  await atDesk(options, async ({ list, words }) => {
    if (options.json) for (const one of list.enquiries) process.stdout.write(jsonLine(one));
    else print(listText(list, words, systemClock.now()));
  });
}

/** `desk show NUMBER`: the brief, then what was said. */
export async function deskShow(number: string, options: DeskOptions): Promise<void> {
  await atDesk(options, async ({ client, language, words }) => {
    const found = await client.show(number, 0, language);
    if (!found) return failed(words.gone(oneLine(number, 20)));
    if (options.json) process.stdout.write(jsonLine(found));
    else print(enquiryText(found, words, systemClock.now()));
  });
}

/** `desk take|reply|note|pass|close|recall|send|drop NUMBER [words]`. Exit code 1 where it came to nothing. */
export async function deskAct(
  name: ActName,
  number: string,
  given: { readonly text?: string; readonly to?: string },
  options: DeskOptions,
): Promise<void> {
  await atDesk(options, async ({ client, list, language, words }) => {
    const { id } = accountOf(list, options.as);
    const result = await client.act(number, name, { as: id, ...given }, language);
    if (options.json) process.stdout.write(jsonLine(result));
    else for (const line of outcomeOf(result, words)) print(line);
    if (!cameTo(name, result, id)) process.exitCode = 1;
  });
}

/** `desk`: a small talk with the desk, until the input ends. */
export async function desk(options: DeskOptions): Promise<void> {
  await atDesk(options, async ({ client, list, language, words }) => {
    const staff = accountOf(list, options.as);
    const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
    await deskSession({
      client,
      staff,
      language,
      words,
      interactive,
      input: process.stdin,
      output: process.stdout,
      now: () => systemClock.now(),
      everyMs: 1_000,
    });
  });
}

interface AtDesk {
  readonly client: DeskClient;
  readonly list: EnquiryList;
  readonly language: Language;
  readonly words: DeskWords;
}

/** Finds the desk, and says in a sentence what is wrong where something is. */
async function atDesk({ url, lang }: DeskOptions, work: (at: AtDesk) => Promise<void>): Promise<void> {
  let language: Language = lang ?? "de";
  try {
    const client = deskClient(configHere(), url);
    const list = await client.list();
    language = lang ?? list.language;
    await work({ client, list, language, words: DESK_WORDS[language] });
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    failed(error.in(language));
  }
}

/** Who is at the terminal: as said, else the only one that there is. @throws DeskError */
function accountOf({ staff }: EnquiryList, as: string | undefined): { id: number; name: string } {
  const wanted = (as ?? environmentHere()["DESK_STAFF"])?.normalize("NFC").trim().toLowerCase() || undefined;
  const [only, ...others] = staff;
  if (!only) throw new DeskError("no-account", {});
  const accounts = staff.map(({ id, name }) => `${id} ${oneLine(name)}`).join(", ");
  if (wanted === undefined) {
    if (others.length > 0) throw new DeskError("which-account", { accounts });
    return only;
  }
  const found = staff.find(({ id, name }) => String(id) === wanted || name.toLowerCase() === wanted);
  if (!found) throw new DeskError("no-such-account", { name: oneLine(wanted, 60), accounts });
  return found;
}

function outcomeOf({ said, draft, sent, number }: ActResult, words: DeskWords): string[] {
  const lines = said.map((line) =>
    line
      .split("\n")
      .map((part) => oneLine(part, 4_000))
      .join("\n"),
  );
  if (draft) return [...lines, words.draft(number)];
  return sent && lines.length === 0 ? [words.sent] : lines;
}

/** Whether what was meant has happened. */
function cameTo(name: ActName, { stage, claim, draft, sent }: ActResult, staff: number): boolean {
  switch (name) {
    case "take":
      return claim?.staff === staff;
    case "reply":
      return draft || sent !== null;
    case "send":
      return sent !== null;
    case "pass":
      return claim === null;
    case "close":
      return stage === "over";
    default:
      return true;
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function failed(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
