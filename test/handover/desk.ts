import { afterEach } from "vitest";
import type { Compiled } from "../../src/comprehension.js";
import { isStaffRoom, readIn } from "../../src/handover/index.js";
import type { HandoverRules, Knowledge, StaffRoom } from "../../src/knowledge/model.js";
import { mask } from "../../src/privacy/masking.js";
import { plain } from "../../src/text/index.js";
import { createTurn, type TurnInput, type TurnResult } from "../../src/turn.js";
import type {
  ActionId,
  Channel,
  ChannelName,
  ConversationState,
  DeskEvent,
  Happening,
  OutgoingMessage,
  Place,
} from "../../src/vocabulary/index.js";
import { noHandover } from "../blank-entries.js";
import { type FakeChannel, failure, fakeChannel, type Process, startProcess } from "../delivery/setup.js";
import { compileShipped } from "../shipped-desk.js";
import { temporaryFile } from "../store/setup.js";

/** A room for everything, and one for whoever founds a business. */
export const general: StaffRoom = {
  id: "general",
  name: "Empfang",
  channel: "slack",
  address: "C-GENERAL",
  partners: [],
  shows: "transcript",
  sends: "at-once",
  language: "de",
};
export const founding: StaffRoom = {
  ...general,
  id: "founding",
  name: "Gründung",
  address: "C-FOUNDING",
  partners: ["start-up-desk"],
};

/** What somebody has on their screen: what was sent there and neither changed nor taken back since. */
export interface Screen {
  /** In order; a thread's name before what stands in it. */
  lines(thread?: string): string[];
  /** The buttons that can be pressed, the last first. */
  button(label: string): { action: ActionId; on: string; thread: string | undefined };
  labels(): string[];
}

/** A desk with guests on one channel and staff in the rooms of another; time passes when a test says so. */
export interface HandoverDesk {
  readonly process: Process;
  readonly knowledge: Knowledge;
  readonly guest: Screen;
  readonly room: Screen;
  readonly mail: FakeChannel;
  readonly slack: RoomChannel;
  says(text: string, who?: string): Promise<void>;
  presses(label: string): Promise<void>;
  /** Of the guest. */
  does(what: Happening, who?: string): Promise<void>;
  staffSays(who: string, text: string, thread?: string): Promise<string>;
  staffPresses(who: string, label: string): Promise<void>;
  /** @returns what became of the event. */
  staffDoes(who: string, what: Happening, thread?: string): Promise<string>;
  state(): Promise<ConversationState>;
  pass(ms: number): Promise<void>;
  /** Takes the process down, without a word, and starts it again on the same data. */
  restart(): Promise<void>;
  /** @param practised whether they have sent a reply before: then there is no preview */
  addStaff(name: string, practised?: boolean): Promise<number>;
}

export interface RoomChannel extends FakeChannel {
  /** Rooms and threads that are gone. */
  readonly gone: Set<string>;
  /** All that were opened. */
  readonly threads: string[];
  lastThread(): string;
}

export interface HandoverDeskOptions {
  readonly rules?: Partial<HandoverRules>;
  readonly guestChannel?: ChannelName;
  readonly file?: string;
  readonly site?: string | null;
  /** Intents that demand a person. */
  readonly always?: readonly string[];
  /** Somebody has an account. */
  readonly staffed?: boolean;
  readonly office?: Partial<Knowledge["office"]>;
}

const processes: Process[] = [];
afterEach(async () => {
  for (const process of processes.splice(0)) await process.close();
});

/** Learns what the desk is opened on; takes seconds. */
export function learnShipped(): void {
  learned ??= compileShipped();
}

let learned: Compiled | undefined;
let counted = 0;

/** Times that the tests count with. */
const times = {
  usualWait: { de: "meist nur wenige Minuten", en: "a few minutes as a rule" },
  remindAfter: [3, 6],
  escalateAfter: 8,
  offerMessageAfter: 10,
  endWaitingAfter: 30,
  warnAfterSilence: 20,
  closeAfterSilence: 30,
  holdSeconds: 10,
  remindTicketsAfterHours: 24,
} as const;

