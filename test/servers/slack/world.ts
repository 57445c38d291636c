/** A workspace with its people and channels, as far as Slack shows them to an app. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly botUser: string;
  readonly botId: string;
  readonly botToken: string;
  /** What the installation was granted. */
  scopes: ReadonlySet<string>;
  /** False once the app was uninstalled, or before it is installed: its token is worth nothing. */
  installed: boolean;
  readonly people: Map<string, Person>;
  readonly conversations: Map<string, Conversation>;
  /** What the App Home tab shows to each person. */
  readonly homes: Map<string, View>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
}

export interface Conversation {
  readonly id: string;
  readonly kind: "im" | "mpim" | "channel" | "group";
  readonly name: string;
  readonly members: Set<string>;
  archived: boolean;
  /** By rising `ts`. */
  readonly messages: Message[];
}

export type Blocks = readonly Readonly<Record<string, unknown>>[];

export interface Message {
  readonly ts: string;
  readonly user: string;
  /** Of the app's own. */
  readonly byApp: boolean;
  text: string;
  blocks: Blocks;
  readonly thread?: string;
  metadata?: unknown;
  edited?: string;
  readonly subtype?: string;
  readonly files?: readonly Readonly<Record<string, unknown>>[];
  /** Seen by this person only, and not in the history. */
  readonly onlyFor?: string;
}

export interface View {
  readonly id: string;
  readonly hash: string;
  readonly blocks: Blocks;
}

/** Everything that the server knows, and names that rise. */
export interface World {
  readonly appId: string;
  readonly workspaces: Map<string, Workspace>;
  /** Of the next message; unique, and rising as time does. */
  nextTs(): string;
  nextId(prefix: string): string;
}

/** One workspace with a bot in it, "T0OFFICE"; more by `addWorkspace`. */
export function createWorld(now: () => number): World {
  let lastMicros = 0;
  let count = 0;
  return {
    appId: "A0DESK",
    workspaces: new Map(),
    nextTs() {
      lastMicros = Math.max(now() * 1_000, lastMicros + 1);
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, "0")}`;
    },
    nextId: (prefix) => `${prefix}0${(++count).toString(36).toUpperCase().padStart(7, "0")}`,
  };
}

export function addWorkspace(
  world: World,
  id: string,
  settings: { scopes: readonly string[]; installed: boolean },
): Workspace {
  const short = id.replace(/^T0/u, "");
  const workspace: Workspace = {
    id,
    name: short.toLowerCase(),
    botUser: `U0BOT${short}`,
    botId: `B0BOT${short}`,
    botToken: `xoxb-test-${short.toLowerCase()}`,
    scopes: new Set(settings.scopes),
    installed: settings.installed,
    people: new Map(),
    conversations: new Map(),
    homes: new Map(),
  };
  world.workspaces.set(id, workspace);
  return workspace;
}

export function addPerson(world: World, workspace: Workspace, name: string, locale = "de-DE"): Person {
  const person = { id: world.nextId("U"), name, locale };
  workspace.people.set(person.id, person);
  return person;
}

export function addConversation(
  world: World,
  workspace: Workspace,
  kind: Conversation["kind"],
  members: readonly string[],
): Conversation {
  const id = world.nextId({ im: "D", mpim: "G", channel: "C", group: "C" }[kind]);
  const conversation: Conversation = {
    id,
    kind,
    name: id.toLowerCase(),
    members: new Set(members),
    archived: false,
    messages: [],
  };
  workspace.conversations.set(id, conversation);
  return conversation;
}

/** The one conversation of just these people, the bot among them; opened when there is none. */
export function directConversation(
  world: World,
  workspace: Workspace,
  people: readonly string[],
): Conversation {
  const members = [workspace.botUser, ...people];
  const found = [...workspace.conversations.values()].find(
    ({ kind, members: present }) =>
      (kind === "im" || kind === "mpim") &&
      present.size === members.length &&
      members.every((id) => present.has(id)),
  );
  return found ?? addConversation(world, workspace, people.length === 1 ? "im" : "mpim", members);
}

/** A message as the Web API and the events show it. */
export function shown(world: World, workspace: Workspace, message: Message): Record<string, unknown> {
  const { ts, user, byApp, text, blocks, thread, edited, subtype, files } = message;
  return {
    type: "message",
    ...(subtype ? { subtype } : {}),
    user,
    ts,
    text,
    team: workspace.id,
    ...(byApp ? { bot_id: workspace.botId, app_id: world.appId } : {}),
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(thread ? { thread_ts: thread } : {}),
    ...(edited ? { edited: { user, ts: edited } } : {}),
    ...(files ? { files } : {}),
  };
}
