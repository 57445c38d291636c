import { foldedWords } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";
import { plainWords } from "../conversation/words.js";
import type { IntentId } from "../vocabulary/index.js";
import { lastAnswered } from "./repeat.js";

/** "2", "das zweite", "keins" after "did you mean": the intent meant, or "none". */
export function pickedByNumber(text: string, input: DecisionInput): IntentId | "none" | null {
  const { clarification } = input.conversation.state;
  if (!clarification) return null;
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .trim()
    .split(/\s+/);
  if (words.length > 3) return null;
  const last = words.at(-1) ?? "";
  if (NONE.has(last) || NONE.has(words[0] ?? "")) return "none";
  const index = ORDINALS.findIndex((ordinals) => ordinals.includes(last));
  return clarification.intents[index] ?? null;
}

/** Who writes "Mehr" means the button of the answer before: the intents of it that have more to say. */
export function moreWanted(text: string, input: DecisionInput): IntentId[] {
  const { knowledge } = input;
  const wanted = foldedWords(text).join(" ");
  const isLabel = (["de", "en"] as const).some(
    (language) => foldedWords(plainWords(knowledge.messages, "button.more", language)).join(" ") === wanted,
  );
  if (!isLabel) return [];
  return lastAnswered(input).filter((id) => knowledge.intents.get(id)?.answer?.de.more);
}

const NONE = new Set(["nein", "keins", "keines", "keine", "nichts", "no", "none", "neither"]);
const ORDINALS = [
  ["1", "eins", "erste", "ersten", "erstes", "ersteres", "one", "first"],
  ["2", "zwei", "zweite", "zweiten", "zweites", "two", "second"],
  ["3", "drei", "dritte", "dritten", "drittes", "three", "third"],
];
