import type { Desk, RequestHandler } from "../../src/vocabulary/index.js";
import { type Activity, readActivity } from "./activity.js";
import type { Connector } from "./connector.js";
import { type Refused, refusesChannel, refusesLocal, refusesTenant } from "./guard.js";
import { toEvent } from "./incoming.js";
import type { KnownTeams } from "./known-teams.js";
import { changeEvents, roomChange } from "./membership.js";
import type { TeamsOptions } from "./options.js";

/** Where Teams sends; the path is the one that every registration form suggests. */
export const PATH = "/api/messages";

/** Bytes. An activity of Teams is 28 kB at most; quoted messages and cards come on top. */
export const LARGEST_REQUEST = 256 * 1024;

const STATUS: Readonly<Record<Refused | "malformed", number>> = {
  malformed: 400,
  token: 401,
  channel: 403,
  "not-local": 403,
  "service-url": 403,
  tenant: 403,
};

/**
 * Takes activities over. It says yes only when what was said is safe on disk; anything else has Teams send it again.
 * Nobody is answered here.
 */
export function createEntrance(
  { credentials, tenants, connector: test }: TeamsOptions,
  connector: () => Promise<Connector>,
  desk: Desk,
  teams: KnownTeams,
): RequestHandler {
  const refuse = (reason: keyof typeof STATUS): Response => {
    desk.refused(reason);
    return Response.json({ error: reason }, { status: STATUS[reason] });
  };

  async function take(activity: Activity): Promise<void> {
    const now = desk.clock.now();
    const change = roomChange(activity);
    if (!change?.gone) await teams.note(activity);
    if (!change) {
      const event = toEvent(activity, now);
      if (event) await desk.receive(event);
      return;
    }
    const { team, room, gone } = change;
    const channels = team === null ? [] : await teams.channels(team);
    for (const event of changeEvents(change, channels, activity, now)) await desk.receive(event);
    if (gone) await teams.gone({ channel: room.address, team });
  }

  return async (request, from) => {
    const activity = readActivity(await request.text());
    if (!activity) return refuse("malformed");
    const stranger = credentials
      ? refusesChannel(activity, test?.localServiceUrls ?? false)
      : refusesLocal(activity, request, from);
    if (credentials) {
      // a token that is missing or wrong is said before anything else is told about this desk
      const header = request.headers.get("authorization");
      if (!header) return refuse("token");
      if (stranger) return refuse(stranger);
      const token = await (await connector()).authenticate(activity, header);
      if (token === "refused") return refuse("token");
      if (token === "keys") {
        desk.log.warn(
          "Teams' keys could not be fetched, so its request could not be checked; it is sent again",
        );
        return new Response(null, { status: 503 });
      }
    } else if (stranger) return refuse(stranger);
    const foreign = refusesTenant(activity, tenants);
    if (foreign) return refuse(foreign);

    // sign-ins, message extensions and the like wait for an answer that this desk has not
    if (activity.type === "invoke") return new Response(null, { status: 501 });
    try {
      await take(activity);
    } catch {
      desk.log.warn("an activity of Teams could not be stored; it is sent again");
      return new Response(null, { status: 500 });
    }
    return new Response(null, { status: 200 });
  };
}
