import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../../src/text/index.js";
import { createGuest } from "../adapters/web/guest.js";
import { handoverIntents } from "./handover-intents.js";
import {
  cleanEnvironment,
  cli,
  freshFolder,
  project,
  type Ran,
  type RunningDesk,
  startDesk,
} from "./running-desk.js";

let place: ReturnType<typeof freshFolder>;
let desk: RunningDesk;
let intents: string;
beforeAll(async () => {
  place = freshFolder();
  intents = handoverIntents(
    place.folder,
    [
      { id: "empfang", channel: "terminal" },
      { id: "land", channel: "terminal", partners: ["land-desk"] },
    ],
    [],
  );
  desk = await startDesk({ folder: place.folder, intents, env: { GATHER_MS: "0" } });
}, 120_000);
afterAll(async () => {
  await desk?.stop();
  place.remove();
});

const command = (...args: string[]): Promise<Ran> =>
  cli(args, { folder: place.folder, intents, env: { PORT: new URL(desk.url).port } });

/** What the command says where it succeeds. */
async function said(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await command(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

/** A guest in the web chat. */
async function arrive() {
  const guest = createGuest(desk.url);
  const stream = await guest.stream();
  const lines = async (): Promise<string[]> =>
    (await stream.lines(0)).flatMap(({ message }) => (message ? [plain(message.text)] : []));
  return {
    says: (text: string) => guest.post(text),
    lines,
    reads: (wanted: RegExp | string) =>
      expect.poll(lines, { timeout: 20_000 }).toContainEqual(expect.stringMatching(wanted)),
    leave: () => stream.close(),
  };
}

/** The number of the enquiry that waits. */
async function waiting(): Promise<string> {
  await expect
    .poll(async () => (await command("desk", "list")).stdout, { timeout: 20_000 })
    .toMatch(/G-\w+ {2}wartet/);
  return /(G-\w+) {2}wartet/.exec(await said("desk", "list"))?.[1] ?? "";
}

describe("staff at the terminal of the server", () => {
  it("are told what to do while there is no account, and that nothing waits", async () => {
    expect(await said("desk", "list")).toContain("Es gibt noch kein Konto.");
    expect(await command("desk", "take", "G-1")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Es gibt noch kein Konto\. .*staff add/),
    });
    expect(await said("staff", "add", "Anna Muster")).toMatch(/^Anna Muster has account 1:/);
    expect(await said("desk", "list")).toContain("Niemand wartet.");
    expect(await said("desk", "list", "--lang", "en")).toContain("Nobody is waiting.");
  });

  it("take an enquiry, answer, note, pass on and close, and the guest stays in the chat", async () => {
    const guest = await arrive();
    await guest.says("Wie kann ich Sie erreichen?");
    await guest.says("Ich möchte mit einem Menschen sprechen");
    const number = await waiting();
    expect(await said("desk", "show", number)).toMatch(/Gast: Wie kann ich Sie erreichen\?/);

    // nobody answers who has not taken it
    const early = await command("desk", "reply", number, "Zu früh");
    expect(early).toMatchObject({ code: 1, stdout: expect.stringContaining("Noch hat niemand übernommen") });

    expect(await said("desk", "take", number)).toContain("Sie haben übernommen.");
    await guest.reads(/Anna Muster ist jetzt für Sie da/);
    const first = await said("desk", "reply", number, "Guten", "Tag,", "worum geht es?");
    expect(first).toMatch(/Ihre erste Antwort.*Anna Muster: Guten Tag, worum geht es\?.*desk send/s);
    expect((await guest.lines()).join()).not.toContain("Guten Tag, worum");
    await said("desk", "send", number);
    await guest.reads("Anna Muster: Guten Tag, worum geht es?");

    await said("desk", "note", number, "Klingt", "eilig");
    await guest.says("Um meine Halle \u001b[2J!");
    await expect
      .poll(() => said("desk", "show", number), { timeout: 20_000 })
      .toMatch(/Gast: Um meine Halle .*!/);
    const shown = await said("desk", "show", number);
    expect(shown).toContain("Intern: Klingt eilig");
    expect(shown).not.toContain("\u001b");
    await said("desk", "reply", number, "Ich sehe nach.");
    await guest.reads("Anna Muster: Ich sehe nach.");

    expect(await command("desk", "pass", number)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/An wen\? .*land-desk/),
    });
    expect(await said("desk", "pass", number, "land-desk")).toContain("Weitergegeben.");
    expect(await said("desk", "list")).toMatch(/wartet.*Für: /);
    await said("desk", "take", number);
    await said("desk", "close", number);
    await guest.reads(/Anna Muster hat das Gespräch beendet/);
    expect(await said("desk", "list")).toContain("Niemand wartet.");
    await guest.says("Wann haben Sie geöffnet?");
    await guest.reads(/Uhr|geöffnet/);
    expect((await guest.lines()).join()).not.toMatch(/eilig|Zu früh/);
    expect(await command("desk", "reply", number, "Noch etwas")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("gibt es nicht"),
    });

    const did = (await said("staff", "log")).split("\n").map((line) => line.split("  ")[2]);
    expect(did.slice(0, 6)).toEqual(["close", "take", "pass to land-desk", "reply", "note", "reply"]);
    expect(await said("desk", "figures")).toMatch(/^Alle +1 +1 +0 /m);
    guest.leave();
  }, 180_000);

  it("answer in a session: each line is a reply, and what the guest writes is shown as it comes", async () => {
    const guest = await arrive();
    await guest.says("mensch");
    const number = await waiting();
    const session = talk();
    session.types("list");
    await session.shows(new RegExp(`1\\. ${number} `));
    session.types("take 1");
    await session.shows(/Ab jetzt geht jede Zeile an den Gast/);
    session.types("Guten Tag!");
    await guest.reads("Anna Muster: Guten Tag!");
    session.types("!! bleibt unter uns");
    await guest.says("Danke, das hilft.");
    await session.shows(/Gast: Danke, das hilft\./);
    session.types("/close");
    await guest.reads(/hat das Gespräch beendet/);
    session.types("/ende");
    expect(await session.ended).toBe(0);
    expect((await guest.lines()).join()).not.toContain("unter uns");
    guest.leave();
  });

  it("who are removed have nothing any more, and their guest is told at once", async () => {
    await said("staff", "add", "Bernd");
    const guest = await arrive();
    await guest.says("mensch");
    const number = await waiting();
    await said("desk", "take", number, "--as", "bernd");
    await guest.reads(/Bernd ist jetzt für Sie da/);
    expect(await command("staff", "remove", "Bernd")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(new RegExp(`${number}.*--yes`)),
    });
    expect(await said("staff", "remove", "Bernd", "--yes")).toContain(number);
    await expect
      .poll(() => said("desk", "list"), { timeout: 20_000 })
      .toMatch(new RegExp(`${number} {2}wartet`));
    expect(await command("desk", "take", number, "--as", "Bernd")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Ein Konto „bernd“ gibt es nicht"),
    });
    guest.leave();
  });

  it("leave no word of a talk in the desk's log, and no token", () => {
    expect(desk.output()).not.toMatch(/worum geht es|eilig|Bearer/);
  });
});

