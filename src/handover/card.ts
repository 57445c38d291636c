import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { paragraph } from "../text/index.js";
import type { Button, OpenHandover, Place, RichText } from "../vocabulary/index.js";
import { deskEntrance } from "./rooms.js";
import { type StaffTalk, staffTalk } from "./staff-words.js";

/** What a card says of how things stand. */
export type CardState = "waiting" | "ticket" | "taken" | "passed" | "over";

/**
 * The card by which staff learn of an enquiry, and which shows how it stands: its head, the brief, and, while it is
 * open, how to answer. Everything that comes from the guest is plain text in it.
 *
 * @param brief what staff must know before anything else; empty where it was shown above
 */
export function cardText(
  state: CardState,
  handover: OpenHandover,
  brief: RichText,
  talk: StaffTalk,
  input: DecisionInput,
): RichText {
  const values = {
    number: handover.number,
    name: handover.claim?.name,
    before: handover.before?.name,
    partner: partnerName(handover, talk, input),
    channel: talk.label(`staff.channel.${input.conversation.place.channel}`),
  };
  const how = state === "waiting" || state === "ticket" || state === "taken" ? talk.words(howTo(talk)) : [];
  const before = state === "waiting" && handover.before ? talk.words("staff.card.before", values) : [];
  return [...talk.words(`staff.card.${state}`, values), ...before, ...brief, ...how];
}

function howTo({ room }: StaffTalk): string {
  if (room?.sends === "confirmed") return "staff.card.how.confirmed";
  return room?.channel === "teams" ? "staff.card.how.teams" : "staff.card.how";
}

/** The buttons of a card: what can be done with it now. */
export function cardButtons(state: CardState, { number }: OpenHandover, talk: StaffTalk): Button[] {
  const take = (): Button => talk.button("staff.button.take", { does: "staff-take", number });
  const pass = (): Button => talk.button("staff.button.pass", { does: "staff-pass", number });
  const close = (): Button => talk.button("staff.button.close", { does: "staff-close", number });
  switch (state) {
    case "waiting":
    case "ticket":
      return [take(), pass(), close()];
    case "taken":
      return [talk.button("staff.button.note", { does: "staff-note", number }), pass(), close()];
    case "passed":
    case "over":
      return [];
  }
}

/** Shows on the handover's card how it stands now: the card is changed, nothing new is posted. */
export function updateCard(
  state: CardState,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): void {
  const talk = staffTalk(handover, input, reply);
  if (!talk.thread || handover.card === null) return;
  reply.aside(talk.thread, talk.language, cardText(state, handover, [], talk, input), {
    buttons: cardButtons(state, handover, talk),
    replaces: handover.card,
  });
}

/** Who is responsible, as staff and guests know them. */
export function partnerName(
  { partner }: Pick<OpenHandover, "partner">,
  { language }: Pick<StaffTalk, "language">,
  { knowledge, facts }: DecisionInput,
): string {
  const known = partner === null ? undefined : knowledge.partners.get(partner);
  if (known) return known.name[language];
  const office = facts.value("office.name", language);
  return typeof office === "string" ? office : "";
}

/** Somebody's words with their name before them; nothing in them is markup. */
export function quoted(name: string, words: RichText): RichText {
  const [first, ...rest] = words;
  const head = { type: "bold" as const, children: [{ type: "text" as const, text: `${name}:` }] };
  if (first?.type !== "paragraph") return [paragraph(head), ...words];
  return [paragraph(head, " ", ...first.children), ...rest];
}

/** Tells the staff who have it what no transcript shows: in its thread, or else in the desk itself. */
export function notify(
  key: string,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
  values: Readonly<Record<string, string>> = {},
): void {
  const { thread, language, words } = staffTalk(handover, input, reply);
  const { id = 0 } = input.conversation;
  reply.aside(thread ?? deskEntrance(id), language, words(key, values));
}

/** Where something was said that is for the staff who have it; null where they read it in the desk itself. */
export function relay(
  text: RichText,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
  replaces?: string,
): Place | null {
  const { thread, language } = staffTalk(handover, input, reply);
  if (thread) reply.aside(thread, language, text, replaces === undefined ? {} : { replaces });
  return thread;
}
