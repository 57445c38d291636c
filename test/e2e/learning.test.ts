import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Compiled, comprehend } from "../../src/comprehension.js";
import { startLearning as startLearningHere } from "../../src/learning.js";
import { understand } from "../../src/nlu/index.js";
import { plain } from "../../src/text/index.js";
import type { Log } from "../../src/vocabulary/index.js";
import { CREATED_ON, FILES, type Files, onDisk } from "../knowledge/fixture.js";
import { project } from "./running-desk.js";

const built = (await import(join(project, "dist/src/learning.js"))) as typeof import("../../src/learning.js");

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000, interval: 20 });

async function started(startLearning: typeof startLearningHere, files: Files = FILES) {
  const folder = onDisk(files);
  open.push(folder.remove);
  const learned: Compiled[] = [];
  const read: Compiled[] = [];
  const said: string[] = [];
  const note = (what: string, details?: object): void => void said.push(what + JSON.stringify(details ?? {}));
  const log: Log = { info: note, warn: note, error: note };
  const learning = await startLearning({
    dir: folder.dir,
    createdOn: CREATED_ON,
    log,
    settleMs: 20,
    keptIn: null,
    rescanMs: 50,
    onRead: async (compiled) => void read.push(compiled),
    onLearned: async (compiled) => void learned.push(compiled),
  });
  open.push(() => learning.close());
  return { learning, learned, read, said, path: (name: string) => join(folder.dir, name) };
}

describe("learning in threads", () => {
  it("has the same result as in this one", async () => {
    const [here, there] = [await started(startLearningHere), await started(built.startLearning)];
    await Promise.all([here.learning.ready, there.learning.ready]);
    const [mine, theirs] = [here.learned[0], there.learned[0]];
    expect(theirs?.knowledge).toEqual(mine?.knowledge);
    expect(theirs?.models).toEqual(mine?.models);
    expect(theirs?.languages).toEqual(mine?.languages);
    expect(theirs?.sentences).toEqual(mine?.sentences);
  });
});

describe.each([
  ["in this thread", startLearningHere],
  ["in threads", built.startLearning],
])("learning %s", (_, startLearning) => {
  it("knows at once what was read, and can be asked when it is ready", async () => {
    const { learning, learned } = await started(startLearning);
    expect(learning.current.intents.size).toBe(2);
    await learning.ready;
    const [compiled] = learned;
    expect(compiled?.knowledge).toBe(learning.current);
    const model = compiled?.models.de;
    expect(model && understand(model, "frage 3 register").whole.ranked[0]?.id).toBe("register");
  });

  it("learns each change, and keeps and tells of the last good version of what is broken", async () => {
    const { learning, learned, said, path } = await started(startLearning);
    await learning.ready;
    writeFileSync(path("synonyms.yaml"), "- [shop, store]\n");
    await eventually(() => expect(learned.at(-1)?.knowledge.synonyms).toEqual([["shop", "store"]]));
    appendFileSync(path("faq/founding.yaml"), '\n- id: "broken\n  title: [\n');
    await eventually(() => expect(said.join("\n")).toMatch(/intents\/faq\/founding\.yaml:\d+:\d+ – /));
    await eventually(() => expect(learned).toHaveLength(3));
    expect(learned.at(-1)?.knowledge.intents.get("register")).toEqual(
      learned[0]?.knowledge.intents.get("register"),
    );
    expect(said.join("\n")).toMatch(/knowledge is in force.*"lastGoodVersionOf":\["intent register"/);
  });

  it("knows a new sentence and a new answer as soon as they are read, before the model has learned them", async () => {
    const { learning, learned, read, path } = await started(startLearning);
    await learning.ready;
    expect(read).toEqual([]);
    const text = FILES["faq/founding.yaml"] ?? "";
    writeFileSync(
      path("faq/founding.yaml"),
      text
        .replace('"frage 0 close"', '"Wohin mit dem Krimskrams?", "frage 0 close"')
        .replace("Antwort close.", "Die neue Antwort."),
    );
    await eventually(() => expect(read).toHaveLength(1));
    const [before, now] = [learned[0], read[0]];
    if (!before || !now) throw new Error("Nothing was read.");
    expect(now.models).toBe(before.models);
    expect(comprehend(before, "wohin mit dem krimskrams", "de").byHeart).toBe(false);
    const after = comprehend(now, "wohin mit dem krimskrams", "de");
    expect(after.byHeart).toBe(true);
    expect(after.understanding.whole).toMatchObject({ verdict: "sure" });
    expect(after.understanding.whole.ranked[0]?.id).toBe("close");
    expect(plain(now.knowledge.intents.get("close")?.answer?.de.short ?? [])).toBe("Die neue Antwort.");
    await eventually(() => expect(learned).toHaveLength(2));
    expect(learned[1]?.knowledge).toEqual(now.knowledge);
  });

  it("goes on when what was learned cannot be taken", async () => {
    const folder = onDisk();
    open.push(folder.remove);
    let times = 0;
    const errors: string[] = [];
    const learning = await startLearning({
      dir: folder.dir,
      createdOn: CREATED_ON,
      log: {
        info() {},
        warn() {},
        error: (what, details) => void errors.push(`${what}: ${details?.["error"]}`),
      },
      settleMs: 20,
      keptIn: null,
      onRead: async () => {},
      onLearned: async () => {
        times += 1;
        if (times === 1) throw new Error("no room for it");
      },
    });
    open.push(() => learning.close());
    await expect(learning.ready).rejects.toThrow("no room for it");
    expect(errors).toEqual(["the knowledge could not be learned: Error: no room for it"]);
    writeFileSync(join(folder.dir, "synonyms.yaml"), "- [shop, store]\n");
    await eventually(() => expect(times).toBe(2));
  });

  it("does not start without office.yaml, and says where it was looked for", async () => {
    const folder = onDisk();
    open.push(folder.remove);
    rmSync(join(folder.dir, "office.yaml"));
    const options = {
      keptIn: null,
      dir: folder.dir,
      createdOn: CREATED_ON,
      log: { info() {}, warn() {}, error() {} },
    };
    const nothing = async (): Promise<void> => {};
    await expect(startLearning({ ...options, onRead: nothing, onLearned: nothing })).rejects.toMatchObject({
      name: "KnowledgeMissing",
      path: folder.dir,
      message: expect.stringContaining(`There is no office.yaml in ${folder.dir}. Set INTENTS_DIR`),
    });
  });

  it("is ready for nothing more once it is closed, even in the middle of the first lesson", async () => {
    const { learning, learned, said, path } = await started(startLearning);
    await learning.close();
    await learning.ready;
    const before = learned.length;
    const told = said.length;
    writeFileSync(path("synonyms.yaml"), "- [shop, store]\n");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([learned.length, said.length]).toEqual([before, told]);
  });
});