describe("the entrance", () => {
  it("is closed to whoever does not know the secret, and to what a proxy brings", async () => {
    expect((await fetch(`${desk.url}/desk/enquiries`)).status).toBe(401);
    const forwarded = await fetch(`${desk.url}/desk/enquiries`, {
      headers: { "x-forwarded-for": "127.0.0.1" },
    });
    expect(forwarded.status).toBe(403);
    const large = await fetch(`${desk.url}/desk/enquiries/G-1/reply`, {
      method: "POST",
      body: "a".repeat(40_000),
    });
    expect(large.status).toBe(413);
  });

  it("is missed by a command in a sentence: wrong place, wrong secret, wrong machine, no desk", async () => {
    const at = (env: Record<string, string>, ...more: string[]) =>
      cli(["desk", "list", ...more], { folder: place.folder, intents, env: { PORT: "1", ...env } });
    expect(await at({})).toMatchObject({ code: 1, stderr: expect.stringMatching(/läuft keine Auskunft/) });
    expect(await at({}, "--lang", "en")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/No desk is running/),
    });
    expect(await at({}, "--url", "http://example.org")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/keine Adresse dieses Rechners/),
    });
    const other = { DESK_SECRET: "another-secret-of-more-than-32-letters", PORT: new URL(desk.url).port };
    expect(await at(other)).toMatchObject({ code: 1, stderr: expect.stringMatching(/Geheimnis/) });
    const nowhere = join(place.folder, "nowhere");
    expect(await at({ DATA_DIR: nowhere })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/noch keine Auskunft gelaufen/),
    });
    expect(existsSync(nowhere)).toBe(false);
  });
});

/** The interactive terminal, with its lines piped in. */
function talk() {
  const child = spawn(process.execPath, [join(project, "dist/src/cli.js"), "desk"], {
    cwd: place.folder,
    env: {
      ...cleanEnvironment(),
      DATA_DIR: join(place.folder, "data"),
      INTENTS_DIR: intents,
      PORT: new URL(desk.url).port,
    },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk) => {
      printed += chunk;
    });
  return {
    types: (line: string) => child.stdin.write(`${line}\n`),
    shows: (wanted: RegExp) => expect.poll(() => printed, { timeout: 20_000 }).toMatch(wanted),
    ended: new Promise<number | null>((done) => child.once("exit", done)),
  };
}
