import { topicsButton } from "../conversation/buttons.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply, Values } from "../conversation/reply.js";
import { reference } from "../forms/reference.js";
import type { Partner } from "../knowledge/model.js";
import { fromPlain } from "../text/index.js";
import type { Button, OpenHandover, Submission } from "../vocabulary/index.js";
import { partnerName, quoted, relay } from "./card.js";
import { presenceFor, roomOf } from "./rooms.js";
import { after, stateOf } from "./states.js";
import type { HandoverStep } from "./step.js";
import { ticketTimers, waitingTimers } from "./times.js";

/** So long after it was over, asking again leads to the same person, in milliseconds. */
const SAME_PERSON_MS = 4 * 60 * 60 * 1000;
/** The form by which guests leave a message. */
export const TICKET_FORM = "ticket";

/** Whether this conversation can be handed over where it is: nobody is promised where nobody could answer. */
export function handsOver({ knowledge, staffed, conversation: { place } }: DecisionInput): boolean {
  return (
    staffed === true &&
    knowledge.handover.rooms.length > 0 &&
    place.scope === "private" &&
    knowledge.office.handover[place.channel] === "here"
  );
}

/**
 * The guest asks for a person. They are told at once who will answer and when, at which place in the queue they are, and
 * that what was said goes along; or that nobody is there now, and that they may leave a message.
 *
 * @param partner who should take it; null: the general desk
 */
export function ask(partner: Partner | null, input: DecisionInput, reply: Reply): HandoverStep {
  const { state } = input.conversation;
  const before = recent(input);
  const to = before ? before.partner : (partner?.id ?? null);
  const presence = presenceFor(partner, input);
  if (presence !== "now" && presence !== "unknown") return closed(input, reply);
  if (!after(stateOf(state.handover), "ask"))
    return { outcome: "ignored", reasons: ["a person was asked for before"] };
  const now = new Date(input.now).toISOString();
  const room = roomOf(to, input.knowledge)?.id ?? null;
  const number = state.handover?.number ?? reference("G", input.eventId);
  const asked: OpenHandover = {
    number,
    stage: "waiting",
    ticket: state.handover?.ticket ?? false,
    partner: to,
    room: before?.room ?? state.handover?.room ?? null,
    threads: before?.threads ?? state.handover?.threads ?? 0,
    card: null,
    askedAt: state.handover?.askedAt ?? now,
    askedIn: state.handover?.askedIn ?? input.eventId,
    waitingSince: now,
    claim: null,
    ...(before ? { before: { staff: before.staff, name: before.name } } : {}),
    lastAt: now,
    told: [],
  };
  const ahead = (input.waiting ?? []).filter((one) => one.room === room && one.number !== number).length;
  toGuestThat(
    before ? "handover.asked.again" : "handover.asked",
    { name: before?.name },
    asked,
    input,
    reply,
    {
      position: ahead > 0 ? String(ahead + 1) : undefined,
    },
  );
  return {
    outcome: "handover",
    reasons: ["asked for a person", `routed to ${to ?? "the general desk"}`],
    handover: asked,
    changes: [{ does: "ask", number, partner: to, room }],
    timers: waitingTimers(asked, input.knowledge.handover),
    verbatim: true,
  };
}

/** Nobody is there: when somebody will be, and how to leave a message until then. */
function closed(input: DecisionInput, reply: Reply): HandoverStep {
  const opens = input.facts.value("office.nextOpening", reply.language);
  reply.say(reply.words("handover.closed", { opens: typeof opens === "string" ? opens : undefined }), {
    buttons: [...messageButton(input, reply), topicsButton(reply)],
  });
  return { outcome: "handover", reasons: ["asked for a person: nobody is there"] };
}

/** The way to leave a message. */
export function messageButton({ knowledge }: DecisionInput, reply: Reply): Button[] {
  if (!knowledge.forms.has(TICKET_FORM)) return [];
  return [reply.button(reply.label("button.leave-message"), { does: "form", form: TICKET_FORM })];
}

/** The last handover, where the same guest comes back soon enough to be answered by the same person. */
function recent({
  conversation: { state },
  now,
}: DecisionInput): DecisionInput["conversation"]["state"]["handedOver"] {
  const past = state.handedOver;
  return past && now - Date.parse(past.closedAt) < SAME_PERSON_MS ? past : undefined;
}

/** The guest has left a message: staff answer it in the chat, whenever they do. */
export function openTicket(
  submission: Submission,
  partner: Partner | null,
  input: DecisionInput,
  reply: Reply,
): Pick<HandoverStep, "handover" | "changes" | "timers"> {
  const { state } = input.conversation;
  const open = state.handover;
  if (open && !after(stateOf(open), "leave")) {
    // one at a time: whoever has or gets the first one has this one, too
    const { answers } = submission;
    relay(
      answers.flatMap(({ label, value, shown }) => (value === null ? [] : quoted(label, fromPlain(shown)))),
      open,
      input,
      reply,
    );
    return {};
  }
  const { reference: number } = submission;
  const now = new Date(input.now).toISOString();
  const to = partner?.id ?? null;
  const left: OpenHandover = {
    number,
    stage: "ticket",
    ticket: true,
    partner: to,
    room: null,
    threads: 0,
    card: null,
    askedAt: now,
    askedIn: input.eventId,
    waitingSince: now,
    claim: null,
    lastAt: now,
    told: [],
  };
  return {
    handover: left,
    changes: [
      ...(open ? [{ does: "end", number: open.number, end: "cancelled" } as const] : []),
      { does: "leave", number, partner: to, room: roomOf(to, input.knowledge)?.id ?? null },
    ],
    timers: ticketTimers(left, input.knowledge.handover),
  };
}

/** Says something to the guest about their handover, with the way out of it. */
export function toGuestThat(
  key: string,
  values: Values,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
  more: Values = {},
): void {
  const { handover: rules } = input.knowledge;
  const { number, stage } = handover;
  const waits = stage === "waiting";
  reply.say(
    reply.words(key, {
      who: partnerName(handover, reply, input),
      wait: rules.usualWait[reply.language],
      number,
      ...values,
      ...more,
    }),
    {
      buttons:
        stage === "ticket"
          ? []
          : [
              reply.button(reply.label(waits ? "button.stop-waiting" : "button.back-to-bot"), {
                does: "back-to-bot",
                number,
              }),
            ],
    },
  );
}
