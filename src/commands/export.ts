import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { currentOf, faqJson, faqRows, workbookOf } from "../exchange/index.js";
import { NotWritten } from "../knowledge/index.js";
import { fileFault } from "./labelled-lines.js";
import { oneLine } from "./one-line.js";
import { opened } from "./opened.js";
import { filesOf } from "./present-files.js";
import { csv } from "./table.js";

export type ExportFormat = "csv" | "xlsx" | "json";

/** `export`: the FAQ as a table or as JSON, so that `import` reads it back without a loss. */
export async function exportFaq(options: {
  format?: ExportFormat;
  out?: string;
  now?: number;
}): Promise<void> {
  const { config, knowledge } = await opened(options.now);
  const format = options.format ?? "csv";
  if (format === "xlsx" && options.out === undefined)
    return failed("A workbook is no text: name a file with --out faq.xlsx.");
  try {
    const current = currentOf(filesOf(config.intentsDir), basename(config.intentsDir), knowledge());
    const { headers, rows } = faqRows(current.entries);
    const content =
      format === "json"
        ? faqJson(current.entries)
        : format === "csv"
          ? csv(headers, rows)
          : await workbookOf(headers, rows);
    if (options.out === undefined) process.stdout.write(content);
    else if (save(options.out, content))
      process.stderr.write(`${current.entries.length} intents written to ${options.out}\n`);
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    failed(`The FAQ cannot be read as a whole, so nothing was exported: ${oneLine(error.message, 500)}`);
  }
}

/** Whole or not at all: a table that breaks off looks like one from which rows were deleted. */
function save(path: string, content: string | Buffer): boolean {
  const half = `${path}.part`;
  try {
    writeFileSync(half, content);
    renameSync(half, path);
    return true;
  } catch (error) {
    rmSync(half, { force: true });
    failed(`${path}: ${fileFault(error)}. Give a path that can be written.`);
    return false;
  }
}

function failed(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
