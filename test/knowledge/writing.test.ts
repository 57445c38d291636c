import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  NotWritten,
  type Present,
  type WritingOptions,
  writeKnowledge,
} from "../../src/knowledge/writing.js";
import { insertItem } from "../../src/knowledge/yaml-edit.js";
import { CREATED_ON, FILES, type Files, intent, onDisk } from "./fixture.js";

const FAQ = "faq/founding.yaml";
const NOW = Date.parse("2026-11-30T12:00:00Z");

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function folder(files: Files): string {
  const disk = onDisk(files);
  made.push(disk);
  return disk.dir;
}

function office(files = {}): { dir: string; options: WritingOptions; read(name: string): string } {
  const dir = folder({ ...FILES, [FAQ]: intent("one"), ...files });
  return {
    dir,
    options: { createdOn: CREATED_ON, backupDir: folder({}), now: NOW, patience: 2_000 },
    read: (name) => readFileSync(join(dir, name), "utf8"),
  };
}

const adding = (sentence: string) => (present: Present) => [
  { name: FAQ, text: insertItem(present.files.get(FAQ) ?? "", [0, "utterances", "de"], sentence) },
];

const hidden = (dir: string): string[] =>
  [...readdirSync(dir), ...readdirSync(join(dir, "faq"))].filter((name) => name.startsWith("."));

describe("a change of intents/", () => {
  it("is written, and what was replaced is kept under its time", async () => {
    const { dir, options, read } = office();
    const before = read(FAQ);
    const { written, backup } = await writeKnowledge(dir, adding("neue frage"), options);
    expect(written).toEqual([FAQ]);
    expect(read(FAQ)).toContain("neue frage");
    expect(backup).toBe(join(options.backupDir, "2026-11-30T12-00-00.000Z"));
    expect(readFileSync(join(backup ?? "", FAQ), "utf8")).toBe(before);
    expect(hidden(dir)).toEqual([]);
  });

  it("that changes nothing touches nothing", async () => {
    const { dir, options, read } = office();
    const same = () => [{ name: FAQ, text: read(FAQ) }];
    expect(await writeKnowledge(dir, same, options)).toEqual({ written: [], backup: null });
    expect(existsSync(options.backupDir)).toBe(false);
  });

  it("may add a file", async () => {
    const { dir, options, read } = office();
    const name = "faq/seminars.yaml";
    const { backup } = await writeKnowledge(dir, () => [{ name, text: intent("two") }], options);
    expect(backup).toBeNull();
    expect(read(name)).toBe(intent("two"));
  });

  it("that would add an error is refused with file, line and what to do", async () => {
    const { dir, options, read } = office();
    const text = intent("one").replace("owner: desk", "ower: desk");
    const before = read(FAQ);
    const refused = writeKnowledge(dir, () => [{ name: FAQ, text }], options);
    await expect(refused).rejects.toThrow(
      /Nothing was changed[\s\S]*founding\.yaml:\d+:\d+ – "ower" is no key/,
    );
    await expect(refused).rejects.toThrow(NotWritten);
    expect(read(FAQ)).toBe(before);
    expect(hidden(dir)).toEqual([]);
  });

  it("is not held up by an error that was there before", async () => {
    const { dir, options, read } = office({ "faq/broken.yaml": intent("bad").replace("owner: desk", "") });
    await writeKnowledge(dir, adding("neue frage"), options);
    expect(read(FAQ)).toContain("neue frage");
  });

  it("of several files is all or nothing", async () => {
    const { dir, options, read } = office();
    const before = read("synonyms.yaml");
    const change = () => [
      { name: "synonyms.yaml", text: "- [a, b]\n" },
      { name: FAQ, text: "- [" },
    ];
    await expect(writeKnowledge(dir, change, options)).rejects.toThrow(NotWritten);
    expect(read("synonyms.yaml")).toBe(before);
  });

  it("gives way to somebody who saved the file in an editor meanwhile", async () => {
    const { dir, options, read } = office();
    const change = (present: Present) => {
      writeFileSync(join(dir, FAQ), intent("one", "\n# saved by hand\n"));
      return adding("neue frage")(present);
    };
    await expect(writeKnowledge(dir, change, options)).rejects.toThrow(/saved by somebody else/);
    expect(read(FAQ)).toContain("# saved by hand");
    expect(read(FAQ)).not.toContain("neue frage");
  });

  it("follows a link to the file itself", async () => {
    const { dir, options } = office();
    const elsewhere = folder({ "real.yaml": intent("two") });
    symlinkSync(join(elsewhere, "real.yaml"), join(dir, "faq/linked.yaml"));
    const name = "faq/linked.yaml";
    await writeKnowledge(dir, () => [{ name, text: `${intent("two")}# more\n` }], options);
    expect(readFileSync(join(elsewhere, "real.yaml"), "utf8")).toContain("# more");
  });

  it("keeps the last hundred versions", async () => {
    const { dir, options } = office();
    for (let count = 0; count < 103; count++)
      await writeKnowledge(dir, () => [{ name: "synonyms.yaml", text: `- [a, b${count}]\n` }], {
        ...options,
        now: NOW + count * 1_000,
      });
    const kept = readdirSync(options.backupDir).sort();
    expect(kept).toHaveLength(100);
    expect(kept[0]).toBe("2026-11-30T12-00-03.000Z");
  });
});

