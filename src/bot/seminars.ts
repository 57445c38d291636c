import { longDate, monthName } from "../conversation/dates.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Extras, Reply, Values } from "../conversation/reply.js";
import { type Period, periodIn } from "../conversation/when.js";
import type { Seminar, SeminarAspect } from "../knowledge/model.js";
import type { Language, RichText, SeminarCard } from "../vocabulary/index.js";
import { liveTopic } from "./topic.js";

/** At most so many seminars are shown in one answer. */
const SHOWN = 5;

/** An answer from the seminar data: what to say, and which seminar it was about, if one. */
export interface SeminarAnswer {
  readonly text: RichText;
  readonly extras: Extras;
  readonly seminar: string | null;
}

/**
 * Answers a question on seminars from seminars.yaml: nothing is guessed, what the announcement does not say is said
 * to be "not stated". A seminar without a year is never called coming or past, whatever the day is.
 */
export function answerOnSeminars(
  aspect: SeminarAspect,
  text: string,
  chosen: string | null,
  input: DecisionInput,
  reply: Reply,
): SeminarAnswer {
  if (aspect === "list" || aspect === "search") return listed(aspect, text, input, reply);
  const seminar = meant(chosen, input);
  return seminar ? about(aspect, seminar, input, reply) : whichOne(aspect, text, input, reply);
}

/** The seminar that is talked about: chosen by button, named, the conversation's, or the only real one. */
function meant(chosen: string | null, input: DecisionInput): Seminar | null {
  const { seminars } = input.knowledge;
  const named = input.comprehension?.seminars[0]?.id;
  const spokenOf = liveTopic(input.conversation.state, input.now)?.seminar;
  const id = chosen ?? named ?? spokenOf;
  const found = seminars.find((seminar) => seminar.id === id);
  if (found) return found;
  const open = seminars.filter((seminar) => !input.facts.isPast(seminar));
  const real = open.filter((seminar) => !seminar.example);
  return (real.length === 1 ? real[0] : open.length === 1 ? open[0] : undefined) ?? null;
}

function listed(aspect: "list" | "search", text: string, input: DecisionInput, reply: Reply): SeminarAnswer {
  const period = periodIn(text, input.facts.today);
  const named = input.comprehension?.seminars.map(({ id }) => id) ?? [];
  const open = input.knowledge.seminars.filter((seminar) => !input.facts.isPast(seminar)).sort(byDate);
  const onTopic =
    aspect === "search" && named.length > 0
      ? open.filter(({ id }) => named.includes(id))
      : aspect === "search"
        ? []
        : open;
  const found = onTopic.filter((seminar) => within(seminar, period));
  if (found.length > 0) {
    const key = period ? "seminar.found-in-period" : aspect === "search" ? "seminar.found" : "seminar.list";
    return {
      text: [...reply.words(key, { count: String(found.length) }), ...notes(found, reply)],
      extras: {
        cards: found.slice(0, SHOWN).map((seminar) => card(seminar, reply.language)),
        links: allSeminars(input, reply),
      },
      seminar: found.length === 1 ? (found[0]?.id ?? null) : null,
    };
  }
  const others = onTopic.length > 0 ? onTopic : open;
  const key =
    onTopic.length > 0 && period
      ? "seminar.none-in-period"
      : aspect === "search"
        ? "seminar.none-on-topic"
        : "seminar.none";
  return {
    text: [
      ...reply.words(key),
      ...(others.length > 0
        ? [...reply.words("seminar.others"), ...notes(others.slice(0, SHOWN), reply)]
        : []),
    ],
    extras: {
      cards: others.slice(0, SHOWN).map((seminar) => card(seminar, reply.language)),
      links: allSeminars(input, reply),
    },
    seminar: null,
  };
}

function about(aspect: SeminarAspect, seminar: Seminar, input: DecisionInput, reply: Reply): SeminarAnswer {
  const { language } = reply;
  const shown = card(seminar, language);
  const unknown = plainWords(reply, "seminar.not-stated");
  const values: Values = {
    title: shown.title,
    kind: seminar.kindOf?.[language] ?? (language === "de" ? "Seminar" : "seminar"),
    when: shown.when ?? unknown,
    where: shown.where ?? unknown,
    leaders: shown.leaders ?? unknown,
    organiser: seminar.organiser ?? unknown,
    fee: shown.fee ?? unknown,
    seats: seminar.seats === null ? unknown : String(seminar.seats),
    audience: seminar.audience?.[language] ?? unknown,
    online:
      seminar.online === null
        ? unknown
        : plainWords(reply, seminar.online ? "seminar.online-yes" : "seminar.online-no"),
    recording: seminar.recording?.[language] ?? unknown,
    certificate: seminar.certificate?.[language] ?? unknown,
    cancellation: seminar.cancellation?.[language] ?? unknown,
    until: seminar.registration?.until ? longDate(seminar.registration.until, language) : unknown,
    url: seminar.registration?.url ?? undefined,
    source: seminar.source?.title,
  };
  const past = input.facts.isPast(seminar);
  const text = [
    ...(past ? reply.words("seminar.past", values) : []),
    ...reply.words(`seminar.${aspect}`, values),
    ...(aspect === "details" || aspect === "overview" ? (seminar.abstract?.[language] ?? []) : []),
    ...notes([seminar], reply),
  ];
  return {
    text,
    extras: {
      ...(aspect === "overview" || aspect === "details" ? { cards: [shown] } : {}),
      links: registrationLink(seminar, past, reply),
    },
    seminar: seminar.id,
  };
}

