import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { KnowledgeMissing } from "../../src/knowledge/load.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { type KnowledgeSource, watchKnowledge } from "../../src/knowledge/watch.js";
import { plain } from "../../src/text/index.js";
import type { Log } from "../../src/vocabulary/index.js";
import { CREATED_ON, FILES, type Files, intent, onDisk } from "./fixture.js";

/** Never: what is then seen was seen because it was reported. */
const NEVER = 1_000_000_000;
const REGISTER = "faq/founding.yaml";

interface Watched {
  readonly dir: string;
  readonly source: KnowledgeSource;
  readonly changes: Knowledge[];
  readonly errors: string[];
  readonly path: (name: string) => string;
}

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function watched(
  options: { settleMs?: number; usePolling?: boolean; rescanMs?: number; onChange?: () => void } = {},
  files: Files = FILES,
): Promise<Watched> {
  const folder = onDisk(files);
  open.push(folder.remove);
  const changes: Knowledge[] = [];
  const errors: string[] = [];
  const log: Log = { info() {}, warn() {}, error: (what) => void errors.push(what) };
  const source = await watchKnowledge({
    dir: folder.dir,
    createdOn: CREATED_ON,
    log,
    settleMs: 40,
    rescanMs: NEVER,
    ...options,
    onChange(knowledge) {
      changes.push(knowledge);
      options.onChange?.();
    },
  });
  open.push(() => source.close());
  return { dir: folder.dir, source, changes, errors, path: (name) => join(folder.dir, name) };
}

const answer = ({ source }: Watched, id = "register"): string =>
  plain(source.current.intents.get(id)?.answer?.de.short ?? []);
const saying = (text: string): string => FILES[REGISTER]?.replace("Antwort register.", text) ?? "";
/** The machine may be slow; nothing here depends on how slow. */
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });

describe("forms and legal pages", { timeout: 30_000 }, () => {
  it("go live while the desk runs, and a mistake leaves the last good version in force", async () => {
    const desk = await watched();
    const forms = FILES["forms.yaml"] ?? "";
    writeFileSync(desk.path("forms.yaml"), forms.replace("keep-days: 30", "keep-days: 14"));
    await eventually(() => expect(desk.source.current.forms.get("callback")?.keepDays).toBe(14));
    writeFileSync(desk.path("forms.yaml"), forms.replace("keep-days: 30", "keep-days: never"));
    writeFileSync(
      desk.path("legal.yaml"),
      (FILES["legal.yaml"] ?? "").replace("de: Seite", "de: Datenschutz"),
    );
    await eventually(() => expect(desk.source.current.legal.privacy?.title.de).toBe("Datenschutz"));
    expect(desk.source.current.forms.get("callback")?.keepDays).toBe(14);
    expect(desk.errors.join()).toContain("intents/forms.yaml:5:14");
  });
});