/** Opens it on the shipped knowledge. */
export async function openHandoverDesk({
  rules = {},
  guestChannel = "web",
  file = temporaryFile(),
  site = null,
  always = [],
  staffed = true,
  office: ownOffice = {},
}: HandoverDeskOptions = {}): Promise<HandoverDesk> {
  learned ??= compileShipped();
  const handover: HandoverRules = {
    ...noHandover,
    ...times,
    rooms: [general, founding],
    general: "general",
    ...rules,
  };
  const here = { web: "here", terminal: "here", teams: "here", slack: "here", telegram: "here" } as const;
  const office = { ...learned.knowledge.office, handover: here, forms: here, ...ownOffice };
  const intents = new Map(learned.knowledge.intents);
  for (const id of always) {
    const intent = intents.get(id);
    if (intent) intents.set(id, { ...intent, handover: "always" });
  }
  const compiled: Compiled = { ...learned, knowledge: { ...learned.knowledge, handover, office, intents } };
  const place: Place = { channel: guestChannel, scope: "private", address: "chat-of-guest" };
  const practisedOnes = new Set<number>();
  const parts = await begin();

  async function begin() {
    const process = await startProcess({
      file,
      gatherMs: 0,
      mask: (text) => mask(text).text,
      isStaffRoom: (where) => isStaffRoom(where, compiled.knowledge),
      readIn: (conversation) => readIn(conversation, compiled.knowledge),
      turn: practisedTurn(
        practisedOnes,
        createTurn({
          compiled: () => compiled,
          mask: (text) => mask(text).text,
          site: () => site,
          mail: () => true,
          sign: () => "signed",
          stopwatch: () => 0,
        }),
      ),
    });
    processes.push(process);
    const slack = roomChannel("slack", process.time.now);
    const guests = guestChannel === "slack" ? slack : roomChannel(guestChannel, process.time.now);
    const mail = fakeChannel("email", process.time.now);
    const terminal = fakeChannel("terminal", process.time.now);
    for (const channel of [guests, slack, mail, terminal]) process.channels.set(channel.name, channel);
    await process.delivery.start();
    return { process, slack, guests, mail };
  }

  const current = { ...parts };
  if (staffed) await parts.process.store.addStaff("Zentrale");
  const event = (what: Happening, from: Pick<DeskEvent, "place" | "sender">): DeskEvent => {
    counted += 1;
    return {
      keys: [`event:${counted}`],
      channel: from.place.channel,
      addressed: from.place.scope === "private",
      sentAt: new Date(current.process.time.now()).toISOString(),
      what,
      ...from,
    };
  };
  const receive = async (given: DeskEvent): Promise<string> => {
    const taken = await current.process.delivery.receive(given);
    await settleSoon();
    return taken;
  };
  /** What is held stays held: only what is due is waited for. */
  const settleSoon = async (): Promise<void> => {
    for (let round = 0; round < 6; round += 1) await current.process.time.pass(1);
  };
  const message = (text: string): Happening => {
    counted += 1;
    return { kind: "message", id: `m${counted}`, text, attachments: [] };
  };
  const guestIs = (who: string): Pick<DeskEvent, "place" | "sender"> => ({
    place: who === "guest" ? place : { ...place, address: `chat-of-${who}` },
    sender: { id: who },
  });
  const screen = (channel: () => FakeChannel, at: (to: Place) => boolean): Screen => screenOf(channel, at);
  const room = screen(
    () => current.slack,
    ({ channel, scope }) => channel === "slack" && scope === "room",
  );
  const staffIs = (who: string, thread: string | undefined): Pick<DeskEvent, "place" | "sender"> => ({
    place: {
      channel: "slack",
      scope: "room",
      address: (thread ?? current.slack.lastThread()).split("/")[0] ?? "",
      thread: thread ?? current.slack.lastThread(),
    },
    sender: { id: who },
  });
  const guestScreen = screen(
    () => current.guests,
    ({ address }) => address === place.address,
  );
  return {
    get process() {
      return current.process;
    },
    get slack() {
      return current.slack;
    },
    get mail() {
      return current.mail;
    },
    knowledge: compiled.knowledge,
    guest: guestScreen,
    room,
    says: async (text, who = "guest") => {
      await receive(event(message(text), guestIs(who)));
    },
    async presses(label) {
      const { action, on } = guestScreen.button(label);
      await receive(event({ kind: "action", action, on }, guestIs("guest")));
    },
    does: async (what, who = "guest") => {
      await receive(event(what, guestIs(who)));
    },
    async staffSays(who, text, thread) {
      const what = message(text);
      await receive(event(what, staffIs(who, thread)));
      return what.kind === "message" ? what.id : "";
    },
    async staffPresses(who, label) {
      const { action, on, thread } = room.button(label);
      await receive(event({ kind: "action", action, on }, staffIs(who, thread)));
    },
    staffDoes: (who, what, thread) => receive(event(what, staffIs(who, thread))),
    async state() {
      for (let id = 1; id < 100; id += 1) {
        const loaded = await current.process.store.load(id);
        if (loaded?.conversation.place.address === place.address) return loaded.conversation.state;
      }
      throw new Error("no conversation yet");
    },
    pass: (ms) => current.process.time.pass(ms),
    async restart() {
      const { slack, guests } = current;
      current.process.crash();
      await current.process.close();
      const at = current.process.time.now();
      Object.assign(current, await begin());
      await current.process.time.pass(at - current.process.time.now());
      // what the platforms show does not go with the process
      current.slack.taken.unshift(...slack.taken);
      if (guests !== slack) current.guests.taken.unshift(...guests.taken);
      current.slack.threads.push(...slack.threads);
      await settleSoon();
    },
    async addStaff(name, practised = false) {
      const { store, delivery } = current.process;
      const id = await store.addStaff(name);
      const code = await store.staffCode(id, current.process.time.now() + 60_000);
      await delivery.receive(
        event(message(String(code)), {
          place: { channel: "slack", scope: "private", address: `dm-of-${name}` },
          sender: { id: name },
        }),
      );
      await settleSoon();
      if (practised) practisedOnes.add(id);
      return id;
    },
  };
}

