import type { DecisionInput } from "../conversation/input.js";
import { postcodeIn } from "../handover/postcode.js";
import { route } from "../handover/routing.js";
import type { Partner } from "../knowledge/model.js";
import type { IntentId, Language } from "../vocabulary/index.js";
import { liveTopic } from "./topic.js";

/**
 * Who should take what was talked about last; null: the office itself.
 * @param about the intent that has just been answered; it counts before what was talked about
 */
export function routedPartner(
  input: DecisionInput,
  language: Language,
  about: IntentId | null = null,
): Partner | null {
  const topic = liveTopic(input.conversation.state, input.now);
  if (!topic && about === null) return null;
  const errand = {
    intents: [...(about === null ? [] : [about]), ...(topic?.intents ?? [])],
    language,
    postcode: postcodeIn(input.text ?? "") ?? postcodeIn(topic?.question ?? ""),
  };
  return route(errand, input.knowledge, input.facts.presence);
}
