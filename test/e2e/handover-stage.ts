import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { parse, stringify } from "yaml";
import { deskClient } from "../../src/commands/desk-client.js";
import { openDataFolder } from "../../src/data-folder.js";
import { systemClock } from "../../src/time.js";
import { type SlackGuest, type SlackServer, startSlackServer } from "../servers/slack/index.js";
import { type Guest, startTelegram, type TelegramServer } from "../servers/telegram/index.js";
import { handoverIntents } from "./handover-intents.js";
import { pause, quiet } from "./kills.js";
import { freePort, freshFolder, project, type RunningDesk } from "./running-desk.js";
import { eventually, talk } from "./slack-desk.js";
import { deskOn, visible } from "./telegram-guest.js";

/** So long a reply is held: long enough to be recalled. */
const HOLD_SECONDS = 4;
/** Each conversation has a matter, so a room, of its own: rooms keep to a pace. */
const WORDS =
  "Ahorn Birke Buche Distel Eibe Erle Esche Fichte Ginster Hasel Holunder Kiefer Linde Mistel Pappel Ulme Zeder Wacholder Robinie Platane Kastanie Lavendel Salbei Thymian Rosmarin Basilikum Kamille Fenchel Zimt Ingwer Safran Majoran Oregano Estragon Kresse Petersilie Magnolie Forsythie Hortensie Orchidee Tulpe Narzisse Krokus Primel Veilchen Kornblume Sonnenblume Geranie Begonie Dahlie".split(
    " ",
  );

/** A guest on Telegram and whoever answers them in a channel of Slack: what both do, and what they see. */
export interface Meeting {
  readonly word: string;
  readonly guest: Guest;
  readonly anna: SlackGuest;
  readonly channel: string;
  /** Resolves when the desk has acknowledged it; so do all that begin with "guest" and "staff". */
  guestWrites(text: string): Promise<void>;
  guestPresses(label: string): Promise<void>;
  /** Changes the line that reads so. */
  guestChanges(from: string, to: string): Promise<void>;
  guestBlocks(): Promise<void>;
  /** Writes in the thread of the enquiry. */
  staffWrites(text: string): Promise<void>;
  staffPresses(label: RegExp): Promise<void>;
  staffChanges(from: string, to: string): Promise<void>;
  staffTakesBack(text: string): Promise<void>;
  staffLeaves(): Promise<void>;
  /** What the guest has from the desk, oldest first. */
  chat(): string[];
  /** What stands in the threads of this conversation, whoever wrote it. */
  thread(): string[];
  chatShows(pattern: RegExp): Promise<void>;
  threadShows(pattern: RegExp): Promise<void>;
  /** All numbers that the guest was told, the last one last. */
  numbers(): string[];
}

/** A real desk between a Telegram and a Slack of our own, on one data folder however often it is started. */
export interface Stage {
  readonly folder: string;
  readonly telegram: TelegramServer;
  readonly slack: SlackServer;
  meet(index: number): Meeting;
  /** @param minutes by which the desk's clock is ahead */
  start(minutes?: number, until?: "page" | "learned"): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Waits until nothing moves any more. */
  rest(): Promise<void>;
  /** How many messages the desk has sent or changed, to whomever. */
  sent(): number;
  enquiries(): ReturnType<ReturnType<typeof deskClient>["list"]>;
  close(): Promise<void>;
}

