import { randomUUID } from "node:crypto";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { plain } from "../../src/text/index.js";
import type { OutgoingMessage, TranscriptEntry } from "../../src/vocabulary/index.js";
import { createGuest } from "../adapters/web/guest.js";
import { cli, jsonLines, project, type RunningDesk, smallIntents, startDesk } from "./running-desk.js";

/** One entry of seminars.yaml. */
export type SeminarEntry = Readonly<Record<string, unknown>>;

const year = Temporal.Now.plainDateISO().year + 1;

/** The night in which clocks go back next year: the last Sunday of October. */
export const clockChange = lastSundayOfOctober(year).toString();

/** A seminar next year that is registered for in the chat. */
export function seminar(changes: SeminarEntry = {}): SeminarEntry {
  return {
    id: "brand",
    title: { de: "Marke mit Wirkung", en: "A brand that works" },
    date: { start: `${year}-09-14`, from: "16:00", to: "18:00" },
    place: { city: "Musterstadt", venue: "Rathaus" },
    seats: 3,
    registration: { form: "seminar-registration" },
    ...changes,
  };
}

/** The small intents/ with forms and these seminars; `write` is what staff save later. */
function intentsWith(folder: string, ...entries: readonly SeminarEntry[]) {
  const dir = smallIntents(folder);
  cpSync(join(project, "intents/forms.yaml"), join(dir, "forms.yaml"));
  // YAML 1.2 has JSON in it
  const write = (...seminars: readonly SeminarEntry[]): void =>
    writeFileSync(join(dir, "seminars.yaml"), JSON.stringify(seminars, null, 1));
  write(...entries);
  return { dir, write };
}

/** A desk over a folder of intents that staff edit while it runs. */
export async function openOffice(folder: string, env: Record<string, string> = {}) {
  const { dir, write } = intentsWith(folder, seminar());
  const start = (): Promise<RunningDesk> =>
    startDesk({ folder, intents: dir, env: { GATHER_MS: "20", ...env } });
  let desk = await start();
  return {
    get desk() {
      return desk;
    },
    dir,
    /** Staff save seminars.yaml; resolves when the desk works with it. */
    async edit(...entries: readonly SeminarEntry[]): Promise<void> {
      const before = learned(desk);
      write(...entries);
      await expect.poll(() => learned(desk), { timeout: 20_000, interval: 20 }).toBeGreaterThan(before);
    },
    write,
    /** Comes back after `kill` or `stop`. */
    async begin(): Promise<void> {
      desk = await start();
    },
    quiet: () => quiet(desk),
    /** A line of the command line, with what it printed. */
    async staff(...args: readonly string[]): Promise<string> {
      const { code, stdout, stderr } = await cli(args, { folder, intents: dir });
      expect([code, stderr]).toEqual([0, expect.not.stringMatching(/error/i)]);
      return stdout;
    },
    async registrations(id = "brand"): Promise<Registered[]> {
      const { stdout } = await cli(["seminars", id, "--json"], { folder, intents: dir });
      return jsonLines<Registered>(stdout);
    },
  };
}

/** What `seminars ID --json` says of one registration, as far as tests look at it. */
interface Registered {
  readonly status: "booked" | "waiting";
  readonly position: number | null;
  readonly reference: string;
  readonly submission: { readonly answers: readonly { readonly field: string; readonly value: string }[] };
}

export type Guest = Awaited<ReturnType<typeof openGuest>>;

