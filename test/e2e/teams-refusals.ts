import { join } from "node:path";
import { expect, vi } from "vitest";
import { createTeamsChannel } from "../../adapters/teams/index.js";
import { openDesk } from "../../src/desk.js";
import { createHttp } from "../../src/http/index.js";
import { createLog } from "../../src/log.js";
import { systemClock } from "../../src/time.js";
import { message, type Sending } from "../servers/teams/activities.js";
import { startIdentity, type TokenKind } from "../servers/teams/identity.js";
import { type Activity, type Guest, startTeams } from "../servers/teams.js";
import { smallIntents } from "./running-desk.js";

export const APP_ID = "c9e8c047-2a74-40a2-b28a-b162d5f5327c";
/** In every request that must be refused: what the log must not have. */
const MARK = "Geheim-4711";

/** A desk with credentials in this process, with Teams and its login service of our own. */
export async function openDeskInTeams(folder: string, options: { tenants?: readonly string[] } = {}) {
  const identity = await startIdentity(APP_ID);
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(line) });
  const http = createHttp({
    host: "127.0.0.1",
    port: 0,
    publicUrl: "http://127.0.0.1",
    log,
    health: async () => ({ ok: true, ...(await desk.health()) }),
  });
  const desk = await openDesk({
    config: {
      dataDir: join(folder, "data"),
      intentsDir: smallIntents(folder),
      learnedDir: process.env["LEARNED_DIR"] ? `${process.env["LEARNED_DIR"]}-of-tests` : null,
      synchronous: "NORMAL",
      gatherMs: 0,
      deskSecret: undefined,
      watchPolling: false,
      retentionDays: 30,
      giveUpHours: 24,
    },
    channels: [
      createTeamsChannel({
        credentials: {
          appId: APP_ID,
          password: "no-password",
          type: "SingleTenant",
          tenantId: "72f988bf-0000-41af-91ab-2d7cd011db47",
        },
        tenants: options.tenants ?? [],
        connector: {
          authentication: {
            ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
            ToChannelFromBotOAuthScope: "https://api.botframework.com",
            ToBotFromChannelTokenIssuer: "https://api.botframework.com",
            OAuthUrl: "https://api.botframework.com",
            ToBotFromChannelOpenIdMetadataUrl: identity.metadataUrl,
            ToBotFromEmulatorOpenIdMetadataUrl: identity.metadataUrl,
            CallerId: "urn:botframework:azure",
          },
          withoutTokens: true,
          localServiceUrls: true,
        },
      }),
    ],
    routes: http.routes,
    clock: systemClock,
    log,
  });
  const { url } = await http.listen();
  const endpoint = `${url}/api/messages`;
  const teams = await startTeams({
    endpoint: () => endpoint,
    appId: APP_ID,
    authorization: () => identity.header("valid", { serviceUrl: teams.serviceUrl }),
  });
  await desk.ready;
  return {
    desk,
    teams,
    identity,
    endpoint,
    /** What the desk has logged. */
    log: () => lines.join(""),
    refused: async (): Promise<Readonly<Record<string, number>>> => {
      const health = (await (await fetch(`${url}/healthz`)).json()) as {
        channels: { teams: { refused: Record<string, number> } };
      };
      return health.channels.teams.refused;
    },
    async close() {
      await http.close();
      await desk.close();
      await teams.stop();
      await identity.stop();
    },
  };
}

interface Attempt {
  readonly name: string;
  readonly status: number | readonly number[];
  readonly token?: TokenKind | null;
  /** The body; from an activity that would be taken. */
  readonly body: (good: Activity) => unknown;
}

const same = (good: Activity): Activity => good;
const forged = (token: TokenKind | null): Attempt => ({
  name: token ?? "no header",
  status: 401,
  token,
  body: same,
});

