import { type OpenQuestions, openQuestions, type QuestionGroup, wordings } from "../insight/questions.js";
import type { Revision, Store, TroubledQuestion } from "../store/index.js";
import { minute } from "./forms.js";
import { withStore } from "./here.js";
import { jsonLine, oneLine } from "./one-line.js";
import { csv } from "./table.js";

const NOTHING = "Nothing has been asked yet";
/** How many intents are named that a question may have meant. */
const CANDIDATES = 3;
const SHOWN = 20;
const QUESTION = 90;

/** `questions list`: what went wrong and nobody has dealt with, most often asked first. */
export async function listQuestions(options: {
  all?: boolean;
  done?: boolean;
  outOfScope?: boolean;
  json?: boolean;
  csv?: boolean;
}): Promise<void> {
  await withStore(NOTHING, async (store) => {
    if (options.done) return await listRevisions(store, options.json === true);
    const open = openQuestions(await store.troubledQuestions(), {
      withOutOfScope: options.outOfScope === true,
    });
    if (options.csv) process.stdout.write(asCsv(open.groups));
    else if (options.json)
      for (const group of open.groups) process.stdout.write(jsonLine(forMachines(group)));
    else printOpen(open, options.all === true);
  });
}

/** `questions show QUESTION`: everything about one of them. */
export async function showQuestion(number: string, { json }: { json?: boolean }): Promise<void> {
  await withStore(NOTHING, async (store) => {
    const group = groupOf(number, openQuestions(await store.troubledQuestions(), { withOutOfScope: true }));
    process.stdout.write(json ? jsonLine(forMachines(group)) : inFull(group));
  });
}

/**
 * The group that a person means: by its own number, or by that of any question in it.
 * @throws Error that says where to look
 */
export function groupOf(number: string, { groups }: OpenQuestions): QuestionGroup {
  const [, digits] = /^\s*q?-?(\d{1,15})\s*$/i.exec(number) ?? [];
  const id = Number(digits ?? Number.NaN);
  const found =
    groups.find((group) => group.id === id) ??
    groups.find(({ questions }) => questions.some(({ turn }) => turn === id));
  if (found) return found;
  throw new Error(
    `There is no open question ${oneLine(number, 40)}. "questions list" shows all that there are, "questions list --done" what was dealt with.`,
  );
}

/** As it is named to people. */
export function nameOf({ id }: Pick<QuestionGroup, "id">): string {
  return `Q${id}`;
}

function printOpen({ groups, ignored, outOfScope }: OpenQuestions, all: boolean): void {
  const shown = all ? groups : groups.slice(0, SHOWN);
  for (const group of shown) process.stdout.write(line(group));
  if (groups.length === 0) process.stderr.write("Everything was understood, or has been dealt with.\n");
  if (shown.length < groups.length)
    process.stderr.write(`${groups.length - shown.length} more: --all shows them.\n`);
  if (ignored > 0) process.stderr.write(`${ignored} like what is ignored are left out.\n`);
  if (outOfScope > 0)
    process.stderr.write(`${outOfScope} were told that they are not ours: --out-of-scope shows them, too.\n`);
  if (groups.length > 0)
    process.stderr.write(
      'Next: "questions show Q…", then assign, new, out-of-scope or ignore; undo takes it back.\n',
    );
}

function line(group: QuestionGroup): string {
  const { questions } = group;
  const [first] = questions;
  const asked = wordings(group)[0]?.question ?? "";
  return [
    nameOf(group).padEnd(8),
    `${questions.length}×`.padStart(4),
    ` ${first?.language ?? ""}  `,
    troubles(questions).padEnd(16),
    ` ${oneLine(asked, QUESTION)}`,
    candidatesLine(group),
    "\n",
  ].join("");
}

function candidatesLine(group: QuestionGroup): string {
  const [first] = candidates(group);
  const chosen = [...new Set(group.questions.flatMap((question) => question.chosen ?? []))];
  if (chosen.length > 0) return `  [guests chose: ${chosen.join(", ")}]`;
  const answered = [...new Set(group.questions.flatMap((question) => question.answered))];
  if (answered.length > 0) return `  [answered: ${answered.join(", ")}]`;
  return first ? `  [perhaps ${first.id} ${percent(first.confidence)}]` : "";
}

