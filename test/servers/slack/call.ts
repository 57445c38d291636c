import type { Conversation, Workspace, World } from "./world.js";

/** What the methods of the Web API work with. */
export interface Context {
  readonly world: World;
  /** Something happened that the app may have asked to hear of. */
  emit(workspace: Workspace, event: Readonly<Record<string, unknown>>): void;
  /** Of this server, such as http://127.0.0.1:4000. */
  url(): string;
  /** Files by id, once their bytes have come; null until then. */
  readonly uploads: Map<string, { readonly name: string; readonly length: number; bytes: Buffer | null }>;
  /** For the next socket, each good for one. */
  readonly tickets: Set<string>;
  /** Codes of installations that somebody has allowed. */
  readonly grants: Map<string, { readonly workspace: Workspace; readonly redirectUri: string }>;
  readonly credentials: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly appToken: string;
  };
}

/** One call of a method. */
export interface Call extends Context {
  readonly workspace: Workspace;
  readonly args: Readonly<Record<string, unknown>>;
}

export interface Method {
  /** Whose token it takes. */
  readonly token: "bot" | "app" | "none";
  /** What the token must have been granted; of several, by the conversation that is meant. */
  readonly scope?: string | ((call: Call) => string);
  /** @throws Refusal */
  run(call: Call): Readonly<Record<string, unknown>>;
}

/** `ok: false`, and why. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

export function text(args: Call["args"], name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw new Refusal("invalid_arguments", {
    response_metadata: { messages: [`[ERROR] ${name} must be a string`] },
  });
}

export function flag(args: Call["args"], name: string): boolean {
  return [true, "true", "1", 1].includes(args[name] as string);
}

/** @throws Refusal channel_not_found: also where the bot may not know of it. */
export function conversation({ workspace, args }: Call): Conversation {
  const id = text(args, "channel") ?? text(args, "channel_id");
  const found = id === undefined ? undefined : workspace.conversations.get(id);
  const hidden = found && found.kind !== "channel" && !found.members.has(workspace.botUser);
  if (!found || hidden) throw new Refusal("channel_not_found");
  return found;
}

/** One in which the bot may write. */
export function writable(call: Call): Conversation {
  const found = conversation(call);
  if (!found.members.has(call.workspace.botUser)) throw new Refusal("not_in_channel");
  if (found.archived) throw new Refusal("is_archived");
  return found;
}

/** Such as "im:history", by the kind of the conversation that is meant. */
export function scopeOf(right: "history" | "read"): (call: Call) => string {
  return (call) => {
    const { kind } = conversation(call);
    return `${{ im: "im", mpim: "mpim", channel: "channels", group: "groups" }[kind]}:${right}`;
  };
}
