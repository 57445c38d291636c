import type { Language } from "../vocabulary/index.js";
import { addressOf, hostOf, namedAddress } from "./addresses.js";
import { fitAnswer } from "./answer.js";
import { type Column, columnOf, OWN_HEADERS, textName } from "./columns.js";
import { columnName, ExchangeFault } from "./fault.js";
import { type Gathered, type Gathering, gathering } from "./gather.js";
import { LANGUAGE_NAMES, tellLanguage } from "./language.js";
import type { Format, Found, ReadOptions } from "./model.js";
import { inShort, sameWords } from "./names.js";
import { placeOf, type Sheet, type SheetRow } from "./sheet.js";

/** Rows from the top among which the headers may stand: some tables have a heading above. */
const HEADER_ROWS = 10;

/**
 * Reads a table of questions and answers, mapped by its headers: one row a question or one row an intent, with an id or
 * without. @throws ExchangeFault where columns are missing
 */
export function tableIntents(sheet: Sheet, format: Format, options: ReadOptions): Found {
  const { header, columns, own } = headerOf(sheet);
  const rows = sheet.rows.slice(sheet.rows.indexOf(header) + 1);
  const { languages, told } = languagesOfRest(columns, rows, options);
  const gathered = gathering();
  const hasId = columns.some(({ column }) => column?.holds === "id");
  let above: { key: string; gathered: Gathered } | null = null;
  for (const row of rows) {
    const cells = cellsOf(row, columns, languages);
    const intent = intentOf(cells, row, hasId, above, gathered);
    if (intent === null) continue;
    above = intent;
    fillIn(intent.gathered, cells, own, gathered);
  }
  return {
    format,
    told: [...sheet.remarks, describeColumns(columns, languages), ...told],
    ...gathered.result(),
  };
}

interface PlacedColumn {
  readonly index: number;
  readonly header: string;
  readonly column: Column | null;
}

/** A cell with what its column holds; `language` is that of the column, or the one that was recognised. */
interface Cell {
  readonly holds: Column["holds"];
  readonly language: Language;
  readonly text: string;
  readonly at: string;
  readonly column: Column;
}

function headerOf(sheet: Sheet): { header: SheetRow; columns: readonly PlacedColumn[]; own: boolean } {
  for (const header of sheet.rows.slice(0, HEADER_ROWS)) {
    const columns = [...header.cells].map(([index, text]) => ({
      index,
      header: text,
      column: columnOf(text),
    }));
    const holds = new Set(columns.map(({ column }) => column?.holds));
    const names = holds.has("id") || holds.has("title") || holds.has("utterance");
    const tells = holds.has("short") || (holds.has("id") && holds.has("utterance"));
    if (!names || !tells) continue;
    const own = OWN_HEADERS.every((name, index) => header.cells.get(index) === name);
    return { header, columns, own };
  }
  const [first] = sheet.rows;
  const seen = [...(first?.cells ?? [])].map(
    ([index, text]) => `${columnName(index)} "${inShort(text, 30)}"`,
  );
  throw new ExchangeFault(
    sheet.file,
    first ? `row ${first.number}` : null,
    first
      ? `columns are missing. Found: ${seen.slice(0, 20).join(", ")}.`
      : "there is nothing in this table.",
    'Needed are a column of questions ("Frage", "question") and one of answers ("Antwort", "answer"), or "id" and one of these. The headers must stand in one row.',
  );
}

/**
 * The languages of columns whose headers do not say theirs: one for all of them, since a short column tells little; but
 * each its own where two hold the same, such as "Frage" beside "question".
 */
function languagesOfRest(
  columns: readonly PlacedColumn[],
  rows: readonly SheetRow[],
  options: ReadOptions,
): { languages: ReadonlyMap<number, Language>; told: readonly string[] } {
  const open = columns.filter(
    ({ column }) => column !== null && "language" in column && column.language === null,
  );
  const heads = open.map(({ column, header }) => `${column?.holds} ${header.replace(/[\s_.-]*\d+\W*$/, "")}`);
  const kinds = new Set(heads.map((head) => head.split(" ")[0]));
  const groups =
    new Set(heads).size > kinds.size ? open.map((column) => [column]) : open.length > 0 ? [open] : [];
  const told: string[] = [];
  const languages = new Map<number, Language>();
  for (const group of groups) {
    const names = group.map(({ header }) => `"${inShort(header, 30)}"`).join(", ");
    const texts = (): string[] =>
      rows.flatMap(({ cells }) => group.flatMap(({ index }) => cells.get(index) ?? []));
    const result = tellLanguage(names, null, texts, options);
    told.push(result.told);
    for (const { index } of group) languages.set(index, result.language);
  }
  return { languages, told };
}

