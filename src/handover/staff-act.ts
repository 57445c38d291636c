import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Button, OpenHandover, StaffAct, StaffMember } from "../vocabulary/index.js";
import { toGuestThat } from "./ask.js";
import { updateCard } from "./card.js";
import { end } from "./ending.js";
import { withoutNotice } from "./mailed.js";
import { sentName } from "./preview.js";
import { roomOf } from "./rooms.js";
import { sendReply } from "./staff-line.js";
import { hint, staffTalk } from "./staff-words.js";
import { after, stateOf } from "./states.js";
import { type HandoverStep, staffOnly } from "./step.js";
import { silenceTimer, ticketTimers, waitingTimers } from "./times.js";

const MINUTE = 60_000;

/** What somebody pressed in a staff room, or did in the desk's own entrance for staff. */
export function onStaffAct(act: StaffAct, input: DecisionInput, reply: Reply): HandoverStep {
  const { staff } = input;
  if (!staff || staff === "unknown") {
    hint("staff.hint.unknown", input, reply);
    return staffOnly("pressed by somebody who is linked to no account");
  }
  const { handover } = input.conversation.state;
  if (!handover || handover.number !== act.number) {
    hint("staff.hint.over", input, reply);
    return staffOnly("pressed for a handover that is over");
  }
  if (act.does === "staff-take") return take(staff, handover, input, reply);
  if (act.does === "staff-pass") return pass(act, staff, handover, input, reply);
  if (act.does === "staff-close") return close(staff, handover, input, reply);
  if (handover.claim?.staff !== staff.id) {
    notYours(handover, input, reply);
    return staffOnly("pressed by staff who have not taken it");
  }
  switch (act.does) {
    case "staff-note":
      hint("staff.hint.note", input, reply);
      return { ...staffOnly("an internal note is to come"), handover: noting(handover) };
    case "staff-recall":
      return recall(act, staff, handover, input, reply);
    case "staff-send":
      return send(act, staff, handover, input, reply);
    case "staff-drop": {
      const name = sentName(act.line);
      if (handover.told.includes(name)) return tooLate("staff.hint.sent", input, reply);
      hint("staff.hint.dropped", input, reply);
      return {
        ...staffOnly("a reply was dropped"),
        handover: { ...handover, told: [...handover.told, name] },
      };
    }
  }
}

function take(staff: StaffMember, handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  const { claim, number, before } = handover;
  if (claim) {
    if (claim.staff === staff.id) hint("staff.hint.yours", input, reply);
    else hint("staff.hint.taken", input, reply, { name: claim.name });
    return staffOnly(claim.staff === staff.id ? "taken by the same before" : "somebody else was quicker");
  }
  const moved = after(stateOf(handover), "claim");
  if (!moved) return staffOnly("it cannot be taken");
  const [firstReminder = 0] = input.knowledge.handover.remindAfter;
  const reserved = Date.parse(handover.waitingSince) + firstReminder * MINUTE;
  if (before && before.staff !== staff.id && input.now < reserved) {
    hint("staff.hint.before", input, reply, { name: before.name, minutes: String(firstReminder) });
    return staffOnly("the guest is to come back to the same person first");
  }
  const at = new Date(input.now).toISOString();
  const taken: OpenHandover = {
    ...handover,
    stage: "person",
    claim: { staff: staff.id, name: staff.name, at },
    lastAt: at,
  };
  toGuestThat(
    handover.ticket ? "handover.ticket.claimed" : "handover.claimed",
    { name: staff.name, number },
    taken,
    input,
    reply,
  );
  updateCard("taken", taken, input, reply);
  if (input.event.place.channel === "terminal" || handover.card === null)
    hint("staff.hint.you-have-it", input, reply);
  return {
    outcome: "staff",
    reasons: [`taken by ${staff.name}`],
    handover: taken,
    changes: [{ does: "claim", number, staff: staff.id }],
    audit: [{ staff: staff.id, did: "take", about: number }],
    timers: [silenceTimer(taken, input.now + input.knowledge.handover.warnAfterSilence * MINUTE)],
  };
}

function pass(
  { to }: Extract<StaffAct, { does: "staff-pass" }>,
  staff: StaffMember,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const { claim } = handover;
  if (claim && claim.staff !== staff.id) {
    notYours(handover, input, reply);
    return staffOnly("only whoever has it passes it on");
  }
  if (to === undefined) {
    const talk = staffTalk(handover, input, reply);
    reply.aside(input.event.place, talk.language, talk.words("staff.pass"), {
      buttons: whereTo(handover, input, reply),
    });
    return staffOnly("asked to whom it is passed on");
  }
  return passOn(to, staff, handover, input, reply);
}

