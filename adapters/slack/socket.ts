import { type App, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import type { Desk } from "../../src/vocabulary/index.js";
import { codeOf, failureOf } from "./failure.js";
import type { Taken } from "./take.js";
import { clientOptions, silent } from "./web-api.js";

export interface SocketOptions {
  readonly desk: Desk;
  readonly appToken: string;
  readonly apiUrl: string | null;
  readonly take: (body: unknown) => Promise<Taken>;
  /** Milliseconds within which a connection must have been greeted. Default 10,000. */
  readonly deadline?: number;
  /** Milliseconds before the next connection after one that lasted less than ten seconds. Default 2,000. */
  readonly pause?: number;
}

/** Milliseconds that Slack gets to say goodbye when the channel stops. */
const GOODBYE = 1_000;
/** Milliseconds below which a connection did not last: without a pause such ones would follow each other for ever. */
const SHORT = 10_000;

/**
 * Socket Mode, on Bolt's receiver with a stand-in for its App: Bolt itself would acknowledge before the event is on disk.
 * The SDK's own reconnecting is off, because it leaves rejections that nobody catches; a connection that ends, or that
 * Slack is about to renew, is followed by a new one at once. Loaded only when Socket Mode is on.
 */
export function openSocket(options: SocketOptions): { stop(): Promise<void> } {
  const { desk, deadline = 10_000 } = options;
  const open = new Set<SocketModeReceiver>();
  /** When Slack greeted; a connection that never was greeted is tried again by `keepTrying`, and followed by no other. */
  const greeted = new Map<SocketModeReceiver, number>();
  let stopped = false;

  /** The next connection after one that has ended or will soon; not at once after one that did not last. */
  const follow = (receiver: SocketModeReceiver): void => {
    const since = greeted.get(receiver);
    if (since === undefined) return;
    greeted.delete(receiver);
    const short = desk.clock.now() - since < SHORT;
    if (short) setTimeout(connect, options.pause ?? 2_000).unref();
    else connect();
  };

  const connect = (): void => {
    if (stopped) return;
    desk.keepTrying("Slack Socket Mode", async () => {
      if (stopped) return;
      const receiver = receiverWith(options, follow);
      open.add(receiver);
      receiver.client.once("connected", () => greeted.set(receiver, desk.clock.now()));
      receiver.client.once("disconnected", () => {
        open.delete(receiver);
        follow(receiver);
      });
      try {
        await within(deadline, receiver.start());
      } catch (error) {
        open.delete(receiver);
        leave(receiver);
        throw inWords(error);
      }
      if (stopped) leave(receiver);
    });
  };

  connect();
  return {
    async stop() {
      stopped = true;
      const leaving = [...open];
      const gone = leaving.map(
        (receiver) => new Promise((resolve) => receiver.client.once("disconnected", resolve)),
      );
      for (const receiver of leaving) leave(receiver);
      await within(GOODBYE, Promise.all(gone)).catch(() => {});
      // asked a second time the SDK closes without waiting for an answer
      for (const receiver of open) leave(receiver);
    },
  };
}

/** A receiver that acknowledges what was taken, and stays silent on the rest: Slack sends that again. */
function receiverWith(
  { desk, appToken, apiUrl, take }: SocketOptions,
  renewing: (receiver: SocketModeReceiver) => void,
): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: silent(),
    installerOptions: { clientOptions: clientOptions(apiUrl) },
    processEventErrorHandler: async () => false,
  });
  const processEvent = async ({ body, ack }: ReceiverEvent): Promise<void> => {
    try {
      const taken = await take(body);
      if (taken.result === "refused") return;
      // an acknowledgement that is lost costs a repeat, which is known by its keys
      await ack(taken.reply === undefined ? undefined : { response_type: "ephemeral", text: taken.reply });
    } catch (error) {
      desk.log.warn("an event from Slack was not acknowledged; Slack sends it again", {
        error: error instanceof Error ? error.name : "unknown",
      });
    }
  };
  // the receiver asks nothing else of an App
  receiver.init({ processEvent } as unknown as App);

  // The SDK reads frames in an async listener that nobody waits for: one that is no object would end the process.
  const [read] = receiver.client.listeners("ws_message");
  receiver.client.removeAllListeners("ws_message");
  receiver.client.on("ws_message", (data: unknown, isBinary: unknown) => {
    const frame = frameOf(data);
    if (frame === null) return desk.refused("malformed");
    // Slack renews each connection now and then: the next one is opened before this one has ended
    if (frame["type"] === "disconnect") renewing(receiver);
    void Promise.resolve(read?.call(receiver.client, data, isBinary)).catch(() => desk.refused("malformed"));
  });
  return receiver;
}

/** A frame that the SDK can read: a greeting, a farewell, or an envelope with a payload. */
function frameOf(data: unknown): Record<string, unknown> | null {
  if (typeof data !== "string") return null;
  let frame: unknown;
  try {
    frame = JSON.parse(data);
  } catch {
    return null;
  }
  if (!isObject(frame)) return null;
  const { type, payload } = frame;
  if (type === "hello" || type === "disconnect") return frame;
  if (typeof frame["envelope_id"] !== "string" || !isObject(payload)) return null;
  if (type === "interactive" || type === "slash_commands") return frame;
  const event = payload["event"];
  return type === "events_api" && isObject(event) && typeof event["type"] === "string" ? frame : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function leave(receiver: SocketModeReceiver): void {
  void receiver.client.disconnect().catch(() => {});
}

function inWords(error: unknown): Error {
  if (error instanceof TooSlow) return error;
  if (error === undefined) return new Error("Slack closed the connection");
  const code = codeOf(error);
  if (code !== null && /auth|token|account|app_/u.test(code))
    return new Error(`Slack does not accept SLACK_APP_TOKEN: ${code}`);
  return new Error(failureOf("apps.connections.open", error).message);
}

class TooSlow extends Error {
  override readonly name = "TooSlow";
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`Slack did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
