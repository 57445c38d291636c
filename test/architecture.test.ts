import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "..");
const cruiser = join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Where the rules look, with the project's own rules. */
function house(): string {
  const folder = mkdtempSync(join(tmpdir(), "house-"));
  for (const root of ["src", "adapters"]) mkdirSync(join(folder, root));
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
    copyFileSync(join(project, file), join(folder, file));
  }
  return folder;
}

/** The rules that are broken in a folder, by the file that breaks them. */
function broken(folder: string): Map<string, string[]> {
  let output: string;
  try {
    output = execFileSync(
      process.execPath,
      [cruiser, "--config", ".dependency-cruiser.cjs", "--output-type", "json", "src", "adapters"],
      { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    );
  } catch (error) {
    output = String((error as { stdout?: string }).stdout);
  }
  const { summary } = JSON.parse(output) as {
    summary: { violations: { from: string; rule: { name: string } }[]; totalCruised: number };
  };
  expect(summary.totalCruised).toBeGreaterThan(1);
  const found = new Map<string, string[]>();
  for (const { from, rule } of summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name]);
  return found;
}

/** What is forbidden: the file that does it, what it imports, and the rule that says so. */
const FORBIDDEN: readonly (readonly [what: string, from: string, to: string, rule: string])[] = [
  ["the bot reading the store", "src/bot/a.ts", "src/store/index.ts", "rooms-src-bot-handover"],
  ["the bot calling the understanding", "src/bot/b.ts", "src/nlu/index.ts", "rooms-src-bot-handover"],
  ["foreign files knowing the store", "src/exchange/a.ts", "src/store/index.ts", "rooms-src-exchange"],
  ["a form knowing the bot", "src/forms/a.ts", "src/bot/index.ts", "rooms-src-forms"],
  [
    "what the rooms share knowing one of them",
    "src/conversation/a.ts",
    "src/forms/index.ts",
    "rooms-src-conversation",
  ],
  ["an adapter deciding", "adapters/web/a.ts", "src/bot/index.ts", "rooms-adapters-web"],
  ["an adapter knowing another", "adapters/web/b.ts", "adapters/terminal/index.ts", "rooms-adapters-web"],
  ["understanding knowing the knowledge", "src/nlu/a.ts", "src/knowledge/index.ts", "rooms-src-nlu"],
  ["delivery deciding", "src/delivery/a.ts", "src/bot/index.ts", "rooms-src-delivery"],
  ["something importing the entrance", "src/store/a.ts", "src/main.ts", "nothing-imports-the-entrances"],
  [
    "nlp.js outside the benchmark that compares with it",
    "src/nlu/b.ts",
    "node-nlp",
    "nlp-js-is-only-compared-with",
  ],
  [
    "an e-mail that goes past the outbox",
    "src/handover/a.ts",
    "nodemailer",
    "e-mail-leaves-through-its-adapter",
  ],
  ["I/O in a pure room", "src/bot/c.ts", "node:fs", "pure-rooms-do-no-io"],
];

describe("the architecture rules", () => {
  const folders: string[] = [];
  /** Each file breaks its own rule, so that one look at all of them tells. */
  let found = new Map<string, string[]>();
  beforeAll(() => {
    const folder = house();
    folders.push(folder);
    for (const [, from, to] of FORBIDDEN) {
      const own = to.endsWith(".ts");
      if (own) plant(folder, to, "export const planted = 1;\n");
      const path = own ? `${"../".repeat(from.split("/").length - 1)}${to.replace(/\.ts$/, ".js")}` : to;
      plant(folder, from, `import * as planted from "${path}";\nexport const used = planted;\n`);
    }
    plant(folder, "src/text/a.ts", 'import { b } from "./b.js";\nexport const a = (): number => b();\n');
    plant(folder, "src/text/b.ts", 'import { a } from "./a.js";\nexport const b = (): number => a();\n');
    found = broken(folder);
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const plant = (folder: string, file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };

  it("let an allowed import pass", () => {
    const folder = house();
    folders.push(folder);
    plant(folder, "src/vocabulary/index.ts", "export type Word = string;\n");
    plant(
      folder,
      "src/store/index.ts",
      'import type { Word } from "../vocabulary/index.js";\nexport const word: Word = "";\n',
    );
    expect([...broken(folder)]).toEqual([]);
  });

  it.each(FORBIDDEN)("refuse %s", (_, from, __, rule) => {
    expect(found.get(from)).toContain(rule);
  });

  it("refuse a circle", () => {
    expect([...(found.get("src/text/a.ts") ?? []), ...(found.get("src/text/b.ts") ?? [])]).toContain(
      "no-circles",
    );
  });
});
