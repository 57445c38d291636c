import type { Seminar } from "../knowledge/index.js";
import type { Registration, SeminarRecord } from "../store/index.js";
import { minute } from "./forms.js";
import { withStore } from "./here.js";
import { jsonLine, oneLine } from "./one-line.js";
import { opened } from "./opened.js";
import { csv } from "./table.js";

/** `seminars [ID]`: how many have registered for each, or who has for one. */
export async function seminars(
  id: string | undefined,
  options: { json?: boolean; csv?: boolean; now?: number },
): Promise<void> {
  const known = (await opened(options.now)).knowledge().seminars;
  await withStore("Nobody has registered yet", async (store) => {
    const records = await store.seminars();
    if (id === undefined) {
      const lines = overview(known, records);
      if (options.csv) process.stdout.write(overviewAsCsv(lines));
      else for (const one of lines) process.stdout.write(options.json ? jsonLine(one) : line(one));
      return;
    }
    const seminar = known.find((candidate) => candidate.id === id);
    if (!seminar && !records.has(id)) {
      process.stderr.write(`There is no seminar ${oneLine(id, 80)}. "seminars" lists all.\n`);
      process.exitCode = 1;
      return;
    }
    const registrations = await store.registrations({ seminar: id });
    if (options.csv) process.stdout.write(registrationsAsCsv(registrations));
    else if (options.json) for (const one of registrations) process.stdout.write(jsonLine(one));
    else {
      const [head] = overview(seminar ? [seminar] : [], new Map(record(records, id)));
      if (head) process.stdout.write(line(head));
      if (registrations.length === 0) process.stderr.write("Nobody has registered yet.\n");
      for (const one of registrations) process.stdout.write(registrationLine(one));
    }
  });
}

/** A seminar with its registrations; `listed` is false when it no longer stands in seminars.yaml. */
interface Overview {
  readonly seminar: string;
  readonly title: string | null;
  readonly starts: string | null;
  readonly seats: number | null;
  readonly booked: number;
  readonly waiting: number;
  readonly cancelled: boolean;
  readonly listed: boolean;
}

function overview(
  known: readonly Seminar[],
  records: ReadonlyMap<string, SeminarRecord>,
): readonly Overview[] {
  const listed = known.map((seminar) => ({
    seminar: seminar.id,
    title: seminar.title.de,
    starts: seminar.date?.kind === "full" ? seminar.date.start : null,
    seats: seminar.seats,
    booked: records.get(seminar.id)?.booked ?? 0,
    waiting: records.get(seminar.id)?.waiting ?? 0,
    cancelled: seminar.cancelled !== null,
    listed: true,
  }));
  const gone = [...records]
    .filter(([id, { booked, waiting }]) => booked + waiting > 0 && !known.some((one) => one.id === id))
    .map(([seminar, { booked, waiting }]) => ({
      seminar,
      title: null,
      starts: null,
      seats: null,
      booked,
      waiting,
      cancelled: false,
      listed: false,
    }));
  return [...listed, ...gone];
}

function line(one: Overview): string {
  const seats = one.seats === null ? "no limit" : `of ${one.seats} seats`;
  const state = !one.listed
    ? '  NO LONGER IN seminars.yaml: put it back with "cancelled", so that those who registered are told'
    : one.cancelled
      ? "  cancelled"
      : "";
  const waiting = one.waiting > 0 ? `, ${one.waiting} waiting` : "";
  return `${one.seminar}  ${one.starts ?? "no full date"}  ${one.booked} booked (${seats})${waiting}${state}  ${one.title ?? ""}\n`;
}

function registrationLine({ status, position, reference, bookedAt, submission }: Registration): string {
  const place = status === "waiting" ? `waiting ${position ?? ""}` : "booked";
  const answers = (submission?.answers ?? [])
    .filter(({ value }) => value !== null)
    .map(({ label, shown }) => `${label}: ${oneLine(shown, 60)}`);
  return `  ${reference}  ${minute(bookedAt)}  ${place}  ${answers.join(" · ") || "(erased)"}\n`;
}

/** The list for the door. */
function registrationsAsCsv(registrations: readonly Registration[]): string {
  const fields = [
    ...new Set(
      registrations.flatMap(({ submission }) => (submission?.answers ?? []).map(({ field }) => field)),
    ),
  ];
  return csv(
    ["reference", "seminar", "status", "position", "registered", ...fields],
    registrations.map((one) => [
      one.reference,
      one.seminar,
      one.status,
      one.position === null ? "" : String(one.position),
      new Date(one.bookedAt).toISOString(),
      ...fields.map((field) => one.submission?.answers.find((answer) => answer.field === field)?.shown ?? ""),
    ]),
  );
}

function overviewAsCsv(lines: readonly Overview[]): string {
  return csv(
    ["seminar", "title", "starts", "seats", "booked", "waiting", "state"],
    lines.map((one) => [
      one.seminar,
      one.title ?? "",
      one.starts ?? "",
      one.seats === null ? "" : String(one.seats),
      String(one.booked),
      String(one.waiting),
      one.listed ? (one.cancelled ? "cancelled" : "") : "not listed",
    ]),
  );
}

function record(
  records: ReadonlyMap<string, SeminarRecord>,
  id: string,
): readonly (readonly [string, SeminarRecord])[] {
  const found = records.get(id);
  return found ? [[id, found]] : [];
}
