import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanEnvironment, cli, freshFolder, logged, project, type Ran, shell } from "./running-desk.js";

let place: ReturnType<typeof freshFolder>;
beforeAll(() => {
  place = freshFolder();
});
afterAll(() => place.remove());

const FIVE = [
  "Wie melde ich ein Gewerbe an?",
  "foerdermittel digitalisierung??",
  "Wann ist das Seminar mit Prof. Hogrebe?",
  "habt ihr heute nachmittag noch auf?",
  "do you have office space for a start-up",
];

function chat(input: string | Uint8Array, ...options: string[]): Promise<Ran> {
  return cli(["chat", ...options], { folder: place.folder, input });
}

/** The answer below a question, without line breaks. */
function below(stdout: string, question: string): string {
  const from = stdout.indexOf(`> ${question}\n`);
  expect(from, `${question} in: ${stdout}`).toBeGreaterThanOrEqual(0);
  const to = stdout.indexOf("\n> ", from);
  return stdout.slice(from, to < 0 ? undefined : to).replace(/\s+/g, " ");
}

describe("questions piped in", () => {
  it("are answered one after the other, right, and logged", async () => {
    const { code, stdout, stderr } = await chat(FIVE.join("\n"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const telling = [
      /mit dem Beginn \(§ 14 GewO\)/,
      /KfW \(511 und 512\)/,
      /24\.\/25\. November \(ohne Jahresangabe\).*nennt kein Jahr/,
      /Heute, \p{L}+, \d+\. \p{L}+(: \d|, ist geschlossen).*Sonntag: geschlossen/u,
      /start-up centre|coworking|offices/i,
    ];
    for (const [index, question] of FIVE.entries())
      expect(below(stdout, question)).toMatch(telling[index] ?? /$^/);
    expect(stdout.split("automatischer Assistent")).toHaveLength(2);
    const turns = await logged(place.folder, 5);
    expect(turns.map(({ question }) => question)).toEqual(FIVE);
    expect(turns.map(({ outcome, channel }) => `${channel} ${outcome}`)).toEqual(
      Array.from(FIVE, () => "terminal answer"),
    );
  });

  it("show with --why what decided, and with --now what is true on that day, which is not logged", async () => {
    const { code, stdout } = await chat("Habt ihr gerade offen?\n", "--why", "--now", "2027-01-02T10:00");
    expect(code).toBe(0);
    const answer = below(stdout, "Habt ihr gerade offen?");
    expect(answer).toMatch(/(Gerade|, 2\. Januar,) ist geschlossen/);
    expect(answer).toContain("Wir öffnen wieder am Montag, 4. Januar, um 9:00 Uhr");
    expect(answer).toMatch(/outcome: answer, language de, \d+ µs, knowledge [0-9a-f]+/);
    expect(answer).toContain("understood as opening-hours");
    expect((await logged(place.folder, 1))[0]?.question).not.toBe("Habt ihr gerade offen?");
    expect(answer).toMatch(/thresholds: sure from +\d+ %.*for opening-hours: \p{L}/u);
  });

  it("may be 100 kB in one line, or no text at all: the next one is answered", async () => {
    const garbage = Buffer.from(
      Array.from({ length: 20_000 }, (_, index) => (index * 7919 + (index >> 3)) % 256),
    );
    const { code, stdout, stderr } = await chat(
      Buffer.concat([
        Buffer.from(`${"Gewerbe anmelden ".repeat(6_000)}\n`),
        garbage,
        Buffer.from("\n\nWo ist Ihr Büro?\n"),
      ]),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.replace(/\s+/g, " ")).toContain("gelesen habe ich nur die ersten 2.000 Zeichen");
    expect(below(stdout, "Wo ist Ihr Büro?")).toContain("Rathausplatz 1");
    // nothing that would steer the terminal comes back out
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  });

  it("end quietly when nobody reads the answers any more", async () => {
    const { code, stdout, stderr } = await shell(
      `printf '%s\\n' "Wie melde ich ein Gewerbe an?" "Wo ist Ihr Büro?" | "${process.execPath}" "${join(project, "dist/src/cli.js")}" chat | head -1`,
      { folder: place.folder },
    );
    expect(stdout).toBe("> Wie melde ich ein Gewerbe an?\n");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("end without a word where there are none", async () => {
    expect(await chat("\n\n")).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

const script = hasScript();

// `script` of util-linux gives a program a terminal; without it this cannot be tested
describe.skipIf(!script)(
  `a person at a terminal${script ? "" : " (skipped: no program `script` here)"}`,
  () => {
    it("is greeted with what can be typed, asks, presses a button by its number, and leaves", async () => {
      const terminal = openTerminal();
      await terminal.shows("Schreiben Sie Ihre Frage");
      terminal.type("Wie melde ich ein Gewerbe an?\n");
      await terminal.shows("[1] Mehr  [2] Hilfreich  [3] Nicht hilfreich");
      terminal.type("2\n");
      await terminal.shows("Dank");
      terminal.type("/ende\n");
      expect(await terminal.ended).toBe(0);
      const turns = await logged(place.folder, 2);
      expect(turns.map(({ outcome, question }) => `${outcome}: ${question}`)).toEqual([
        "answer: Wie melde ich ein Gewerbe an?",
        "feedback: Hilfreich",
      ]);
      expect(turns[0]).toMatchObject({ helpful: true, answered: ["business-registration"] });
    });
  },
);

function openTerminal() {
  const command = `"${process.execPath}" "${join(project, "dist/src/cli.js")}" chat`;
  const child: ChildProcess = spawn("script", ["-qec", command, "/dev/null"], {
    cwd: place.folder,
    env: {
      ...cleanEnvironment(),
      TERM: "xterm",
      DATA_DIR: join(place.folder, "data"),
      INTENTS_DIR: join(project, "intents"),
      GATHER_MS: "50",
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let shown = "";
  let seen = 0;
  child.stdout?.setEncoding("utf8").on("data", (chunk) => {
    shown += chunk;
  });
  return {
    ended: new Promise<number | null>((done) => child.once("exit", done)),
    type: (text: string) => void child.stdin?.write(text),
    /** Waits for words that were not waited for before. */
    async shows(words: string): Promise<void> {
      await expect.poll(() => shown.slice(seen), { timeout: 20_000, interval: 50 }).toContain(words);
      seen = shown.indexOf(words, seen) + words.length;
    },
  };
}

function hasScript(): boolean {
  try {
    return execFileSync("script", ["--version"], { encoding: "utf8" }).includes("util-linux");
  } catch {
    return false;
  }
}
