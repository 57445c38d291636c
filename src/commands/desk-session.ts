import { createInterface } from "node:readline";
import type { ActName, ActResult, EnquiryInList, ShownLine } from "../desk-api/index.js";
import type { Language } from "../vocabulary/index.js";
import type { DeskClient } from "./desk-client.js";
import { DeskError } from "./desk-error.js";
import { enquiryText, lineText, listText } from "./desk-screen.js";
import type { DeskWords } from "./desk-words.js";
import { oneLine } from "./one-line.js";

export interface SessionOptions {
  readonly client: DeskClient;
  readonly staff: { readonly id: number; readonly name: string };
  readonly language: Language;
  readonly words: DeskWords;
  /** A person types; else every line of `input` waits until the one before is done. */
  readonly interactive: boolean;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How often it is looked for what is new, in milliseconds. */
  readonly everyMs: number;
}

/** What a line means. */
export type SessionLine =
  | { readonly does: "list" | "help" | "quit" | "nothing" }
  | { readonly does: "show" | "take"; readonly which: string }
  | { readonly does: Exclude<ActName, "take" | "note">; readonly text: string };

/** Before anything is taken, words are commands; afterwards only what begins with a slash is one. */
export function readSessionLine(line: string, talking: boolean): SessionLine {
  const said = line.trim();
  if (said === "") return { does: "nothing" };
  const [, slash, name = "", rest = ""] = /^(\/?)(\p{L}+)(?:\s+(.*))?$/su.exec(said) ?? [];
  if (slash === "/" || !talking) {
    const does = COMMANDS[name.toLowerCase()];
    switch (does) {
      case "list":
      case "help":
      case "quit":
        return { does };
      case "show":
      case "take":
        return { does, which: rest.trim() };
      case "pass":
      case "close":
      case "recall":
      case "send":
      case "drop":
        return { does, text: rest.trim() };
      default:
        // a mistyped command must not reach the guest
        if (!talking || /^\/\p{L}+/u.test(said)) return { does: "help" };
    }
  }
  return { does: "reply", text: line };
}

const COMMANDS: Readonly<Record<string, Exclude<SessionLine["does"], "reply" | "nothing">>> = {
  list: "list",
  liste: "list",
  help: "help",
  hilfe: "help",
  quit: "quit",
  exit: "quit",
  ende: "quit",
  show: "show",
  take: "take",
  pass: "pass",
  close: "close",
  recall: "recall",
  send: "send",
  drop: "drop",
};

/** Resolves when the input has ended, or whoever types wants to leave. */
export async function deskSession(options: SessionOptions): Promise<void> {
  const { client, staff, language, words, output, now, interactive } = options;
  let listed: readonly EnquiryInList[] = [];
  let talk: { readonly number: string; readonly cursor: number } | null = null;
  const known = new Set<string>();
  let lost = false;
  const reader = createInterface({ input: options.input, ...(interactive ? { output } : {}), prompt: "> " });
  // taken at once: lines that come before somebody asks for them would be lost
  const lines = reader[Symbol.asyncIterator]();
  let printed = false;
  const prompt = (): void => {
    if (interactive) reader.prompt(true);
    printed = false;
  };
  // over the prompt and what is half typed; readline draws both again
  const print = (text: string): void => {
    printed = true;
    output.write(`${interactive ? "\r\u001b[K" : ""}${text}\n`);
  };

  async function list(): Promise<void> {
    const found = await client.list();
    listed = found.enquiries;
    for (const { number } of listed) known.add(number);
    print(listText(found, words, now()));
  }

  /** By its place in the last list, or by its number. */
  function numberOf(which: string): string | null {
    if (which === "") return talk?.number ?? (listed.length === 1 ? (listed[0]?.number ?? null) : null);
    return /^\d{1,3}$/.test(which) ? (listed[Number(which) - 1]?.number ?? null) : which.toUpperCase();
  }

  async function show(which: string): Promise<void> {
    const number = numberOf(which);
    const found = number === null ? null : await client.show(number, 0, language);
    print(
      found
        ? enquiryText(found, words, now())
        : number === null
          ? words.session.which
          : words.gone(oneLine(number, 20)),
    );
  }

  async function take(which: string): Promise<void> {
    const number = numberOf(which);
    if (number === null) return print(words.session.which);
    const result = await client.act(number, "take", { as: staff.id }, language);
    say(result);
    if (result.claim?.staff !== staff.id) return;
    const found = await client.show(result.number, 0, language);
    if (!found) return;
    print(enquiryText(found, words, now()));
    print(words.session.taken);
    talk = { number: result.number, cursor: found.cursor };
  }

  async function act(name: ActName, text: string): Promise<void> {
    if (!talk) return print(words.session.which);
    const { number } = talk;
    const given = name === "reply" ? { text } : name === "pass" && text !== "" ? { to: text } : {};
    const result = await client.act(number, name, { as: staff.id, ...given }, language);
    say(result);
    if (result.draft) print(words.session.draft);
    if (result.claim?.staff === staff.id) await news(result.said);
    else talk = null;
  }

  function say({ said }: ActResult): void {
    for (const text of said) print(lineText({ cursor: 0, at: "", from: "hint", text }, words, now()));
  }

  /** What was said since, but for what whoever sits here has just written or read. */
  async function news(read: readonly string[] = []): Promise<void> {
    if (!talk) return;
    const { number, cursor } = talk;
    const found = await client.show(number, cursor, language);
    if (found?.claim?.staff !== staff.id) {
      talk = null;
      for (const line of found?.lines ?? []) print(lineText(line, words, now()));
      return print(words.session.over);
    }
    for (const line of found.lines) if (!isOwn(line, read)) print(lineText(line, words, now()));
    talk = { number, cursor: found.cursor };
  }

  function isOwn({ from, name, text }: ShownLine, read: readonly string[]): boolean {
    return (
      from === "note" ||
      (from === "person" && name === staff.name) ||
      (from === "hint" && read.includes(text))
    );
  }

  async function look(): Promise<void> {
    try {
      await news();
      const { enquiries } = await client.list();
      for (const { number, stage } of enquiries) {
        if (!known.has(number) && stage !== "person") print(words.session.arrived(number));
        known.add(number);
      }
      if (lost) print(words.session.back);
      lost = false;
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      if (!lost) print(words.session.lost);
      lost = true;
    }
  }

  /** @returns whether to go on. */
  async function heed(line: string): Promise<boolean> {
    const meant = readSessionLine(line, talk !== null);
    try {
      switch (meant.does) {
        case "quit":
          return false;
        case "help":
          print(words.session.help);
          break;
        case "list":
          await list();
          break;
        case "show":
          await show(meant.which);
          break;
        case "take":
          await take(meant.which);
          break;
        case "nothing":
          break;
        default:
          await act(meant.does, meant.text);
      }
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      print(error.in(language));
    }
    return true;
  }

  // one thing after the other: what is looked up never comes between a line and its answer
  let turn = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.then(
      () => {},
      () => {},
    );
    return done;
  };
  print(words.session.welcome(oneLine(staff.name)));
  await inTurn(list);
  prompt();
  let looking = false;
  const clock = setInterval(() => {
    if (looking) return;
    looking = true;
    void inTurn(look).finally(() => {
      looking = false;
      if (printed) prompt();
    });
  }, options.everyMs);
  try {
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      if (!(await inTurn(() => heed(line.value)))) break;
      prompt();
    }
  } finally {
    clearInterval(clock);
    reader.close();
    await turn;
  }
}
