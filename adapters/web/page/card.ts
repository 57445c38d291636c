import type { Button, Card, ContactCard, Language, SeminarCard } from "../../../src/vocabulary/index.js";
import { type Icon, icon } from "./icons.js";
import { renderLink, safeTarget } from "./rich-text.js";
import { type Word, word } from "./words.js";

/** Milliseconds in which a second press on the same button is taken for a part of the first. */
const doublePress = 2_000;

/** Shows a card. @param press Sends a button of the card; resolves to whether it reached the desk. */
export function renderCard(
  card: Card,
  language: Language,
  press: (button: Button) => Promise<boolean>,
): HTMLElement {
  return card.kind === "seminar" ? seminarCard(card, language, press) : contactCard(card, language);
}

/** A telephone number that can be called. */
export function telephone(number: string, language: Language): Node {
  return renderLink(`tel:${number.replace(/[^+\d]/g, "")}`, [text("span", number)], language);
}

function seminarCard(
  card: SeminarCard,
  language: Language,
  press: (button: Button) => Promise<boolean>,
): HTMLElement {
  const kind = word(language, "seminar") + (card.example ? ` · ${word(language, "example")}` : "");
  const article = frame(kind, card.title);
  if (card.status) article.append(badge(card.status, card.cancelled));
  article.append(
    facts(language, [
      ["when", card.when],
      ["where", card.where],
      ["leaders", card.leaders],
      ["fee", card.fee],
    ]),
  );
  const ways = document.createElement("div");
  ways.className = "card-ways";
  if (card.register) ways.append(registerButton(card.register, press));
  if (card.calendarUrl) ways.append(calendarLink(card.calendarUrl, language));
  for (const [url, label] of [
    [card.pageUrl, "toSeminarPage"],
    [card.url, "toSeminar"],
  ] as const)
    if (url) ways.append(renderLink(url, [text("span", word(language, label))], language));
  if (ways.hasChildNodes()) article.append(ways);
  return article;
}

function contactCard(card: ContactCard, language: Language): HTMLElement {
  const article = frame(word(language, "contact"), card.name);
  const stated: readonly (readonly [Word, string | Node | null])[] = [
    ["address", card.address],
    ["phone", card.phone && telephone(card.phone, language)],
    ["email", card.email && renderLink(`mailto:${card.email}`, [text("span", card.email)], language)],
    ["hours", card.hours],
  ];
  // A contact says what there is; only a seminar says what its announcement leaves open.
  article.append(
    facts(
      language,
      stated.filter(([, value]) => value !== null),
    ),
  );
  return article;
}

function frame(kind: string, title: string): HTMLElement {
  const article = document.createElement("article");
  article.className = "kern-card kern-card--hug card";
  article.append(text("p", kind, "small-title"), text("h3", title));
  return article;
}

/** Cancelled or not is said by the words too, not by the colour alone. */
function badge(status: string, cancelled: boolean): HTMLElement {
  const element = text("p", "", `kern-badge kern-badge--${cancelled ? "danger" : "info"} card-status`);
  element.append(icon(cancelled ? "warning" : "info"), text("span", status, "kern-label"));
  return element;
}

/** It may be pressed again later: who broke off a registration may want to begin another. */
function registerButton(button: Button, press: (button: Button) => Promise<boolean>): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "kern-btn kern-btn--primary";
  element.append(text("span", button.label, "kern-label"));
  element.addEventListener("click", async () => {
    if (element.ariaDisabled === "true") return;
    element.ariaDisabled = "true";
    const taken = await press(button);
    setTimeout(
      () => {
        element.ariaDisabled = null;
      },
      taken ? doublePress : 0,
    );
  });
  return element;
}

/** Opens in the same window: the browser hands a calendar file on and stays where it is. */
function calendarLink(url: string, language: Language): Node {
  const label = text("span", word(language, "toCalendar"), "kern-label");
  const target = safeTarget(url);
  if (!target?.protocol.startsWith("http")) return label;
  const link = document.createElement("a");
  link.className = "kern-btn kern-btn--secondary";
  link.href = target.href;
  link.append(icon("calendar" satisfies Icon), label);
  return link;
}

function facts(language: Language, rows: readonly (readonly [Word, string | Node | null])[]): HTMLElement {
  const list = document.createElement("dl");
  for (const [key, value] of rows) {
    const row = document.createElement("div");
    const fact = document.createElement("dd");
    fact.append(value ?? word(language, "notStated"));
    if (value === null) fact.className = "unknown";
    row.append(text("dt", word(language, key)), fact);
    list.append(row);
  }
  return list;
}

function text(tag: "p" | "h3" | "span" | "dt", content: string, className = ""): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  if (className) element.className = className;
  return element;
}
