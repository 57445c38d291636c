import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { OpenHandover } from "../vocabulary/index.js";
import { announce, announceElsewhere, toGeneralRoom } from "./announce.js";
import { messageButton, toGuestThat } from "./ask.js";
import { notify, partnerName, relay, updateCard } from "./card.js";
import { end } from "./ending.js";
import { generalRoom, isAddressOf, roomIn, threadIn } from "./rooms.js";
import { release } from "./staff-act.js";
import { staffTalk } from "./staff-words.js";
import { type HandoverStep, ignored } from "./step.js";
import { type HandoverTimer, nextTicketTimer, silenceTimer, stampOf, timerOf } from "./times.js";

const MINUTE = 60_000;

/** What time, or a message that could not be delivered, brings about in a handover; null: the timer is none of its. */
export function onTime(name: string, input: DecisionInput, reply: Reply): HandoverStep | null {
  const erased = /^handover:erased:([^:]+):(\d+)$/.exec(name);
  if (erased) return tellErased(erased[1] ?? "", Number(erased[2]), input, reply);
  const failed = /^undelivered:(guest|aside|mail):(.+)$/.exec(name);
  const timer = timerOf(name);
  if (!failed && !timer && !name.startsWith("handover:")) return null;
  const { handover } = input.conversation.state;
  if (!handover) return ignored("the handover is over");
  if (failed) return undelivered(failed[1] ?? "", failed[2] ?? "", handover, input, reply);
  const [, staff, left] = /^handover:staff-gone:(\d+)(?::(.+))?$/s.exec(name) ?? [];
  if (staff !== undefined) return staffGone(Number(staff), left ?? null, handover, input, reply);
  const [, gone] = /^handover:room-gone:(.+)$/s.exec(name) ?? [];
  if (gone !== undefined) {
    // staff read on somewhere else already: a room is told of twice, and may come back
    const room = roomIn(handover, input.knowledge);
    return room && isAddressOf(room, gone)
      ? roomGone(handover, input, reply)
      : ignored("a room in which it is not any more is gone");
  }
  return timer ? onTimer(timer, handover, input, reply) : ignored(`an unknown timer: ${name}`);
}

function onTimer(
  { kind, number, stamp }: HandoverTimer,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const since = kind === "silence" ? (handover.claim?.at ?? "") : handover.waitingSince;
  if (handover.number !== number || stampOf(since) !== stamp) return ignored("of an earlier waiting");
  if (kind === "silence") return silence(handover, input, reply);
  if (handover.claim) return ignored("somebody has taken it");
  switch (kind) {
    case "announce":
      return announce(handover, input, reply);
    case "remind":
      return remind("staff.reminder", handover, input, reply);
    case "ticket":
      return {
        ...remind("staff.reminder.ticket", handover, input, reply),
        timers: [nextTicketTimer(handover, input.knowledge.handover, input.now)],
      };
    case "escalate":
      return escalate(handover, input, reply);
    case "offer":
      return offerMessage(handover, input, reply);
    case "end":
      return handover.stage === "waiting" ? nobodyCame(handover, input, reply) : ignored("nobody waits");
  }
}

function remind(key: string, handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  const minutes = Math.round((input.now - Date.parse(handover.waitingSince)) / MINUTE);
  const talk = staffTalk(handover, input, reply);
  const values = {
    number: handover.number,
    minutes: String(minutes),
    hours: String(Math.round(minutes / 60)),
  };
  relay(talk.words(key, values), handover, input, reply);
  return { outcome: "notice", reasons: ["staff were reminded"] };
}

function escalate(handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  const general = generalRoom(input.knowledge);
  if (!general || handover.room === general.id) return remind("staff.reminder", handover, input, reply);
  const escalated = toGeneralRoom(handover, input, reply);
  return {
    outcome: "notice",
    reasons: ["nobody has taken it: the general desk has it, too"],
    handover: escalated,
    changes: [{ does: "announce", number: handover.number, room: escalated.room }],
  };
}

function offerMessage(handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  if (handover.stage !== "waiting") return ignored("nobody waits");
  reply.say(reply.words("handover.unclaimed"), {
    buttons: [
      ...messageButton(input, reply),
      reply.button(reply.label("button.stop-waiting"), { does: "back-to-bot", number: handover.number }),
    ],
  });
  return { outcome: "notice", reasons: ["nobody has taken it: the guest may leave a message"] };
}

function nobodyCame(handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  const talk = staffTalk(handover, input, reply);
  relay(talk.words("staff.unanswered"), handover, input, reply);
  updateCard("over", handover, input, reply);
  reply.say(reply.words("handover.end.unanswered", { number: handover.number }), {
    buttons: messageButton(input, reply),
  });
  return {
    outcome: "notice",
    reasons: ["nobody came"],
    handover: null,
    changes: [{ does: "end", number: handover.number, end: "unanswered" }],
  };
}

