import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../../src/text/index.js";
import { mailServer } from "../adapters/email/mail-server.js";
import { createGuest } from "../adapters/web/guest.js";
import {
  cli,
  freePort,
  freshFolder,
  logged,
  project,
  type Ran,
  type RunningDesk,
  run,
  smallIntents,
  startDesk,
} from "./running-desk.js";

let place: ReturnType<typeof freshFolder>;
/** One topic: the desk learns it in a moment. */
let intents: string;
let running: RunningDesk[] = [];

beforeAll(() => {
  place = freshFolder();
  intents = smallIntents(place.folder);
});

afterEach(async () => {
  await Promise.all(running.map((desk) => desk.kill()));
  running = [];
});

afterAll(() => place.remove());

async function start(
  settings: Partial<Parameters<typeof startDesk>[0]> & { folder: string },
): Promise<RunningDesk> {
  const desk = await startDesk({
    intents,
    ...settings,
    env: { GATHER_MS: "50", ...settings.env },
  });
  running.push(desk);
  return desk;
}

function fresh(name: string): string {
  const folder = join(place.folder, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Asks as a new guest would; what the desk says, once it has said it all. */
async function ask(desk: RunningDesk, text: string): Promise<string> {
  const guest = createGuest(desk.url);
  expect((await guest.post(text)).status).toBe(202);
  await quiet(desk);
  const stream = await guest.stream(0);
  const lines = await stream.lines(2);
  stream.close();
  return lines.map(({ message }) => (message ? plain(message.text) : "")).join("\n\n");
}

async function quiet(desk: RunningDesk): Promise<void> {
  await expect
    .poll(
      async () => {
        const { openEvents, queued } = (await (await fetch(`${desk.url}/healthz`)).json()) as Record<
          string,
          unknown
        >;
        return { openEvents, queued };
      },
      { timeout: 20_000, interval: 50 },
    )
    .toEqual({ openEvents: 0, queued: 0 });
}

describe("the start message", () => {
  it("says where the page is, which channels are on, and what the others need", async () => {
    const folder = fresh("message");
    const port = await freePort();
    const desk = await start({ folder, port });
    await expect.poll(desk.output).toContain("Stop with Ctrl-C.");
    const words = desk.output();
    expect(words).toContain(`The chat page is at http://localhost:${port}/\n`);
    expect(words).toMatch(/Web page: on\.\n\s+Widget: off\. .+\n\s+Terminal: start it with npm run chat\.\n/);
    expect(words).toMatch(
      /Teams: without credentials, for tools on this machine only\..* MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId\.\n/,
    );
    expect(words).toMatch(/Slack: off\..* SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN .+\n/);
    expect(words).toMatch(/Telegram: off\. It needs TELEGRAM_BOT_TOKEN\.\n/);
    expect(words).toMatch(/E-mail: off\. It needs SMTP_URL and MAIL_FROM\.\n/);
    expect(words).toContain(join(folder, "data"));
    expect((await fetch(`http://localhost:${port}/`)).headers.get("content-type")).toContain("text/html");
  });

  it("names the address that guests use where one is set", async () => {
    const desk = await start({ folder: fresh("public"), env: { PUBLIC_URL: "https://chat.example.org/" } });
    await expect.poll(desk.output).toContain("The chat page is at https://chat.example.org/\n");
  });
});

describe("a mail server", () => {
  const settings = (port: number) => ({
    SMTP_URL: `smtp://desk:ge%3Aheim@127.0.0.1:${port}`,
    MAIL_FROM: "Wirtschaftsförderung <desk@stadt.example.org>",
  });
  const trouble = async (desk: RunningDesk): Promise<unknown> =>
    ((await (await fetch(`${desk.url}/healthz`)).json()) as { channels: { email?: { trouble: unknown } } })
      .channels.email?.trouble;

  it("that is down stops nothing: the start names it, health says why, and nobody the password", async () => {
    const port = await freePort();
    const desk = await start({ folder: fresh("no-mail"), env: settings(port) });
    await expect
      .poll(desk.output)
      .toContain(
        `E-mail: on, from desk@stadt.example.org by 127.0.0.1:${port}, on this machine, not encrypted.\n`,
      );
    await expect
      .poll(() => trouble(desk))
      .toMatch(/no connection to the mail server \(ESOCKET ECONNREFUSED/u);
    expect(await ask(desk, "Wo ist Ihr Büro?")).toContain("Rathausplatz 1");
    expect(desk.output()).not.toMatch(/ge:heim|ge%3Aheim/u);
  });

  it("that comes up is found", async () => {
    const port = await freePort();
    const env = { ...settings(port), SMTP_URL: `smtp://127.0.0.1:${port}` };
    const desk = await start({ folder: fresh("late-mail"), env });
    await expect.poll(() => trouble(desk)).toContain("no connection");
    const server = await mailServer({ port });
    await expect.poll(() => trouble(desk), { timeout: 20_000 }).toBeNull();
    await server.close();
  });
});

describe("a port that the system chooses", () => {
  it("is named, and the page there takes messages", async () => {
    const desk = await start({ folder: fresh("any-port"), port: 0 });
    expect(desk.url).not.toMatch(/:0$/);
    expect(await ask(desk, "Wo ist Ihr Büro?")).toContain("Rathausplatz 1");
  });
});

describe("a desk that cannot start says why in one sentence, ends with 1, and changes nothing", () => {
  const attempt = (
    settings: Partial<Parameters<typeof run>[2]> & { folder: string },
    env: Record<string, string> = {},
  ): Promise<Ran> =>
    freePort().then((port) =>
      run("dist/src/main.js", [], {
        intents,
        ...settings,
        env: { PORT: String(port), LOG_LEVEL: "error", ...env },
      }),
    );

  /** @param lines how many sentences there are: one for each thing to mend. */
  const expectRefusal = ({ code, stdout, stderr }: Ran, words: string, lines = 1): void => {
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split("\n")).toHaveLength(lines);
    expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  };

  it("where the port is in use: and the desk that has it is not disturbed", async () => {
    const folder = fresh("port");
    const port = await freePort();
    const desk = await start({ folder, port, env: { GATHER_MS: "4000" } });
    const guest = createGuest(desk.url);
    expect((await guest.post("Wo ist Ihr Büro?")).status).toBe(202);
    // held, so that whatever happens to its open question was done by the other one
    await holdBetweenWrites(desk, folder);
    const before = openEvents(folder);
    expect(before).toHaveLength(1);
    expectRefusal(
      await attempt({ folder }, { PORT: String(port) }),
      `Port ${port} on 127.0.0.1 is already in use`,
    );
    expect(openEvents(folder)).toEqual(before);
    desk.goOn();
    await quiet(desk);
    expect((await logged(folder, 9)).map(({ question }) => question)).toEqual(["Wo ist Ihr Büro?"]);
  });

  it("where the data folder cannot be made", async () => {
    const folder = fresh("unwritable");
    writeFileSync(join(folder, "file"), "not a folder");
    const dir = join(folder, "file/data");
    expectRefusal(
      await attempt({ folder }, { DATA_DIR: dir }),
      `The data folder ${dir} cannot be made (ENOTDIR). Set DATA_DIR to a folder that this user may write to.`,
    );
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("not a folder");
  });

  it("where the data folder is a file", async () => {
    const folder = fresh("file-as-folder");
    writeFileSync(join(folder, "data"), "not a folder");
    expectRefusal(await attempt({ folder }), "Set DATA_DIR to a folder that this user may write to.");
    expect(readFileSync(join(folder, "data"), "utf8")).toBe("not a folder");
  });

  it("where a newer version wrote the database", async () => {
    const folder = await talked("newer");
    const file = join(folder, "data/nahtstelle.db");
    const database = new Database(file);
    expect(database.prepare("update meta set value = '999' where key = 'schema_version'").run().changes).toBe(
      1,
    );
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.close();
    const before = fingerprint(file);
    expectRefusal(
      await attempt({ folder }),
      "was written by a newer version of the desk (database version 999",
    );
    expect(fingerprint(file)).toBe(before);
    const log = await cli(["log"], { folder });
    expect(log.code).toBe(1);
    expect(log.stderr).toContain("newer version");
    expect(fingerprint(file)).toBe(before);
  });

  it("where the database is none", async () => {
    const folder = await talked("no-database");
    const file = join(folder, "data/nahtstelle.db");
    writeFileSync(file, "this is no database\n".repeat(500));
    const before = fingerprint(file);
    expectRefusal(await attempt({ folder }), "is not a database: move it away, or restore it from a backup.");
    expect(fingerprint(file)).toBe(before);
  });

  it.each([
    ["PORT 3978", ".env:1: this line is no setting. Write NAME=value, or put a # before a comment."],
    [
      '\nDESK_SECRET="half',
      '.env:2: the quote " of DESK_SECRET is not closed at the end of the value. Close it.',
    ],
    ["GATHER_MS=soon", 'GATHER_MS is "soon": give a whole number from 0 to 10000'],
    ["DESK_SECRET=short", "DESK_SECRET is not usable: give at least 32 characters"],
  ])("where .env is broken: %j", async (content, words) => {
    const folder = fresh("dot-env");
    writeFileSync(join(folder, ".env"), content);
    const ran = await attempt({ folder });
    expectRefusal(ran, words);
    expect(ran.stderr).not.toMatch(/half|short/);
    expect(readdirSync(folder)).toEqual([".env"]);
  });

  it("where several settings are wrong: one sentence for each", async () => {
    const folder = fresh("settings");
    expectRefusal(await attempt({ folder }, { PORT: "http", HOST: "a b" }), "HOST is", 2);
  });

  it("where intents/ is missing", async () => {
    const folder = fresh("no-intents");
    expectRefusal(await attempt({ folder, intents: join(folder, "nowhere") }), "There is no office.yaml in");
  });

  it.each([
    ["damaged", "is damaged (not 32 bytes): restore it from your backup."],
    ["missing", "is missing but there is a database beside it: restore the key from your backup."],
    ["another", "was written with another secret"],
  ])("where the key is %s", async (state, words) => {
    const folder = await talked(`key-${state}`);
    const key = join(folder, "data/secret.key");
    const right = readFileSync(key);
    if (state === "missing") rmSync(key);
    else writeFileSync(key, state === "damaged" ? "xx\n" : `${Buffer.alloc(32, 7).toString("base64url")}\n`);
    expectRefusal(await attempt({ folder }), words);
    writeFileSync(key, right);
    expect((await logged(folder, 1))[0]?.question).toBe("Wo ist Ihr Büro?");
  });

  /** Held in the middle of a write, such as that of its first sweep, it would keep the database from everybody. */
  async function holdBetweenWrites(desk: RunningDesk, folder: string): Promise<void> {
    for (;;) {
      desk.hold();
      const database = new Database(join(folder, "data/nahtstelle.db"), { timeout: 0 });
      try {
        database.exec("begin immediate; rollback");
        return;
      } catch {
        desk.goOn();
        await new Promise((done) => setTimeout(done, 20));
      } finally {
        database.close();
      }
    }
  }

  function openEvents(folder: string): unknown[] {
    const database = new Database(join(folder, "data/nahtstelle.db"), { readonly: true });
    const events = database.prepare("select * from event where turn_id is null").all();
    database.close();
    return events;
  }

  let conversation: Promise<string> | undefined;

  /** A data folder with a conversation in it: each its own copy of the same one. */
  async function talked(name: string): Promise<string> {
    conversation ??= talk();
    const folder = fresh(name);
    cpSync(await conversation, folder, { recursive: true });
    return folder;
  }

  async function talk(): Promise<string> {
    const folder = fresh("conversation");
    const { code } = await cli(["chat"], { folder, intents, input: "Wo ist Ihr Büro?\n" });
    expect(code).toBe(0);
    return folder;
  }

  function fingerprint(file: string): string {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  }
});

describe("SIGTERM", () => {
  it("ends the desk with 0, and a message that was accepted is answered once, now or after the next start", async () => {
    const folder = fresh("term");
    const first = await start({ folder, env: { GATHER_MS: "0" } });
    const guest = createGuest(first.url);
    expect((await guest.post("Wo ist Ihr Büro?")).status).toBe(202);
    expect(await first.stop()).toBe(0);
    const second = await start({ folder, env: { GATHER_MS: "0" } });
    await quiet(second);
    expect(await second.stop()).toBe(0);
    const turns = await logged(folder, 9);
    expect(turns.map(({ question, outcome }) => `${outcome}: ${question}`)).toEqual([
      "answer: Wo ist Ihr Büro?",
    ]);
  });

  it("is heeded while lines are still gathered and a page listens", async () => {
    const folder = fresh("term-gathering");
    const desk = await start({ folder, env: { GATHER_MS: "9000" } });
    const guest = createGuest(desk.url);
    await guest.post("Wo ist Ihr Büro?");
    const stream = await guest.stream(0);
    await stream.lines(1);
    expect(await desk.stop()).toBe(0);
    await stream.ended();
    const again = await start({ folder });
    await quiet(again);
    expect(await logged(folder, 9)).toHaveLength(1);
  });

  it("is heeded while the desk still learns", async () => {
    const folder = fresh("term-learning");
    // the shipped knowledge takes seconds to learn; health says so
    const desk = await start({
      folder,
      intents: join(project, "intents"),
      until: "page",
      env: { LEARNED_DIR: "/dev/null/nowhere" },
    });
    expect(await desk.stop()).toBe(0);
  });
});

describe("while the desk runs", () => {
  it("a changed answer is given from the next question on, and a broken file leaves the last good one", async () => {
    const folder = fresh("reload");
    const own = smallIntents(folder);
    const desk = await start({ folder, intents: own });
    expect(await ask(desk, "Wo ist Ihr Büro?")).toContain("Rathausplatz 1");

    edit(join(own, "office.yaml"), (text) => text.replaceAll("Rathausplatz 1", "Marktgasse 22"));
    await learned(desk, 2);
    expect(await ask(desk, "Wo ist Ihr Büro?")).toContain("Marktgasse 22");

    edit(join(own, "faq/office-contact.yaml"), (text) => `${text}\n- id: "broken\n  title: [\n`);
    await expect.poll(desk.output, { timeout: 20_000 }).toMatch(/office-contact\.yaml:\d+:\d+/);
    expect(await ask(desk, "Wo ist Ihr Büro?")).toContain("Marktgasse 22");
    const health = (await (await fetch(`${desk.url}/healthz`)).json()) as { ok: boolean };
    expect(health.ok).toBe(true);
  });

  it("the notice of the day and the switch of a channel take effect", async () => {
    const folder = fresh("notice");
    const own = smallIntents(folder);
    const desk = await start({ folder, intents: own });
    edit(join(own, "office.yaml"), (text) =>
      text.replace(
        /^notice: null$/m,
        'notice:\n  from: 2020-01-01\n  to: 2099-12-31\n  text: { de: "Heute tagt der Betriebsrat.", en: "Works council today." }',
      ),
    );
    await learned(desk, 2);
    const answer = await ask(desk, "Wo ist Ihr Büro?");
    expect(answer).toMatch(/automatischer Assistent[\s\S]*Heute tagt der Betriebsrat\.[\s\S]*Rathausplatz 1/);

    edit(join(own, "office.yaml"), (text) =>
      text.replace(
        /^channels: \{\}$/m,
        'channels:\n  web: { off: true, say: { de: "Hier ist gerade zu.", en: "Closed here." } }',
      ),
    );
    await learned(desk, 3);
    expect((await ask(desk, "Wo ist Ihr Büro?")).trim()).toBe("Hier ist gerade zu.");
    const [turn] = await logged(folder, 1);
    expect(turn).toMatchObject({ outcome: "ignored", answered: [] });
  });

  function edit(file: string, change: (text: string) => string): void {
    const before = readFileSync(file, "utf8");
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
  }

  /** Waits until the desk has learned for the nth time. */
  async function learned(desk: RunningDesk, times: number): Promise<void> {
    await expect
      .poll(() => desk.output().split("the knowledge was learned").length - 1, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(times);
  }
});
