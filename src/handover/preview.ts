import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { fromPlain } from "../text/index.js";
import type { AnsweredBefore, OpenHandover, StaffMember } from "../vocabulary/index.js";
import { quoted } from "./card.js";
import { isNote } from "./note.js";
import { staffTalk } from "./staff-words.js";
import { type HandoverStep, ignored, staffOnly } from "./step.js";

/**
 * Shows staff how the guest will read a reply, with the buttons to send or drop it.
 * @param line the event in which it was written
 * @param replaces how it read before
 */
export function preview(
  text: string,
  line: number,
  staff: StaffMember,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
  replaces?: string,
): void {
  const { number } = handover;
  const talk = staffTalk(handover, input, reply);
  const why = talk.words(staff.practised ? "staff.preview" : "staff.preview.first");
  reply.aside(input.event.place, talk.language, [...why, ...quoted(staff.name, fromPlain(text))], {
    ...(replaces === undefined ? {} : { replaces }),
    buttons: [
      talk.button("staff.button.send", { does: "staff-send", number, line, by: staff.id }),
      talk.button("staff.button.drop", { does: "staff-drop", number, line }),
    ],
  });
}

/** A line was changed that the guest has not got: where it waits to be sent, it is shown anew as it reads now. */
export function onPreviewEdit(
  text: string | null,
  { turn: line, passedOn }: AnsweredBefore,
  staff: StaffMember,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): HandoverStep {
  const before = passedOn.at(-1);
  const waits = handover.told.includes(shownName(line)) && !handover.told.includes(sentName(line));
  if (!waits || before === undefined)
    return ignored("a line of staff was changed that had not gone to the guest");
  if (text !== null && text.trim() !== "" && !isNote(text)) {
    preview(text, line, staff, handover, input, reply, before);
    return staffOnly("a reply was changed before it is sent");
  }
  reply.takeBack(before, input.event.place);
  return {
    ...staffOnly("a reply was taken back before it is sent"),
    handover: { ...handover, told: [...handover.told, sentName(line)] },
  };
}

/** A reply was shown to its writer before it is sent: this is how that is remembered. @param line as in `preview` */
export function shownName(line: number): string {
  return `shown:${line}`;
}

/** A reply that was shown has been sent or dropped: this is how that is remembered. @param line as in `preview` */
export function sentName(line: number): string {
  return `sent:${line}`;
}
