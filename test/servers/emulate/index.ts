import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const project = resolve(import.meta.dirname, "../../..");

/** Vercel Labs' Slack emulator in a process of its own. */
export interface Emulator {
  /** What SLACK_API_URL is set to. */
  readonly apiUrl: string;
  /** Calls a method as whoever the token belongs to. @throws Error with Slack's code */
  call(
    token: string,
    method: string,
    args: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, unknown>>>;
  stop(): Promise<void>;
}

/**
 * Starts it on Node 24, as it does not run on Node 20.
 * @throws Error that says what is missing, or with what it printed when it does not start.
 */
export async function startEmulator(settings: {
  readonly port: number;
  readonly events: string;
  readonly seed: Readonly<Record<string, unknown>>;
}): Promise<Emulator> {
  const node = join(project, "test/clients/node_modules/node/bin/node");
  if (!existsSync(node))
    throw new Error("Node 24 for the Slack emulator is missing. Run: npm run test:clients");
  const child = spawn(node, [join(import.meta.dirname, "slack.mjs"), JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  await new Promise<void>((ready, fail) => {
    const heard = (part: Buffer): void => {
      printed += String(part);
      if (printed.includes("ready ")) ready();
    };
    child.stdout.on("data", heard);
    child.stderr.on("data", heard);
    child.once("error", fail);
    child.once("exit", () => fail(new Error(`The emulator did not start: ${printed}`)));
  });
  const apiUrl = `http://127.0.0.1:${settings.port}/api`;
  return {
    apiUrl,
    async call(token, method, args) {
      const response = await fetch(`${apiUrl}/${method}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: new URLSearchParams(args),
      });
      const result = (await response.json()) as Record<string, unknown>;
      if (result["ok"] !== true) throw new Error(`${method}: ${String(result["error"])}`);
      return result;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
