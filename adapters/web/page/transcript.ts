import type { TranscriptEntry } from "../../../src/vocabulary/index.js";
import { type Press, renderMessage } from "./message.js";
import type { Waiting } from "./outbox.js";
import { pageLanguage, say } from "./words.js";

export interface TranscriptView {
  /** Shows a line of the log. The guest's own waiting line turns into it. */
  entry(entry: TranscriptEntry): void;
  /** Shows how a line that is not in the log yet is doing. */
  waiting(line: Waiting): void;
  /** Everything again from the start: it is another conversation now. Waiting lines stay. */
  reset(): void;
  /** Times in the page's language. */
  tellTimes(): void;
}

/** The list of messages: first what the log holds, in its order, then what waits to get there. */
export function createTranscript(
  list: HTMLElement,
  press: Press,
  retry: (id: string) => void,
): TranscriptView {
  const waiting = new Map<string, HTMLElement>();

  return {
    entry(entry) {
      const mine = entry.clientId === undefined ? undefined : waiting.get(entry.clientId);
      if (entry.clientId !== undefined) waiting.delete(entry.clientId);
      const [next] = waiting.values();
      // Where it stands right already it is left in place, because what moves is read out a second time.
      if (mine) settle(mine, entry);
      if (mine && mine.nextElementSibling === (next ?? null)) return;
      const line = mine ?? document.createElement("li");
      if (!mine)
        fill(
          line,
          entry.from,
          entry.at,
          entry.message ? renderMessage(entry.message, press) : plain(entry.text ?? ""),
        );
      list.insertBefore(line, next ?? null);
    },

    waiting(line) {
      const known = waiting.get(line.id);
      const element = known ?? document.createElement("li");
      if (!known) {
        waiting.set(line.id, element);
        fill(element, "guest", line.at, plain(line.text));
        list.append(element);
      }
      showDelivery(element, line, retry);
    },

    reset() {
      list.replaceChildren(...waiting.values());
    },

    tellTimes() {
      for (const time of list.querySelectorAll("time")) time.textContent = shortTime(new Date(time.dateTime));
    },
  };
}

function fill(line: HTMLElement, from: TranscriptEntry["from"], at: string, content: HTMLElement): void {
  line.className = `message from-${from}`;
  const head = document.createElement("p");
  head.className = "message-head";
  const author = document.createElement("span");
  author.className = "author";
  const time = document.createElement("time");
  time.dateTime = at;
  time.textContent = shortTime(new Date(at));
  head.append(say(author, from), " ", time);
  line.replaceChildren(head, content);
}

/** The guest's own line, now as the log has it. */
function settle(line: HTMLElement, entry: TranscriptEntry): void {
  line.querySelector(".delivery")?.remove();
  const time = line.querySelector("time");
  if (time) {
    time.dateTime = entry.at;
    time.textContent = shortTime(new Date(entry.at));
  }
  const written = line.querySelector(".written");
  if (written && entry.text !== undefined && written.textContent !== entry.text)
    written.textContent = entry.text;
}

/** What the guest wrote, as written. */
function plain(text: string): HTMLElement {
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
  element.append(delivery);
}

/** The time, with the day where it is not today. */
function shortTime(at: Date): string {
  if (Number.isNaN(at.getTime())) return "";
  const language = pageLanguage() === "de" ? "de-DE" : "en-GB";
  const today = at.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(language, {
    ...(today ? {} : { day: "numeric", month: "short", year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}
