import { createInterface, type Interface } from "node:readline";
import type { Channel, Desk, OutgoingMessage, Place, SentReceipt } from "../../src/vocabulary/index.js";
import { type Pressable, readLine, toEvent } from "./incoming.js";
import { choicesOf, HELP, NOT_STORED, renderMessage, WELCOME } from "./render.js";
import { clean } from "./screen-text.js";

export interface TerminalOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** A person types; else every line of `input` is one message, and the next one waits for the answer. */
  readonly interactive: boolean;
  /** Columns; default 80. */
  readonly width?: number;
  /** True: no ANSI codes, because `output` is no terminal. */
  readonly plain: boolean;
  /** The conversation; new for each run, because the keys of its events begin with it. */
  readonly address: string;
  /** Resolves when all accepted events have been answered and the answers delivered. */
  readonly settled: () => Promise<void>;
  /** Asked after each answer; a text is printed below it (`--why`). */
  readonly after?: () => string | null;
}

/** `done` resolves when the input has ended (end of file, Ctrl-D, /ende, or a closed output) and all is answered. */
export type Terminal = Channel & { readonly done: Promise<void> };

/** The desk in a terminal, or at the end of a pipe: a conversation with one guest. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { output, interactive, address } = options;
  const place: Place = { channel: "terminal", scope: "private", address };
  const look = { width: options.width ?? 80, ansi: !options.plain };
  const { promise: done, resolve: end } = deferred();
  let lines: Interface | undefined;
  let open = true;
  let reading = false;
  let pressable: Pressable[] = [];

  // Over the prompt and what is half typed; readline draws both again.
  const startOfLine = interactive && look.ansi ? "\r\u001b[K" : "";

  const write = (text: string): void => {
    if (open && text !== "") output.write(`${startOfLine}${text}\n`);
  };

  const close = (): void => {
    open = false;
    lines?.close();
  };

  // `| head` closes the pipe: nobody reads any more, so there is nobody to answer.
  output.on("error", close);
  options.input.on("error", close);

  async function converse(desk: Desk, reader: Interface): Promise<void> {
    const startedAt = desk.clock.now();
    const pending = new Set<Promise<void>>();
    let count = 0;

    const answer = async (line: string): Promise<void> => {
      const event = toEvent(readLine(line, pressable), { place, startedAt, count, now: desk.clock.now() });
      try {
        await desk.receive(event);
      } catch (error) {
        desk.log.error("a line from the terminal was not taken", { error });
        write(NOT_STORED);
      }
      try {
        await options.settled();
        write(clean(options.after?.() ?? ""));
      } catch (error) {
        desk.log.error("the terminal could not wait for the answer", { error });
      }
      if (interactive && reading) reader.prompt(true);
    };

    if (interactive) {
      write(WELCOME);
      reader.prompt();
    }
    for await (const raw of reader) {
      const line = clean(raw).trim();
      if (!open || /^\/(?:ende|quit|exit)$/iu.test(line)) break;
      if (line === "" || /^\/(?:hilfe|help)$/iu.test(line)) {
        if (line !== "") write(HELP);
        if (interactive) reader.prompt();
        continue;
      }
      count += 1;
      if (!interactive) write(`> ${line}`);
      const answered = answer(line);
      // A person may type on while the desk thinks: lines in a row are taken together.
      if (!interactive) await answered;
      else {
        pending.add(answered);
        void answered.finally(() => pending.delete(answered));
      }
    }
    await Promise.allSettled(pending);
  }

  return {
    name: "terminal",
    can: { edit: false, remove: false, threads: false, typing: false, files: false },
    done,
    async start(desk: Desk): Promise<void> {
      const reader = createInterface({
        input: options.input,
        crlfDelay: Number.POSITIVE_INFINITY,
        prompt: "> ",
        terminal: interactive && !options.plain,
        ...(interactive ? { output } : {}),
      });
      lines = reader;
      reading = true;
      reader.on("close", () => {
        reading = false;
      });
      converse(desk, reader)
        .catch((error: unknown) => desk.log.error("the terminal stopped reading", { error }))
        .finally(() => {
          close();
          end();
        });
    },
    async send(to: Place, message: OutgoingMessage): Promise<SentReceipt> {
      if (to.address !== address) throw undeliverable(to);
      const buttons = choicesOf(message);
      if (buttons.length > 0) pressable = [...pressable, { message: message.id, buttons }].slice(-20);
      write(`${renderMessage(message, look)}\n`);
      if (startOfLine !== "" && reading) lines?.prompt(true);
      return { id: message.id };
    },
    async stop(): Promise<void> {
      close();
      end();
    },
  };
}

function undeliverable(to: Place): Error {
  return Object.assign(new Error(`This terminal shows another conversation than ${to.address}.`), {
    delivery: "undeliverable" as const,
  });
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