/** As if these had sent a reply in an earlier conversation. */
function practisedTurn(ones: ReadonlySet<number>, turn: (input: TurnInput) => TurnResult) {
  return (input: TurnInput): TurnResult => {
    const { staff } = input;
    const practised = staff && staff !== "unknown" && ones.has(staff.id);
    return turn(practised ? { ...input, staff: { ...staff, practised } } : input);
  };
}

/** A messenger with threads, edits and removals, as Slack has them. */
export function roomChannel(name: ChannelName, now: () => number): RoomChannel {
  const base = fakeChannel(name, now);
  const threads: string[] = [];
  const gone = new Set<string>();
  const shown = (receipt: string): number =>
    base.taken.findIndex(({ message }) => `receipt of ${message.id}` === receipt);
  const refuse = (to: Place): void => {
    if (gone.has(to.address) || (to.thread !== undefined && gone.has(to.thread)))
      throw failure("undeliverable");
  };
  return Object.assign(base, {
    can: { edit: true, remove: true, threads: true, typing: false, files: false },
    threads,
    gone,
    lastThread: () => threads.at(-1) ?? "",
    send: (
      (send) =>
      async (to: Place, message: OutgoingMessage): Promise<{ id: string }> => {
        refuse(to);
        return send(to, message);
      }
    )(base.send.bind(base)),
    async openThread(room: Place, first: OutgoingMessage) {
      refuse(room);
      const thread = `${room.address}/${threads.length + 1}`;
      threads.push(thread);
      const place = { ...room, thread };
      const receipt = await base.answer(first, 1);
      base.taken.push({ to: place, message: first, at: now() });
      return { place, receipt };
    },
    async edit(receipt: { id: string }, to: Place, message: OutgoingMessage) {
      refuse(to);
      const index = shown(receipt.id);
      const before = base.taken[index];
      if (before) base.taken[index] = { ...before, message: { ...message, id: before.message.id } };
    },
    async remove(receipt: { id: string }) {
      const index = shown(receipt.id);
      if (index >= 0) base.taken.splice(index, 1);
    },
  }) as Channel & RoomChannel;
}

function screenOf(channel: () => FakeChannel, at: (to: Place) => boolean): Screen {
  const shown = () => channel().taken.filter(({ to }) => at(to));
  return {
    lines: (thread) =>
      shown()
        .filter(({ to }) => thread === undefined || to.thread === thread)
        .map(({ message }) => plain(message.text)),
    button(label) {
      for (const { to, message } of shown().reverse()) {
        const found = message.buttons?.find((button) => button.label === label);
        if (found) return { action: found.action, on: message.id, thread: to.thread };
      }
      throw new Error(`no button "${label}" among: ${this.labels().join(", ")}`);
    },
    labels: () => shown().flatMap(({ message }) => (message.buttons ?? []).map(({ label }) => label)),
  };
}
