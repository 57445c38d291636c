import type { Button, Card, Language, OutgoingMessage } from "../../../src/vocabulary/index.js";
import { renderLink, renderText } from "./rich-text.js";
import { say, type Word, word } from "./words.js";

/** Called when a button is pressed; resolves to whether the press reached the desk. */
export type Press = (button: Button, on: string) => Promise<boolean>;

/** Shows one message of the desk, marked with its own language. */
export function renderMessage(message: OutgoingMessage, press: Press): HTMLElement {
  const content = document.createElement("div");
  content.className = "content";
  content.lang = message.language;
  content.append(renderText(message.text));
  for (const card of message.cards ?? []) content.append(renderCard(card, message.language));
  if (message.links && message.links.length > 0) content.append(linkList(message.links, message.language));
  if (message.buttons && message.buttons.length > 0)
    content.append(buttonGroup(message.buttons, message, press));
  return content;
}

function buttonGroup(buttons: readonly Button[], message: OutgoingMessage, press: Press): HTMLElement {
  const group = document.createElement("div");
  group.className = "buttons";
  group.role = "group";
  group.ariaLabel = word(message.language, "choices");
  const trouble = document.createElement("p");
  trouble.className = "trouble";
  trouble.role = "status";
  for (const button of buttons) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "choice";
    element.textContent = button.label;
    element.addEventListener("click", async () => {
      // Not `disabled`: that would take the keyboard focus away from the button.
      if (element.ariaDisabled === "true") return;
      element.ariaDisabled = "true";
      element.ariaPressed = "true";
      trouble.textContent = "";
      if (await press(button, message.id)) return;
      element.ariaDisabled = null;
      element.ariaPressed = null;
      say(trouble, "pressFailed");
    });
    group.append(element);
  }
  group.append(trouble);
  return group;
}

function linkList(links: NonNullable<OutgoingMessage["links"]>, language: Language): HTMLElement {
  const section = document.createElement("div");
  section.className = "links";
  const list = document.createElement("ul");
  for (const { label, url } of links) {
    const item = document.createElement("li");
    item.append(renderLink(url, [document.createTextNode(label)]));
    list.append(item);
  }
  section.append(text("p", word(language, "links"), "small-title"), list);
  return section;
}

function renderCard(card: Card, language: Language): HTMLElement {
  const article = document.createElement("article");
  article.className = "card";
  if (card.kind === "seminar") {
    const kind = word(language, "seminar") + (card.example ? ` · ${word(language, "example")}` : "");
    article.append(text("p", kind, "small-title"), text("h3", card.title));
    article.append(
      facts(language, [
        ["when", card.when],
        ["where", card.where],
        ["leaders", card.leaders],
        ["fee", card.fee],
      ]),
    );
    if (card.url)
      article.append(paragraph(renderLink(card.url, [text("span", word(language, "toSeminar"))])));
    return article;
  }
  article.append(text("p", word(language, "contact"), "small-title"), text("h3", card.name));
  const stated: readonly (readonly [Word, string | Node | null])[] = [
    ["address", card.address],
    ["phone", card.phone && telephone(card.phone)],
    ["email", card.email && renderLink(`mailto:${card.email}`, [text("span", card.email)])],
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

export function telephone(number: string): Node {
  return renderLink(`tel:${number.replace(/[^+\d]/g, "")}`, [text("span", number)]);
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

function paragraph(child: Node): HTMLElement {
  const element = document.createElement("p");
  element.append(child);
  return element;
}

function text(tag: "p" | "h3" | "span" | "dt", content: string, className = ""): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  if (className) element.className = className;
  return element;
}
