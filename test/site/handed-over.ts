import { signedPath } from "../../src/conversation/signed-path.js";
import { quoted } from "../../src/handover/card.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import type { Store } from "../../src/store/index.js";
import { fromPlain } from "../../src/text/index.js";
import type { DeskEvent, HandoverChange, OutgoingMessage, Say } from "../../src/vocabulary/index.js";
import { CREATED_ON } from "../shipped-desk.js";
import {
  answerTo,
  load,
  message,
  outgoing,
  privatePlace,
  type SetClock,
  setClock,
  storeAt,
  submission,
  temporaryFile,
  turn,
} from "../store/setup.js";
import { siteOf } from "./site-of.js";

export const DAY = 86_400_000;
const { knowledge } = loadKnowledge("intents", { createdOn: CREATED_ON });
let counted = 0;

/** A guest who has left a message under a number, staff who answer, and the pages that show it. */
export interface HandedOver {
  readonly store: Store;
  readonly clock: SetClock;
  readonly number: string;
  get(path: string): Promise<Response>;
  /** Of the page that a link from the desk leads to, made now. */
  page(path: "answer" | "handover", language?: string): Promise<string>;
  link(path: "answer" | "handover", language?: string): string;
  guestSays(text: string): Promise<void>;
  assistantSays(...lines: OutgoingMessage["text"]): Promise<void>;
  /** What staff write; with a name it goes to the guest. */
  staffSays(text: string, name?: string, more?: Partial<Say>): Promise<void>;
  /** What becomes of a handover. */
  becomes(...changes: readonly HandoverChange[]): Promise<void>;
}

/** On the real store, with the shipped texts. @param left the guest's message */
export async function handedOver(
  left = "Wer hilft mir?",
  email = "erika@beispiel.example",
  number = "M-3F2K",
): Promise<HandedOver> {
  const clock = setClock();
  const store = await storeAt(temporaryFile(), clock);
  const get = await siteOf({
    knowledge,
    caseByNumber: (asked) => store.caseByNumber(asked),
    signing: store.sign,
    now: () => clock.now(),
  });
  const next = (): string => {
    counted += 1;
    return `n${counted}`;
  };
  const link: HandedOver["link"] = (path, language = "de") =>
    signedPath(`/${path}/${number}?lang=${language}`, { now: clock.now(), days: 30, sign: store.sign });
  const { conversationId } = await turn(store, message(next(), "anna", "Ich brauche jemanden"), {
    say: [],
    submission: submission(number, {
      form: "ticket",
      answers: [
        { field: "message", label: "Nachricht", value: left, shown: left },
        { field: "email", label: "E-Mail", value: email, shown: email },
      ],
    }),
    handover: [{ does: "leave", number, partner: null, room: null }],
  });
  return {
    store,
    clock,
    number,
    get,
    link,
    page: async (path, language) => (await get(link(path, language))).text(),
    async guestSays(text) {
      await turn(store, message(next(), "anna", text), { say: [] });
    },
    async assistantSays(...text) {
      const id = next();
      await turn(store, message(next(), "anna", "weiter"), {
        say: [{ to: privatePlace(), message: { ...outgoing(id), text } }],
      });
    },
    async staffSays(text, name, more = {}) {
      const id = next();
      const event: DeskEvent = {
        ...message(id, "anna", text),
        channel: "terminal",
        place: { channel: "terminal", scope: "room", address: "desk", thread: String(conversationId) },
        sender: { id: "staff" },
      };
      const taken = await store.accept({ event, logText: text, dueAt: clock.now(), byStaff: true });
      if (taken.result !== "accepted") throw new Error(taken.result);
      const loaded = await load(store, conversationId);
      const commitment = answerTo(loaded);
      const reply = {
        to: privatePlace(),
        message: {
          ...outgoing(`${id}.0`),
          text: quoted(name ?? "", fromPlain(text)),
          author: { name: name ?? "" },
        },
        ...more,
      };
      await store.commit({
        ...commitment,
        decision: {
          ...commitment.decision,
          say: name === undefined ? [] : [reply],
          handover: name === undefined ? [] : [{ does: "reply", number, staff: 1 }],
        },
      });
    },
    async becomes(...handover) {
      await turn(store, message(next()), { say: [], handover });
    },
  };
}

/** What stands in the main part of a page. */
export function mainOf(page: string): string {
  return page.slice(page.indexOf("<main"), page.indexOf("</main>"));
}
