import type { Seminar } from "../knowledge/model.js";

/** The order in which guests see seminars: real ones before examples, then by date; those without a year or a date last. */
export function byDate(first: Seminar, second: Seminar): number {
  const [one, other] = [keyOf(first), keyOf(second)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function keyOf({ example, date, id }: Seminar): string {
  const when = date?.kind === "full" ? `${date.start} ${date.from ?? ""}` : "9999";
  return `${Number(example)} ${when} ${id}`;
}
