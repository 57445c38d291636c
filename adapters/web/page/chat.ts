import { clear, createComposer } from "./composer.js";
import { followLog, post } from "./connection.js";
import { askForOffice, showOffice } from "./office.js";
import { createOutbox, randomUuid } from "./outbox.js";
import { keepDown } from "./scrolling.js";
import { createTranscript } from "./transcript.js";
import { chosenLanguage, pageLanguage, say, speak } from "./words.js";

/** The page: the log on top, the text field below, and a line that says how the connection is. */
function main(): void {
  const log = part("log");
  const status = part("status");
  const typing = part("typing");
  speak(chosenLanguage(location.search, navigator.languages));

  const scroll = keepDown(part("newer"), part("messages"));
  const transcript = createTranscript(
    part("messages"),
    async (button, on) => {
      const posted = await post({ id: randomUuid(), action: button.action, on });
      if (posted.result === "taken") connection.checkSession(posted.session);
      return posted.result === "taken";
    },
    (id) => outbox.retry(id),
  );
  const outbox = createOutbox(
    post,
    (line) => {
      scroll.toEnd(() => transcript.waiting(line));
      // The desk has it but the stream stays silent: the connection may have died without a word.
      if (line.state === "sent") setTimeout(() => !settled.has(line.id) && connection.reopen(), 15_000);
    },
    (session) => connection.checkSession(session),
  );
  const settled = new Set<string>();

  let typingEnds: ReturnType<typeof setTimeout> | undefined;
  const showTyping = (shown: boolean) => {
    clearTimeout(typingEnds);
    scroll.around(() => {
      typing.hidden = !shown;
    });
    if (shown) typingEnds = setTimeout(() => showTyping(false), 15_000);
  };

  say(status, "loading");
  const connection = followLog({
    entry(entry) {
      if (entry.clientId !== undefined) {
        settled.add(entry.clientId);
        outbox.settled(entry.clientId);
      }
      if (entry.from === "desk") showTyping(false);
      scroll.around(() => transcript.entry(entry));
    },
    typing: () => showTyping(true),
    ready() {
      // From now on what comes is news and is read out; the history is not.
      if (log.ariaLive === "off" && part("messages").hasChildNodes()) scroll.toEnd(() => {});
      log.ariaLive = "polite";
    },
    state(state) {
      if (state === "open") {
        if (status.dataset["word"] === "lost") say(status, "back");
        else if (status.dataset["word"] !== "back") clear(status);
        outbox.flush();
      } else say(status, state);
    },
    reset() {
      log.ariaLive = "off";
      transcript.reset();
    },
  });
  addEventListener("online", () => connection.reopen());
  addEventListener("offline", () => say(status, "lost"));

  const form = part("composer");
  if (form instanceof HTMLFormElement) createComposer(form, status, (text) => outbox.add(text));
  followLanguage(transcript.tellTimes);
}

/** The language switch and what the office says of itself, which depends on it. */
function followLanguage(changed: () => void): void {
  const office = askForOffice();
  const links = document.querySelectorAll<HTMLAnchorElement>(".languages a");
  const show = async () => {
    const language = pageLanguage();
    for (const link of links) link.ariaCurrent = link.lang === language ? "true" : null;
    const offices = await office;
    if (offices) showOffice(offices, language);
  };
  for (const link of links)
    link.addEventListener("click", (event) => {
      event.preventDefault();
      history.replaceState(null, "", link.href);
      speak(link.lang === "en" ? "en" : "de");
      changed();
      void show();
    });
  void show();
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element with the id "${id}".`);
  return element;
}

main();
