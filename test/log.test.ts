import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLog } from "../src/log.js";

function recorded(secrets: readonly string[] = [], level: "debug" | "info" | "warn" | "silent" = "info") {
  const lines: string[] = [];
  return { lines, log: createLog(level, { secrets, write: (line) => lines.push(line) }) };
}

describe("the operators' log", () => {
  it("writes one JSON object a line with level, time, message and details", () => {
    const { log, lines } = recorded();
    log.info("the desk is open", { port: 3978, msg: "kept apart", level: "kept apart" });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\n$/u);
    expect(JSON.parse(lines[0]!)).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
      msg: "the desk is open",
      details: { port: 3978, msg: "kept apart", level: "kept apart" },
    });
  });

  it("leaves out what is below its level", () => {
    const { log, lines } = recorded([], "warn");
    log.info("a");
    log.warn("b");
    log.error("c");
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["b", "c"]);
    const silent = recorded([], "silent");
    silent.log.error("d");
    expect(silent.lines).toEqual([]);
  });

  it("writes name, message and code of an error and nothing else of it", () => {
    const { log, lines } = recorded();
    const error = Object.assign(new TypeError("kaputt", { cause: new Error("innen") }), {
      code: "EX",
      guest: "Anna",
    });
    log.error("failed", { error, err: error, nested: { errors: [error] } });
    const plain = { name: "TypeError", message: "kaputt", code: "EX" };
    expect(JSON.parse(lines[0]!).details).toEqual({ error: plain, err: plain, nested: { errors: [plain] } });
  });

  it("writes what JSON cannot hold without failing", () => {
    const { log, lines } = recorded();
    const circular: Record<string, unknown> = {
      n: 10n,
      s: Symbol("x"),
      d: new Date(Number.NaN),
      u: undefined,
    };
    circular["self"] = circular;
    Object.defineProperty(circular, "bad", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
    log.info("odd", { circular, map: new Map([[1, 2]]) });
    expect(() => JSON.parse(lines[0]!)).not.toThrow();
  });

  it("never shows a secret, wherever it stands", () => {
    const secret = fc
      .string({ unit: "grapheme", minLength: 8, maxLength: 40 })
      .filter((value) => !/[*"{}:]/u.test(value));
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), fc.string(), (secrets, noise) => {
        const { log, lines } = recorded(secrets);
        for (const value of secrets) {
          const text = `${noise}${value}${noise}`;
          const error = Object.assign(new Error(text), { code: value, name: value });
          log.info(text, {
            [text]: [text, { deep: { deeper: value } }],
            error,
            other: new URL(`https://x.example/?q=1`),
          });
          log.error(value, { error: { error } });
        }
        const strings = (node: unknown): string[] =>
          typeof node === "object" && node !== null
            ? Object.entries(node).flatMap(([key, entry]) => [key, ...strings(entry)])
            : [String(node)];
        for (const line of lines) {
          const parsed = JSON.parse(line);
          const shown = [parsed.msg, ...strings(parsed.details)].join("\n");
          for (const value of secrets) expect(shown.includes(value)).toBe(false);
        }
      }),
    );
  });

  it("hides a secret of digits that is logged as a number", () => {
    const { log, lines } = recorded(["123456789"]);
    log.info("x", { pin: 123456789, port: 3978 });
    expect(JSON.parse(lines[0]!).details).toEqual({ pin: "***", port: 3978 });
  });
});