/** Opens one with Anna Beispiel, who is linked and has answered before. @param confirmed meetings whose rooms want the button */
export async function openStage(meetings: number, confirmed: ReadonlySet<number>): Promise<Stage> {
  const place = freshFolder();
  const { folder } = place;
  const [slack, telegram, port] = await Promise.all([
    startSlackServer({ retries: [0, 200, 500, 1_000, 2_000], ackWithinMs: 20_000 }),
    startTelegram(),
    freePort(),
  ]);
  const anna = slack.guest("anna");
  // one more for the reply by which Anna gets her practice
  const channels = Array.from({ length: meetings + 2 }, () => slack.channel([anna]));
  const general = channels.at(-1) ?? "";
  const intents = intentsFor(folder, channels.slice(0, -1), general, confirmed);
  let desk: RunningDesk | null = null;
  const running = (): RunningDesk => {
    if (!desk) throw new Error("The desk is not running.");
    return desk;
  };
  const sent = (): number =>
    telegram.calls.filter(({ method }) => /^(?:send|edit|delete)Message/.test(method)).length +
    slack.calls.filter(({ method }) => /^chat\./.test(method)).length;

  const stage: Stage = {
    folder,
    telegram,
    slack,
    sent,
    meet: (index) => meeting(index, { telegram, slack, anna, channel: channels[index] ?? "", general }),
    async start(minutes = 0, until = "learned") {
      desk = await deskOn(telegram, {
        folder,
        intents,
        port,
        by: "webhook",
        until,
        env: {
          LOG_LEVEL: "error",
          SLACK_API_URL: slack.apiUrl,
          SLACK_BOT_TOKEN: slack.office.botToken,
          SLACK_SIGNING_SECRET: slack.signingSecret,
          ...(minutes > 0 ? { NODE_OPTIONS: aheadBy(minutes) } : {}),
        },
      });
      slack.pointAt(`${desk.url}/slack/events`);
    },
    async stop() {
      expect(await running().stop()).toBe(0);
    },
    kill: () => running().kill(),
    async rest() {
      for (let still = 0; still < 3; still += 1) {
        const before = sent();
        await quiet(running(), 30_000);
        await pause(60);
        if (sent() !== before) still = -1;
      }
    },
    enquiries: () =>
      deskClient(
        { dataDir: join(folder, "data"), deskSecret: undefined, port, host: "127.0.0.1" },
        undefined,
      ).list(),
    async close() {
      await desk?.kill();
      await Promise.all([slack.close(), telegram.close()]);
      place.remove();
    },
  };
  await stage.start();
  await linked(folder, anna);
  await practise(stage.meet(meetings));
  return stage;
}

/** Every clock of the program shows a later time, as if it had not run meanwhile. */
function aheadBy(minutes: number): string {
  const shift = `const Now=Date;const by=${minutes * 60_000};globalThis.Date=class extends Now{constructor(...of){if(of.length===0)super(Now.now()+by);else super(...of)}static now(){return Now.now()+by}}`;
  return `--import data:text/javascript,${encodeURIComponent(shift)}`;
}

function intentsFor(
  folder: string,
  channels: readonly string[],
  general: string,
  confirmed: ReadonlySet<number>,
): string {
  if (channels.length > WORDS.length) throw new Error("There are more meetings than words.");
  const partnerOf = (index: number): string => `part-${index}`;
  const dir = handoverIntents(
    folder,
    [
      { id: "general", channel: "slack", address: general },
      ...channels.map((address, index) => ({
        id: `room-${index}`,
        channel: "slack" as const,
        address,
        partners: [partnerOf(index)],
        ...(confirmed.has(index) ? { sends: "confirmed" as const } : {}),
      })),
    ],
    channels.map((_, index) => ({
      id: `matter-${index}`,
      partner: partnerOf(index),
      word: WORDS[index] ?? "",
    })),
  );
  const partners = channels.map((_, index) => ({
    id: partnerOf(index),
    kind: "desk",
    name: { de: `Stelle ${WORDS[index]}`, en: `Desk ${WORDS[index]}` },
    topics: ["office-contact"],
    languages: ["de", "en"],
    values: { link: null, phone: null, email: null },
  }));
  appendFileSync(join(dir, "partners.yaml"), `\n${stringify(partners)}`);
  cpSync(join(project, "intents/forms.yaml"), join(dir, "forms.yaml"));
  const rules = parse(readFileSync(join(dir, "handover.yaml"), "utf8")) as Record<string, unknown>;
  writeFileSync(join(dir, "handover.yaml"), stringify({ ...rules, times: { "hold-seconds": HOLD_SECONDS } }));
  const faq = join(dir, "faq/matters.yaml");
  // a message is left where the matter is answered, so that it goes into the room of the matter
  const entries = parse(readFileSync(faq, "utf8")) as Record<string, unknown>[];
  writeFileSync(
    faq,
    stringify(entries.map((one) => ("responsible" in one ? { ...one, form: "ticket" } : one))),
  );
  return dir;
}

async function linked(folder: string, anna: SlackGuest): Promise<void> {
  const dataDir = join(folder, "data");
  const store = await openDataFolder({ dataDir, synchronous: "NORMAL", deskSecret: undefined }, systemClock);
  const id = await store.addStaff("Anna Beispiel");
  const code = await store.staffCode(id, Date.now() + 600_000);
  await store.close();
  const own = talk(anna);
  await own.write(code ?? "");
  await own.hears(/Danke, Anna Beispiel/);
}

