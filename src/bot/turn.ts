import { personButton, topicsButton } from "../conversation/buttons.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { HandoverStep } from "../handover/step.js";
import type { ConversationState, Decision, OpenForm, RichText, TurnRecord } from "../vocabulary/index.js";

import { titleOf } from "./topic.js";

/** What one turn came to: what is logged of it, and what it changes. All but outcome and reasons optional. */
export type Turn = Pick<TurnRecord, "outcome" | "reasons"> &
  Partial<Omit<TurnRecord, "outcome" | "reasons" | "language" | "knowledge">> &
  Partial<Pick<ConversationState, "disclosed" | "noticed" | "topic" | "clarification" | "languageHeld">> &
  Partial<Pick<Decision, "submission" | "bookings" | "timers" | "erase">> &
  Partial<Pick<HandoverStep, "handover" | "past" | "changes" | "verbatim">> & {
    /** The form that is open from now on; null: none. Left out: as before. */
    readonly openForm?: OpenForm | null;
    readonly seat?: NonNullable<Decision["expects"]["seat"]>;
  };

/** What answering one question came to; a message may hold several. */
export type Answered = Turn & {
  /** The answer opens or keeps a topic. */
  readonly topical?: boolean;
  /** The seminar that it was about, if one. */
  readonly seminar?: string | null;
};

/** The names of what `introduce` says. */
export const FIRST_CONTACT = "first-contact";
export const NOTICE_OF_THE_DAY = "notice";

/** What `introduce` said, for the state. */
export type Introduction = Pick<Turn, "disclosed" | "noticed">;

/**
 * Says, once per conversation and before anything else, what the law wants said at first contact (an automated
 * assistant, Art. 50(1) EU AI Act; information without obligation; privacy, Art. 13 GDPR; how to reach a person),
 * and the office's notice of the day, once each.
 */
export function introduce(input: DecisionInput, reply: Reply): Introduction {
  const { state } = input.conversation;
  if (!state.disclosed)
    reply.say([...reply.words(FIRST_CONTACT), ...aboutChannel(input, reply)], {
      buttons: [topicsButton(reply), personButton(reply)],
    });
  if (state.carried && state.topic) {
    const title = titleOf(state.topic, input.knowledge, reply.language);
    if (title !== "") reply.say(reply.words("carried", { title }));
  }
  const { notice } = input.knowledge.office;
  const current =
    notice && notice.from <= input.facts.today && input.facts.today <= notice.to ? notice : null;
  if (!current || state.noticed === current.from) return { disclosed: true };
  const text = reply.fill(current.text[reply.language]);
  reply.note(NOTICE_OF_THE_DAY, text);
  reply.say(text);
  return { disclosed: true, noticed: current.from };
}

/**
 * What must be known of this channel beside the general notice: who else can read what is written here, and what is done
 * elsewhere (data protection authorities on messengers; see `channels` in office.yaml).
 */
function aboutChannel(input: DecisionInput, reply: Reply): RichText {
  const { channel, scope } = input.conversation.place;
  const linked = input.knowledge.office.forms[channel] === "link" && input.site !== null;
  return [
    ...reply.words(`${FIRST_CONTACT}.${channel}`),
    ...(linked && scope === "private" ? reply.words(`${FIRST_CONTACT}.link`) : []),
    ...(scope === "room" ? reply.words(`${FIRST_CONTACT}.room`) : []),
  ];
}
