import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { type Commitment, type Loaded, openStore, type Store } from "../../src/store/index.js";
import type {
  Action,
  BookingChange,
  ConversationState,
  Decision,
  DeskEvent,
  OpenForm,
  OutgoingMessage,
  Place,
  Say,
  Submission,
} from "../../src/vocabulary/index.js";

export const NOW = Date.parse("2027-03-01T09:00:00Z");
export const SECRET = new Uint8Array(32).fill(7);

const opened: Store[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "nahtstelle-"));
  folders.push(folder);
  return folder;
}

export function temporaryFile(): string {
  return join(temporaryFolder(), "desk.db");
}

/** A clock that a test sets. */
export interface SetClock {
  time: number;
  now(): number;
}

export function setClock(time = NOW): SetClock {
  return {
    time,
    now() {
      return this.time;
    },
  };
}

/** A store that is closed after the test. NORMAL: tests pull no plug, and the disk is shared. */
export async function storeAt(file: string, clock: { now(): number } = setClock()): Promise<Store> {
  const store = await openStore({ file, synchronous: "NORMAL", secret: SECRET, clock, initialState });
  opened.push(store);
  return store;
}

/** How a conversation begins. The store knows no bot, so neither do its tests. */
export const initialState: ConversationState = {
  owner: "bot",
  language: "de",
  languageHeld: false,
  disclosed: false,
  noticed: null,
  topic: null,
  clarification: null,
  fallbacksInARow: 0,
  said: [],
  form: null,
};

export function privatePlace(guest = "anna"): Place {
  return { channel: "web", scope: "private", address: `chat-of-${guest}` };
}

/** A guest writes. The key is the id, so the same id is the same event. */
export function message(id: string, guest = "anna", text = `Frage ${id}`): DeskEvent {
  return {
    keys: [`key-${id}`],
    channel: "web",
    place: privatePlace(guest),
    sender: { id: guest, name: `Name of ${guest}` },
    addressed: true,
    sentAt: "2027-03-01T09:00:00Z",
    what: { kind: "message", id, text, attachments: [] },
  };
}

export function press(id: string, action: string, guest = "anna"): DeskEvent {
  return { ...message(id, guest), what: { kind: "action", action, on: "" } };
}

export function outgoing(id: string, text = `Antwort ${id}`): OutgoingMessage {
  return { id, language: "de", text: [{ type: "paragraph", children: [{ type: "text", text }] }] };
}

export function say(to: Place, id: string, more: Partial<Say> = {}): Say {
  return { to, message: outgoing(id), ...more };
}

export function button(id: string, more: Partial<Action> = {}): Action {
  return { id, label: `Knopf ${id}`, act: { does: "menu" }, until: "2027-03-02T00:00:00Z", ...more };
}

export function decision(
  conversation: { owner: "bot" | "waiting" | "person"; version: number },
  more: Partial<Decision> = {},
): Decision {
  return {
    say: [],
    state: initialState,
    log: {
      outcome: "answer",
      intents: [{ id: "business-registration", confidence: 0.9 }],
      answered: ["business-registration"],
      language: "de",
      knowledge: "0123456789ab",
      reasons: ["sure"],
    },
    actions: [],
    timers: [],
    expects: { owner: conversation.owner, version: conversation.version },
    ...more,
  };
}

/** A form that is being filled in. */
export function openForm(answers: OpenForm["answers"] = {}): OpenForm {
  return {
    form: "callback",
    answers,
    asks: "matter",
    correcting: false,
    failures: 0,
    startedAt: "2027-03-01T09:00:00Z",
    touchedAt: "2027-03-01T09:00:00Z",
  };
}

export function submission(reference: string, more: Partial<Submission> = {}): Submission {
  const answers = [{ field: "name", label: "Ihr Name", value: "Erika Muster", shown: "Erika Muster" }];
  return { reference, form: "callback", language: "de", answers, keepDays: 30, ...more };
}

/** What a registration changes. */
export function booking(
  reference: string,
  more: Partial<BookingChange & { does: "book" }> = {},
): BookingChange {
  return {
    does: "book",
    seminar: "brand",
    as: "booked",
    reminder: false,
    reference,
    told: "print",
    ...more,
  };
}

/** A commitment that answers all that was loaded with one line. */
export function answerTo(loaded: Loaded, more: Partial<Commitment> = {}): Commitment {
  const { conversation, events } = loaded;
  const last = events.at(-1)?.id ?? 0;
  return {
    conversationId: conversation.id,
    eventIds: events.map(({ id }) => id),
    decision: decision(conversation, { say: [say(conversation.place, `${last}.0`)] }),
    question: "Frage",
    latencyMs: 12,
    micros: 345,
    giveUpAfterMs: 86_400_000,
    ...more,
  };
}

export async function accept(store: Store, event: DeskEvent, dueAt = NOW) {
  const logText = event.what.kind === "message" ? event.what.text : null;
  const accepted = await store.accept({ event, logText, dueAt });
  if (accepted.result !== "accepted") throw new Error("The event was a repeat.");
  return accepted;
}

export async function load(store: Store, conversationId: number): Promise<Loaded> {
  const loaded = await store.load(conversationId);
  if (!loaded) throw new Error("There is no such conversation.");
  return loaded;
}

/** Accepts and answers, and gives what was committed. */
export async function turn(store: Store, event: DeskEvent, more: Partial<Decision> = {}) {
  const { conversationId, eventId } = await accept(store, event);
  const loaded = await load(store, conversationId);
  const commitment = answerTo(loaded);
  const committed = await store.commit({
    ...commitment,
    decision: { ...commitment.decision, ...more },
  });
  if (committed.result !== "committed") throw new Error("The decision was stale.");
  const { messages, firstTimerAt } = committed;
  return { conversationId, eventId, messages, firstTimerAt };
}
