import type { ActionId, Button, Language, OutgoingMessage } from "../../../src/vocabulary/index.js";
import { renderCard } from "./card.js";
import { icon } from "./icons.js";
import { renderLink, renderText, safeTarget } from "./rich-text.js";
import { say, unsay, word } from "./words.js";

/** Called when a button is pressed; resolves to whether the press reached the desk. */
export type Press = (button: Button, on: string) => Promise<boolean>;

/** One message of the desk on the page. */
export interface MessageView {
  readonly content: HTMLElement;
  /** Marks a button as pressed: by this page, by another window, or before a reload. */
  mark(action: ActionId): void;
}

/** Shows one message of the desk, marked with its own language. */
export function renderMessage(message: OutgoingMessage, press: Press): MessageView {
  const { language, cards = [], links = [], buttons = [] } = message;
  const content = document.createElement("div");
  content.className = "content";
  content.lang = language;
  content.append(renderText(message.text, language));
  const trouble = document.createElement("p");
  trouble.className = "trouble";
  trouble.role = "status";
  const send = async (button: Button): Promise<boolean> => {
    unsay(trouble);
    const taken = await press(button, message.id);
    if (!taken) say(trouble, "pressFailed");
    return taken;
  };

  for (const card of cards) content.append(renderCard(card, language, send));
  if (links.length > 0) content.append(linkList(links, language));
  const thumbs = buttons.filter(({ rates }) => rates !== undefined);
  const others = buttons.filter(({ rates }) => rates === undefined);
  const choices = createChoices(send);
  if (others.length > 0) {
    const group = groupOf("buttons", word(language, "choices"));
    group.append(...others.map((button) => choices.add(button, "choice")));
    content.append(group);
  }
  if (thumbs.length > 0) {
    const group = groupOf("rating", word(language, "rating"));
    for (const button of thumbs) {
      const element = choices.add(button, "thumb");
      element.prepend(icon(button.rates ? "thumbUp" : "thumbDown"));
      group.append(element);
    }
    content.append(group);
  }
  if (buttons.length > 0 || cards.length > 0) content.append(trouble);
  return { content, mark: choices.mark };
}

/** The buttons of one message. Of the two thumbs the one pressed last counts; another button is pressed once. */
function createChoices(send: (button: Button) => Promise<boolean>) {
  const elements = new Map<ActionId, HTMLElement>();

  function mark(action: ActionId): () => void {
    const pressed = elements.get(action);
    if (!pressed) return () => {};
    const others = pressed.classList.contains("thumb")
      ? [...elements.values()].filter((element) => element.classList.contains("thumb") && isPressed(element))
      : [];
    for (const other of others) setPressed(other, false);
    setPressed(pressed, true);
    return () => {
      setPressed(pressed, false);
      for (const other of others) setPressed(other, true);
    };
  }

  return {
    mark: (action: ActionId) => void mark(action),
    add(button: Button, className: "choice" | "thumb"): HTMLElement {
      const element = document.createElement("button");
      element.type = "button";
      element.className = button.primary ? `${className} primary` : className;
      element.textContent = button.label;
      if (className === "thumb") element.ariaPressed = "false";
      elements.set(button.action, element);
      element.addEventListener("click", async () => {
        if (isPressed(element)) return;
        const unmark = mark(button.action);
        if (!(await send(button))) unmark();
      });
      return element;
    },
  };
}

function isPressed(element: HTMLElement): boolean {
  return element.ariaDisabled === "true";
}

function setPressed(element: HTMLElement, pressed: boolean): void {
  // Not `disabled`: that would take the keyboard focus away from the button.
  element.ariaDisabled = pressed ? "true" : null;
  element.ariaPressed = pressed ? "true" : element.classList.contains("thumb") ? "false" : null;
}

function groupOf(className: string, label: string): HTMLElement {
  const group = document.createElement("div");
  group.className = className;
  group.role = "group";
  group.ariaLabel = label;
  return group;
}

function linkList(links: NonNullable<OutgoingMessage["links"]>, language: Language): HTMLElement {
  const section = document.createElement("div");
  section.className = "links";
  const title = document.createElement("p");
  title.className = "small-title";
  title.textContent = word(language, "links");
  const list = document.createElement("ul");
  for (const { label, url } of links) {
    const item = document.createElement("li");
    item.append(renderLink(url, [document.createTextNode(label)], language), sourceOf(url));
    list.append(item);
  }
  section.append(title, list);
  return section;
}

/** Whose page a link leads to, where it is not the desk's own. */
function sourceOf(url: string): Node {
  const target = safeTarget(url);
  const source = document.createElement("span");
  if (!target?.protocol.startsWith("http") || target.host === location.host) return source;
  source.className = "source";
  source.textContent = ` ${target.host.replace(/^www\./, "")}`;
  return source;
}
