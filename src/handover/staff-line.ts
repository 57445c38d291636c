import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { fromPlain } from "../text/index.js";
import type { OpenHandover, StaffMember } from "../vocabulary/index.js";
import { quoted } from "./card.js";
import { mailToGuest } from "./mail.js";
import { mailedName, wasMailed, withoutNotice } from "./mailed.js";
import { isNote } from "./note.js";
import { onPreviewEdit, preview, shownName } from "./preview.js";
import { hint, hintOnce, staffTalk } from "./staff-words.js";
import { type HandoverStep, ignored, staffOnly } from "./step.js";

/**
 * What somebody wrote in the thread of a conversation. Only the lines of whoever has taken it go to the guest, and not
 * those that are marked as internal; everything else stays where it was written, and its writer is told so once.
 */
export function onStaffLine(
  text: string,
  hasFiles: boolean,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const { staff } = input;
  const { handover } = input.conversation.state;
  if (!handover) {
    hint("staff.hint.over", input, reply);
    return staffOnly("a line of staff: the handover is over");
  }
  if (!staff || staff === "unknown") {
    const told = hintOnce("unknown", handover, () => hint("staff.hint.unknown", input, reply));
    return {
      ...staffOnly("a line of somebody who is linked to no account"),
      handover: { ...handover, told },
    };
  }
  const { claim } = handover;
  if (claim?.staff === staff.id) return ofClaimant(text, hasFiles, staff, handover, input, reply);
  if (isNote(text)) return staffOnly("an internal note");
  const name = claim ? `other:${staff.id}` : "unclaimed";
  const told = hintOnce(name, handover, () =>
    claim
      ? hint("staff.hint.other", input, reply, { name: claim.name })
      : hint("staff.hint.unclaimed", input, reply),
  );
  return {
    ...staffOnly(claim ? "a line of staff who have not taken it" : "a line of staff: nobody has taken it"),
    handover: { ...handover, told },
  };
}

function ofClaimant(
  text: string,
  hasFiles: boolean,
  staff: StaffMember,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const { number, claim } = handover;
  if (isNote(text) || claim?.note) {
    const audit = [{ staff: staff.id, did: "note", about: number }];
    return { ...staffOnly("an internal note"), handover: withoutNote(handover), audit };
  }
  if (hasFiles) hint("staff.hint.files", input, reply);
  if (text.trim() === "") return staffOnly("nothing that could be passed on");
  const talk = staffTalk(handover, input, reply);
  const needsButton = talk.room?.sends === "confirmed";
  if (needsButton || !staff.practised) {
    const line = input.eventId;
    preview(text, line, staff, handover, input, reply);
    return {
      ...staffOnly("a reply is shown before it is sent"),
      handover: { ...handover, told: [...handover.told, shownName(line)] },
    };
  }
  return sendReply(text, staff, handover, input, reply);
}

/**
 * Says a reply to the guest: held for some seconds, in which it can be recalled.
 */
export function sendReply(
  text: string,
  staff: StaffMember,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const { number } = handover;
  const { holdSeconds } = input.knowledge.handover;
  const talk = staffTalk(handover, input, reply);
  const until = new Date(input.now + holdSeconds * 1000).toISOString();
  const hold = holdSeconds > 0 ? until : undefined;
  const id = reply.say(quoted(staff.name, fromPlain(text)), {
    author: { name: staff.name },
    ...(hold === undefined ? {} : { holdUntil: hold }),
  });
  if (id !== null && holdSeconds > 0)
    reply.aside(
      input.event.place,
      talk.language,
      talk.words(holdSeconds === 1 ? "staff.held.one" : "staff.held", { seconds: String(holdSeconds) }),
      { buttons: [talk.button("staff.button.recall", { does: "staff-recall", number, message: id, until })] },
    );
  const mayBeGone = handover.ticket && input.conversation.place.channel === "web";
  const mailed = mayBeGone && !wasMailed(handover) && mailToGuest(handover, input, reply, hold);
  return {
    outcome: "relayed",
    reasons: [`a reply of ${staff.name}`],
    handover: {
      ...withoutNote(handover),
      lastAt: new Date(input.now).toISOString(),
      told: mailed ? [...handover.told, mailedName(handover, input.eventId)] : handover.told,
    },
    changes: [{ does: "reply", number, staff: staff.id }],
    audit: [{ staff: staff.id, did: "reply", about: number }],
    ...(staff.practised ? {} : { practised: staff.id }),
  };
}

/** Whoever wrote it has changed it, or taken it back: so it is for the guest, as far as the platform can. */
export function onStaffEdit(text: string | null, input: DecisionInput, reply: Reply): HandoverStep {
  const { staff, edited } = input;
  const { handover } = input.conversation.state;
  const isClaimant = staff && staff !== "unknown" && handover?.claim?.staff === staff.id;
  if (!isClaimant || !edited) return ignored("a line of staff was changed that is nobody's who has it");
  const [shown] = edited.answers;
  if (!shown) return onPreviewEdit(text, edited, staff, handover, input, reply);
  const isTakenBack = text === null || text.trim() === "" || isNote(text);
  if (isTakenBack) reply.takeBack(shown);
  else
    reply.say(quoted(staff.name, fromPlain(text)), {
      author: { name: staff.name },
      replaces: shown,
      holdUntil: new Date(input.now + input.knowledge.handover.holdSeconds * 1000).toISOString(),
    });
  return {
    outcome: "relayed",
    inPlaceOf: edited.turn,
    reasons: [isTakenBack ? "a reply was taken back" : "a reply was changed"],
    audit: [{ staff: staff.id, did: isTakenBack ? "take back" : "change", about: handover.number }],
    ...(isTakenBack && edited.age < input.knowledge.handover.holdSeconds * 1000
      ? { handover: withoutNotice(handover, shown) }
      : {}),
  };
}

function withoutNote(handover: OpenHandover): OpenHandover {
  if (!handover.claim?.note) return handover;
  const { note: _, ...claim } = handover.claim;
  return { ...handover, claim };
}
