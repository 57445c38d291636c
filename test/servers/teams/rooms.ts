import { randomBytes } from "node:crypto";
import type { Activity, Conversation, Person } from "./activities.js";
import { type CardButton, readCard, type SeenCard, shownMarkdown } from "./cards.js";

/** One message as people see it. */
export interface Line {
  readonly id: string;
  readonly from: "bot" | Person;
  /** Of the first message of its chain, in a channel. */
  readonly root: string | null;
  text: string;
  links: SeenCard["links"];
  buttons: readonly CardButton[];
  /** How many times it was changed. */
  edits: number;
  removed: boolean;
}

export interface Room {
  readonly conversation: Conversation;
  readonly lines: Line[];
  /** Nobody of the bot's may write here: blocked, or uninstalled. */
  blocked: boolean;
  /** How many times the bot showed that it writes. */
  typing: number;
}

/** All conversations that the bot is part of, and what was said there. */
export interface Rooms {
  personal(person: Person): Room;
  group(members: readonly Person[]): Room;
  /** @param team left out: one of its own. Its general channel has the team's id. */
  channel(members: readonly Person[], team?: { readonly id: string; readonly general?: true }): Room;
  /** It is no more. */
  close(room: Room): void;
  /** By the connector's id, with or without a chain; `root` is the chain's. */
  find(id: string): { room: Room; root: string | null } | null;
  all(): readonly Room[];
  /** Rises; epoch milliseconds, as Teams' own ids. */
  nextId(): string;
}

export function createRooms(tenant: string): Rooms {
  const rooms = new Map<string, Room>();
  const personal = new Map<string, Room>();
  let last = Date.now();

  function open(conversation: Conversation): Room {
    const room: Room = { conversation, lines: [], blocked: false, typing: 0 };
    rooms.set(conversation.id, room);
    return room;
  }

  return {
    personal(person) {
      const found = personal.get(person.id);
      if (found) return found;
      const room = open({ id: `a:1${token(48)}`, type: "personal", tenant, members: [person] });
      personal.set(person.id, room);
      return room;
    },
    group: (members) => open({ id: `19:${hex(16)}@thread.v2`, type: "groupChat", tenant, members }),
    channel(members, team = { id: channelId() }) {
      const id = team.general ? team.id : channelId();
      return open({ id, type: "channel", tenant, members, team: team.id });
    },
    close: ({ conversation }) => void rooms.delete(conversation.id),
    find(id) {
      const [base = "", root] = id.split(";messageid=");
      const room = rooms.get(base);
      if (!room) return null;
      if (root === undefined) return { room, root: null };
      return room.lines.some((line) => line.id === root) ? { room, root } : null;
    },
    all: () => [...rooms.values()],
    nextId() {
      last += 1;
      return String(last);
    },
  };
}

/** A person whom Teams knows. */
export function newPerson(name: string): Person {
  const [a, b] = [hex(4), hex(6)];
  return { id: `29:1${token(48)}`, name, aadObjectId: `${a}-0000-4000-8000-${b}` };
}

/**
 * What the bot sent, as the lines that people see: Teams makes two of a message that has both text and a card.
 * @throws Error that says what Teams would not show.
 */
export function linesOf(activity: Activity): Pick<Line, "text" | "links" | "buttons">[] {
  const lines: Pick<Line, "text" | "links" | "buttons">[] = [];
  const text = typeof activity["text"] === "string" ? activity["text"] : "";
  const plain = activity["textFormat"] === "plain";
  if (text.trim() !== "") lines.push({ ...(plain ? { text, links: [] } : shownMarkdown(text)), buttons: [] });
  for (const attachment of asList(activity["attachments"])) {
    const { contentType, content } = attachment as { contentType?: unknown; content?: unknown };
    if (contentType !== "application/vnd.microsoft.card.adaptive")
      throw new Error(`An attachment of type ${JSON.stringify(contentType)} is not known here.`);
    lines.push(readCard(content));
  }
  if (lines.length === 0) throw new Error("There is neither text nor a card in the message.");
  return lines;
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error("attachments is no list.");
  return value;
}

/** Of a channel, and of a team. */
export const channelId = (): string => `19:${token(32)}1@thread.tacv2`;

const token = (characters: number): string =>
  randomBytes(characters).toString("base64url").slice(0, characters);
const hex = (bytes: number): string => randomBytes(bytes).toString("hex");
