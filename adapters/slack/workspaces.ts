import { z } from "zod";
import type { ChannelMemory } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import { codeOf, failureOf } from "./failure.js";
import type { Call } from "./web-api.js";

/** A workspace that has installed the app. */
export interface Installation {
  readonly team: string;
  /** Secret. */
  readonly token: string;
  /** The bot's user id there. */
  readonly self: string;
}

/** The workspaces that the desk talks with: the office's own, and those that installed the app. */
export interface Workspaces {
  /** Asks Slack whose token the office's own is. @throws in words for staff, without the token. */
  signIn(): Promise<void>;
  /** The office's own; null before the first sign-in, or where there is none. */
  home(): string | null;
  /** The bot's user id in a workspace; null while it is not known. */
  self(team: string): Promise<string | null>;
  /** Calls a method of the Web API in a workspace. @throws SendFailure */
  call(team: string, method: string, args: Record<string, unknown>): Promise<Record<string, unknown>>;
  install(installation: Installation): Promise<void>;
  uninstall(team: string): Promise<void>;
}

export interface WorkspacesOptions {
  readonly memory: ChannelMemory;
  /** Of the office's own workspace; null: there is none. */
  readonly botToken: string | null;
  readonly connect: (token: string) => Promise<Call>;
}

const kept = z.object({ token: z.string(), self: z.string() });
const whoAmI = z.object({ team_id: z.string(), user_id: z.string() });

export function createWorkspaces({ memory, botToken, connect }: WorkspacesOptions): Workspaces {
  /** By token: one client each, so that connections are used again. */
  const calls = new Map<string, Promise<Call>>();
  let own: Omit<Installation, "token"> | null = null;

  async function installed(team: string): Promise<Omit<Installation, "team"> | null> {
    const stored = await memory.get(`installation:${team}`);
    return stored === null ? null : kept.parse(JSON.parse(stored));
  }

  function callWith(token: string): Promise<Call> {
    const known = calls.get(token) ?? connect(token);
    calls.set(token, known);
    return known;
  }

  async function tokenOf(team: string): Promise<string> {
    if (own?.team === team && botToken !== null) return botToken;
    const token = (await installed(team))?.token;
    if (token !== undefined) return token;
    // before the sign-in nobody knows whether this workspace is the office's own
    if (botToken !== null && own === null)
      throw new SendFailure("retryable", "Slack has not been reached yet");
    throw new SendFailure("undeliverable", "the app is not installed in this workspace any more");
  }

  return {
    async signIn() {
      if (botToken === null) return;
      let answer: Record<string, unknown>;
      try {
        answer = await (await callWith(botToken))("auth.test", {});
      } catch (error) {
        const code = codeOf(error);
        throw new Error(
          code === null
            ? `Slack cannot be reached: ${failureOf("auth.test", error).message}`
            : `Slack does not accept SLACK_BOT_TOKEN: ${code}`,
        );
      }
      const found = whoAmI.safeParse(answer);
      if (!found.success) throw new Error("auth.test: an answer that is not Slack's");
      own = { team: found.data.team_id, self: found.data.user_id };
      // so that after a restart mentions are known as such before Slack has been reached
      await memory.set(`self:${own.team}`, own.self);
    },
    home: () => own?.team ?? null,
    async self(team) {
      if (own?.team === team) return own.self;
      return (await installed(team))?.self ?? (await memory.get(`self:${team}`));
    },
    async call(team, method, args) {
      const token = await tokenOf(team);
      try {
        return await (await callWith(token))(method, args);
      } catch (error) {
        throw failureOf(method, error);
      }
    },
    async install({ team, token, self }) {
      await memory.set(`installation:${team}`, JSON.stringify({ token, self }));
    },
    async uninstall(team) {
      await memory.remove(`installation:${team}`);
      for (const key of (await memory.all(`dm:${team}:`)).keys()) await memory.remove(key);
    },
  };
}
