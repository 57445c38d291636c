import { html, raw } from "hono/html";
import { seminarCard } from "../conversation/seminar-card.js";
import { byDate } from "../conversation/seminar-order.js";
import type { Seminar } from "../knowledge/model.js";
import { badges } from "./badges.js";
import { feedAddress } from "./calendar-files.js";
import { type Choice, isEmpty, matching, months, places, type Search, searchIn } from "./filter.js";
import { layout } from "./layout.js";
import type { Markup } from "./rich-text.js";
import { calendarPath, cardView, pagePath } from "./seminar-view.js";
import type { View } from "./view.js";

/** All seminars that are not over, or those that a visitor looks for. */
export function overviewPage(view: View): Markup {
  const { words, knowledge, facts } = view;
  const open = knowledge.seminars.filter((seminar) => !facts.isPast(seminar)).sort(byDate);
  const search = searchIn(view.url.searchParams);
  const found = matching(open, search);
  const main = html`<h1 class="kern-heading-large">${words.overviewTitle}</h1>
      <p class="kern-body">${words.overviewIntro}</p>
      ${open.length > 0 ? filterForm(view, open, search) : ""}
      ${found.length > 0 ? list(view, found) : nothing(view, open.length === 0)}
      ${open.some(({ date }) => date?.kind === "full") ? feed(view) : ""}`;
  return layout(view, {
    title: words.overviewTitle,
    description: words.overviewDescription(view.office.name),
    indexed: isEmpty(search) && open.some(({ example }) => !example),
    canonical: "/seminars",
    section: "seminars",
    main,
  });
}

function filterForm(view: View, open: readonly Seminar[], search: Search): Markup {
  const { words, language } = view;
  const towns = places(open, language).map((town) => ({ value: town, label: town }));
  return html`<form class="seminar-search" action="/seminars" method="get" role="search" aria-labelledby="search-title">
        <h2 id="search-title" class="kern-heading-medium">${words.filter}</h2>
        ${view.url.searchParams.has("lang") ? html`<input type="hidden" name="lang" value="${language}">` : ""}
        <div class="seminar-search__fields">
          <div class="kern-form-input">
            <label class="kern-label" for="topic">${words.topic}</label>
            <input class="kern-form-input__input" type="search" id="topic" name="topic" value="${search.topic}" maxlength="100">
          </div>
          ${select("month", words.month, words.anyMonth, months(open, language, words.yearless), search.month)}
          ${select("place", words.place, words.anyPlace, towns, search.place)}
        </div>
        <div class="kern-form-check">
          <input class="kern-form-check__checkbox" type="checkbox" id="online" name="online" value="yes"${search.online ? raw(" checked") : ""}>
          <label class="kern-label" for="online">${words.onlyOnline}</label>
        </div>
        <p class="seminar-search__buttons">
          <button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${words.search}</span></button>
          ${isEmpty(search) ? "" : html`<a class="kern-btn kern-btn--tertiary" href="${view.link("/seminars")}"><span class="kern-label">${words.showAll}</span></a>`}
        </p>
      </form>`;
}

function select(
  name: string,
  label: string,
  any: string,
  choices: readonly Choice[],
  chosen: string,
): Markup | "" {
  if (choices.length === 0) return "";
  const option = (choice: Choice): Markup =>
    html`<option value="${choice.value}"${choice.value === chosen ? raw(" selected") : ""}>${choice.label}</option>`;
  return html`<div class="kern-form-input">
            <label class="kern-label" for="${name}">${label}</label>
            <div class="kern-form-input__select-wrapper">
              <select class="kern-form-input__select" id="${name}" name="${name}">
                ${[{ value: "", label: any }, ...choices].map(option)}
              </select>
            </div>
          </div>`;
}

function list(view: View, found: readonly Seminar[]): Markup {
  const { words } = view;
  return html`<h2 class="kern-heading-medium">${words.found(found.length)}</h2>
      ${found.some(({ example }) => example) ? html`<p class="kern-body">${words.examplesNote}</p>` : ""}
      <ul class="seminar-list">
        ${found.map((seminar) => html`<li>${card(view, seminar)}</li>`)}
      </ul>`;
}

function card(view: View, seminar: Seminar): Markup {
  const { words } = view;
  const shown = seminarCard(seminar, cardView(view, seminar));
  const fact = (label: string, value: string | null): Markup =>
    html`<div class="kern-description-list-item">
                <dt class="kern-description-list-item__key">${label}</dt>
                <dd class="kern-description-list-item__value">${value ?? words.notStated}</dd>
              </div>`;
  return html`<article class="kern-card seminar-card">
            <div class="kern-card__container">
              <header class="kern-card__header">
                <h3 class="kern-title"><a class="kern-link kern-link--no-visited-state" href="${view.link(pagePath(seminar))}">${shown.title}</a></h3>
                ${badges(view, seminar, shown.status)}
              </header>
              <div class="kern-card__body">
                <dl class="kern-description-list kern-description-list--col">
                  ${fact(words.when, shown.when)} ${fact(words.where, shown.where)} ${fact(words.fee, shown.fee)}
                </dl>
              </div>
              ${
                shown.calendarUrl
                  ? html`<footer class="kern-card__footer">
                <a class="kern-link kern-link--no-visited-state" href="${view.link(calendarPath(seminar))}">${words.calendarFile}<span class="kern-sr-only">: ${shown.title}</span></a>
              </footer>`
                  : ""
              }
            </div>
          </article>`;
}

function nothing({ words, link }: View, none: boolean): Markup {
  return html`<h2 class="kern-heading-medium">${none ? words.none : words.noneFound}</h2>
      <p class="kern-body">${none ? words.noneHint : words.noneFoundHint}</p>
      <p class="seminar-search__buttons">
        ${none ? "" : html`<a class="kern-btn kern-btn--secondary" href="${link("/seminars")}"><span class="kern-label">${words.showAll}</span></a>`}
        <a class="kern-btn kern-btn--secondary" href="${link("/")}"><span class="kern-label">${words.askInChat}</span></a>
      </p>`;
}

function feed(view: View): Markup {
  const { words } = view;
  const address = feedAddress(view);
  return html`<section class="seminar-feed" aria-labelledby="feed-title">
        <h2 id="feed-title" class="kern-heading-medium">${words.feedTitle}</h2>
        <p class="kern-body">${words.feedText}</p>
        <p><a class="kern-btn kern-btn--secondary" href="${address.replace(/^https?:/, "webcal:")}"><span class="kern-label">${words.subscribe}</span></a></p>
        <p class="kern-body">${words.feedHow} <a class="kern-link kern-link--no-visited-state" href="${address}">${address}</a></p>
      </section>`;
}
