import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli, freshFolder, jsonLines, type Ran, run, smallIntents } from "./running-desk.js";

let place: ReturnType<typeof freshFolder>;
const path = (name: string): string => join(place.folder, name);
const lines = (pairs: readonly (readonly [text: string, intent: string])[]): string =>
  pairs.map(([text, intent]) => `${JSON.stringify({ text, intent })}\n`).join("");

const TRAINING = [
  ["where can I park my car", "parking"],
  ["is there a car park near you", "parking"],
  ["parking fee", "parking"],
  ["when are you open", "hours"],
  ["opening hours on friday", "hours"],
  ["are you open today", "hours"],
] as const;
const TEST = [
  ["car parking", "parking"],
  ["opening hours", "hours"],
  ["xylophone", "oos"],
  ["do you sell bicycles", "shop"],
] as const;

beforeAll(() => {
  place = freshFolder();
  writeFileSync(path("train.jsonl"), lines(TRAINING));
  writeFileSync(path("test.jsonl"), lines(TEST));
  writeFileSync(path("in-scope.jsonl"), lines(TEST.slice(0, 2)));
  writeFileSync(path("with-oos.jsonl"), lines([...TRAINING, ["xylophone", "oos"]]));
  writeFileSync(path("broken.jsonl"), '{"text":"a","intent":"b"}\n{"text":\n');
  writeFileSync(path("empty.jsonl"), "");
});
afterAll(() => place.remove());

/** In the folder of the files, which has no .env, no data and no intents/. */
const evaluate = (...args: string[]): Promise<Ran> =>
  run("dist/src/cli.js", ["evaluate", ...args], { folder: place.folder, intents: path("nowhere") });

describe("evaluate on files", () => {
  const figures = ["accuracy", "ece", "inScopeAccuracy", "macroF1", "oosRecall"] as const;

  it("prints one JSON object, and tells aside which intents were never learned", async () => {
    const { code, stdout, stderr } = await evaluate(
      "--train",
      "train.jsonl",
      "--test",
      "test.jsonl",
      "--json",
    );
    expect(code).toBe(0);
    const [found, ...rest] = jsonLines<Record<string, number>>(stdout);
    expect(rest).toEqual([]);
    expect(Object.keys(found ?? {}).sort()).toEqual(
      [...figures, "p50Micros", "p99Micros", "rssMb", "threshold", "trainMs"].sort(),
    );
    expect(found).toMatchObject({ accuracy: 0.6667, oosRecall: 1 });
    for (const name of [...figures, "threshold"]) {
      expect(found?.[name]).toBeGreaterThanOrEqual(0);
      expect(found?.[name]).toBeLessThanOrEqual(1);
    }
    expect(found?.["rssMb"]).toBeGreaterThan(10);
    expect(stderr).toMatch(/^test\.jsonl:4: intent "shop" never occurs in the training file; 1 test line/);
    expect(existsSync(path("data"))).toBe(false);
  });

  it("takes the threshold from validation lines, which may all be in scope, and writes every prediction", async () => {
    const { code, stdout } = await evaluate(
      ...["--train", "train.jsonl", "--test", "test.jsonl", "--validation", "in-scope.jsonl"],
      ...["--predictions", "predictions.jsonl", "--lang", "en", "--json"],
    );
    expect(code).toBe(0);
    const [found] = jsonLines<{ threshold: number; oosRecall: number }>(stdout);
    const written = jsonLines<{ text: string; confidence: number; accepted: boolean; predicted: string }>(
      readFileSync(path("predictions.jsonl"), "utf8"),
    );
    expect(written.map(({ text }) => text)).toEqual(TEST.map(([text]) => text));
    expect(Object.keys(written[0] ?? {})).toEqual(["text", "intent", "predicted", "confidence", "accepted"]);
    expect(written[0]).toMatchObject({ intent: "parking", predicted: "parking", accepted: true });
    expect(written[2]).toMatchObject({ intent: "oos", accepted: false });
    // the threshold is the confidence of the weaker of the two validation lines
    const weaker = Math.min(written[0]?.confidence ?? 0, written[1]?.confidence ?? 0);
    expect(found?.threshold).toBeCloseTo(weaker, 4);
  });

  it("has null where the test holds nothing to measure, and prints a table without --json", async () => {
    const machine = await evaluate("--train", "train.jsonl", "--test", "in-scope.jsonl", "--json");
    expect(jsonLines(machine.stdout)).toEqual([expect.objectContaining({ oosRecall: null, accuracy: 1 })]);
    expect(machine.stderr).toBe("");
    const { code, stdout } = await evaluate("--train", "train.jsonl", "--test", "in-scope.jsonl");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^accuracy \(first-ranked, in scope\) +1\.0000$/m);
    expect(stdout).toMatch(/^out-of-scope recall +no such lines$/m);
  });

  it.each<[string, readonly string[], string]>([
    [
      "a missing file",
      ["--train", "none.jsonl", "--test", "test.jsonl"],
      "none.jsonl: there is no such file",
    ],
    [
      "a line that is no JSON",
      ["--train", "broken.jsonl", "--test", "test.jsonl"],
      "broken.jsonl:2: this line is",
    ],
    ["an empty file", ["--train", "train.jsonl", "--test", "empty.jsonl"], "empty.jsonl: the file is empty."],
    [
      "out of scope to be learned",
      ["--train", "with-oos.jsonl", "--test", "test.jsonl"],
      'with-oos.jsonl:7: the intent "oos" means',
    ],
    [
      "an unknown language",
      ["--train", "train.jsonl", "--test", "test.jsonl", "--lang", "fr"],
      "--lang fr is not known.",
    ],
    ["nothing to measure on", ["--train", "train.jsonl"], "Add --test <file>."],
    ["nothing to learn from", ["--test", "test.jsonl"], "Add --train <file>."],
    ["predictions of nothing", ["--predictions", "p.jsonl"], "need --train <file> and --test <file>."],
    [
      "a place that cannot be written",
      ["--train", "train.jsonl", "--test", "test.jsonl", "--predictions", "no/p.jsonl"],
      "no/p.jsonl: there is no such file or folder. Give --predictions a path that can be written.",
    ],
    [
      "predictions over an input",
      ["--train", "train.jsonl", "--test", "test.jsonl", "--predictions", "./test.jsonl"],
      "--predictions ./test.jsonl would overwrite an input.",
    ],
  ])("ends with 2 and says what to do about %s", async (_, args, message) => {
    const { code, stdout, stderr } = await evaluate(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  });
});

describe("evaluate without files", () => {
  it("cross-validates the desk's own examples, as a table and as data", async () => {
    const intents = smallIntents(place.folder);
    const both = await cli(["evaluate", "--json"], { folder: place.folder, intents });
    expect(both.code).toBe(0);
    const [found] = jsonLines<Record<string, Record<string, number>>>(both.stdout);
    expect(Object.keys(found ?? {})).toEqual(["de", "en"]);
    const { answeredRight = 0, answeredWrong = 0, askedBack = 0, fallback = 0 } = found?.["de"] ?? {};
    expect(answeredRight + answeredWrong + askedBack + fallback).toBeCloseTo(1, 3);
    const german = await cli(["evaluate", "--lang", "de"], { folder: place.folder, intents });
    expect(german.stdout).toMatch(/^German: \d+ examples of \d+ intents/);
    expect(german.stdout).toContain("Fewest examples:");
    expect(german.stdout).not.toContain("English:");
  });
});