/** A guest with the chat open, as seen from the network. */
export async function openGuest(url: string, options: { session?: string; locale?: string } = {}) {
  const session = options.session ?? randomUUID().replaceAll("-", "").padEnd(43, "x");
  const guest = createGuest(url, `nahtstelle=${session}`);
  const stream = await guest.stream();
  await stream.next("ready");

  const entries = (): TranscriptEntry[] =>
    stream.events
      .filter(({ event }) => event === "entry")
      .map(({ data }) => JSON.parse(data) as TranscriptEntry);
  const messages = (): OutgoingMessage[] => entries().flatMap(({ message }) => message ?? []);

  /** Posts and waits until the desk has said something that matches; all that it said since. */
  async function after(body: object, telling: RegExp): Promise<string> {
    const before = messages().length;
    const locale = options.locale === undefined ? {} : { locale: options.locale };
    const response = await guest.postRaw(JSON.stringify({ id: randomUUID(), ...locale, ...body }));
    expect(response.status).toBe(202);
    return hears(telling, before);
  }

  async function hears(telling: RegExp, since = 0): Promise<string> {
    const said = (): string => messages().slice(since).map(textOf).join("\n\n");
    await expect.poll(said, { timeout: 20_000, interval: 10 }).toMatch(telling);
    return said();
  }

  return {
    session,
    messages,
    /** What the desk has said, each message as one text. */
    texts: (): string[] => messages().map(textOf),
    hears,
    write: (text: string, telling: RegExp) => after({ text }, telling),
    act: (action: string, telling: RegExp) => after({ action, on: "page" }, telling),
    /** The button that was shown last under such a name, as the page would post it. */
    button(label: RegExp): { action: string; on: string } {
      for (const { id, buttons = [] } of messages().reverse()) {
        const found = buttons.find((one) => label.test(one.label));
        if (found) return { action: found.action, on: id };
      }
      throw new Error(`There is no button ${label}: ${messages().map(textOf).join("\n\n")}`);
    },
    press(label: RegExp, telling: RegExp): Promise<string> {
      return after(this.button(label), telling);
    },
    /** Only posts. @returns the status, 0 where there was no answer. */
    post: (body: object) =>
      guest.postRaw(JSON.stringify({ id: randomUUID(), ...body })).then(
        ({ status }) => status,
        () => 0,
      ),
    download: guest.download,
    leave: () => stream.close(),
  };
}

/** For which seminar ("brand" unless told otherwise), and whether with a reminder. */
interface Registering {
  readonly id?: string;
  readonly reminder?: "yes" | "no";
}

/** Fills the registration in up to its summary. */
export async function toSummary(guest: Guest, name: string, how: Registering = {}): Promise<string> {
  const { reminder = "no", id = "brand" } = how;
  await guest.act(`~register:${id}`, /Wer nimmt teil|Who will take part/);
  await guest.write(name, /E-Mail-Adresse|e-mail address/);
  await guest.write(`${name.replaceAll(" ", ".").toLowerCase()}@beispiel.example`, /Unternehmen|company/);
  await guest.press(/^(Überspringen|Skip)$/, /Rollstuhl|wheelchair/);
  await guest.press(/^(Überspringen|Skip)$/, /erinnern|remind/);
  return guest.press(reminder === "yes" ? /^(Ja|Yes)$/ : /^(Nein|No)$/, SUMMARY);
}

const SUMMARY = /prüfen Sie Ihre Angaben|check your details/;
export const SEND = /^(Absenden|Send)$/;
const CONFIRMED = /S-[2-9A-HJ-NP-Z]{4,}/;

/** Registers from the first word to the confirmation. @returns the reference. */
export async function register(guest: Guest, name: string, how: Registering = {}): Promise<string> {
  await toSummary(guest, name, how);
  return CONFIRMED.exec(await guest.press(SEND, CONFIRMED))?.[0] ?? "";
}

/** Guests with letters only in their names. */
export function nameOf(index: number): string {
  const letters = [...String(index)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");
  return `Gast Nr${letters}`;
}

/** Text and cards of a message, in words. */
export function textOf({ text, cards = [] }: OutgoingMessage): string {
  const shown = cards.map((card) =>
    card.kind === "seminar" ? [card.title, card.when, card.where, card.status].join("\n") : card.name,
  );
  return [plain(text), ...shown].join("\n");
}

/** Nothing is left to decide or to send. */
async function quiet(desk: RunningDesk): Promise<void> {
  const rest = async (): Promise<unknown> => {
    const health = (await (await fetch(`${desk.url}/healthz`)).json()) as Record<string, unknown>;
    return [health["openEvents"], health["queued"]];
  };
  await expect.poll(rest, { timeout: 60_000, interval: 30 }).toEqual([0, 0]);
}

function learned(desk: RunningDesk): number {
  return desk.output().split("the knowledge was learned").length - 1;
}

function lastSundayOfOctober(of: number): Temporal.PlainDate {
  const last = Temporal.PlainDate.from({ year: of, month: 10, day: 31 });
  return last.subtract({ days: last.dayOfWeek % 7 });
}
