import type { ActionId, Language, Localised } from "../../../src/vocabulary/index.js";
import type { StartDetails } from "../../../src/vocabulary/start.js";
import { deskAddress, type Errand, embedded } from "./address.js";
import { telephone } from "./card.js";
import { renderLink, safeTarget } from "./rich-text.js";
import { word } from "./words.js";

/** The start, as far as the page asks something of it. */
export interface StartView {
  /** Shows everything in a language; may be called before the desk has told it. */
  speak(language: Language): Promise<void>;
  /** What a link asks for, in words that stand in the log as if pressed. */
  labelOf(errand: Errand, language: Language): Promise<string>;
}

/**
 * What a guest sees before the first message: topics, example questions, the next seminars, ways to the office.
 * @param send Says an example, or presses a topic, as the guest.
 */
export function createStart(send: (text: string, action?: ActionId) => void): StartView {
  const told = askForOffers();
  return {
    async speak(language) {
      const offers = (await told)?.[language];
      // Asked for another language meanwhile: that call shows it.
      if (!offers || document.documentElement.lang !== language) return;
      const name = document.getElementById("office-name");
      if (name) name.textContent = offers.office.name;
      document.title = `${offers.office.name} – ${word(language, "title")}`;
      document.getElementById("offers")?.replaceChildren(...sections(offers, language, send));
      showWays(offers.office, language);
    },
    async labelOf({ kind, about }, language) {
      const offers = (await told)?.[language];
      const known = [...(offers?.topics ?? []), ...(offers?.seminars ?? [])].find(
        ({ id }) => id === about,
      )?.title;
      if (kind === "person") return word(language, "errandPerson");
      if (kind === "topic") return known ?? word(language, "errandTopic");
      if (kind === "form") return word(language, "errandForm");
      return word(language, "errandRegister") + (known ? `: ${known}` : "");
    },
  };
}

/** What is known of the office; the page keeps its neutral words where that is nothing. */
async function askForOffers(): Promise<Localised<StartDetails> | null> {
  try {
    const response = await fetch(deskAddress("/web/start"));
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function sections(
  { topics, seminars, examples }: StartDetails,
  language: Language,
  send: (text: string, action?: ActionId) => void,
): HTMLElement[] {
  const shown: HTMLElement[] = [];
  if (examples.length > 0) {
    const buttons = examples.map((example) => button(example, "example", () => send(example)));
    shown.push(section(word(language, "examples"), list("examples", buttons)));
  }
  if (topics.length > 0) {
    const buttons = topics.map(({ id, title }) => button(title, "topic", () => send(title, `~topic:${id}`)));
    shown.push(section(word(language, "topics"), list("topics", buttons)));
  }
  if (seminars.length > 0) {
    const cards = seminars.map(({ title, when, pageUrl }) => seminarCard(title, when, pageUrl));
    const all = pageLink(`/seminars?lang=${language}`, word(language, "allSeminars"));
    all.classList.add("kern-link", "all-seminars");
    shown.push(section(word(language, "nextSeminars"), list("seminars", cards), all));
  }
  return shown;
}

function seminarCard(title: string, when: string | null, pageUrl: string): HTMLElement {
  const card = document.createElement("article");
  card.className = "kern-card kern-card--interactive seminar";
  const heading = document.createElement("h4");
  const link = pageLink(pageUrl, title);
  link.classList.add("kern-link--stretched");
  heading.append(link);
  card.append(heading);
  if (when) {
    const date = document.createElement("p");
    date.textContent = when;
    card.append(date);
  }
  return card;
}

/** The office itself, for those who would rather not write to a machine. */
function showWays({ phone, email }: StartDetails["office"], language: Language): void {
  const ways = document.getElementById("ways");
  if (!ways) return;
  ways.hidden = !phone && !email;
  const items: HTMLElement[] = [];
  const item = (label: string, way: Node) => {
    const line = document.createElement("p");
    line.append(`${label} `, way);
    items.push(line);
  };
  if (phone) item(word(language, "call"), telephone(phone, language));
  if (email)
    item(word(language, "mail"), renderLink(`mailto:${email}`, [document.createTextNode(email)], language));
  const heading = document.createElement("h3");
  heading.textContent = word(language, "human");
  const words = document.createElement("p");
  words.textContent = word(language, "humanWays");
  ways.replaceChildren(heading, words, ...items);
}

/** A link to another page of the desk. */
function pageLink(url: string, label: string): HTMLElement {
  const link = document.createElement("a");
  link.textContent = label;
  link.href = safeTarget(url)?.href ?? "/";
  if (embedded) link.target = "_blank";
  return link;
}

function section(title: string, ...content: HTMLElement[]): HTMLElement {
  const element = document.createElement("div");
  element.className = "offer";
  const heading = document.createElement("h3");
  heading.textContent = title;
  element.append(heading, ...content);
  return element;
}

function list(className: string, entries: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement("ul");
  element.className = className;
  for (const entry of entries) {
    const item = document.createElement("li");
    item.append(entry);
    element.append(item);
  }
  return element;
}

function button(label: string, className: string, pressed: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `choice ${className}`;
  element.textContent = label;
  element.addEventListener("click", pressed);
  return element;
}
