import {
  type Activity,
  type Bot,
  botMembership,
  deleted,
  edited,
  installed,
  message,
  type Person,
  pressed,
  type Sending,
  type Written,
} from "./activities.js";
import type { Deliver, Delivered } from "./delivering.js";
import type { Line, Room, Rooms } from "./rooms.js";

/** What became of something that a guest did. */
export interface Done extends Delivered {
  /** The message's id. */
  readonly id: string;
}

/** Somebody in one conversation: what they do, and what they see. */
export interface Guest {
  readonly person: Person;
  readonly room: Room;
  /** Writes; in a room without a mention, so that the bot hears of it only with `server.consent`. */
  write(text: string, options?: { root?: string; file?: string }): Promise<Done>;
  /** Writes to the bot in a room; with `root`, into the chain that this message began. */
  mention(text: string, options?: { root?: string }): Promise<Done>;
  edit(id: string, text: string): Promise<Done>;
  remove(id: string): Promise<Done>;
  /**
   * Presses the first button of this name on the newest message that has one.
   * @param options.times Teams may send one press several times, each time as another activity.
   */
  press(label: RegExp, options?: { times?: number }): Promise<readonly Done[]>;
  /** Installs the app here: what Teams tells the bot then. */
  install(): Promise<void>;
  uninstall(): Promise<void>;
  /** Everything in this conversation, or in the chain, that was not taken back. */
  sees(root?: string): readonly Line[];
  /** What the bot said, oldest first. */
  heard(root?: string): readonly Line[];
  /** Waits until the bot has said something like this after the first `after` of its messages. */
  hears(pattern: RegExp, options?: { after?: number; root?: string; within?: number }): Promise<Line>;
}

export interface GuestOptions {
  readonly person: Person;
  readonly room: Room;
  readonly rooms: Rooms;
  readonly bot: Bot;
  readonly serviceUrl: () => string;
  readonly deliver: Deliver;
  /** The bot hears everything in rooms (resource-specific consent). */
  readonly consent: () => boolean;
  /** Resolves at the next change of any conversation. */
  readonly nextChange: () => Promise<void>;
}

export function createGuest(options: GuestOptions): Guest {
  const { person, room, rooms, bot, deliver } = options;
  const { type } = room.conversation;
  const own = new Map<string, Written>();

  const sending = (id = rooms.nextId()): Sending => ({
    id,
    from: person,
    in: room.conversation,
    bot,
    serviceUrl: options.serviceUrl(),
    now: new Date(),
  });

  async function say(written: Written): Promise<Done> {
    const from = sending();
    // in a channel a message without a chain begins one
    const root = type === "channel" ? (written.root ?? from.id) : undefined;
    const whole = root === undefined ? written : { ...written, root };
    own.set(from.id, whole);
    room.lines.push({
      id: from.id,
      from: person,
      root: root ?? null,
      text: written.text,
      links: [],
      buttons: [],
      edits: 0,
      removed: false,
    });
    if (type !== "personal" && !written.mention && !options.consent()) return { id: from.id, ...UNHEARD };
    return tell(message(from, whole));
  }

  async function tell(activity: Activity): Promise<Done> {
    return { id: String(activity["id"]), ...(await deliver(activity)) };
  }

  const seen = (root?: string) =>
    room.lines.filter((line) => !line.removed && (root === undefined || line.root === root));
  const heard = (root?: string) => seen(root).filter(({ from }) => from === "bot");

  return {
    person,
    room,
    write: (text, { root, file } = {}) =>
      say({ text, ...(root === undefined ? {} : { root }), ...(file ? { file: { name: file } } : {}) }),
    mention: (text, { root } = {}) => say({ text, mention: true, ...(root === undefined ? {} : { root }) }),
    async edit(id, text) {
      const before = own.get(id);
      if (!before) throw new Error(`${person.name} has written no message ${id}.`);
      const written = { ...before, text };
      own.set(id, written);
      for (const line of room.lines) if (line.id === id) Object.assign(line, { text, edits: line.edits + 1 });
      return tell(edited(sending(id), written));
    },
    async remove(id) {
      for (const line of room.lines) if (line.id === id) line.removed = true;
      return tell(deleted(sending(id), own.get(id)?.root));
    },
    async press(label, { times = 1 } = {}) {
      const line = heard().findLast(({ buttons }) => buttons.some((button) => label.test(button.label)));
      const button = line?.buttons.find((candidate) => label.test(candidate.label));
      if (!line || !button) throw new Error(`There is no button ${label} in sight.`);
      const base = {
        ...submitted(button.data),
        replyToId: line.id,
        ...(line.root === null ? {} : { root: line.root }),
      };
      return Promise.all(Array.from({ length: times }, () => tell(pressed(sending(), base))));
    },
    async install() {
      await tell(installed(sending(), "add"));
      await tell(botMembership(sending(), "membersAdded"));
    },
    async uninstall() {
      room.blocked = true;
      await tell(installed(sending(), "remove"));
      await tell(botMembership(sending(), "membersRemoved"));
    },
    sees: seen,
    heard,
    async hears(pattern, { after = 0, root, within = 15_000 } = {}) {
      const until = Date.now() + within;
      for (;;) {
        const found = heard(root).slice(after).find(says(pattern));
        if (found) return found;
        const left = until - Date.now();
        if (left <= 0) {
          const said = heard(root).map(({ text }) => text);
          throw new Error(`${person.name} does not hear ${pattern}, but: ${said.join(" / ")}`);
        }
        await Promise.race([options.nextChange(), new Promise((done) => setTimeout(done, left))]);
      }
    },
  };
}

/** Text, buttons and links of a line are all that a person can read. */
function says(pattern: RegExp): (line: Line) => boolean {
  return ({ text, buttons, links }) =>
    pattern.test([text, ...buttons.map(({ label }) => label), ...links.map(({ label }) => label)].join("\n"));
}

/** `msteams` in a button's data changes what Teams sends ("Card actions": messageBack and imBack). */
function submitted(data: unknown): { value: unknown; text?: string } {
  const { msteams } = (typeof data === "object" && data !== null ? data : {}) as {
    msteams?: { type?: unknown; text?: unknown; value?: unknown };
  };
  if (msteams?.type === "messageBack")
    return {
      value: msteams.value,
      ...(typeof msteams.text === "string" ? { text: msteams.text } : {}),
    };
  if (msteams?.type === "imBack") return { value: undefined, text: String(msteams.value) };
  return { value: data };
}

const UNHEARD = { status: 0, attempts: 0 } as const;
