import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { keyOf } from "../conversation/said.js";
import type { Act, Button, ConversationState } from "../vocabulary/index.js";
import { answerIntent } from "./answer.js";
import { DELETE, erasesHere } from "./own-data.js";
import type { Answered } from "./turn.js";
import { yesOrNo } from "./yes-no.js";

const SURE = "erase.sure";

/**
 * Erases the conversation at the guest's word (Art. 17 GDPR), once it was asked whether they are sure. Not where others
 * read along; on the web page the page does it, which then forgets the session, too.
 */
export function erase(
  { sure }: Extract<Act, { does: "erase" }>,
  input: DecisionInput,
  reply: Reply,
): Answered {
  const { place } = input.conversation;
  if (place.scope === "room") {
    reply.say(reply.words("own-data.room"));
    return { outcome: "answer", reasons: ["nothing is erased where others read along"] };
  }
  if (!erasesHere(place)) return answerIntent(DELETE, "", null, input, reply);
  if (sure === false) {
    reply.say(reply.words("erase.kept"));
    return { outcome: "answer", reasons: ["the guest keeps the conversation"] };
  }
  const references = (input.conversation.stored?.submissions ?? []).map(({ reference }) => reference);
  const values = { references: references.length > 0 ? references.join(", ") : undefined };
  if (sure) {
    reply.say([...reply.words("erase.done", values), ...reply.words(`erase.elsewhere.${place.channel}`)]);
    return { outcome: "answer", erase: true, reasons: ["erased at the guest's word"] };
  }
  reply.say(reply.words(SURE, values), {
    buttons: [answer("erase-sure", true, reply), answer("erase-not", false, reply)],
  });
  return { outcome: "answer", reasons: ["asked whether to erase the conversation"] };
}

/** "Ja" or "nein" to the question whether one is sure. */
export function eraseInWords(text: string, { conversation: { state } }: DecisionInput): Act | null {
  if (!wasAskedToErase(state)) return null;
  const sure = yesOrNo(text);
  return sure === null ? null : { does: "erase", sure };
}

/** The guest was asked in the last turn whether to erase the conversation. */
export function wasAskedToErase({ said }: ConversationState): boolean {
  return said.some((name) => keyOf(name) === SURE);
}

function answer(label: string, sure: boolean, reply: Reply): Button {
  return reply.button(reply.label(`button.${label}`), { does: "erase", sure });
}
