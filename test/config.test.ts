import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ConfigError,
  loadConfig,
  readDotEnv,
  renderConfigTable,
  renderDotEnvExample,
  secretValues,
  VARIABLES,
} from "../src/config.js";
import { parseDotEnv } from "../src/dot-env.js";

const cwd = resolve("/somewhere");
const problemsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe("the configuration", () => {
  it("has defaults that keep the desk on this machine", () => {
    expect(loadConfig({}, { cwd })).toEqual({
      port: 3978,
      host: "127.0.0.1",
      dataDir: join(cwd, "data"),
      intentsDir: join(cwd, "intents"),
      publicUrl: "http://localhost:3978",
      regressionsFile: "/somewhere/test/regressions.jsonl",
      widgetOrigins: [],
      gatherMs: 1200,
      synchronous: "FULL",
      deskSecret: undefined,
      watchPolling: false,
      retentionDays: 30,
      learnedDir: "/somewhere/data/learned",
      giveUpHours: 24,
      logLevel: "info",
      messengers: { teams: { credentials: null, tenants: [] }, slack: null, telegram: null },
      mail: null,
    });
  });

  it("takes what the environment says, with white space around it", () => {
    const env = {
      PORT: " 8080 ",
      HOST: "0.0.0.0",
      DATA_DIR: "/var/lib/desk",
      LEARNED_DIR: "kept",
      REGRESSIONS_FILE: "right.jsonl",
      INTENTS_DIR: "../wissen",
      PUBLIC_URL: "https://chat.example.org/",
      WIDGET_ORIGINS: "https://www.example.org, https://example.org",
      GATHER_MS: "0",
      SQLITE_SYNCHRONOUS: "normal",
      DESK_SECRET: "s".repeat(32),
      WATCH_POLLING: "TRUE",
      RETENTION_DAYS: "90",
      LOG_LEVEL: "warn",
    };
    expect(loadConfig(env, { cwd })).toEqual({
      port: 8080,
      host: "0.0.0.0",
      dataDir: resolve("/var/lib/desk"),
      intentsDir: resolve(cwd, "../wissen"),
      regressionsFile: "/somewhere/right.jsonl",
      publicUrl: "https://chat.example.org",
      widgetOrigins: ["https://www.example.org", "https://example.org"],
      gatherMs: 0,
      synchronous: "NORMAL",
      deskSecret: "s".repeat(32),
      watchPolling: true,
      retentionDays: 90,
      learnedDir: "/somewhere/kept",
      giveUpHours: 24,
      logLevel: "warn",
      messengers: { teams: { credentials: null, tenants: [] }, slack: null, telegram: null },
      mail: null,
    });
  });

  it("takes an empty variable as not set", () => {
    expect(loadConfig({ PORT: "", DESK_SECRET: " " }, { cwd })).toEqual(loadConfig({}, { cwd }));
  });

  it.each([
    ["192.0.2.7", "http://192.0.2.7:3978"],
    ["::", "http://localhost:3978"],
    ["2001:db8::1", "http://[2001:db8::1]:3978"],
    ["chat.example.org", "http://chat.example.org:3978"],
  ])("derives the public address from the host %s", (host, expected) => {
    expect(loadConfig({ HOST: host }, { cwd }).publicUrl).toBe(expected);
  });

  it.each([
    ["PORT", "abc", 'PORT is "abc": give a whole number from 0 to 65535, or leave it out (default: 3978).'],
    [
      "PORT",
      "65536",
      'PORT is "65536": give a whole number from 0 to 65535, or leave it out (default: 3978).',
    ],
    ["PORT", "-1", /^PORT is "-1"/u],
    ["HOST", "http://x", /^HOST is "http:\/\/x": give an IP address or a host name/u],
    ["DATA_DIR", "a\0b", /^DATA_DIR is "a\\u0000b": give the path/u],
    ["PUBLIC_URL", "chat.example.org", /^PUBLIC_URL .* give an address that begins with http/u],
    ["PUBLIC_URL", "https://x.example/?a", /^PUBLIC_URL/u],
    ["PUBLIC_URL", "javascript:alert(1)", /^PUBLIC_URL/u],
    ["WIDGET_ORIGINS", "https://x.example/page", /^WIDGET_ORIGINS .* give addresses that begin with https/u],
    ["GATHER_MS", "10001", /^GATHER_MS is "10001": give a whole number from 0 to 10000/u],
    ["GATHER_MS", "1.5", /^GATHER_MS/u],
    ["SQLITE_SYNCHRONOUS", "OFF", /FULL or NORMAL/u],
    ["WATCH_POLLING", "yes", /true or false/u],
    ["RETENTION_DAYS", "0", /^RETENTION_DAYS is "0": give a whole number from 1 to 3650/u],
    ["RETENTION_DAYS", "3651", /^RETENTION_DAYS is "3651": give a whole number from 1 to 3650/u],
    ["LOG_LEVEL", "loud", /debug, info, warn, error or silent/u],
  ])("says in one sentence what is wrong with %s=%j", (name, value, expected) => {
    const problems = problemsOf(() => loadConfig({ [name]: value }, { cwd }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it("names all problems at once", () => {
    const problems = problemsOf(() => loadConfig({ PORT: "x", LOG_LEVEL: "y", GATHER_MS: "z" }, { cwd }));
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["PORT", "GATHER_MS", "LOG_LEVEL"]);
  });

  it("never shows a secret that is too short", () => {
    const problems = problemsOf(() => loadConfig({ DESK_SECRET: "hunter2" }, { cwd }));
    expect(problems).toEqual([expect.stringContaining("at least 32 characters")]);
    expect(problems.join()).not.toContain("hunter2");
  });

  it("lists the values that a log must hide", () => {
    expect(secretValues({ DESK_SECRET: "a", SLACK_BOT_TOKEN: "b", MicrosoftAppId: "c", PORT: "d" })).toEqual([
      "a",
      "b",
    ]);
  });

  it("has a row and an example for every variable, and .env.example is current", () => {
    for (const { name } of VARIABLES) {
      expect(renderConfigTable()).toContain(`| \`${name}\` |`);
      expect(renderDotEnvExample()).toContain(`\n# ${name}=`);
    }
    expect(readFileSync(".env.example", "utf8")).toBe(renderDotEnvExample());
  });

  it("means the defaults by its example", () => {
    const uncommented = renderDotEnvExample().replace(/^# (?=[A-Za-z_]+=)/gmu, "");
    const values = parseDotEnv(Buffer.from(uncommented), ".env");
    expect(loadConfig(values, { cwd })).toEqual(loadConfig({}, { cwd }));
  });
});

describe("the file .env", () => {
  const parsed = (content: string) => parseDotEnv(Buffer.from(content), ".env");

  it.each([
    ["PORT=80", { PORT: "80" }],
    ["\ufeffPORT=80\r\nHOST=::1\r\n", { PORT: "80", HOST: "::1" }],
    ["export PORT = 80 # why", { PORT: "80" }],
    ["# nothing\n\n  \n#PORT=80", {}],
    ["A=\nB=#c\nC=d#e", { A: "", B: "", C: "d#e" }],
    ['A="b # c" # d', { A: "b # c" }],
    ['A="b\\n\\"c\\\\"', { A: 'b\n"c\\' }],
    ["A='b\\n\"c'", { A: 'b\\n"c' }],
    ["A=x=y", { A: "x=y" }],
    ["A=ü", { A: "ü" }],
  ])("is read: %j", (content, expected) => {
    expect(parsed(content)).toEqual(expected);
  });

  it.each([
    ["a line without =", Buffer.from("PORT=80\nHOST 0.0.0.0\n"), ".env:2: this line is no setting"],
    ["an impossible name", Buffer.from("1A=b"), ".env:1: this line is no setting"],
    ["an open double quote", Buffer.from('\n\nA="b\nC=d'), '.env:3: the quote " of A is not closed'],
    ["an open single quote", Buffer.from("A='b"), ".env:1: the quote ' of A is not closed"],
    ["text behind a quote", Buffer.from("A='b' c"), ".env:1: the quote ' of A is not closed at the end"],
    ["a NUL byte", Buffer.from("A=b\nC=d\0"), ".env:2: this line has a NUL byte"],
    ["UTF-16", Buffer.from("A=b", "utf16le"), ".env:1: this line has a NUL byte"],
    ["Latin-1", Buffer.from("A=b\nC=gr\xfcn", "latin1"), ".env:2: this line is not UTF-8"],
  ])("with %s is one sentence with file and line", (_, bytes, expected) => {
    const problems = problemsOf(() => parseDotEnv(bytes, ".env"));
    expect(problems).toEqual([expect.stringContaining(expected)]);
  });

  it("is read from the folder, and may be missing", () => {
    const folder = mkdtempSync(join(tmpdir(), "nahtstelle-env-"));
    expect(readDotEnv(folder)).toEqual({});
    writeFileSync(join(folder, ".env"), "PORT=81\n");
    expect(readDotEnv(folder)).toEqual({ PORT: "81" });
  });

  it("that cannot be read is said to be so", () => {
    const folder = mkdtempSync(join(tmpdir(), "nahtstelle-env-"));
    writeFileSync(join(folder, "file"), "");
    const problems = problemsOf(() => readDotEnv(join(folder, "file")));
    expect(problems).toEqual([expect.stringMatching(/\.env cannot be read \(ENOTDIR\)/u)]);
  });

  it("gives values or a ConfigError for any bytes, and never shows a line's content", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        const bytes = Buffer.concat([Buffer.from('TOKEN="geheimnis\n'), noise]);
        const problems = problemsOf(() => parseDotEnv(bytes, ".env"));
        expect(problems.length).toBeGreaterThan(0);
        expect(problems.join()).not.toContain("geheimnis");
      }),
    );
  });
});
