import type { StoredSubmission } from "../store/index.js";
import { withStore } from "./here.js";
import { jsonLine, oneLine } from "./one-line.js";
import { csv } from "./table.js";

const NOTHING = "Nothing has been handed in yet";

/** `forms list`: what guests have handed in and is not done, oldest first. */
export async function listForms(options: {
  form?: string;
  all?: boolean;
  json?: boolean;
  csv?: boolean;
}): Promise<void> {
  await withStore(NOTHING, async (store) => {
    const found = await store.submissions({
      ...(options.form ? { form: options.form } : {}),
      ...(options.all ? {} : { status: "open" }),
    });
    if (options.csv) process.stdout.write(submissionsAsCsv(found));
    else if (options.json) for (const one of found) process.stdout.write(jsonLine(one));
    else if (found.length === 0)
      process.stderr.write(
        options.all ? `${NOTHING}.\n` : "Nothing is open. --all shows what is done, too.\n",
      );
    else for (const one of found) process.stdout.write(line(one));
  });
}

/** `forms show REFERENCE`: one of them with all answers. */
export async function showForm(reference: string, { json }: { json?: boolean }): Promise<void> {
  await withStore(NOTHING, async (store) => {
    const found = await store.submission(asReference(reference));
    if (!found) return unknown(reference);
    process.stdout.write(json ? jsonLine(found) : inFull(found));
  });
}

/** `forms done REFERENCE`: it was dealt with; the time until it is erased begins. */
export async function finishForm(reference: string): Promise<void> {
  await withStore(NOTHING, async (store) => {
    const name = asReference(reference);
    const result = await store.finish(name);
    if (result === "unknown") return unknown(reference);
    const found = await store.submission(name);
    const days = found ? `It is erased ${found.keepDays} days after it was done.` : "";
    process.stdout.write(
      result === "done" ? `${name} is done. ${days}\n` : `${name} was done before; nothing was changed.\n`,
    );
  });
}

/** One row each; the columns of the answers are those of all forms in it. */
function submissionsAsCsv(found: readonly StoredSubmission[]): string {
  const fields = [...new Set(found.flatMap(({ answers }) => answers.map(({ field }) => field)))];
  return csv(
    ["reference", "form", "seminar", "status", "submitted", "done", "channel", "language", ...fields],
    found.map((one) => [
      one.reference,
      one.form,
      one.seminar ?? "",
      one.status,
      instant(one.submittedAt),
      one.doneAt === null ? "" : instant(one.doneAt),
      one.channel,
      one.language,
      ...fields.map((field) => one.answers.find((answer) => answer.field === field)?.shown ?? ""),
    ]),
  );
}

function line(one: StoredSubmission): string {
  const about = one.seminar ? ` for ${one.seminar}` : "";
  const first = one.answers
    .filter(({ value }) => value !== null)
    .map(({ shown }) => oneLine(shown, 40))
    .slice(0, 3);
  return `${one.reference}  ${minute(one.submittedAt)}  ${one.status}  ${one.form}${about}  ${first.join(" · ")}\n`;
}

function inFull(one: StoredSubmission): string {
  return [
    `${one.reference}  ${one.form}${one.seminar ? ` for ${one.seminar}` : ""}`,
    `  handed in ${minute(one.submittedAt)} on ${one.channel}, in ${one.language === "de" ? "German" : "English"}`,
    `  ${one.doneAt === null ? "open" : `done ${minute(one.doneAt)}, kept for ${one.keepDays} days`}`,
    "",
    ...one.answers.map(({ label, value, shown }) => `  ${label}: ${value === null ? "–" : paragraph(shown)}`),
    "",
    "",
  ].join("\n");
}

/** Longer answers keep their lines, indented; a terminal obeys nothing in them. */
function paragraph(text: string): string {
  const lines = text.split(/\r?\n/).map((part) => oneLine(part, 2_000));
  return lines.length === 1 ? (lines[0] ?? "") : `\n${lines.map((part) => `    ${part}`).join("\n")}`;
}

function unknown(reference: string): void {
  process.stderr.write(
    `There is no submission ${oneLine(reference, 40)}. "forms list --all" shows all that there are.\n`,
  );
  process.exitCode = 1;
}

/** References are told on the telephone: small letters and missing hyphens are meant well. */
function asReference(text: string): string {
  const name = text.trim().toUpperCase();
  return /^[A-Z][A-Z0-9]+$/.test(name) ? `${name.slice(0, 1)}-${name.slice(1)}` : name;
}

/** UTC, to the minute. */
export function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
