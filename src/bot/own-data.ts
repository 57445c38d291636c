import { shortDate } from "../conversation/dates.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Button, IntentId, Place } from "../vocabulary/index.js";
import type { Answered } from "./turn.js";

/** What the catalogue says of privacy. */
export const PRIVACY: IntentId = "privacy-info";
/** What the catalogue says of erasing. */
export const DELETE: IntentId = "delete-my-data";
const DAY = 86_400_000;

/**
 * What is stored of this conversation, in short (Art. 15 GDPR): how much since when, until when it is kept, what is
 * open, booked and handed in. Nothing of it where others read along.
 */
export function showStored(input: DecisionInput, reply: Reply): Answered {
  const { place, stored } = input.conversation;
  if (place.scope === "room") {
    reply.say(reply.words("own-data.room"));
    return { outcome: "answer", reasons: ["what is stored is not said where others read along"] };
  }
  const since = stored?.since ?? null;
  const days = Number(input.facts.value("desk.retentionDays", reply.language));
  const day = (at: number): string => shortDate(new Date(at).toISOString().slice(0, 10), reply.language);
  const text = reply.words("stored", {
    messages: stored && stored.messages > 0 ? String(stored.messages) : undefined,
    since: since === null ? undefined : day(since),
    until: Number.isFinite(days) ? day(input.now + days * DAY) : undefined,
    form: openForm(input, reply),
    bookings: listed(
      input.conversation.bookings
        .filter(({ status }) => status !== "withdrawn")
        .map(({ seminar, reference }) => `${seminarTitle(seminar, input, reply)} (${reference})`),
    ),
    submissions: listed(
      (stored?.submissions ?? []).map(
        ({ form, reference }) => `${formTitle(form, input, reply)} (${reference})`,
      ),
    ),
  });
  const transcript = place.channel === "web" ? "stored.transcript.web" : "stored.transcript";
  reply.say([...text, ...reply.words(transcript), ...reply.words("stored.rights")], {
    buttons: eraseButton(input, reply),
  });
  return { outcome: "answer", reasons: ["told what is stored"] };
}

/** Whether a conversation is erased in the chat itself. The web page has its own way, which ends the session with it. */
export function erasesHere({ scope, channel }: Place): boolean {
  return scope === "private" && channel !== "web";
}

/** What an answer of the catalogue on the guest's own data leads to. */
export function ownDataButtons(intent: IntentId, input: DecisionInput, reply: Reply): Button[] {
  if (intent === DELETE) return eraseButton(input, reply);
  return intent === PRIVACY ? storedButton(input, reply) : [];
}

/** Leads to the question whether to erase the conversation; none where that is not possible here. */
function eraseButton(input: DecisionInput, reply: Reply): Button[] {
  if (!erasesHere(input.conversation.place)) return [];
  return [reply.button(reply.label("button.erase"), { does: "erase" })];
}

/** Leads to what is stored; none where others read along. */
function storedButton(input: DecisionInput, reply: Reply): Button[] {
  if (input.conversation.place.scope === "room") return [];
  return [reply.button(reply.label("button.stored"), { does: "stored" })];
}

function openForm(input: DecisionInput, reply: Reply): string | undefined {
  const open = input.conversation.state.form;
  return open ? formTitle(open.form, input, reply) : undefined;
}

function formTitle(id: string, input: DecisionInput, reply: Reply): string {
  return input.knowledge.forms.get(id)?.title[reply.language] ?? id;
}

function seminarTitle(id: string, input: DecisionInput, reply: Reply): string {
  return input.knowledge.seminars.find((seminar) => seminar.id === id)?.title[reply.language] ?? id;
}

function listed(items: readonly string[]): string | undefined {
  return items.length > 0 ? items.join("; ") : undefined;
}