/** Every kind of request that must be refused, with what it is answered. */
export const ATTEMPTS: readonly Attempt[] = [
  forged(null),
  forged("no-token"),
  forged("expired"),
  forged("not-yet-valid"),
  forged("wrong-audience"),
  forged("wrong-issuer"),
  forged("wrong-signature"),
  forged("unknown-key"),
  forged("other-channel"),
  forged("other-service-url"),
  forged("no-service-url"),
  forged("alg-none"),
  forged("hs256"),
  {
    name: "a service URL that the token does not name",
    status: [400, 401, 403],
    body: (good) => ({ ...good, serviceUrl: "https://smba.example.org/" }),
  },
  ...["emulator", "slack", "AseChannel", "webchat"].map((channelId) => ({
    name: `channel ${channelId}`,
    status: [400, 401, 403],
    body: (good: Activity) => ({ ...good, channelId }),
  })),
  {
    name: "no channel",
    status: [400, 401, 403],
    body: ({ channelId: _, ...rest }: Activity & { channelId?: unknown }) => rest,
  },
  ...["{}", "null", "[]", "5", `"${MARK}"`, `{"type":"${MARK}`, `${MARK}`, ""].map((body) => ({
    name: `body ${body.slice(0, 8)}`,
    status: 400,
    body: () => body,
  })),
  { name: "a type that is no text", status: 400, body: (good) => ({ ...good, type: 5 }) },
  {
    name: "no conversation",
    status: 400,
    body: ({ conversation: _, ...rest }: Activity & { conversation?: unknown }) => rest,
  },
  { name: "too large", status: 413, body: (good) => ({ ...good, text: MARK.repeat(50_000) }) },
];

/**
 * Sends each kind so many times, ten at once, and expects its status, no answer to anybody, a count in health, nothing
 * of its content in the log or on the console, and a desk that works afterwards.
 */
export async function refuseAll(times: number, folder: string): Promise<void> {
  const printed = (["error", "warn", "log"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  );
  const running = await openDeskInTeams(folder);
  const { teams, identity, endpoint } = running;
  try {
    const guest = teams.personal(teams.person("Ada"));
    let sent = 0;
    let count = 0;
    for (const attempt of ATTEMPTS) {
      const before = await total(running.refused);
      const statuses: number[] = [];
      for (let done = 0; done < times; done += 10) {
        const batch = Array.from({ length: Math.min(10, times - done) }, () => {
          count += 1;
          return send(attempt, activityOf(guest, teams.serviceUrl, `${1_000 + count}`));
        });
        statuses.push(...(await Promise.all(batch)));
      }
      sent += statuses.length;
      const odd = statuses.filter((status) => ![attempt.status].flat().includes(status));
      expect({ name: attempt.name, odd: [...new Set(odd)] }).toEqual({ name: attempt.name, odd: [] });
      const counted = (await total(running.refused)) - before;
      expect({ name: attempt.name, counted }).toEqual({ name: attempt.name, counted: times });
    }
    expect(sent).toBe(ATTEMPTS.length * times);
    expect(guest.heard()).toEqual([]);
    // botbuilder prints the published keys, whatever its caller does; it must be no more than that
    const console = printed.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(" ")));
    for (const text of [running.log(), ...console]) {
      expect(text).not.toContain(MARK);
      expect(text).not.toMatch(/eyJ[\w-]{20}/u);
    }

    expect((await guest.write("Wann haben Sie offen?")).status).toBe(200);
    await guest.hears(/Uhr/);
  } finally {
    await running.close();
    for (const spy of printed) spy.mockRestore();
  }

  async function send({ token = "valid", body }: Attempt, good: Activity): Promise<number> {
    const made = body(good);
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === null
          ? {}
          : { authorization: identity.header(token, { serviceUrl: teams.serviceUrl }) }),
      },
      body: typeof made === "string" ? made : JSON.stringify(made),
      signal: AbortSignal.timeout(5_000),
    });
    await response.arrayBuffer();
    return response.status;
  }
}

function activityOf(guest: Guest, serviceUrl: string, id: string): Activity {
  const sending: Sending = {
    id,
    from: guest.person,
    in: guest.room.conversation,
    bot: { id: `28:${APP_ID}`, name: "Nahtstelle" },
    serviceUrl,
    now: new Date(),
  };
  return message(sending, { text: `${MARK} Wann haben Sie offen?` });
}

async function total(refused: () => Promise<Readonly<Record<string, number>>>): Promise<number> {
  return Object.values(await refused()).reduce((sum, count) => sum + count, 0);
}
