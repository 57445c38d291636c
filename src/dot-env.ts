import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byteLines } from "./byte-lines.js";

/** One or more problems that the administrator must mend before the desk can start; one sentence each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/**
 * The variables of the file `.env` in `cwd`; none where there is no such file.
 * A line is `NAME=value`, `NAME="value"` (with \n, \", \\), `NAME='value'`, a comment after `#`, or empty.
 * @throws ConfigError naming file and line of each line that cannot be read.
 */
export function readDotEnv(cwd: string): Record<string, string> {
  const file = join(cwd, ".env");
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === "ENOENT") return {};
    throw new ConfigError([`${file} cannot be read (${code}): make it a file that this user may read.`]);
  }
  return parseDotEnv(bytes, file);
}

/** The same for bytes already read; `file` is only named in errors. */
export function parseDotEnv(bytes: Uint8Array, file: string): Record<string, string> {
  const values: Record<string, string> = {};
  const problems: string[] = [];
  for (const [index, line] of byteLines(bytes).entries()) {
    const read = readLine(line);
    if (read === undefined) continue;
    if (typeof read === "string") problems.push(`${file}:${index + 1}: ${read}`);
    else values[read.name] = read.value;
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values;
}

/** A variable, or what is wrong with the line, or undefined where it says nothing. */
function readLine(bytes: Uint8Array): { name: string; value: string } | string | undefined {
  let line: string;
  try {
    // fatal: a file in Latin-1 would otherwise put replacement characters into values unseen
    line = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trim();
  } catch {
    return "this line is not UTF-8. Save the file as UTF-8.";
  }
  if (line.includes("\0")) return "this line has a NUL byte. Save the file as plain text in UTF-8.";
  if (line === "" || line.startsWith("#")) return undefined;
  const match = /^(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/u.exec(line);
  // The line itself is not shown: it may hold half a secret.
  if (match === null) return "this line is no setting. Write NAME=value, or put a # before a comment.";
  const [, name = "", rest = ""] = match;
  const quote = rest[0];
  if (quote !== '"' && quote !== "'") return { name, value: rest.replace(/(?:^|\s)#.*$/u, "").trim() };
  const quoted = (quote === '"' ? /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/u : /^'([^']*)'\s*(?:#.*)?$/u).exec(
    rest,
  )?.[1];
  if (quoted === undefined)
    return `the quote ${quote} of ${name} is not closed at the end of the value. Close it.`;
  return { name, value: quote === '"' ? unescaped(quoted) : quoted };
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/gu, (_, character: string) => (character === "n" ? "\n" : character));
}
