import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { fromPlain } from "../text/index.js";
import type { CaseFile, OpenHandover, Place, RichText } from "../vocabulary/index.js";
import { briefOf } from "./brief.js";
import { briefText } from "./brief-text.js";
import { cardButtons, cardText, partnerName, quoted, relay, updateCard } from "./card.js";
import { mailToPartner } from "./mail.js";
import { isNote } from "./note.js";
import { generalRoom, roomOf, threadIn } from "./rooms.js";
import { type StaffTalk, staffTalk } from "./staff-words.js";
import type { HandoverStep } from "./step.js";

/** So much of what was said is shown in a room at most; the rest is behind the link, and in the desk. */
const MOST_LINES = 60;

/** Announces a handover in the room of whoever is responsible: the brief before anything else, then what was said. */
export function announce(handover: OpenHandover, input: DecisionInput, reply: Reply): HandoverStep {
  const room = roomOf(handover.partner, input.knowledge);
  if (room && room.id === handover.room && handover.card !== null) {
    // it stands there already: the card says how it is, and nothing else would be noticed
    const talk = staffTalk(handover, input, reply);
    relay(talk.words("staff.again", { number: handover.number }), handover, input, reply);
    return { outcome: "notice", reasons: [`it waits again in ${room.id}`] };
  }
  const again = handover.before !== undefined && handover.before.room === room?.id && handover.threads > 0;
  const announced = inRoom(room?.id ?? null, again, handover, input, reply);
  if (handover.stage === "ticket") mailToPartner(announced, input, reply);
  return {
    outcome: "notice",
    reasons: [`announced in ${room?.id ?? "no room"}`],
    handover: announced,
    changes: [{ does: "announce", number: handover.number, room: announced.room }],
  };
}

/**
 * Shows it in another room, or in a new thread of the same one: what was said so far goes along. The card in the room
 * before says so.
 */
export function announceElsewhere(
  room: string | null,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): OpenHandover {
  if (handover.room !== room) updateCard("passed", handover, input, reply);
  return inRoom(room, false, handover, input, reply);
}

/** Shows it to the general desk, too; what it had not seen yet goes along. */
export function toGeneralRoom(handover: OpenHandover, input: DecisionInput, reply: Reply): OpenHandover {
  return announceElsewhere(generalRoom(input.knowledge)?.id ?? null, handover, input, reply);
}

function inRoom(
  id: string | null,
  again: boolean,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): OpenHandover {
  const room = input.knowledge.handover.rooms.find((candidate) => candidate.id === id) ?? null;
  // named by the event that opens it, so that none of an earlier enquiry is taken for it, in which nobody would see it
  const threads = again ? handover.threads : input.eventId;
  const place = room && threadIn(room, input.conversation.id ?? 0, threads);
  if (!room || !place) return { ...handover, room: room?.id ?? null, card: null };
  const placed = { ...handover, room: room.id, threads };
  const talk = staffTalk(placed, input, reply);
  const state = handover.claim ? "taken" : handover.stage === "ticket" ? "ticket" : "waiting";
  const file = input.caseFile ?? null;
  const brief = file
    ? briefText(
        briefOf(file, placed, input.knowledge, { now: input.now, language: talk.language }),
        input.knowledge,
        talk.language,
      )
    : [];
  const link = caseLink(placed, talk, input);
  const card = reply.aside(place, talk.language, cardText(state, placed, brief, talk, input), {
    buttons: cardButtons(state, placed, talk),
    ...(link ? { links: [link] } : {}),
  });
  sayTranscript(file, placed, place, talk, input, reply);
  return { ...placed, card };
}

/** What was said so far: all of it where the room may show it, else what was said since a person was asked for. */
function sayTranscript(
  file: CaseFile | null,
  handover: OpenHandover,
  place: Place,
  talk: StaffTalk,
  input: DecisionInput,
  reply: Reply,
): void {
  const all = talk.room?.shows === "transcript";
  const lines = (file?.lines ?? []).filter(
    // what the assistant has said of the handover itself is of no use to whoever takes it
    ({ event, from, message }) =>
      from !== "internal" &&
      (all || event >= handover.askedIn) &&
      (from !== "desk" || message?.author || event < handover.askedIn),
  );
  const shown = lines.slice(-MOST_LINES).flatMap((line): RichText => {
    const name = line.message?.author?.name ?? talk.label(`staff.from.${line.from}`);
    // what staff wrote to the guest stands among the lines of the desk
    if (line.from === "staff" && !isNote(line.text ?? "")) return [];
    const words = line.message?.text ?? fromPlain(line.text ?? "");
    return words.length === 0 ? [] : quoted(name, words);
  });
  if (shown.length > 0)
    reply.aside(place, talk.language, [
      ...talk.words("staff.transcript", { name: partnerName(handover, talk, input) }),
      ...shown,
    ]);
}

/** To what was said, on the desk's own server: for rooms that must not show it. */
function caseLink(
  { number }: OpenHandover,
  talk: StaffTalk,
  { site, signed }: DecisionInput,
): { label: string; url: string } | null {
  if (site === null || !signed || talk.room?.shows !== "matter") return null;
  return {
    label: talk.label("staff.link"),
    url: `${site}${signed(`/handover/${number}?lang=${talk.language}`)}`,
  };
}
