import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { byDate } from "../conversation/seminar-order.js";
import type { Seminar } from "../knowledge/model.js";
import { type Filter, filtersIn } from "./seminar-filter.js";
import { allSeminars, cardOf, notesOn, registerLinks, type SeminarAnswer } from "./seminar-shown.js";

/** At most so many seminars are shown in one answer. */
const SHOWN = 5;

/** The seminars that are not over and that fit what was asked for; where there are none, it says so and shows others. */
export function listSeminars(
  aspect: "list" | "search",
  text: string,
  input: DecisionInput,
  reply: Reply,
): SeminarAnswer {
  const open = openSeminars(input);
  const filters = filtersIn(aspect, text, open, input, reply);
  const found = fitting(open, filters);
  if (found.length > 0) {
    const key = has(filters, "period")
      ? "seminar.found-in-period"
      : filters.length > 0
        ? "seminar.found"
        : "seminar.list";
    return shown(found, reply.words(key, { count: String(found.length) }), filters, input, reply);
  }
  // the time gives way first, then the place, and what is asked about last
  const others = [without(filters, "period"), filters.filter(({ kind }) => kind === "topic"), []]
    .map((fewer) => ({ fewer, seminars: fitting(open, fewer) }))
    .find(({ fewer, seminars }) => seminars.length > 0 || fewer.length === 0);
  const none = [
    ...reply.words(missing(filters, others?.fewer ?? [])),
    ...filterLine(filters, reply),
    ...(others?.seminars.length ? reply.words("seminar.others") : []),
  ];
  return { ...shown(others?.seminars ?? [], none, [], input, reply), seminar: null };
}

/** What has not ended, real ones before examples, then by date; those without a year last. */
export function openSeminars(input: DecisionInput): Seminar[] {
  return input.knowledge.seminars.filter((seminar) => !input.facts.isPast(seminar)).sort(byDate);
}

function shown(
  seminars: readonly Seminar[],
  lead: SeminarAnswer["text"],
  filters: readonly Filter[],
  input: DecisionInput,
  reply: Reply,
): SeminarAnswer {
  const some = seminars.slice(0, SHOWN);
  return {
    text: [...lead, ...filterLine(filters, reply), ...notesOn(some, reply)],
    extras: {
      cards: some.map((seminar) => cardOf(seminar, input, reply)),
      links: [...registerLinks(some, input, reply), ...allSeminars(input, reply)],
    },
    seminar: seminars.length === 1 ? (seminars[0]?.id ?? null) : null,
  };
}

/** The text that says that nothing fits: what was in the way, as far as that is plain. */
function missing(filters: readonly Filter[], kept: readonly Filter[]): string {
  if (filters.length === 0) return "seminar.none";
  if (has(filters, "topic") && !has(kept, "topic")) return "seminar.none-on-topic";
  return without(filters, "period").length === kept.length && has(filters, "period")
    ? "seminar.none-in-period"
    : "seminar.none-filtered";
}

function filterLine(filters: readonly Filter[], reply: Reply): SeminarAnswer["text"] {
  const names = filters.flatMap(({ name }) => (name === null ? [] : [name]));
  return names.length > 0 ? reply.words("seminar.filter", { filters: names.join(", ") }) : [];
}

function fitting(seminars: readonly Seminar[], filters: readonly Filter[]): Seminar[] {
  return seminars.filter((seminar) => filters.every(({ fits }) => fits(seminar)));
}

function without(filters: readonly Filter[], kind: Filter["kind"]): readonly Filter[] {
  return filters.filter((filter) => filter.kind !== kind);
}

function has(filters: readonly Filter[], kind: Filter["kind"]): boolean {
  return filters.some((filter) => filter.kind === kind);
}