describe("a change goes live while the desk runs", { timeout: 30_000 }, () => {
  it.each<[string, (file: string) => void]>([
    ["truncated and written in place, as by `cat >` and nano", (file) => writeFileSync(file, saying("Neu."))],
    [
      "written to a temporary file that is renamed over it, as by VS Code's safe write, sed -i and our own writer",
      (file) => {
        writeFileSync(`${file}.tmp-1234`, saying("Neu."));
        renameSync(`${file}.tmp-1234`, file);
      },
    ],
    [
      "renamed to a backup, written anew, backup removed, as by vim",
      (file) => {
        writeFileSync(join(file, "..", "4913"), "");
        unlinkSync(join(file, "..", "4913"));
        renameSync(file, `${file}~`);
        writeFileSync(file, saying("Neu."));
        unlinkSync(`${file}~`);
      },
    ],
    [
      "removed and written anew, as by `git checkout`",
      (file) => {
        unlinkSync(file);
        writeFileSync(file, saying("Neu."));
      },
    ],
    [
      "written in many small pieces, as by a copy over the network",
      (file) => {
        const handle = openSync(file, "w");
        for (const piece of saying("Neu.").match(/.{1,40}/gs) ?? []) writeSync(handle, piece);
        closeSync(handle);
      },
    ],
  ])("when a file is %s", async (_, save) => {
    const desk = await watched();
    const before = desk.source.current;
    save(desk.path(REGISTER));
    await eventually(() => expect(answer(desk)).toBe("Neu."));
    expect(desk.changes.at(-1)).toBe(desk.source.current);
    expect(plain(before.intents.get("register")?.answer?.de.short ?? [])).toBe("Antwort register.");
    expect(desk.errors).toEqual([]);
  });

  it("twice by the same kind of rename", async () => {
    const desk = await watched();
    for (const text of ["Eins.", "Zwei.", "Drei."]) {
      writeFileSync(desk.path("new.tmp"), saying(text));
      renameSync(desk.path("new.tmp"), desk.path(REGISTER));
      await eventually(() => expect(answer(desk)).toBe(text));
    }
  });

  it("when files are added and removed", async () => {
    const desk = await watched();
    writeFileSync(desk.path("faq/other.yaml"), intent("other"));
    await eventually(() => expect([...desk.source.current.intents.keys()]).toContain("other"));
    unlinkSync(desk.path("faq/other.yaml"));
    await eventually(() => expect([...desk.source.current.intents.keys()]).not.toContain("other"));
  });

  it("as one snapshot when a checkout rewrites many files and folders", async () => {
    const branch = (name: string): Files => ({
      ...FILES,
      "topics.yaml": `- { id: founding, title: { de: ${name} } }\n`,
      ...Object.fromEntries(
        Array.from({ length: 25 }, (_, index) => [
          `faq/f${index}.yaml`,
          intent(`i-${index}`).replace("Antwort", name),
        ]),
      ),
    });
    const desk = await watched({ settleMs: 150 }, branch("alt"));
    const target = branch("neu");
    rmSync(desk.path("faq"), { recursive: true });
    mkdirSync(desk.path("faq"));
    for (const [name, text] of Object.entries(target)) {
      rmSync(desk.path(name), { force: true });
      writeFileSync(desk.path(name), text);
    }
    await eventually(() => expect(answer(desk, "i-24")).toBe("neu i-24."));
    await eventually(() => expect(desk.source.current.topics[0]?.title.de).toBe("neu"));
    for (const knowledge of desk.changes) expect(knowledge.intents.size).toBe(27);
    expect(answer(desk, "i-0")).toBe("neu i-0.");
  });

  it("when the folder is a link that is pointed elsewhere, as Kubernetes does with a ConfigMap", async () => {
    const folder = onDisk();
    open.push(folder.remove);
    const root = join(folder.dir, "..");
    cpSync(folder.dir, join(root, "v2"), { recursive: true });
    writeFileSync(join(root, "v2", REGISTER), saying("Neu."));
    symlinkSync("intents", join(root, "now"));
    const log: Log = { info() {}, warn() {}, error() {} };
    const source = await watchKnowledge({
      dir: join(root, "now"),
      createdOn: CREATED_ON,
      log,
      onChange() {},
      settleMs: 40,
      rescanMs: 50,
    });
    open.push(() => source.close());
    symlinkSync("v2", join(root, "next"));
    renameSync(join(root, "next"), join(root, "now"));
    await eventually(() =>
      expect(plain(source.current.intents.get("register")?.answer?.de.short ?? [])).toBe("Neu."),
    );
  });
});