/** Everybody who has a room, and the general desk. */
function whereTo(handover: OpenHandover, input: DecisionInput, reply: Reply): Button[] {
  const { partners, handover: rules } = input.knowledge;
  const { language } = staffTalk(handover, input, reply);
  const talk = staffTalk(handover, input, reply);
  const { number } = handover;
  const named = rules.rooms
    .flatMap((room) => room.partners)
    .filter((id) => id !== handover.partner)
    .flatMap((id) => partners.get(id) ?? []);
  return [
    ...named.map(({ id, name }) => reply.button(name[language], { does: "staff-pass", number, to: id })),
    ...(handover.partner === null
      ? []
      : [talk.button("staff.button.general", { does: "staff-pass", number, to: null })]),
  ];
}

function passOn(
  to: string | null,
  staff: StaffMember,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const { number, ticket } = handover;
  const moved = after(stateOf(handover), "pass");
  if (!moved) return staffOnly("it cannot be passed on");
  const { before: _, ...kept } = handover;
  const waiting: OpenHandover = {
    ...kept,
    stage: moved === "ticket" ? "ticket" : "waiting",
    partner: to,
    claim: null,
    waitingSince: new Date(input.now).toISOString(),
    told: [],
  };
  if (!ticket || handover.claim) toGuestThat("handover.passed-on", {}, waiting, input, reply);
  const { handover: rules } = input.knowledge;
  const room = roomOf(to, input.knowledge);
  if (room?.id === handover.room) updateCard(ticket ? "ticket" : "waiting", waiting, input, reply);
  else updateCard("passed", waiting, input, reply);
  hint("staff.hint.passed", input, reply);
  return {
    outcome: "staff",
    reasons: [`passed on to ${to ?? "the general desk"}`],
    handover: waiting,
    changes: [{ does: "pass", number, partner: to }],
    audit: [{ staff: staff.id, did: `pass to ${to ?? "general"}`, about: number }],
    timers: waiting.stage === "ticket" ? ticketTimers(waiting, rules) : waitingTimers(waiting, rules),
  };
}

/** Whoever had it is gone: it waits again, and the guest is told. */
export function release(handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  const { number, partner, ticket } = handover;
  const moved = after(stateOf(handover), "release");
  if (!moved) return { outcome: "ignored", reasons: ["nobody has it"] };
  const waiting: OpenHandover = {
    ...handover,
    stage: moved === "ticket" ? "ticket" : "waiting",
    claim: null,
    waitingSince: new Date(input.now).toISOString(),
    told: [],
  };
  if (!ticket) toGuestThat("handover.released", {}, waiting, input, reply);
  updateCard(ticket ? "ticket" : "waiting", waiting, input, reply);
  const { handover: rules } = input.knowledge;
  return {
    outcome: "notice",
    reasons: ["whoever had it is gone"],
    handover: waiting,
    changes: [{ does: "pass", number, partner }],
    timers: ticket ? ticketTimers(waiting, rules) : waitingTimers(waiting, rules),
  };
}

function close(staff: StaffMember, handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  if (handover.claim && handover.claim.staff !== staff.id) {
    notYours(handover, input, reply);
    return staffOnly("only whoever has it closes it");
  }
  return {
    ...end("close", "closed", handover, input, reply, staff.name),
    outcome: "staff",
    audit: [{ staff: staff.id, did: "close", about: handover.number }],
  };
}

function send(
  { line, by }: Extract<StaffAct, { does: "staff-send" }>,
  staff: StaffMember,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const name = sentName(line);
  if (handover.told.includes(name)) return tooLate("staff.hint.sent", input, reply);
  // what somebody wrote before it was passed on is not said in the name of whoever has it now
  if (by !== undefined && by !== staff.id) return tooLate("staff.hint.expired", input, reply);
  if (!input.draft) return tooLate("staff.hint.gone", input, reply);
  const step = sendReply(input.draft, staff, handover, input, reply);
  const sent = step.handover ?? handover;
  // if it is changed from now on, what the guest was told changes
  return { ...step, inPlaceOf: line, handover: { ...sent, told: [...sent.told, name] } };
}

function recall(
  { message, until }: Extract<StaffAct, { does: "staff-recall" }>,
  staff: StaffMember,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const name = `recalled:${message}`;
  if (handover.told.includes(name)) return staffOnly("recalled before");
  reply.takeBack(message);
  const isHeld = Date.parse(until) > input.now;
  const { told } = isHeld ? withoutNotice(handover, message) : handover;
  hint(isHeld ? "staff.hint.recalled" : "staff.hint.recalled-late", input, reply);
  return {
    outcome: "staff",
    reasons: ["a reply was recalled"],
    handover: { ...handover, told: [...told, name] },
    audit: [{ staff: staff.id, did: "recall", about: handover.number }],
  };
}

function tooLate(key: string, input: DecisionInput, reply: Reply): HandoverStep {
  hint(key, input, reply);
  return staffOnly("pressed too late");
}

function notYours({ claim }: OpenHandover, input: DecisionInput, reply: Reply): void {
  if (claim) hint("staff.hint.taken", input, reply, { name: claim.name });
  else hint("staff.hint.unclaimed", input, reply);
}

function noting(handover: OpenHandover): OpenHandover {
  return handover.claim ? { ...handover, claim: { ...handover.claim, note: true } } : handover;
}
