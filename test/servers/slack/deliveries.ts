import type { Workspace, World } from "./world.js";

/** What Slack tells the app of. */
export type Kind = "events_api" | "interactive" | "slash_commands";

export interface Payload {
  readonly kind: Kind;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Retry {
  readonly num: number;
  readonly reason: string;
}

/** What became of one attempt: acknowledged, with what the app said along with it, or why not. */
export type Outcome = { readonly acknowledged: true; readonly answer: string } | { readonly reason: string };

/** How payloads get to the app: over HTTP, or through a socket. Never rejects. */
export interface Transport {
  send(payload: Payload, retry: Retry | null): Promise<Outcome>;
}

/** One payload with everything that was tried. */
export interface Delivery {
  readonly payload: Payload;
  /** Of an event. */
  readonly eventId: string | undefined;
  readonly attempts: readonly string[];
  readonly acknowledged: boolean;
  /** Resolves when it is acknowledged (true) or nothing more is tried. */
  readonly done: Promise<boolean>;
  readonly answer: Promise<string | null>;
}

/** Hands payloads over, each by itself: Slack promises no order. */
export function createDeliveries(options: {
  readonly transport: () => Transport;
  /** Pauses before an event is tried again, in milliseconds. Slack's own: 0, 60,000, 300,000. */
  readonly retries: readonly number[];
}): { send(payload: Payload): Delivery; readonly all: readonly Delivery[] } {
  const all: Delivery[] = [];
  return {
    all,
    send(payload) {
      const attempts: string[] = [];
      const run = async (): Promise<string | null> => {
        // only events are tried again: of the others the person sees that it went wrong, and does it once more
        const pauses = payload.kind === "events_api" ? options.retries : [];
        let retry: Retry | null = null;
        for (let num = 0; ; num += 1) {
          const outcome = await options.transport().send(payload, retry);
          if ("acknowledged" in outcome) {
            attempts.push("acknowledged");
            delivery.acknowledged = true;
            return outcome.answer;
          }
          attempts.push(outcome.reason);
          const pause = pauses[num];
          if (pause === undefined) return null;
          retry = { num: num + 1, reason: outcome.reason };
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      };
      const delivery = {
        payload,
        eventId: payload.kind === "events_api" ? String(payload.body["event_id"]) : undefined,
        attempts,
        acknowledged: false,
        done: Promise.resolve(false),
        answer: Promise.resolve<string | null>(null),
      };
      delivery.answer = run();
      delivery.done = delivery.answer.then((answer) => answer !== null);
      all.push(delivery);
      return delivery;
    },
  };
}

/** Whether the app has subscribed to this event, by the names that its manifest lists. */
export function subscribed(names: ReadonlySet<string>, event: Readonly<Record<string, unknown>>): boolean {
  const { type } = event;
  if (type !== "message") return names.has(String(type));
  const kind = { channel: "channels", group: "groups", im: "im", mpim: "mpim" }[
    String(event["channel_type"])
  ];
  return names.has(`message.${kind}`);
}

/** The wrapper that every event comes in. */
export function wrapped(
  world: World,
  workspace: Workspace,
  event: Readonly<Record<string, unknown>>,
): Payload {
  const eventId = world.nextId("Ev");
  return {
    kind: "events_api",
    body: {
      token: "an-old-token-that-means-nothing",
      team_id: workspace.id,
      context_team_id: workspace.id,
      context_enterprise_id: null,
      api_app_id: world.appId,
      event,
      type: "event_callback",
      event_id: eventId,
      event_time: Math.floor(Number(event["event_ts"] ?? event["ts"] ?? 0)),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.id,
          user_id: workspace.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${eventId}`,
    },
  };
}
