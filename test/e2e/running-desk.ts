import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const project = resolve(import.meta.dirname, "../..");

/** A built desk in a process of its own. */
export interface RunningDesk {
  readonly url: string;
  /** What it has printed so far. */
  output(): string;
  /** Ends it as an administrator would. @returns the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts `node dist/src/main.js` and waits until it answers. @throws Error with what it printed when it does not. */
export async function startDesk(settings: {
  folder: string;
  intents?: string;
  port?: number;
  env?: Record<string, string>;
}): Promise<RunningDesk> {
  const main = join(project, "dist/src/main.js");
  if (!existsSync(main)) throw new Error("The desk is not built. Run: npm run build");
  const port = settings.port ?? (await freePort());
  const child = spawn(process.execPath, [main], {
    cwd: settings.folder,
    env: {
      ...cleanEnvironment(),
      PORT: String(port),
      DATA_DIR: join(settings.folder, "data"),
      INTENTS_DIR: settings.intents ?? join(project, "intents"),
      ...settings.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout?.on("data", (chunk) => {
    printed += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    printed += String(chunk);
  });
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child, () => printed);
  return {
    url,
    output: () => printed,
    async stop() {
      child.kill("SIGTERM");
      return ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** A folder of its own for one test, removed by `remove`. */
export function freshFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The real intents/ with one topic only: it starts faster. */
export function smallIntents(folder: string): string {
  const target = join(folder, "intents");
  mkdirSync(join(target, "faq"), { recursive: true });
  for (const file of [
    "office.yaml",
    "messages.yaml",
    "topics.yaml",
    "partners.yaml",
    "faq/office-contact.yaml",
  ]) {
    cpSync(join(project, "intents", file), join(target, file));
  }
  return target;
}

/** The environment without settings of the desk that the developer may have. */
export function cleanEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        !/^(PORT|HOST|DATA_DIR|INTENTS_DIR|PUBLIC_URL|GATHER_MS|DESK_SECRET)$/.test(entry[0]),
    ),
  );
}

export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answering(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`The desk ended with ${child.exitCode}: ${printed()}`);
    const found = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (found) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The desk does not answer: ${printed()}`);
}