function inFull(group: QuestionGroup): string {
  const { questions } = group;
  const kinds = [...new Set(questions.flatMap(({ kind }) => kind ?? []))];
  const answered = [...new Set(questions.flatMap((question) => question.answered))];
  const reasons = [...new Set(questions.flatMap(({ reason }) => reason ?? []))];
  const chosen = [...new Set(questions.flatMap((question) => question.chosen ?? []))];
  const example = chosen[0] ?? candidates(group)[0]?.id ?? answered[0] ?? "<intent>";
  return [
    `${nameOf(group)}  asked ${times(questions.length)}, ${troubles(questions)}`,
    "",
    ...wordings(group).map(
      ({ question, count }) => `  ${String(count).padStart(3)}×  ${oneLine(question, 400)}`,
    ),
    "",
    `  first ${minute(questions[0]?.at ?? 0)}, last ${minute(questions.at(-1)?.at ?? 0)}, on ${[...new Set(questions.map(({ channel }) => channel))].join(", ")}`,
    ...(answered.length > 0 ? [`  answered: ${answered.join(", ")}`] : []),
    ...(chosen.length > 0 ? [`  guests chose: ${chosen.join(", ")}`] : []),
    ...(reasons.length > 0 ? [`  what guests said was wrong: ${reasons.join(", ")}`] : []),
    ...(kinds.length > 0 ? [`  taken for out of scope: ${kinds.join(", ")}`] : []),
    ...candidates(group).map(({ id, confidence }) => `  perhaps ${id} (${percent(confidence)})`),
    "",
    `  questions assign ${nameOf(group)} ${example}`,
    `  questions out-of-scope ${nameOf(group)} ${kinds[0] ?? "<kind>"}`,
    `  questions new ${nameOf(group)} --id <new-intent> --topic <topic> --title "..."`,
    `  questions ignore ${nameOf(group)}`,
    "",
    "",
  ].join("\n");
}

async function listRevisions(store: Store, json: boolean): Promise<void> {
  const found = await store.revisions({ last: 50 });
  if (found.length === 0 && !json) process.stderr.write("Nothing has been dealt with yet.\n");
  for (const one of found) process.stdout.write(json ? jsonLine(one) : revisionLine(one));
}

function revisionLine({ id, at, does, target, changes }: Revision): string {
  const texts = changes.map(({ text }) => `"${oneLine(text, 60)}"`).join(", ");
  return `${String(id).padStart(4)}  ${minute(at)}  ${does}${target ? ` ${target}` : ""}${texts ? `  ${texts}` : ""}\n`;
}

function asCsv(groups: readonly QuestionGroup[]): string {
  return csv(
    [
      "number",
      "count",
      "language",
      "trouble",
      "question",
      "answered",
      "perhaps",
      "first",
      "last",
      "wordings",
    ],
    groups.map((group) => {
      const { questions } = group;
      const different = wordings(group).map(({ question }) => question);
      return [
        nameOf(group),
        String(questions.length),
        questions[0]?.language ?? "",
        troubles(questions),
        different[0] ?? "",
        [...new Set(questions.flatMap((question) => question.answered))].join(" "),
        candidates(group)[0]?.id ?? "",
        new Date(questions[0]?.at ?? 0).toISOString(),
        new Date(questions.at(-1)?.at ?? 0).toISOString(),
        different.join("\n"),
      ];
    }),
  );
}

function forMachines(group: QuestionGroup): unknown {
  return {
    number: nameOf(group),
    count: group.questions.length,
    candidates: candidates(group),
    wordings: wordings(group),
    questions: group.questions,
  };
}

/** The intents that the group's questions may have meant, by their best confidence. */
function candidates({ questions }: QuestionGroup): { readonly id: string; readonly confidence: number }[] {
  const best = new Map<string, number>();
  for (const { intents } of questions)
    for (const { id, confidence } of intents) best.set(id, Math.max(confidence, best.get(id) ?? 0));
  return [...best]
    .map(([id, confidence]) => ({ id, confidence }))
    .filter(({ confidence }) => confidence >= 0.01)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CANDIDATES);
}

function troubles(questions: readonly TroubledQuestion[]): string {
  const names = {
    fallback: "not understood",
    guessed: "only guessed",
    refused: "none was meant",
    "not-helpful": "did not help",
  };
  return [...new Set(questions.map(({ trouble, kind }) => (kind ? "out of scope?" : names[trouble])))].join(
    ", ",
  );
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
