import { html } from "hono/html";
import { longDate } from "../conversation/dates.js";
import { freeSeats, registrationState, seminarCard } from "../conversation/seminar-card.js";
import type { Seminar } from "../knowledge/model.js";
import { plain, safeTarget } from "../text/index.js";
import type { Seats, SeminarCard } from "../vocabulary/index.js";
import { badges } from "./badges.js";
import { layout } from "./layout.js";
import { type Markup, richText } from "./rich-text.js";
import { calendarPath, cardView, pagePath } from "./seminar-view.js";
import { eventData } from "./structured-data.js";
import type { View } from "./view.js";

/** Everything that is known of a seminar; what is not stated is said to be so. */
export function detailPage(view: View, seminar: Seminar): Markup {
  const { language, words, site } = view;
  const shown = seminarCard(seminar, cardView(view, seminar));
  const about = seminar.abstract?.[language] ?? [];
  const main = html`<p><a class="kern-link kern-link--no-visited-state" href="${view.link("/seminars")}">${words.back}</a></p>
      <h1 class="kern-heading-large">${shown.title}</h1>
      ${badges(view, seminar, shown.status)}
      ${notices(view, seminar)}
      ${section(words.facts, rows(view, essentials(view, seminar, shown)))}
      ${registration(view, seminar)}
      ${calendar(view, seminar)}
      ${about.length > 0 ? section(words.about, richText(about)) : ""}
      ${section(words.moreFacts, rows(view, further(view, seminar, shown)))}`;
  return layout(view, {
    title: shown.title,
    description: [shown.when, shown.where, shortened(plain(about))].filter(Boolean).join(". "),
    indexed: !seminar.example,
    canonical: pagePath(seminar),
    section: "seminars",
    main,
    data: eventData(seminar, {
      language,
      page: `${site}${pagePath(seminar)}`,
      seats: countedHere(view, seminar),
    }),
  });
}

/** What must be known before anything else. */
function notices(view: View, seminar: Seminar): Markup {
  const { words, language } = view;
  const past = view.facts.isPast(seminar);
  return html`${
    seminar.cancelled ? alert("danger", words.cancelledTitle, richText(seminar.cancelled[language])) : ""
  }
      ${past && !seminar.cancelled ? alert("info", words.pastTitle, paragraph(words.pastText)) : ""}
      ${seminar.date?.kind === "yearless" ? alert("warning", words.yearlessTitle, paragraph(words.yearlessText)) : ""}
      ${seminar.example ? alert("info", words.exampleTitle, paragraph(words.exampleText)) : ""}`;
}

function alert(kind: "info" | "warning" | "danger", title: string, body: Markup): Markup {
  return html`<div class="kern-alert kern-alert--${kind}">
        <div class="kern-alert__header">
          <span class="kern-icon kern-icon--${kind}" aria-hidden="true"></span>
          <h2 class="kern-title">${title}</h2>
        </div>
        <div class="kern-alert__body">${body}</div>
      </div>`;
}

type Row = readonly [label: string, value: Markup | string | null];

/** What decides whether one can take part. */
function essentials(view: View, seminar: Seminar, shown: SeminarCard): readonly Row[] {
  const { words, language } = view;
  const until = seminar.registration?.until;
  return [
    [words.when, shown.when],
    [words.where, shown.where],
    [words.online, seminar.online === null ? null : seminar.online ? words.yes : words.no],
    [words.fee, shown.fee],
    [words.seats, seats(view, seminar)],
    [words.until, until ? longDate(until, language) : null],
  ];
}

function further({ words, language }: View, seminar: Seminar, shown: SeminarCard): readonly Row[] {
  const from = source(seminar);
  return [
    [words.kind, seminar.kindOf?.[language] ?? null],
    [words.audience, seminar.audience?.[language] ?? null],
    [words.leaders, shown.leaders],
    [words.organiser, seminar.organiser],
    [words.certificate, seminar.certificate?.[language] ?? null],
    [words.cancellation, seminar.cancellation?.[language] ?? null],
    [words.recording, seminar.recording?.[language] ?? null],
    [words.topics, seminar.topics[language].join(", ") || null],
    ...(from ? [[words.source, from] as const] : []),
  ];
}

