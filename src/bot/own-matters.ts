import type { ConversationState } from "../vocabulary/index.js";
import { commandIn } from "./command.js";
import { wasAskedToErase } from "./erasing.js";
import { yesOrNo } from "./yes-no.js";

/**
 * Whether a message is the assistant's whoever has the conversation: what is stored of the guest, its erasure, privacy and
 * the language are theirs at any time (Art. 12 GDPR).
 */
export function isForTheBot(text: string, state: ConversationState): boolean {
  const command = commandIn(text)?.name;
  if (command)
    return command === "privacy" || command === "stored" || command === "delete" || command === "language";
  return wasAskedToErase(state) && yesOrNo(text) !== null;
}