describe("two who write at once", () => {
  it("both get what they wanted, one after the other", async () => {
    const { dir, options, read } = office();
    const sentences = Array.from({ length: 8 }, (_, at) => `gleichzeitig ${at}`);
    await Promise.all(sentences.map((sentence) => writeKnowledge(dir, adding(sentence), options)));
    for (const sentence of sentences) expect(read(FAQ)).toContain(sentence);
  });

  it("wait for each other no longer than they have patience, and the second is told who is at it", async () => {
    const { dir, options, read } = office();
    writeFileSync(join(dir, ".lock"), JSON.stringify({ pid: process.ppid, host: hostname() }));
    const before = read(FAQ);
    await expect(writeKnowledge(dir, adding("x y"), { ...options, patience: 60 })).rejects.toThrow(
      new RegExp(`process ${process.ppid} on .* is changing these files`),
    );
    expect(read(FAQ)).toBe(before);
  });

  it("are not held up by one who died at it", async () => {
    const { dir, options, read } = office();
    const { pid } = spawnSync("true");
    writeFileSync(join(dir, ".lock"), JSON.stringify({ pid, host: hostname() }));
    await writeKnowledge(dir, adding("neue frage"), options);
    expect(read(FAQ)).toContain("neue frage");
    expect(existsSync(join(dir, ".lock"))).toBe(false);
  });
});

describe("a disk that takes no more in the middle of a write", () => {
  it("leaves every file as it was", () => {
    const long = `\n# ${"x".repeat(20_000)}\n`;
    const { dir, options, read } = office({ [FAQ]: intent("one", long) });
    const before = read(FAQ);
    // a file may have 24 kB in this shell: the new text breaks off half written, as it does on a full disk
    const script = `
      const { writeKnowledge } = await import("./src/knowledge/writing.ts");
      const text = ${JSON.stringify(before)} + "# " + "y".repeat(9_000);
      await writeKnowledge(${JSON.stringify(dir)}, () => [{ name: ${JSON.stringify(FAQ)}, text }], ${JSON.stringify(options)})
        .catch((error) => console.log(error.name, error.message));`;
    const { stdout } = spawnSync(
      "bash",
      ["-c", 'ulimit -f 24; exec "$0" --import tsx --input-type=module -e "$1"', process.execPath, script],
      { cwd: process.cwd(), encoding: "utf8", env: { ...process.env, TSX_DISABLE_CACHE: "1" } },
    );
    expect(stdout).toMatch(/^NotWritten Nothing was changed: /);
    expect(read(FAQ)).toBe(before);
    expect(hidden(dir)).toEqual([]);
  });
});