function rows({ words }: View, all: readonly Row[]): Markup {
  return html`<dl class="kern-description-list">${all.map(
    ([label, value]) =>
      html`<div class="kern-description-list-item">
            <dt class="kern-description-list-item__key">${label}</dt>
            <dd class="kern-description-list-item__value">${value ?? html`<span class="not-stated">${words.notStated}</span>`}</dd>
          </div>`,
  )}</dl>`;
}

function seats(view: View, seminar: Seminar): string | null {
  const { seats: all } = seminar;
  if (all === null) return null;
  const counted = countedHere(view, seminar);
  const free = counted ? freeSeats(seminar, counted) : null;
  if (free === null) return String(all);
  return free === 0 ? view.words.seatsFull(all) : view.words.seatsFree(free, all);
}

/** How many are registered, where one registers in the chat; who registers elsewhere is not known here. */
function countedHere(view: View, seminar: Seminar): Seats | undefined {
  const counted = seminar.registration?.form && !view.facts.isPast(seminar) && !seminar.cancelled;
  return counted ? (view.records.get(seminar.id) ?? { booked: 0, waiting: 0 }) : undefined;
}

function source({ source: from }: Seminar): Markup | string | null {
  if (!from) return null;
  const url = from.url === null ? undefined : safeTarget(from.url);
  return url === undefined ? from.title : html`<a class="kern-link" href="${url}">${from.title}</a>`;
}

function registration(view: View, seminar: Seminar): Markup | "" {
  const { words, language } = view;
  const state = registrationState(seminar, cardView(view, seminar));
  if (state === "cancelled" || state === "past") return "";
  const { form, url, until } = seminar.registration ?? { form: null, url: null, until: null };
  const there = url === null ? undefined : safeTarget(url);
  if (state === "closed")
    return section(words.registration, paragraph(words.closed(until ? longDate(until, language) : "")));
  if (!form && there === undefined) return section(words.registration, paragraph(words.registrationUnknown));
  const here = view.link("/", { do: `register:${seminar.id}` });
  return section(
    words.registration,
    html`${state === "full" ? paragraph(words.full) : ""}
        <p class="seminar-actions">
          ${form ? button(here, state === "full" ? words.waitHere : words.registerHere, "primary") : ""}
          ${there === undefined ? "" : button(there, words.registerThere, form ? "secondary" : "primary")}
        </p>`,
  );
}

function calendar(view: View, seminar: Seminar): Markup | "" {
  const { words } = view;
  if (seminar.cancelled || view.facts.isPast(seminar)) return "";
  const reason = noCalendarBecause(view, seminar);
  if (reason !== null) return section(words.calendar, paragraph(reason));
  const file = button(view.link(calendarPath(seminar)), words.calendarFile, "secondary");
  return section(
    words.calendar,
    html`<p class="seminar-actions">${file}</p>
        ${paragraph(words.calendarText)}`,
  );
}

/** Why a seminar has no calendar file, in words; null: it has one. */
export function noCalendarBecause({ words }: View, { date }: Seminar): string | null {
  if (date?.kind === "full") return null;
  return date ? words.noCalendar.yearless : words.noCalendar.undated;
}

function section(title: string, body: Markup): Markup {
  return html`<section><h2 class="kern-heading-medium">${title}</h2>${body}</section>`;
}

function button(href: string, label: string, kind: "primary" | "secondary"): Markup {
  return html`<a class="kern-btn kern-btn--${kind}" href="${href}"><span class="kern-label">${label}</span></a>`;
}

function paragraph(text: string): Markup {
  return html`<p class="kern-body">${text}</p>`;
}

/** The beginning of a text, cut between words. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 150 ? line : `${line.slice(0, 150).replace(/\s\S*$/, "")} …`;
}
