import { join } from "node:path";
import type { Config } from "../config.js";
import { openQuestions } from "../insight/questions.js";
import { appendEntry, dayIn, entryPlace, writeKnowledge } from "../knowledge/index.js";
import { addRegressions, readRegressions, removeRegressions } from "../regressions.js";
import type { RevisionKind, Store } from "../store/index.js";
import { systemClock } from "../time.js";
import { configHere, openedStore } from "./here.js";
import { oneLine } from "./one-line.js";
import { groupOf, nameOf } from "./questions.js";
import {
  asChanges,
  type Desk,
  known,
  languageOf,
  type Plan,
  sentences,
  takenBack,
  type WordingOptions,
  withoutDraft,
  write,
} from "./questions-plan.js";

/** `questions assign QUESTION INTENT`: from now on this sentence means this intent. */
export async function assignQuestion(number: string, intent: string, options: WordingOptions): Promise<void> {
  await revise(number, "assign", (desk) => {
    known(intent, desk.knowledge.intents.keys(), "intent");
    return write(desk, intent, [intent], options);
  });
}

/** `questions out-of-scope QUESTION KIND`: from now on this sentence is told that it is not ours. */
export async function putOutOfScope(number: string, kind: string, options: WordingOptions): Promise<void> {
  await revise(number, "out-of-scope", (desk) => {
    known(
      kind,
      desk.knowledge.outOfScope.map(({ id }) => id),
      "kind out of scope",
    );
    return write(desk, kind, [], options);
  });
}

/** `questions new QUESTION`: begins an intent with the group's wordings, as a draft that no guest gets. */
export async function newIntent(
  number: string,
  options: { id: string; topic: string; title: string; titleEn?: string } & WordingOptions,
): Promise<void> {
  await revise(number, "new", (desk) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(options.id))
      throw new Error(
        `"${options.id}" is no id. Use lower-case letters, digits and hyphens, such as parking-fees.`,
      );
    if (entryPlace(desk, options.id))
      throw new Error(`There is an entry "${options.id}" already. Choose another id.`);
    known(
      options.topic,
      desk.knowledge.topics.map(({ id }) => id),
      "topic",
    );
    const texts = sentences(desk.group, { ...options, all: true });
    const file = `faq/${options.topic}.yaml`;
    const language = languageOf(desk.group);
    const entry = {
      id: options.id,
      draft: true,
      title: { de: options.title, ...(options.titleEn ? { en: options.titleEn } : {}) },
      utterances: { [language]: texts },
      answer: { de: { short: "" }, en: { short: "" } },
      reviewedOn: desk.today,
      owner: "",
    };
    return {
      texts: {
        ...desk,
        files: new Map([...desk.files, [file, appendEntry(desk.files.get(file) ?? "", entry)]]),
      },
      target: options.id,
      changes: texts.map((text) => ({ file, id: options.id, language, text })),
      regressions: [],
      said: [
        `${file} has a draft "${options.id}" at its end: write its answer and more utterances, then remove "draft: true".`,
      ],
    };
  });
}

/** `questions ignore QUESTION`: neither this one nor what is like it is shown any more. */
export async function ignoreQuestion(number: string): Promise<void> {
  await revise(number, "ignore", (texts) => ({
    texts,
    target: null,
    changes: [],
    regressions: [],
    said: [],
  }));
}

/** `questions undo [NUMBER]`: takes back what was done last, or what has this number. */
export async function undoRevision(number: string | undefined): Promise<void> {
  const store = await opened();
  try {
    const revision =
      number === undefined ? (await store.revisions({ last: 1 }))[0] : await store.revision(Number(number));
    if (!revision || revision.undone)
      throw new Error(
        number === undefined
          ? "There is nothing to take back."
          : `There is nothing with the number ${oneLine(number, 20)} to take back. "questions list --done" shows what there is.`,
      );
    const { config, options } = await writing(store);
    await writeKnowledge(
      config.intentsDir,
      (present) =>
        asChanges(
          present,
          revision.does === "new"
            ? withoutDraft(present, revision.target)
            : takenBack(present, revision.changes),
        ),
      options,
    );
    removeRegressions(
      config.regressionsFile,
      revision.changes.map(({ text, language: lang }) => ({
        text,
        lang,
        expect: revision.does === "assign" && revision.target ? [revision.target] : [],
      })),
    );
    await store.undoRevision(revision.id);
    process.stdout.write(
      `Taken back: ${revision.does}${revision.target ? ` ${revision.target}` : ""}. Its questions are open again.\n`,
    );
  } finally {
    await store.close();
  }
}

async function revise(number: string, does: RevisionKind, plan: (desk: Desk) => Plan): Promise<void> {
  const store = await opened();
  try {
    const group = groupOf(number, openQuestions(await store.troubledQuestions(), { withOutOfScope: true }));
    const { config, options } = await writing(store);
    // an unreadable file is noticed before anything is written
    readRegressions(config.regressionsFile);
    let planned: Plan | undefined;
    const { written, backup } = await writeKnowledge(
      config.intentsDir,
      (present) => {
        const today = dayIn(present.knowledge.office.timeZone, options.now);
        planned = plan({ ...present, group, today });
        return asChanges(present, planned.texts);
      },
      options,
    );
    if (!planned) return;
    const { target, changes, regressions, said } = planned;
    addRegressions(config.regressionsFile, regressions);
    const id = await store.revise({ does, target, changes, turns: group.questions.map(({ turn }) => turn) });
    for (const line of said) process.stdout.write(`${line}\n`);
    if (written.length > 0)
      process.stdout.write(
        `Written: ${written.join(", ")}. A running desk knows it within moments.${backup ? ` What was there before: ${backup}` : ""}\n`,
      );
    process.stdout.write(
      `${nameOf(group)} (${group.questions.length}×) is dealt with: ${does}${target ? ` ${target}` : ""}. "questions undo ${id}" takes it back.\n`,
    );
  } finally {
    await store.close();
  }
}

async function opened(): Promise<Store> {
  const store = await openedStore("Nothing has been asked yet");
  if (!store) throw new Error("So there is nothing to do.");
  return store;
}

async function writing(store: Store): Promise<{
  config: Config;
  options: { createdOn: string; backupDir: string; now: number };
}> {
  const config = configHere();
  return {
    config,
    options: {
      createdOn: store.createdOn,
      backupDir: join(config.dataDir, "intents-backup"),
      now: systemClock.now(),
    },
  };
}