function whichOne(aspect: SeminarAspect, text: string, input: DecisionInput, reply: Reply): SeminarAnswer {
  const period = periodIn(text, input.facts.today);
  const open = input.knowledge.seminars.filter((seminar) => !input.facts.isPast(seminar)).sort(byDate);
  const within_ = open.filter((seminar) => within(seminar, period));
  const candidates = (within_.length > 0 ? within_ : open).slice(0, SHOWN);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  if (only) return about(aspect, only, input, reply);
  if (candidates.length === 0)
    return { text: reply.words("seminar.none"), extras: { links: allSeminars(input, reply) }, seminar: null };
  const intent = [...input.knowledge.intents.values()].find((candidate) => candidate.seminars === aspect)?.id;
  return {
    text: reply.words("seminar.which"),
    extras: {
      buttons: intent
        ? candidates.map((seminar) =>
            reply.button(seminar.title[reply.language], { does: "ask", intent, seminar: seminar.id }),
          )
        : [],
    },
    seminar: null,
  };
}

/** What must be said of some of the seminars shown: no year, examples. */
function notes(seminars: readonly Seminar[], reply: Reply): RichText {
  const yearless = seminars.find((seminar) => seminar.date?.kind === "yearless");
  return [
    ...(yearless
      ? reply.words("seminar.yearless", {
          title: yearless.title[reply.language],
          url: yearless.registration?.url ?? undefined,
        })
      : []),
    ...(seminars.some((seminar) => seminar.example) ? reply.words("seminar.examples") : []),
  ];
}

/** A seminar without a year fits a month of the year when its own month lies in it; one without a date fits no period. */
function within(seminar: Seminar, period: Period | null): boolean {
  if (!period) return true;
  const { date } = seminar;
  if (!date) return false;
  if (date.kind === "full") return date.start <= period.to && date.end >= period.from;
  const months = new Set<number>();
  for (let at = Date.parse(period.from); at <= Date.parse(period.to) && months.size < 12; at += 86_400_000) {
    months.add(new Date(at).getUTCMonth() + 1);
  }
  return months.has(date.month);
}

/** Real ones before examples, then by date; those without a year last. */
function byDate(a: Seminar, b: Seminar): number {
  const key = (seminar: Seminar): string =>
    `${Number(seminar.example)} ${seminar.date?.kind === "full" ? seminar.date.start : "9999"}`;
  return key(a).localeCompare(key(b)) || a.id.localeCompare(b.id);
}

/** The seminar as a card; null is "not stated". */
function card(seminar: Seminar, language: Language): SeminarCard {
  const place = [seminar.place?.venue, seminar.place?.city].filter(Boolean).join(", ");
  const online = seminar.online === true ? "online" : null;
  const leaders = seminar.leaders
    .map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name))
    .join(", ");
  return {
    kind: "seminar",
    seminar: seminar.id,
    title: seminar.title[language],
    when: seminar.date ? when(seminar.date, language) : null,
    where: [place, online].filter(Boolean).join(" / ") || null,
    leaders: leaders || null,
    fee: seminar.fee?.[language] ?? null,
    url: seminar.registration?.url ?? null,
    example: seminar.example,
    pageUrl: null,
    calendarUrl: null,
    status: null,
    cancelled: false,
    register: null,
  };
}

function when(date: NonNullable<Seminar["date"]>, language: Language): string {
  if (date.kind === "yearless") {
    const month = monthName(date.month, language);
    return language === "de"
      ? `${date.days.map((number) => `${number}.`).join("/")} ${month} (ohne Jahresangabe)`
      : `${date.days.join("/")} ${month} (no year given)`;
  }
  const days =
    date.start === date.end
      ? longDate(date.start, language)
      : `${longDate(date.start, language)} – ${longDate(date.end, language)}`;
  const times = [date.from, date.to].filter(Boolean).join(language === "de" ? " bis " : " to ");
  return times ? `${days}, ${times}${language === "de" ? " Uhr" : ""}` : days;
}

function registrationLink(seminar: Seminar, past: boolean, reply: Reply): { label: string; url: string }[] {
  const url = seminar.registration?.url;
  return url && !past ? [{ label: reply.label("seminar.link"), url }] : [];
}

function allSeminars(input: DecisionInput, reply: Reply): { label: string; url: string }[] {
  const url = input.facts.value("office.seminarsLink", reply.language);
  return typeof url === "string" ? [{ label: reply.label("seminar.all"), url }] : [];
}

/** A text of messages.yaml as words inside another sentence. */
function plainWords(reply: Reply, key: string): string {
  return reply.label(key);
}
