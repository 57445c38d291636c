import type { Channel, Desk, OutgoingMessage, Place, Rate } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import { CallFailure, toSendFailure } from "./call-failure.js";
import type { Connector, Conversation } from "./connector.js";
import { mayBeCalled } from "./guard.js";
import { createEntrance, LARGEST_REQUEST, PATH } from "./http.js";
import { createKnownTeams, type KnownTeams } from "./known-teams.js";
import type { TeamsOptions } from "./options.js";
import { render, type TeamsActivity } from "./render.js";

export type {
  TeamsAuthentication,
  TeamsConnectorOptions,
  TeamsCredentials,
  TeamsOptions,
} from "./options.js";

/** As Microsoft publishes them (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). */
const RATES: readonly Rate[] = [
  { most: 7, withinMs: 1_000, of: "chat" },
  { most: 8, withinMs: 2_000, of: "chat" },
  { most: 60, withinMs: 30_000, of: "chat" },
  { most: 1_800, withinMs: 3_600_000, of: "chat" },
  { most: 50, withinMs: 1_000, of: "channel" },
];

/** The desk in Microsoft Teams. Without credentials it speaks with tools on this machine only. */
export function createTeamsChannel(options: TeamsOptions): Channel {
  const { credentials, connector: test } = options;
  const local = credentials === null || (test?.localServiceUrls ?? false);
  let desk: Desk | null = null;
  let teams: KnownTeams | null = null;
  let loading: Promise<Connector> | null = null;

  /** The SDK takes its time and 87 MB: it is loaded when it is needed. */
  function connector(): Promise<Connector> {
    loading ??= import("./botbuilder.js").then(({ createConnector }) =>
      createConnector(options, () => desk?.clock.now() ?? Date.now()),
    );
    return loading;
  }

  /** Does something at a place, whose missing details are found first. */
  async function calling<T>(
    to: Place,
    call: (connector: Connector, there: Conversation, place: Place) => Promise<T>,
  ): Promise<T> {
    if (!desk || !teams) throw new SendFailure("retryable", "Teams is not connected yet.");
    try {
      const place = await teams.complete(to);
      const result = await call(await connector(), conversationOf(place, local), place);
      desk.trouble(null);
      return result;
    } catch (error) {
      if (error instanceof CallFailure && error.fault.kind === "no-token") desk.trouble(error.message);
      throw toSendFailure(error);
    }
  }

  return {
    name: "teams",
    can: { edit: true, remove: true, threads: true, typing: true, files: false },
    rates: RATES,

    async start(given) {
      desk = given;
      teams = createKnownTeams(given.memory, tenantsOf(options));
      given.http.post(PATH, createEntrance(options, connector, given, teams), LARGEST_REQUEST, () =>
        given.refused("oversized"),
      );
      if (credentials) await connector();
    },

    parts: (to, message) => render(message, to.scope).length,
    send: (to, message, part = 0) =>
      calling(to, async (connector, there) => ({
        id: await connector.send(there, partOf(to, message, part)),
      })),
    edit: ({ id }, to, message, part = 0) =>
      calling(to, (connector, there) => connector.update(there, known(id), partOf(to, message, part))),
    remove: ({ id }, to) => calling(to, (connector, there) => takeBack(connector, there, id)),

    /** A chain takes all parts of the message; the receipt is the first one's. */
    openThread: (given, first) =>
      calling(given, async (connector, { serviceUrl, botId, tenantId }, room) => {
        const [opening, ...rest] = render(first, given.scope);
        if (!opening) throw new SendFailure("undeliverable", "There is nothing to begin a thread with.");
        const channelId = room.details?.["channelId"] ?? room.address;
        const id = await connector.open({ serviceUrl, channelId, botId, tenantId }, opening);
        const [address = "", thread] = id.split(";messageid=");
        if (!thread) throw new SendFailure("unknown", "Teams did not say which reply chain it began.");
        const place: Place = { ...room, address, thread };
        const there = conversationOf(place, local);
        const sent = [thread];
        try {
          for (const activity of rest) sent.push(await connector.send(there, activity));
        } catch (error) {
          throw await chainTakenBack(connector, there, sent, error);
        }
        return { place, receipt: { id: thread } };
      }),

    async typing(to) {
      await calling(to, (connector, there) => connector.typing(there)).catch(() => {});
    },

    async stop() {
      desk = null;
    },
  };
}

/** The office's own tenant before those whose guests it answers, too. */
function tenantsOf({ credentials, tenants }: TeamsOptions): string[] {
  return [...(credentials?.tenantId ? [credentials.tenantId] : []), ...tenants];
}

/** Where a place is written to, from what was stored of it alone. @throws SendFailure */
function conversationOf({ address, thread, details = {} }: Place, local: boolean): Conversation {
  const serviceUrl = details["serviceUrl"] ?? "";
  // answers go where the stored address says: never to one that no token of Teams vouched for
  if (!mayBeCalled(serviceUrl, local))
    throw new SendFailure("undeliverable", "The conversation has no address of Teams that may be called.");
  return {
    serviceUrl,
    id: thread === undefined ? address : `${address};messageid=${thread}`,
    botId: details["botId"],
    tenantId: details["tenantId"],
    type: details["conversationType"],
  };
}

async function takeBack(connector: Connector, there: Conversation, id: string): Promise<void> {
  try {
    await connector.remove(there, known(id));
  } catch (error) {
    // it is no longer there, which is what was wanted
    const gone = error instanceof CallFailure && error.fault.kind === "answer" && error.fault.status === 404;
    if (!gone) throw error;
  }
}

/** A chain without all of its first message must not stay: trying again would begin a second one. */
async function chainTakenBack(
  connector: Connector,
  there: Conversation,
  sent: readonly string[],
  error: unknown,
): Promise<SendFailure> {
  const failure = toSendFailure(error);
  try {
    for (const id of [...sent].reverse()) await takeBack(connector, there, id);
  } catch {
    return failure;
  }
  return failure.delivery === "unknown" ? new SendFailure("retryable", failure.message) : failure;
}

function partOf({ scope }: Place, message: OutgoingMessage, part: number): TeamsActivity {
  const activity = render(message, scope)[part];
  if (!activity) throw new SendFailure("undeliverable", "The message has no such part.");
  return activity;
}

/** Teams tells no id of some messages; they cannot be changed. */
function known(id: string): string {
  if (id === "") throw new SendFailure("undeliverable", "Teams has told no id of this message.");
  return id;
}
