import { join } from "node:path";
import type { Config } from "../config.js";
import { openQuestions, type QuestionGroup, wordings } from "../insight/questions.js";
import {
  appendEntry,
  dayIn,
  entryPlace,
  findUtterances,
  isDraft,
  nearestName,
  type Present,
  removeItem,
  type Texts,
  withoutUtterance,
  withUtterance,
  writeKnowledge,
} from "../knowledge/index.js";
import { normalise } from "../nlu/index.js";
import { addRegressions, type Regression, readRegressions, removeRegressions } from "../regressions.js";
import type { RevisedText, RevisionKind, Store } from "../store/index.js";
import { systemClock } from "../time.js";
import type { Language } from "../vocabulary/index.js";
import { oneLine } from "./one-line.js";
import { configHere, openedStore } from "./opened.js";
import { groupOf, nameOf } from "./questions.js";

/** What staff may say about the sentence that is written. */
export interface WordingOptions {
  /** In place of what guests wrote. */
  readonly text?: readonly string[];
  /** Every wording of the group, not only the most frequent one. */
  readonly all?: boolean;
  /** Takes the sentence away from the entry that has it now. */
  readonly move?: boolean;
}

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
    if (entryPlace(desk.files, options.id))
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
      files: new Map([...desk.files, [file, appendEntry(desk.files.get(file) ?? "", entry)]]),
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
  await revise(number, "ignore", ({ files }) => ({
    files,
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
      ({ files }) =>
        asChanges(
          files,
          revision.does === "new" ? withoutDraft(files, revision.target) : takenBack(files, revision.changes),
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

/** What a change starts from. */
interface Desk extends Present {
  readonly group: QuestionGroup;
  /** ISO date. */
  readonly today: string;
}

/** What a change comes to; nothing has been written. */
interface Plan {
  readonly files: Texts;
  readonly target: string | null;
  readonly changes: readonly RevisedText[];
  readonly regressions: readonly Regression[];
  /** For the person who did it. */
  readonly said: readonly string[];
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
        return asChanges(present.files, planned.files);
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

/** Writes the group's sentences as utterances of this intent or kind. @throws Error that says what to do */
function write(desk: Desk, id: string, expect: readonly string[], options: WordingOptions): Plan {
  const language = languageOf(desk.group);
  let files: Texts = desk.files;
  const changes: RevisedText[] = [];
  const said: string[] = [];
  for (const text of sentences(desk.group, options)) {
    const same = normalise(text);
    const holders = findUtterances(files, (utterance) => normalise(utterance) === same);
    if (holders.some((holder) => holder.id === id)) {
      said.push(`"${oneLine(text, 80)}" is an utterance of ${id} already.`);
      continue;
    }
    const [holder] = holders;
    if (holder && !options.move)
      throw new Error(
        `"${oneLine(text, 80)}" is an utterance of "${holder.id}" (${holder.file}:${holder.line}). --move takes it from there.`,
      );
    const from = holder && { file: holder.file, id: holder.id };
    if (holder) files = withoutUtterance(files, holder);
    files = withUtterance(files, id, language, text);
    const file = entryPlace(files, id)?.file ?? "";
    changes.push({ file, id, language, text, ...(from ? { from } : {}) });
    said.push(
      `${file}: ${id} (${language}) has "${oneLine(text, 80)}"${from ? `, taken from ${from.id}` : ""}.`,
    );
  }
  const regressions = sentences(desk.group, options).map((text) => ({ text, lang: language, expect }));
  return { files, target: id, changes, regressions, said };
}

/** What is written: what staff say, or how guests have put it. @throws Error where that must not be written as it is */
function sentences(group: QuestionGroup, { text, all }: WordingOptions): string[] {
  const asked = wordings(group).map(({ question }) => question.replace(/\s+/g, " ").trim());
  const chosen = text && text.length > 0 ? text.map((one) => one.trim()) : all ? asked : asked.slice(0, 1);
  for (const sentence of chosen) {
    if (normalise(sentence) === "") throw new Error("There is no word in that. Give a sentence with --text.");
    if (sentence.length > 1_000)
      throw new Error("That is longer than 1,000 characters. Give a shorter sentence with --text.");
    if (/\[(?:E-Mail|IBAN|Steuernummer|Karte|Telefon)\]/.test(sentence))
      throw new Error(
        `"${oneLine(sentence, 80)}" holds masked personal data. Give the sentence without it: --text "..."`,
      );
  }
  return [...new Set(chosen)];
}

function takenBack(files: Texts, changes: readonly RevisedText[]): Texts {
  return changes.reduce<Texts>((texts, { id, language, text, from }) => {
    const found = findUtterances(texts, (utterance) => utterance === text).find(
      (place) => place.id === id && place.language === language,
    );
    const without = found ? withoutUtterance(texts, found) : texts;
    return from && entryPlace(without, from.id) ? withUtterance(without, from.id, language, text) : without;
  }, files);
}

/** @throws Error where it is no draft any more: somebody has worked on it */
function withoutDraft(files: Texts, id: string | null): Texts {
  const place = id === null ? null : entryPlace(files, id);
  if (!place) return files;
  const text = files.get(place.file) ?? "";
  if (!isDraft(files, place))
    throw new Error(
      `"${id}" is no draft any more. Remove it from ${place.file} in an editor if that is what you want.`,
    );
  return new Map([...files, [place.file, removeItem(text, [place.index])]]);
}

function asChanges(before: Texts, after: Texts): { name: string; text: string }[] {
  return [...after].flatMap(([name, text]) => (before.get(name) === text ? [] : [{ name, text }]));
}

function languageOf({ questions }: QuestionGroup): Language {
  return questions[0]?.language ?? "de";
}

/** @throws Error that says which name was probably meant */
function known(name: string, names: Iterable<string>, what: string): void {
  const all = [...names];
  if (all.includes(name)) return;
  const meant = nearestName(name, all);
  throw new Error(
    `There is no ${what} "${oneLine(name, 60)}". ${meant ? `Did you mean "${meant}"?` : `Known are: ${all.join(", ")}.`}`,
  );
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