/** The first reply of all is shown before it is sent, whatever the room says. */
async function practise(one: Meeting): Promise<void> {
  await one.guestWrites(`Frage zu ${one.word}`);
  await one.chatShows(new RegExp(`Zu ${one.word} hilft`));
  await one.guestWrites("mensch");
  await one.threadShows(/Übernehmen/);
  await one.staffPresses(/Übernehmen/);
  await one.chatShows(/ist jetzt für Sie da/);
  await one.staffWrites("Guten Tag");
  await one.threadShows(/So liest es der Gast/);
  await one.staffPresses(/Senden/);
  await one.chatShows(/Guten Tag/);
}

function meeting(
  index: number,
  on: { telegram: TelegramServer; slack: SlackServer; anna: SlackGuest; channel: string; general: string },
): Meeting {
  const { telegram, slack, anna, channel, general } = on;
  const guest = telegram.guest(1_000 + index, { language: "de" });
  const word = WORDS[index] ?? "";
  const written = new Map<string, number>();

  /** Does something of which Telegram tells the desk, until the desk has said that it has it. */
  async function told(act: () => void): Promise<void> {
    const before = new Set(telegram.pending());
    act();
    const own = telegram.pending().filter((id) => !before.has(id));
    if (own.length === 0) throw new Error("Telegram tells the desk nothing of it.");
    while (telegram.pending().some((id) => own.includes(id))) await pause(1);
  }
  async function heard(delivered: Promise<boolean>): Promise<void> {
    if (!(await delivered)) throw new Error("The desk did not acknowledge what staff did.");
  }
  const numbers = (): string[] =>
    [
      ...chat()
        .join("\n")
        .matchAll(/\b[GH]-[0-9A-Z]{4,}\b/g),
    ].map(([number]) => number);
  const chat = (): string[] =>
    guest
      .sees()
      .filter(({ from }) => from === "bot")
      .map((message) => visible([message]).replaceAll("\u2060", ""));
  /** The lines of this conversation's threads: each begins with a card that names its number. */
  const lines = () => {
    const own = new Set(numbers());
    const isOwn = (text: string): boolean => [...own].some((number) => text.includes(number));
    return [channel, general].flatMap((room) => {
      const all = anna.sees({ channel: room });
      const roots = new Set(all.filter(({ thread, text }) => !thread && isOwn(text)).map(({ ts }) => ts));
      return all.filter(({ ts, thread }) => roots.has(thread ?? ts)).map((line) => ({ ...line, room }));
    });
  };
  const where = () => {
    const last = lines().at(-1);
    if (!last) throw new Error("The enquiry stands in no room.");
    return { channel: last.room, thread: last.thread ?? last.ts };
  };
  const tsOf = (text: string): string => {
    const found = lines().findLast((line) => line.from === "person" && line.text === text);
    if (!found) throw new Error(`Nobody wrote "${text}".`);
    return found.ts;
  };
  const thread = (): string[] =>
    lines().map(({ text, buttons }) => [text, ...buttons.map(({ label }) => `[${label}]`)].join("\n"));

  return {
    word,
    guest,
    anna,
    channel,
    numbers,
    chat,
    thread,
    guestWrites: (text) => told(() => void written.set(text, guest.write(text))),
    guestPresses: (label) => told(() => void guest.press(label)),
    guestChanges: (from, to) => told(() => guest.edit(written.get(from) ?? 0, to)),
    guestBlocks: () => told(() => guest.block()),
    staffWrites: (text) => heard(anna.write(text, where()).delivered),
    staffPresses: (label) => heard(anna.press(label, where()).delivered),
    staffChanges: (from, to) => heard(anna.edit(tsOf(from), to, where()).delivered),
    staffTakesBack: (text) => heard(anna.remove(tsOf(text), where()).delivered),
    async staffLeaves() {
      const before = slack.deliveries.length;
      slack.leave(anna, channel);
      const since = slack.deliveries.slice(before);
      if (since.length === 0) throw new Error("Slack tells the desk nothing of it.");
      for (const { done } of since) await heard(done);
    },
    chatShows: async (pattern) =>
      void (await eventually(
        () => chat().join("\n"),
        (all) => pattern.test(all),
        30_000,
      )),
    threadShows: async (pattern) =>
      void (await eventually(
        () => thread().join("\n"),
        (all) => pattern.test(all),
        30_000,
      )),
  };
}
