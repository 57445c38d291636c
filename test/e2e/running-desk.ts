import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { forMachines } from "../../src/commands/log.js";
import { jsonLine } from "../../src/commands/one-line.js";
import { loadConfig } from "../../src/config.js";
import { openDataFolder } from "../../src/data-folder.js";
import { systemClock } from "../../src/time.js";

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
  /** Makes it stand still as it is, until `goOn`. */
  hold(): void;
  goOn(): void;
}

/** Another build or another Node than those of this checkout. */
export interface Install {
  /** The folder that holds `dist/` and `node_modules/`. */
  readonly home: string;
  /** The program. */
  readonly node: string;
}

const here: Install = { home: project, node: process.execPath };

/** Starts `node dist/src/main.js` and waits until it answers. @throws Error with what it printed when it does not. */
export async function startDesk(settings: {
  folder: string;
  intents?: string;
  /** 0 takes any free port, and the desk's word for which. */
  port?: number;
  env?: Record<string, string>;
  /** "page": already when the page can be opened, although the desk may still be learning. */
  until?: "page" | "learned";
  install?: Install;
}): Promise<RunningDesk> {
  const { home, node } = settings.install ?? here;
  const main = join(home, "dist/src/main.js");
  if (!existsSync(main)) throw new Error("The desk is not built. Run: npm run build");
  const port = settings.port ?? (await freePort());
  const child = spawn(node, [main], {
    cwd: settings.folder,
    env: {
      ...cleanEnvironment(),
      PORT: String(port),
      DATA_DIR: join(settings.folder, "data"),
      ...withIntents(settings.intents),
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
  const url = port === 0 ? await printedAddress(child, () => printed) : `http://127.0.0.1:${port}`;
  await answering(url, settings.until === "page" ? "/" : "/healthz", child, () => printed);
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
    hold: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
  };
}

/** How a program that ran to its end went. */
export interface Ran {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a file of the built desk, such as `dist/src/cli.js`, to its end, in `folder` with its data in `folder/data`.
 * @throws Error with what it printed when it does not end within three minutes.
 */
export async function run(
  file: string,
  args: readonly string[],
  settings: {
    folder: string;
    intents?: string;
    input?: string | Uint8Array;
    env?: Record<string, string>;
    cwd?: string;
    install?: Install;
  },
): Promise<Ran> {
  const { home, node } = settings.install ?? here;
  const child = spawn(node, [join(home, file), ...args], {
    cwd: settings.cwd ?? settings.folder,
    env: {
      ...cleanEnvironment(),
      DATA_DIR: join(settings.folder, "data"),
      ...withIntents(settings.intents),
      ...settings.env,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // a program that ends before it has read everything closes its end of the pipe
  child.stdin.on("error", () => {});
  child.stdin.end(settings.input ?? "");
  return ending(child);
}

/** The built desk's command line. */
export function cli(args: readonly string[], settings: Parameters<typeof run>[2]): Promise<Ran> {
  return run("dist/src/cli.js", args, settings);
}

/** A line of shell with pipes; the code is that of the last program that failed. */
export function shell(
  line: string,
  settings: { folder: string; env?: Record<string, string> },
): Promise<Ran> {
  const child = spawn("bash", ["-c", `set -o pipefail; ${line}`], {
    cwd: settings.folder,
    env: {
      ...cleanEnvironment(),
      DATA_DIR: join(settings.folder, "data"),
      INTENTS_DIR: join(project, "intents"),
      ...settings.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return ending(child);
}

async function ending(child: ChildProcess): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk) => {
    stderr += chunk;
  });
  const impatient = setTimeout(() => child.kill("SIGKILL"), 180_000);
  const code = await new Promise<number | null>((done) => child.once("close", done));
  clearTimeout(impatient);
  if (child.signalCode === "SIGKILL") throw new Error(`It did not end: ${stdout}${stderr}`);
  return { code, stdout, stderr };
}

/** What `log --json` says of one turn, as far as the tests look at it. */
export interface Turn {
  readonly turn: number;
  readonly guest: string;
  readonly channel: string;
  readonly question: string | null;
  readonly answers: readonly string[];
  readonly outcome: string;
  readonly intents: readonly { readonly id: string; readonly confidence: number }[];
  readonly answered: readonly string[];
  readonly kind: string | null;
  readonly expired: boolean;
  readonly language: string;
  readonly reasons: readonly string[];
  readonly helpful: boolean | null;
  readonly joined: number;
}

/** The last turns as `log --json` tells them, oldest first; read here, because a process takes a second to start. */
export async function logged(folder: string, last: number): Promise<Turn[]> {
  const store = await openDataFolder(
    loadConfig({ DATA_DIR: join(folder, "data") }, { cwd: folder }),
    systemClock,
  );
  try {
    const turns = await store.log({ last });
    return jsonLines<Turn>(turns.map((turn) => jsonLine(forMachines(turn))).join(""));
  } finally {
    await store.close();
  }
}

export function jsonLines<T>(text: string): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
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

/**
 * The shipped intents/ with these topics only: for who needs more of it than `smallIntents` has, and edits it. Learning
 * all of it after each edit would take most of a test's time.
 */
export function someIntents(folder: string, ...topics: readonly string[]): string {
  const target = join(folder, "intents");
  cpSync(join(project, "intents"), target, {
    recursive: true,
    filter: (source) =>
      dirname(source) !== join(project, "intents/faq") || topics.includes(basename(source, ".yaml")),
  });
  return target;
}

/**
 * A desk keeps few things that it has learned. What is learned from intents/ of a test's own is kept beside what is
 * learned from the shipped ones, each in a folder named after what stands in it, so that none of it need be learned
 * again and again.
 */
function withIntents(own: string | undefined): Record<string, string> {
  const kept = process.env["LEARNED_DIR"];
  if (own === undefined || !kept) return { INTENTS_DIR: own ?? join(project, "intents") };
  const folder = `${kept}-of-tests`;
  mkdirSync(folder, { recursive: true });
  return { INTENTS_DIR: own, LEARNED_DIR: join(folder, contentOf(own)) };
}

/** A short name for what stands in a folder of intents; edits while a desk runs do not change where it keeps things. */
function contentOf(intents: string): string {
  const hash = createHash("sha256");
  const names = existsSync(intents) ? readdirSync(intents, { recursive: true, encoding: "utf8" }) : [];
  for (const name of names.filter((one) => one.endsWith(".yaml")).sort())
    hash.update(name).update(readFileSync(join(intents, name)));
  return hash.digest("hex").slice(0, 12);
}

/** The environment without settings of the desk that the developer may have. */
export function cleanEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        !/^(PORT|HOST|DATA_DIR|INTENTS_DIR|PUBLIC_URL|GATHER_MS|DESK_SECRET|SQLITE_SYNCHRONOUS|WATCH_POLLING|LOG_LEVEL|RETENTION_DAYS|WIDGET_ORIGINS|GIVE_UP_HOURS|Microsoft\w+|TEAMS_\w+|SLACK_\w+|TELEGRAM_\w+|SMTP_URL|MAIL_FROM)$/.test(
          entry[0],
        ),
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

async function printedAddress(child: ChildProcess, printed: () => string): Promise<string> {
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt++) {
    const port = /page is at http:\/\/localhost:(\d+)\//.exec(printed())?.[1];
    if (port) return `http://127.0.0.1:${port}`;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The desk does not say where its page is: ${printed()}`);
}

async function answering(
  url: string,
  path: string,
  child: ChildProcess,
  printed: () => string,
): Promise<void> {
  for (let attempt = 0; attempt < 1_500; attempt++) {
    if (child.exitCode !== null) throw new Error(`The desk ended with ${child.exitCode}: ${printed()}`);
    const found = await fetch(url + path).then(
      (response) => response.ok,
      () => false,
    );
    if (found) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The desk does not answer: ${printed()}`);
}
