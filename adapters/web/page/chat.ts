import type { ActionId } from "../../../src/vocabulary/index.js";
import { pointLinks, takeCarry, takeErrand } from "./address.js";
import { carrying } from "./carry.js";
import { createComposer } from "./composer.js";
import { followLog, post } from "./connection.js";
import { createEnding } from "./ending.js";
import { createFrame } from "./frame.js";
import { placeIcons } from "./icons.js";
import { createMenu } from "./menu.js";
import { createOutbox, ownLine, randomUuid } from "./outbox.js";
import { keepDown } from "./scrolling.js";
import { createStart } from "./start.js";
import { createTranscript } from "./transcript.js";
import { createTyping } from "./typing.js";
import { chosenLanguage, pageLanguage, say, speak, unsay, word } from "./words.js";

/** The page: what the desk offers, then the log, below it the text field, and a line that says how the connection is. */
function main(): void {
  const log = part("log");
  const messages = part("messages");
  const startPanel = part("start");
  const status = part("status");
  placeIcons();
  speak(chosenLanguage(location.search, navigator.languages));

  const scroll = keepDown(part("newer"), messages);
  const typing = createTyping(part("typing"));
  const settled = new Set<string>();
  const transcript = createTranscript(
    messages,
    async (button, on) => {
      const posted = await post({ id: randomUuid(), action: button.action, on });
      if (posted.result === "taken") connection.checkSession(posted.session);
      return posted.result === "taken";
    },
    (id) => outbox.retry(id),
  );
  const outbox = createOutbox(
    carrying(post, takeCarry()),
    (line) => {
      scroll.toEnd(() => {
        transcript.waiting(line);
        makeWay();
      });
      // The desk has it but the stream stays silent: the connection may have died without a word.
      if (line.state === "sent") setTimeout(() => !settled.has(line.id) && connection.reopen(), 15_000);
    },
    (session) => connection.checkSession(session),
  );
  const send = (text: string, action?: ActionId) => outbox.add(text, action);
  const start = createStart(send);

  /** The start gives way to the conversation, and returns when there is none any more. */
  function makeWay(): void {
    const talking = messages.hasChildNodes();
    if (startPanel.hidden === talking) return;
    const focused = startPanel.contains(document.activeElement);
    startPanel.hidden = talking;
    if (talking) unsay(part("start-news"));
    // What was pressed is gone: on from where the answer will stand.
    if (focused) log.focus({ preventScroll: true });
  }

  say(status, "loading");
  const connection = followLog({
    entry(entry) {
      const own = ownLine(entry);
      if (own !== undefined) {
        settled.add(own);
        outbox.settled(own);
      }
      if (entry.from === "desk") typing.hide();
      scroll.around(() => {
        transcript.entry(entry);
        makeWay();
      });
    },
    typing: () => scroll.around(() => typing.show()),
    ready() {
      // From now on what comes is news and is read out; the history is not.
      if (log.ariaLive === "off" && messages.hasChildNodes()) scroll.toEnd(() => {});
      log.ariaLive = "polite";
      void runErrand();
    },
    state(state) {
      if (state !== "open") say(status, state);
      else {
        if (status.dataset["word"] === "lost") say(status, "back");
        else if (status.dataset["word"] !== "back") unsay(status);
        outbox.flush();
      }
    },
    reset() {
      log.ariaLive = "off";
      transcript.reset();
      makeWay();
    },
    forgotten() {
      log.ariaLive = "off";
      outbox.clear();
      transcript.clear();
      typing.hide();
      makeWay();
      say(part("start-news"), "forgotten");
      window.scrollTo({ top: 0, behavior: "instant" });
    },
  });
  addEventListener("online", () => connection.reopen());
  // Back from another page, the browser may show this one as it was left, without its connection.
  addEventListener("pageshow", ({ persisted }) => persisted && connection.reopen());
  addEventListener("offline", () => say(status, "lost"));

  async function runErrand(): Promise<void> {
    const errand = takeErrand();
    if (!errand) return;
    const { kind, about } = errand;
    send(await start.labelOf(errand, pageLanguage()), about === "" ? `~${kind}` : `~${kind}:${about}`);
  }

  const form = part("composer");
  if (form instanceof HTMLFormElement) createComposer(form, status, send);
  for (const button of document.querySelectorAll<HTMLElement>("button[data-action]"))
    button.addEventListener("click", () => {
      const label = button.querySelector("[data-word]")?.textContent ?? "";
      send(label, button.dataset["action"]);
    });
  createMenu(part("menu"));
  const dialog = part("ending");
  if (dialog instanceof HTMLDialogElement)
    createEnding(dialog, part("end"), () => {
      connection.forgotten();
      part("start-title").focus({ preventScroll: true });
    });
  createFrame(part("close"));
  followLanguage(() => {
    transcript.tellTimes();
    void start.speak(pageLanguage());
  });
}

/** The language links, in the head and in the menu: in place, so that nothing typed or waiting is lost. */
function followLanguage(changed: () => void): void {
  const links = document.querySelectorAll<HTMLAnchorElement>("a[hreflang]");
  const show = () => {
    const language = pageLanguage();
    const other = language === "de" ? "en" : "de";
    for (const link of links) {
      if (link.id === "other-language") {
        link.lang = link.hreflang = other;
        link.href = `?lang=${other}`;
        link.textContent = word(language, "otherLanguage");
      } else link.ariaCurrent = link.lang === language ? "true" : null;
    }
    pointLinks(language);
    changed();
  };
  for (const link of links)
    link.addEventListener("click", (event) => {
      event.preventDefault();
      history.replaceState(null, "", link.href);
      speak(link.lang === "en" ? "en" : "de");
      show();
    });
  show();
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element with the id "${id}".`);
  return element;
}

main();
