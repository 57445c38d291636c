import type { Desk, Language } from "../../src/vocabulary/index.js";
import { readIncoming } from "./incoming.js";
import type { Rooms } from "./rooms.js";
import type { Workspaces } from "./workspaces.js";

/** What came of a body. Only what was "taken" is acknowledged. */
export type Taken =
  | { readonly result: "taken"; readonly reply?: string; readonly challenge?: string }
  | { readonly result: "refused" };

export interface TakeOptions {
  readonly desk: Desk;
  readonly workspaces: Workspaces;
  readonly rooms: Rooms;
  /** Best effort, after the acknowledgement; never rejects. */
  readonly showHome: (team: string, user: string, language: Language | undefined) => Promise<void>;
}

/**
 * Takes over what Slack sent, by HTTP or Socket Mode: resolves once it is safe on disk.
 * @throws when it could not be stored; then it must not be acknowledged, so that Slack sends it again.
 */
export function createTake({
  desk,
  workspaces,
  rooms,
  showHome,
}: TakeOptions): (body: unknown) => Promise<Taken> {
  return async (body) => {
    const team = teamOf(body);
    const self = team === null ? null : await workspaces.self(team);
    const incoming = readIncoming(body, { self: () => self, now: desk.clock.now() });
    switch (incoming.does) {
      case "refuse":
        desk.refused("malformed");
        return { result: "refused" };
      case "wait":
        throw new Error("the bot's own id is not known yet");
      case "answer-challenge":
        return { result: "taken", challenge: incoming.challenge };
      case "show-home":
        void showHome(incoming.team, incoming.user, incoming.language);
        return { result: "taken" };
      case "forget-workspace":
        // a late repeat must not take the token of an installation that came after it
        for (const room of await rooms.of(incoming.team))
          await desk.receive({
            ...incoming.event,
            keys: incoming.event.keys.map((key) => `${key}:${room.address}`),
            place: room,
          });
        if ((await desk.receive(incoming.event)) !== "repeat") {
          await workspaces.uninstall(incoming.team);
          await rooms.forget(incoming.team);
        }
        return { result: "taken" };
      case "nothing":
        return { result: "taken" };
      case "receive":
        await desk.receive(incoming.event);
        return { result: "taken", ...(incoming.reply ? { reply: incoming.reply } : {}) };
    }
  };
}

/** The workspace of a body, wherever it stands. */
function teamOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("team_id" in body)) return null;
  return typeof body.team_id === "string" ? body.team_id : null;
}
