import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "..");
const cruiser = join(project, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Runs the project's own rules over a folder; the names of the rules that are broken. */
function broken(folder: string): string[] {
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
    summary: { violations: { rule: { name: string } }[]; totalCruised: number };
  };
  expect(summary.totalCruised).toBeGreaterThan(1);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

describe("the architecture rules", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "house-"));
    for (const root of ["src", "adapters"]) mkdirSync(join(folder, root));
    for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
      copyFileSync(join(project, file), join(folder, file));
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };

  it("let an allowed import pass", () => {
    plant("src/vocabulary/index.ts", "export type Word = string;\n");
    plant(
      "src/store/index.ts",
      'import type { Word } from "../vocabulary/index.js";\nexport const word: Word = "";\n',
    );
    expect(broken(folder)).toEqual([]);
  });

  it.each([
    ["the bot reading the store", "src/bot/a.ts", "src/store/index.ts", "rooms-src-bot-handover"],
    ["the bot calling the understanding", "src/bot/a.ts", "src/nlu/index.ts", "rooms-src-bot-handover"],
    ["foreign files knowing the store", "src/exchange/a.ts", "src/store/index.ts", "rooms-src-exchange"],
    ["a form knowing the bot", "src/forms/a.ts", "src/bot/index.ts", "rooms-src-forms"],
    [
      "what the rooms share knowing one of them",
      "src/conversation/a.ts",
      "src/forms/a.ts",
      "rooms-src-conversation",
    ],
    ["an adapter deciding", "adapters/web/a.ts", "src/bot/index.ts", "rooms-adapters-web"],
    ["an adapter knowing another", "adapters/web/a.ts", "adapters/terminal/index.ts", "rooms-adapters-web"],
    ["understanding knowing the knowledge", "src/nlu/a.ts", "src/knowledge/index.ts", "rooms-src-nlu"],
    ["delivery deciding", "src/delivery/a.ts", "src/bot/index.ts", "rooms-src-delivery"],
    ["something importing the entrance", "src/store/a.ts", "src/main.ts", "nothing-imports-the-entrances"],
  ])("refuse %s", (_, from, to, rule) => {
    plant(to, "export const planted = 1;\n");
    const path = `${"../".repeat(from.split("/").length - 1)}${to.replace(/\.ts$/, ".js")}`;
    plant(from, `import { planted } from "${path}";\nexport const used = planted;\n`);
    expect(broken(folder)).toContain(rule);
  });

  it("refuse nlp.js outside the benchmark that compares with it", () => {
    plant("src/nlu/a.ts", 'import { NlpManager } from "node-nlp";\nexport const used = NlpManager;\n');
    plant("src/nlu/b.ts", "export const b = 1;\n");
    expect(broken(folder)).toContain("nlp-js-is-only-compared-with");
  });

  it("refuse an e-mail that goes past the outbox", () => {
    plant("src/handover/a.ts", 'import mail from "nodemailer";\nexport const used = mail;\n');
    plant("src/handover/b.ts", "export const b = 1;\n");
    expect(broken(folder)).toContain("e-mail-leaves-through-its-adapter");
  });

  it("refuse I/O in a pure room", () => {
    plant("src/bot/a.ts", 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n');
    plant("src/bot/b.ts", "export const b = 1;\n");
    expect(broken(folder)).toContain("pure-rooms-do-no-io");
  });

  it("refuse a circle", () => {
    plant("src/bot/a.ts", 'import { b } from "./b.js";\nexport const a = (): number => b();\n');
    plant("src/bot/b.ts", 'import { a } from "./a.js";\nexport const b = (): number => a();\n');
    expect(broken(folder)).toContain("no-circles");
  });
});
