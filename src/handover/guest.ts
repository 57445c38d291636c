import { fold } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { beginForm } from "../forms/index.js";
import { fromPlain } from "../text/index.js";
import type { Attachment, Happening, OpenForm, OpenHandover, RichText } from "../vocabulary/index.js";
import { TICKET_FORM, toGuestThat } from "./ask.js";
import { notify, quoted, relay } from "./card.js";
import { end } from "./ending.js";
import { release } from "./staff-act.js";
import { staffTalk } from "./staff-words.js";
import { type HandoverStep, ignored } from "./step.js";

/** A step that also opens a form. */
export type GuestStep = HandoverStep & { readonly openForm?: OpenForm | null };

/**
 * What a guest does while a person is asked for or has the conversation. It goes to that person as it is written, and the
 * assistant says nothing to it. Null: it is the assistant's all the same, such as erasing or what is stored.
 */
export function onGuest(handover: OpenHandover, input: DecisionInput, reply: Reply): GuestStep | null {
  const { what } = input.event;
  switch (what.kind) {
    case "message":
      return onWords(what, handover, input, reply);
    case "action":
      return onButton(handover, input, reply);
    case "edit":
      return onEdit(what.text, handover, input, reply);
    case "deletion":
      return onEdit(null, handover, input, reply);
    case "membership":
      return what.change === "blocked" || what.change === "left"
        ? gone(handover, input, reply)
        : ignored(`membership: ${what.change}`);
    case "timer":
      return null;
  }
}

function onWords(
  { attachments }: Extract<Happening, { kind: "message" }>,
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): GuestStep {
  const words = input.words ?? "";
  if (wantsBack(words, handover)) return back(handover, input, reply);
  const gone =
    handover.stage === "person" && input.claimant === null ? release(handover, input, reply) : null;
  const now = gone?.handover ?? handover;
  const passedOn = words.trim() !== "";
  if (passedOn) relay(guestSays(fromPlain(words), now, input, reply), now, input, reply);
  const told = attachments.length > 0 ? aboutFiles(attachments, now, input, reply) : [];
  const waits = passedOn && now.stage === "waiting" && !now.told.includes("added") && !gone;
  if (waits) toGuestThat("handover.added", {}, now, input, reply);
  return {
    ...gone,
    outcome: passedOn ? "relayed" : "handover",
    reasons: [...(gone?.reasons ?? []), now.claim ? `for ${now.claim.name}` : "for whoever takes it"],
    handover: {
      ...now,
      lastAt: new Date(input.now).toISOString(),
      told: [...now.told, ...(waits ? ["added"] : []), ...told],
    },
    verbatim: true,
  };
}

/** Files are not passed on: guest and staff are told so, the guest once. */
function aboutFiles(
  attachments: readonly Attachment[],
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
): readonly string[] {
  notify("staff.guest.files", handover, input, reply, { count: String(attachments.length) });
  if (handover.told.includes("files")) return [];
  toGuestThat("handover.files", {}, handover, input, reply);
  return ["files"];
}

function onEdit(text: string | null, handover: OpenHandover, input: DecisionInput, reply: Reply): GuestStep {
  const [shown] = input.edited?.passedOn ?? [];
  const { thread } = staffTalk(handover, input, reply);
  if (!shown || !thread) return ignored("a message was changed that was not passed on");
  if (text === null || text.trim() === "") reply.takeBack(shown, thread);
  else relay(guestSays(fromPlain(text), handover, input, reply), handover, input, reply, shown);
  return {
    outcome: "relayed",
    ...(input.edited ? { inPlaceOf: input.edited.turn } : {}),
    reasons: [text === null ? "the guest took a line back" : "the guest changed a line"],
    verbatim: true,
  };
}

