import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepLearned } from "../src/keep-learned.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "learned-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const files = (folder: string): string[] => readdirSync(folder);

describe("what was learned", () => {
  it("is read again where it was learned from the very same, maps and numbers included", () => {
    const learn = vi.fn(() => ({ weights: new Float32Array([1, 2]), words: new Map([["a", 1]]) }));
    const folder = join(root, "learned");
    const first = keepLearned(folder, { lesson: ["x"] }, learn);
    const second = keepLearned(folder, { lesson: ["x"] }, learn);
    expect(second).toEqual(first);
    expect(learn).toHaveBeenCalledTimes(1);
    keepLearned(folder, { lesson: ["y"] }, learn);
    expect(learn).toHaveBeenCalledTimes(2);
  });

  it("is learned anew where its file is broken, and kept again", () => {
    const folder = join(root, "learned");
    keepLearned(folder, 1, () => "right");
    for (const name of files(folder)) writeFileSync(join(folder, name), "broken");
    expect(keepLearned(folder, 1, () => "anew")).toBe("anew");
    expect(keepLearned(folder, 1, () => "never")).toBe("anew");
  });

  it("is only learned where there is no folder, or none can be made", () => {
    expect(keepLearned(null, 1, () => "learned")).toBe("learned");
    const nowhere = join(root, "missing", "learned");
    expect(keepLearned(nowhere, 1, () => "learned")).toBe("learned");
    expect(files(root)).toEqual([]);
    writeFileSync(join(root, "a file"), "");
    expect(keepLearned(join(root, "a file", "learned"), 1, () => "learned")).toBe("learned");
  });

  it("stays for the last few, those first that were used last", () => {
    const folder = join(root, "learned");
    keepLearned(folder, 0, () => 0);
    const [first = ""] = files(folder);
    for (let subject = 1; subject <= 9; subject++) {
      const long = new Date(Date.UTC(2026, 0, subject));
      for (const name of files(folder)) if (name !== first) utimesSync(join(folder, name), long, long);
      keepLearned(folder, 0, () => "again");
      keepLearned(folder, subject, () => subject);
    }
    expect(files(folder)).toHaveLength(9);
    expect(files(folder)).toContain(first);
  });
});
