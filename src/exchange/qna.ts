import { addressOf, hostOf } from "./addresses.js";
import { fitAnswer } from "./answer.js";
import { ExchangeFault } from "./fault.js";
import { type Gathered, gathering } from "./gather.js";
import { tellLanguage } from "./language.js";
import type { Found, ReadOptions } from "./model.js";
import { idOf, inShort, sameWords } from "./names.js";
import { placeOf, type Sheet, type SheetRow } from "./sheet.js";

/** Whether a table has the headers of a question-answering export, so that it is read as one. */
export function isQna(sheet: Sheet): boolean {
  const headers = [...(sheet.rows[0]?.cells.values() ?? [])].map((text) => text.toLowerCase());
  const marks = [
    "source",
    "metadata",
    "qnaid",
    "iscontextonly",
    "prompts",
    "suggestedquestions",
    "sourcedisplayname",
  ];
  return (
    headers.includes("question") &&
    headers.includes("answer") &&
    marks.filter((mark) => headers.includes(mark)).length >= 2
  );
}

/**
 * Reads the table that QnA Maker and custom question answering export ("Importing from data sources", "Format guidelines
 * for custom question answering"): rows with the same QnaId, or else the same answer, are alternative questions to it.
 * @throws ExchangeFault where a column is missing
 */
export function qnaIntents(sheet: Sheet, options: ReadOptions): Found {
  const [header, ...rows] = sheet.rows;
  const column = columnsOf(header, sheet.file);
  const questions = (): string[] => rows.flatMap(({ cells }) => [cells.get(column.question) ?? ""]);
  const { language, told } = tellLanguage("Questions and answers", null, questions, options);
  const all = gathering();
  let prompts = 0;
  let suggested = 0;
  for (const row of rows) {
    const cell = (index: number | undefined): string =>
      index === undefined ? "" : (row.cells.get(index) ?? "").trim();
    const answer = unescaped(cell(column.answer));
    const question = unescaped(cell(column.question)).replace(/\s+/g, " ");
    const at = placeOf(row.number, column.question);
    if (question === "" || answer === "") {
      all.note(
        "note",
        `row ${row.number}`,
        `this row has no ${question === "" ? "question" : "answer"}; it is left out.`,
      );
      continue;
    }
    if (isList(cell(column.prompts))) prompts++;
    if (isList(cell(column.suggested))) suggested++;
    if (/^true$/i.test(cell(column.context)))
      all.note(
        "note",
        at,
        `"${inShort(question)}" is a follow-up in a dialogue; it is imported as a question of its own.`,
      );
    const id = cell(column.id);
    const key = id === "" || /^-?0$/.test(id) ? `answer ${sameWords(answer)}` : `qna ${id}`;
    const intent = all.of(key, question, "by its question", `row ${row.number}`);
    intent.utterance(language, { text: question, at });
    fillAnswer(intent, language, answer, placeOf(row.number, column.answer), all);
    const source = addressOf(cell(column.source));
    if (source !== null) intent.source({ title: sourceTitle(cell(column.sourceName), source), url: source });
    const topic = topicOf(cell(column.metadata));
    if (topic !== null && column.metadata !== undefined)
      intent.text("topic", { text: topic, at: placeOf(row.number, column.metadata) });
  }
  if (prompts > 0)
    all.note(
      "note",
      null,
      `${counted(prompts, "row")} with prompts (buttons to further questions): the buttons are left out, the questions are imported.`,
    );
  if (suggested > 0)
    all.note(
      "note",
      null,
      `${counted(suggested, "row")} with suggestions from active learning that nobody has taken: they are left out.`,
    );
  return { format: "qna", told: [...sheet.remarks, told], ...all.result() };
}

function fillAnswer(
  intent: Gathered,
  language: "de" | "en",
  answer: string,
  at: string,
  all: ReturnType<typeof gathering>,
): void {
  const fit = fitAnswer(answer);
  for (const done of fit.done) all.note("note", at, `${done}.`);
  intent.text(`answer.${language}.short`, { text: fit.short, at });
  if (fit.more !== null) intent.text(`answer.${language}.more`, { text: fit.more, at });
}

interface QnaColumns {
  readonly question: number;
  readonly answer: number;
  readonly source?: number | undefined;
  readonly sourceName?: number | undefined;
  readonly metadata?: number | undefined;
  readonly suggested?: number | undefined;
  readonly context?: number | undefined;
  readonly prompts?: number | undefined;
  readonly id?: number | undefined;
}

function columnsOf(header: SheetRow | undefined, file: string): QnaColumns {
  const places = new Map([...(header?.cells ?? [])].map(([index, text]) => [text.toLowerCase(), index]));
  const question = places.get("question");
  const answer = places.get("answer");
  if (question === undefined || answer === undefined)
    throw new ExchangeFault(
      file,
      header ? `row ${header.number}` : null,
      `the columns "Question" and "Answer" are needed; found: ${[...places.keys()].join(", ") || "none"}.`,
      "Export the knowledge base anew, or give the table headers and import it as a table.",
    );
  return {
    question,
    answer,
    source: places.get("source"),
    sourceName: places.get("sourcedisplayname"),
    metadata: places.get("metadata"),
    suggested: places.get("suggestedquestions"),
    context: places.get("iscontextonly"),
    prompts: places.get("prompts"),
    id: places.get("qnaid"),
  };
}

/** The export writes line ends as \n in two characters, so that a row is a line. */
function unescaped(text: string): string {
  return text.replace(/\\r\\n|\\n|\\r/g, "\n").replace(/\\t/g, " ");
}

/** `[{"name":"topic","value":"founding"}]`, or `topic:founding|audience:new`. */
function topicOf(metadata: string): string | null {
  const pairs = metadata.startsWith("[")
    ? [...metadata.matchAll(/"name"\s*:\s*"([^"]*)"\s*,\s*"value"\s*:\s*"([^"]*)"/gi)]
    : [...metadata.matchAll(/([^:|]+):([^|]*)/g)];
  const topics = pairs.filter(([, name = ""]) =>
    /^(?:topic|thema|category|kategorie|bereich)$/i.test(name.trim()),
  );
  return topics[0]?.[2]?.trim() || null;
}

function sourceTitle(name: string, url: string): string {
  return name === "" || addressOf(name) !== null ? hostOf(url) : name;
}

function isList(cell: string): boolean {
  return cell !== "" && cell !== "[]" && idOf(cell) !== "";
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