function silence(handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  const { warnAfterSilence, closeAfterSilence } = input.knowledge.handover;
  const last = Date.parse(handover.lastAt);
  const idle = input.now - last;
  const warned = `silence:${stampOf(handover.lastAt)}`;
  if (idle >= closeAfterSilence * MINUTE && handover.told.includes(warned))
    return end("silence", "silence", handover, input, reply);
  if (idle < warnAfterSilence * MINUTE)
    return {
      ...ignored("somebody has said something since"),
      timers: [silenceTimer(handover, last + warnAfterSilence * MINUTE)],
    };
  const minutes = String(closeAfterSilence - warnAfterSilence);
  notify("staff.silence", handover, input, reply, { minutes });
  toGuestThat("handover.silence", { minutes, name: handover.claim?.name }, handover, input, reply);
  return {
    outcome: "notice",
    reasons: ["nobody has said anything for long"],
    handover: { ...handover, told: [...handover.told, warned] },
    timers: [silenceTimer(handover, input.now + (closeAfterSilence - warnAfterSilence) * MINUTE)],
  };
}

/**
 * Somebody has no account any more, or has left a room: what they have there waits again.
 * @param left the room's address; null: the account is gone
 */
function staffGone(
  staff: number,
  left: string | null,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  if (handover.claim?.staff !== staff) return ignored("whoever is gone does not have it any more");
  const room = roomIn(handover, input.knowledge);
  if (left !== null && !(room && isAddressOf(room, left))) return ignored("they have it in another room");
  return release(handover, input, reply);
}

/**
 * The general desk gets it; where that room is gone itself, it stays in the desk alone. Whoever had it in the room cannot
 * answer any more: so it waits again. The guest is told who answers now.
 */
function roomGone(handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  const general = generalRoom(input.knowledge);
  const elsewhere = general && general.id !== handover.room ? general.id : null;
  const cardless = { ...handover, card: null };
  const released = handover.claim ? release(cardless, input, reply) : null;
  const moved = announceElsewhere(elsewhere, released?.handover ?? cardless, input, reply);
  if (elsewhere !== null) {
    const talk = staffTalk(moved, input, reply);
    relay(talk.words("staff.room-gone"), moved, input, reply);
    const who = partnerName({ partner: null }, reply, input);
    if (!released && handover.stage === "waiting")
      toGuestThat("handover.passed-on", { who }, moved, input, reply);
  }
  return {
    outcome: "notice",
    reasons: ["its room is gone"],
    handover: moved,
    changes: [...(released?.changes ?? []), { does: "announce", number: handover.number, room: moved.room }],
    // it has just been announced where it can be read
    timers: (released?.timers ?? []).filter(({ name }) => timerOf(name)?.kind !== "announce"),
  };
}

/**
 * What the platform did not take. A reply of staff: they are told. The thread in the room: a new one, once; then the
 * general desk.
 */
function undelivered(
  to: string,
  message: string,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  if (to === "guest") {
    notify("staff.undelivered", handover, input, reply);
    return { outcome: "notice", reasons: ["the guest did not get a message"] };
  }
  if (to === "mail") {
    notify("staff.mail-failed", handover, input, reply);
    return { outcome: "notice", reasons: ["an e-mail was not taken"] };
  }
  const talk = staffTalk(handover, input, reply);
  // of an earlier thread it means nothing any more, nor does what fails together with what opened the thread
  if (!talk.thread || eventOf(message) < eventOf(handover.card ?? "")) return ignored("of an earlier thread");
  const repaired = `repaired:${handover.room}`;
  if (handover.told.includes(repaired)) return roomGone(handover, input, reply);
  const again = { ...handover, card: null, told: [...handover.told, repaired] };
  const reopened = announceElsewhere(handover.room, again, input, reply);
  return {
    outcome: "notice",
    reasons: [`a message to staff was not taken (${message}): a new thread`],
    handover: reopened,
  };
}

/** The event in which a message was decided: messages are named after it. */
function eventOf(message: string): number {
  return Number.parseInt(message, 10) || 0;
}

/** The guest has erased the conversation: what its staff still have in their room is theirs to erase. */
function tellErased(room: string, threads: number, input: DecisionInput, reply: Reply): HandoverStep {
  const known = input.knowledge.handover.rooms.find(({ id }) => id === room);
  const thread = known && threadIn(known, input.conversation.id ?? 0, threads);
  if (!thread) return ignored("erased: no room is to be told");
  const talk = staffTalk({ room, threads } as OpenHandover, input, reply);
  reply.aside(thread, talk.language, talk.words("staff.guest.erased"));
  return { outcome: "notice", reasons: ["staff were told that it is erased"] };
}