function onButton(handover: OpenHandover, input: DecisionInput, reply: Reply): GuestStep | null {
  const act = input.action && input.action !== "expired" ? input.action.act : null;
  switch (act?.does) {
    case "back-to-bot":
      return act.number === handover.number ? back(handover, input, reply) : busy(handover, input, reply);
    case "person":
    case "ask-anyway":
      toGuestThat(
        handover.stage === "person" ? "handover.has" : "handover.still-waiting",
        { name: handover.claim?.name },
        handover,
        input,
        reply,
      );
      return { outcome: "handover", reasons: ["asked for a person again"] };
    case "form":
      return act.form === TICKET_FORM && handover.stage === "waiting"
        ? leaveMessage(handover, input, reply)
        : busy(handover, input, reply);
    // what is the guest's own at any time
    case "erase":
    case "stored":
    case "language":
    case "rate":
    case "bookings":
    case "withdraw":
      return null;
    case "ask":
    case "more":
      return PRIVACY.has(act.intent) ? null : busy(handover, input, reply);
    default:
      return busy(handover, input, reply);
  }
}

/** What must be answered whoever has the conversation (Art. 12 GDPR). */
const PRIVACY: ReadonlySet<string> = new Set(["privacy-info", "delete-my-data"]);

/** The assistant keeps silent; the guest learns how it speaks again. */
function busy(handover: OpenHandover, input: DecisionInput, reply: Reply): GuestStep {
  toGuestThat(
    handover.stage === "person" ? "handover.busy" : "handover.busy.waiting",
    { name: handover.claim?.name },
    handover,
    input,
    reply,
  );
  return { outcome: "handover", reasons: ["a button of the assistant, while it keeps silent"] };
}

function back(handover: OpenHandover, input: DecisionInput, reply: Reply): GuestStep {
  notify("staff.guest.left", handover, input, reply);
  return end("back", handover.claim ? "guest-left" : "cancelled", handover, input, reply);
}

/** Instead of waiting: the form is the assistant's, so the waiting ends with it. */
function leaveMessage(handover: OpenHandover, input: DecisionInput, reply: Reply): GuestStep {
  notify("staff.guest.leaves-message", handover, input, reply);
  const { say: _, ...silent } = reply;
  const ended = end("back", "cancelled", handover, input, { ...silent, say: () => null });
  const form = beginForm(TICKET_FORM, null, input, reply);
  return {
    ...ended,
    outcome: "form",
    openForm: form.form,
    timers: form.timers,
    reasons: [...ended.reasons, ...form.reasons],
  };
}

/** The guest cannot be reached any more. */
function gone(handover: OpenHandover, input: DecisionInput, reply: Reply): GuestStep {
  notify("staff.guest.blocked", handover, input, reply);
  return end("gone", "undeliverable", handover, input, reply);
}

function guestSays(words: RichText, handover: OpenHandover, input: DecisionInput, reply: Reply): RichText {
  return quoted(staffTalk(handover, input, reply).label("staff.from.guest"), words);
}

/** "Zurück zum Assistenten", "abbrechen": said in words. While a person has it, only what can mean nothing else. */
function wantsBack(words: string, { stage }: OpenHandover): boolean {
  const said = fold(words)
    .replaceAll(/[^a-z0-9 ]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return BACK.test(said) || (stage === "waiting" && CANCEL.test(said));
}

const BACK =
  /^(?:bitte )?(?:zurue?ck|wieder) (?:zum|zu dem|mit dem) (?:assistenten|bot|chatbot)(?: bitte)?$|^(?:please )?(?:go )?back to (?:the )?(?:assistant|bot|chatbot)(?: please)?$|^(?:bitte )?(?:gesprae?ch|chat) beenden$|^end (?:the )?(?:chat|conversation)$/;
const CANCEL =
  /^(?:bitte )?(?:abbrechen|abbruch|stopp|nicht mehr warten|doch nicht|hat sich erledigt)(?: danke)?$|^(?:please )?(?:cancel|stop|stop waiting|never ?mind)(?: please| thanks)?$/;