describe("where changes are not reported", { timeout: 30_000 }, () => {
  it("polling sees them", async () => {
    const desk = await watched({ usePolling: true });
    writeFileSync(desk.path(REGISTER), saying("Neu, und länger als vorher."));
    await eventually(() => expect(answer(desk)).toContain("Neu"));
  });

  it("the regular look at times and sizes sees them, again and again after the folder was removed and came back", async () => {
    const desk = await watched({ rescanMs: 50 });
    for (const text of ["Eins.", "Zwei."]) {
      const files = { ...FILES, [REGISTER]: saying(text) };
      rmSync(desk.dir, { recursive: true });
      await eventually(() => expect(desk.errors.join("\n")).toContain("the file is missing"));
      expect(desk.source.current.intents.size).toBe(2);
      expect(desk.source.current.office.state).toBe("NW");
      mkdirSync(desk.path("faq"), { recursive: true });
      for (const [name, content] of Object.entries(files)) writeFileSync(desk.path(name), content);
      await eventually(() => expect(answer(desk)).toBe(text));
      desk.errors.length = 0;
    }
    writeFileSync(desk.path(REGISTER), saying("Drei."));
    await eventually(() => expect(answer(desk)).toBe("Drei."));
  });
});

describe("what is broken meanwhile", { timeout: 30_000 }, () => {
  it("keeps its last good version, is logged with file and line, and heals", async () => {
    const desk = await watched();
    const good = desk.source.current.intents.get("register");
    const half = saying("Neu.").slice(0, 200);
    writeFileSync(desk.path(REGISTER), half);
    await eventually(() => expect(desk.errors.join("\n")).toMatch(/intents\/faq\/founding\.yaml:\d+:\d+ – /));
    expect(desk.source.current.intents.get("register")).toEqual(good);
    expect(desk.source.current.intents.size).toBe(2);
    appendFileSync(desk.path(REGISTER), saying("Neu.").slice(200));
    await eventually(() => expect(answer(desk)).toBe("Neu."));
  });

  it("is survived when the file is cut to nothing, or when office.yaml goes", async () => {
    const desk = await watched();
    truncateSync(desk.path(REGISTER));
    unlinkSync(desk.path("office.yaml"));
    await eventually(() => expect(desk.errors.length).toBeGreaterThanOrEqual(2));
    expect(desk.source.current.intents.size).toBe(2);
    expect(desk.source.current.office.values["name"]).toBe("Wirtschaftsförderung");
  });
});

describe("the watcher", { timeout: 30_000 }, () => {
  it("goes on when a listener throws", async () => {
    const desk = await watched({
      onChange() {
        throw new Error("the listener failed");
      },
    });
    writeFileSync(desk.path(REGISTER), saying("Eins."));
    await eventually(() => expect(answer(desk)).toBe("Eins."));
    await eventually(() => expect(desk.errors.join()).toContain("a listener to new knowledge failed"));
    writeFileSync(desk.path(REGISTER), saying("Zwei."));
    await eventually(() => expect(answer(desk)).toBe("Zwei."));
  });

  it("swaps nothing when a file is touched or written again with the same content", async () => {
    const desk = await watched();
    const before = desk.source.current;
    utimesSync(desk.path(REGISTER), 1_000, 1_000);
    writeFileSync(desk.path("topics.yaml"), FILES["topics.yaml"] ?? "");
    writeFileSync(desk.path("synonyms.yaml"), "- [neu, anders]\n");
    await eventually(() => expect(desk.source.current.synonyms).toEqual([["neu", "anders"]]));
    expect(desk.changes).toHaveLength(1);
    expect(desk.source.current.intents.get("register")).toEqual(before.intents.get("register"));
  });

  it("does not open without office.yaml", async () => {
    const folder = onDisk({ "topics.yaml": "[]\n" });
    open.push(folder.remove);
    const log: Log = { info() {}, warn() {}, error() {} };
    await expect(
      watchKnowledge({ dir: folder.dir, createdOn: CREATED_ON, log, onChange() {} }),
    ).rejects.toThrow(KnowledgeMissing);
  });

  it("changes nothing any more once it is closed", async () => {
    const desk = await watched({ rescanMs: 20 });
    await desk.source.close();
    writeFileSync(desk.path(REGISTER), saying("Zu spät."));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(answer(desk)).toBe("Antwort register.");
    expect(desk.changes).toEqual([]);
  });
});
