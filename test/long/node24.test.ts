import { execFile } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGuest } from "../adapters/web/guest.js";
import {
  cli,
  freshFolder,
  type Install,
  jsonLines,
  logged,
  project,
  startDesk,
} from "../e2e/running-desk.js";

const execute = promisify(execFile);

let place: ReturnType<typeof freshFolder>;
let install: Install;

beforeAll(async () => {
  place = freshFolder();
  install = await installUnderNode24(place.folder);
}, 800_000);

afterAll(() => place?.remove());

describe("under Node 24, with an install of its own", () => {
  it("match answers", async () => {
    const { stdout: version } = await execute(install.node, ["--version"]);
    expect(version).toMatch(/^v24\./);
    const { code, stdout, stderr } = await cli(["match", "--jsonl"], {
      folder: place.folder,
      install,
      input: '{"text":"Wie melde ich ein Gewerbe an?"}\n{"text":"ich habe hunger"}\n',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(jsonLines(stdout)).toMatchObject([
      { outcome: "answer", answered: ["business-registration"] },
      { outcome: "fallback", answered: [] },
    ]);
  });

  it("the desk opens, answers a guest, logs it, and ends with 0", async () => {
    const desk = await startDesk({ folder: place.folder, install, env: { GATHER_MS: "0" } });
    try {
      const guest = createGuest(desk.url);
      expect((await guest.post("Wo ist Ihr Büro?")).status).toBe(202);
      const stream = await guest.stream(0);
      const lines = await stream.lines(3);
      stream.close();
      expect(JSON.stringify(lines)).toContain("Rathausplatz 1");
    } finally {
      expect(await desk.stop()).toBe(0);
    }
    expect(await logged(place.folder, 1)).toMatchObject([
      { question: "Wo ist Ihr Büro?", outcome: "answer" },
    ]);
  });
});

/** npm's `node@24`, this build, and its dependencies installed by that Node; the database driver is native code. */
async function installUnderNode24(folder: string): Promise<Install> {
  const nodes = join(folder, "node");
  mkdirSync(nodes);
  const arch = `node-${process.platform}-${process.arch}`;
  const npm = (cwd: string, args: string[], env: Record<string, string> = {}) =>
    execute("npm", [...args, "--no-audit", "--no-fund"], { cwd, env: { ...process.env, ...env } });

  writeFileSync(join(nodes, "package.json"), '{ "private": true, "allowScripts": { "node": true } }\n');
  await npm(nodes, ["install", "node@24"]);
  const node = join(nodes, "node_modules/node/bin/node");
  const { stdout } = await execute(node, ["--version"]);
  // the same version once more as it was packed, for its headers: where no prebuilt driver can be had, it is compiled
  const headers = join(folder, "headers");
  mkdirSync(headers);
  await npm(headers, [
    "install",
    "--prefix",
    headers,
    "--ignore-scripts",
    `${arch}@${stdout.trim().slice(1)}`,
  ]);

  const home = join(folder, "home");
  mkdirSync(home);
  for (const name of ["package.json", "package-lock.json", "dist"])
    cpSync(join(project, name), join(home, name), { recursive: true });
  const under24 = {
    PATH: `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}`,
    npm_config_nodedir: join(headers, "node_modules", arch),
  };
  await npm(home, ["ci", "--omit=dev", "--ignore-scripts"], under24);
  await npm(home, ["rebuild", "better-sqlite3"], under24);
  return { home, node };
}