function cellsOf(
  row: SheetRow,
  columns: readonly PlacedColumn[],
  languages: ReadonlyMap<number, Language>,
): Cell[] {
  return columns.flatMap(({ index, column }): Cell[] => {
    const written = row.cells.get(index);
    if (written === undefined || column === null) return [];
    const text = withoutGuard(written).trim();
    const own = "language" in column ? column.language : null;
    return text === ""
      ? []
      : [
          {
            holds: column.holds,
            language: own ?? languages.get(index) ?? "de",
            text,
            at: placeOf(row.number, index),
            column,
          },
        ];
  });
}

/** The apostrophe before what a spreadsheet would compute is of the export, not of the text. */
export function withoutGuard(cell: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

/** Whose row this is: of its id, of the same answer, or of the row above it, as with cells that are joined. */
function intentOf(
  cells: readonly Cell[],
  row: SheetRow,
  hasId: boolean,
  above: { key: string; gathered: Gathered } | null,
  all: Gathering,
): { key: string; gathered: Gathered } | null {
  if (cells.length === 0) return null;
  const at = `row ${row.number}`;
  const first = (holds: Column["holds"]): string | undefined =>
    cells.find((cell) => cell.holds === holds)?.text;
  const id = first("id");
  if (id !== undefined) {
    const key = `id ${sameWords(id)}`;
    return { key, gathered: all.of(key, id, "by name", at) };
  }
  const answer = first("short");
  if (answer === undefined) {
    if (above) return above;
    all.note("note", at, "this row has neither an id nor an answer; it is left out.");
    return null;
  }
  const name = first("title") ?? first("utterance");
  if (name === undefined) {
    all.note("note", at, "this row has an answer and no question; it is left out.");
    return null;
  }
  if (hasId) all.note("note", at, "this row has no id; one is made of its question.");
  const key = `answer ${sameWords(answer)}`;
  return { key, gathered: all.of(key, name, "by its question", at) };
}

function fillIn(intent: Gathered, cells: readonly Cell[], own: boolean, all: Gathering): void {
  const named = (holds: Column["holds"], language?: Language): Cell[] =>
    cells.filter((cell) => cell.holds === holds && (language === undefined || cell.language === language));
  for (const { holds, language, text, at, column } of cells) {
    if (holds === "utterance")
      for (const line of own ? [text] : linesOf(text)) intent.utterance(language, { text: line, at });
    else if (holds === "related") for (const id of own ? [text] : text.split(/[\s,;]+/)) intent.related(id);
    else if (holds === "draft") intent.draft(/^(?:true|wahr|ja|yes|x|1)$/i.test(text));
    else if (holds === "short" && !own) {
      const [more] = named("more", language);
      const fit = fitAnswer(text, more?.text);
      for (const done of fit.done) all.note("note", at, `${done}.`);
      intent.text(`answer.${language}.short`, { text: fit.short, at });
      if (fit.more !== null) intent.text(`answer.${language}.more`, { text: fit.more, at: more?.at ?? at });
    } else if (!(holds === "more" && !own && named("short", language).length > 0)) {
      const name = textName(column, language);
      if (name) intent.text(name, { text, at });
    }
  }
  for (const [index, cell] of named("link.url").entries()) {
    const de = named("link.label", "de")[index]?.text;
    const en = named("link.label", "en")[index]?.text;
    const found = own ? { title: de ?? "", url: cell.text } : namedAddress(cell.text);
    if (found === null)
      all.note("note", cell.at, `"${inShort(cell.text)}" is no address that can be linked; it is left out.`);
    else
      intent.link({
        label: { de: de ?? en ?? found.title, ...(en === undefined ? {} : { en }) },
        url: found.url,
      });
  }
  const urls = named("source.url");
  for (const [index, cell] of named("source.title").entries()) {
    const url = urls[index] ? (own ? urls[index].text : addressOf(urls[index].text)) : null;
    const found = url === null ? namedAddress(cell.text) : { title: cell.text, url };
    if (found) intent.source(found);
    else all.note("note", cell.at, `the source "${inShort(cell.text)}" has no address; it is left out.`);
  }
  if (named("source.title").length === 0)
    for (const { text, at } of urls) {
      const url = addressOf(text);
      if (url === null) all.note("note", at, `"${inShort(text)}" is no address; it is left out as a source.`);
      else intent.source({ title: hostOf(url), url });
    }
}

/** Several questions in one cell stand below each other, often as a list. */
function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.replace(/^\s*(?:[-•*–]|\d{1,2}[.)])\s+/, ""));
}

function describeColumns(columns: readonly PlacedColumn[], languages: ReadonlyMap<number, Language>): string {
  const read = columns.flatMap(({ index, column }) =>
    column === null
      ? []
      : [
          `${columnName(index)} = ${column.holds}${"language" in column ? ` (${LANGUAGE_NAMES[column.language ?? languages.get(index) ?? "de"]})` : ""}`,
        ],
  );
  const passed = columns.flatMap(({ index, header, column }) =>
    column === null ? [`${columnName(index)} "${inShort(header, 30)}"`] : [],
  );
  return `Columns: ${read.join(", ")}${passed.length > 0 ? `; not read: ${passed.join(", ")}` : ""}.`;
}
