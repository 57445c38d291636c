import type { TranscriptEntry } from "../../../src/vocabulary/index.js";
import { icon } from "./icons.js";
import { type MessageView, type Press, renderMessage } from "./message.js";
import { ownLine, type Waiting } from "./outbox.js";
import { longDate, pageLanguage, say, shortTime } from "./words.js";

export interface TranscriptView {
  /** Shows a line of the log. The guest's own waiting line turns into it. */
  entry(entry: TranscriptEntry): void;
  /** Shows how a line that is not in the log yet is doing. */
  waiting(line: Waiting): void;
  /** Everything again from the start: it is another conversation now. Waiting lines stay. */
  reset(): void;
  /** Nothing is left, waiting lines neither. */
  clear(): void;
  /** Days and times in the page's language. */
  tellTimes(): void;
}

/** Milliseconds within which lines of the same author stand close together. */
const oneBreath = 120_000;

/** The list of messages: first what the log holds, in its order, then what waits to get there. */
export function createTranscript(
  list: HTMLElement,
  press: Press,
  retry: (id: string) => void,
): TranscriptView {
  const waiting = new Map<string, HTMLElement>();
  const messages = new Map<string, MessageView>();

  function lineOf(entry: TranscriptEntry): HTMLElement {
    if (!entry.message) return createLine(entry.from, entry.at, written(entry.text ?? ""));
    const view = renderMessage(entry.message, press);
    messages.set(entry.message.id, view);
    return createLine(entry.from, entry.at, view.content);
  }

  return {
    entry(entry) {
      if (entry.pressed) messages.get(entry.pressed.on)?.mark(entry.pressed.action);
      const own = ownLine(entry);
      const mine = own === undefined ? undefined : waiting.get(own);
      if (own !== undefined) waiting.delete(own);
      const [next] = waiting.values();
      // Where it stands right already it is left in place, because what moves is read out a second time.
      if (mine) settle(mine, entry);
      const line = mine ?? lineOf(entry);
      if (!mine || mine.nextElementSibling !== (next ?? null)) list.insertBefore(line, next ?? null);
      relate(line);
      if (next) relate(next);
    },

    waiting(line) {
      const known = waiting.get(line.id);
      const element = known ?? createLine("guest", line.at, written(line.text));
      if (!known) {
        waiting.set(line.id, element);
        list.append(element);
        relate(element);
      }
      showDelivery(element, line, retry);
    },

    reset() {
      messages.clear();
      list.replaceChildren(...waiting.values());
    },

    clear() {
      messages.clear();
      waiting.clear();
      list.replaceChildren();
    },

    tellTimes() {
      for (const time of list.querySelectorAll("time"))
        time.textContent = time.closest(".day") ? longDate(time.dateTime) : shortTime(time.dateTime);
    },
  };
}

function createLine(from: TranscriptEntry["from"], at: string, content: HTMLElement): HTMLElement {
  const line = document.createElement("li");
  line.className = `message from-${from}`;
  line.dataset["at"] = at;
  const head = document.createElement("p");
  head.className = "message-head";
  const author = document.createElement("span");
  author.className = "author";
  head.append(say(author, from), " ", timeOf(at, shortTime));
  const bubble = document.createElement("div");
  bubble.className = "bubble";
  bubble.append(head, content);
  if (from === "desk") line.append(icon("assistant"));
  line.append(bubble);
  return line;
}

function timeOf(at: string, words: (at: string) => string): HTMLTimeElement {
  const time = document.createElement("time");
  time.dateTime = at;
  time.textContent = words(at);
  return time;
}

/** What a line shows because of the one before it: the day where a new one begins, and whether the author goes on. */
function relate(line: HTMLElement): void {
  const at = line.dataset["at"] ?? "";
  const before = line.previousElementSibling;
  const beforeAt = before instanceof HTMLElement ? (before.dataset["at"] ?? "") : "";
  const newDay = new Date(at).toDateString() !== new Date(beforeAt).toDateString();
  const shown = line.querySelector(".day");
  if (newDay && !shown) {
    const day = document.createElement("p");
    day.className = "day";
    day.append(timeOf(at, longDate));
    line.prepend(day);
  } else if (!newDay) shown?.remove();
  const sameAuthor = before?.classList.contains(
    line.classList.contains("from-desk") ? "from-desk" : "from-guest",
  );
  line.classList.toggle(
    "goes-on",
    !newDay && sameAuthor === true && Date.parse(at) - Date.parse(beforeAt) < oneBreath,
  );
}

/** The guest's own line, now as the log has it. */
function settle(line: HTMLElement, entry: TranscriptEntry): void {
  line.querySelector(".delivery")?.remove();
  line.dataset["at"] = entry.at;
  const time = line.querySelector<HTMLTimeElement>(".message-head time");
  if (time) {
    time.dateTime = entry.at;
    time.textContent = shortTime(entry.at);
  }
  const content = line.querySelector(".written");
  if (content && entry.text !== undefined && content.textContent !== entry.text)
    content.textContent = entry.text;
}

/** What the guest wrote, as written. */
function written(text: string): HTMLElement {
  const content = document.createElement("div");
  content.className = "content written";
  // A text of unknown language: not marked with the page's, which would often be wrong.
  content.lang = "";
  content.dir = "auto";
  content.textContent = text;
  return content;
}

function showDelivery(element: HTMLElement, line: Waiting, retry: (id: string) => void): void {
  const delivery = element.querySelector<HTMLElement>(".delivery") ?? document.createElement("div");
  delivery.className = `delivery ${line.state}`;
  // It stands in the log, which is read out: that all goes as it should is no news.
  delivery.ariaLive = line.state === "sending" || line.state === "sent" ? "off" : "polite";
  const state = document.createElement("span");
  delivery.replaceChildren(say(state, line.state));
  if (line.state === "failed") {
    const { reason } = line;
    if (reason) delivery.append(" ", reason[pageLanguage()]);
    if (line.retryable) {
      const again = document.createElement("button");
      again.type = "button";
      again.className = "choice";
      again.addEventListener("click", () => {
        // The button goes away: back to where the guest writes.
        document.getElementById("text")?.focus();
        retry(line.id);
      });
      delivery.append(" ", say(again, "again"));
    }
  }
  element.querySelector(".bubble")?.append(delivery);
}
