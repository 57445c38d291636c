import { readFileSync, writeFileSync } from "node:fs";
import { renderConfigTable, renderDotEnvExample } from "../config.js";

const BEGIN = "<!-- config:begin -->";
const END = "<!-- config:end -->";

/** `config`: brings the README's configuration table and .env.example up to what config.ts says. */
export function config({ check }: { check?: boolean }): void {
  const current = new Map(["README.md", ".env.example"].map((file) => [file, readFileSync(file, "utf8")]));
  const wanted = new Map([
    ["README.md", withTable(current.get("README.md") ?? "")],
    [".env.example", renderDotEnvExample()],
  ]);
  for (const [file, text] of wanted) {
    if (text === current.get(file)) continue;
    if (check) {
      process.stderr.write(`${file} is not current. Run: npm run -s cli -- config\n`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, text);
      process.stdout.write(`${file}\n`);
    }
  }
}

/** @throws Error when the README has lost the markers. */
function withTable(readme: string): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from)
    throw new Error(`README.md needs the lines ${BEGIN} and ${END}; the table stands between them.`);
  return `${readme.slice(0, from)}${BEGIN}\n${renderConfigTable()}${readme.slice(to)}`;
}
