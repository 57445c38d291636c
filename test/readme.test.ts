import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { plain } from "../src/text/index.js";
import { compileShipped, converse } from "./shipped-desk.js";

const compiled = compileShipped();
const readme = readFileSync(resolve(import.meta.dirname, "../README.md"), "utf8");

describe("README.md", () => {
  it("names the two commands before anything else that can be run", () => {
    const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block?.trim());
    expect(commands.slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  });

  it("shows a real question, and under it the answer that the desk really gives", () => {
    const [question, answer] = example();
    expect(question).toBe("Wie melde ich ein Gewerbe an?");
    const [told] = converse(compiled, [question]);
    expect(told?.log.answered).toEqual(["business-registration"]);
    expect(answer).toBe(plain(told?.messages.at(-1)?.text ?? []));
  });
});

/** The quoted lines between the markers: the question in bold, an empty line, the answer; a backslash breaks a line. */
function example(): [question: string, answer: string] {
  const between = /<!-- example:begin -->\n([\s\S]*?)<!-- example:end -->/.exec(readme)?.[1] ?? "";
  const lines = between
    .trim()
    .split("\n")
    .map((line) => line.replace(/^> ?/, "").replace(/\\$/, ""));
  const question = /^\*\*(.*)\*\*$/.exec(lines[0] ?? "")?.[1] ?? "";
  return [question, lines.slice(2).join("\n")];
}
