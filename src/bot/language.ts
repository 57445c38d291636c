import type { DecisionInput } from "../conversation/input.js";
import type { Language } from "../vocabulary/index.js";
import { commandIn } from "./command.js";

/** A message of fewer words says too little about the guest's language. */
const WORDS_TO_CHANGE = 3;
/** A false change of language annoys more than a late one, hence so sure. */
const CONFIDENCE_TO_CHANGE = 0.9;

/**
 * The language to answer in: the one asked for; else it changes only on a message of three or more words that is
 * recognised above 0.9, and not at all once the guest has asked for one or fills in a form: the name of a firm says
 * nothing about the language of its owner.
 */
export function languageOf(input: DecisionInput): Language {
  const { state } = input.conversation;
  const chosen = chosenBy(input);
  if (chosen !== null) return chosen;
  const request = requestIn(input);
  if (request !== null && request !== "other") return request;
  if (state.languageHeld || state.form || !input.comprehension) return state.language;
  const { language, confidence, words } = input.comprehension.recognised;
  return words >= WORDS_TO_CHANGE && confidence > CONFIDENCE_TO_CHANGE ? language : state.language;
}

/**
 * The language of a button or command that chooses one; of another command that of its word, unless the guest has asked
 * for a language. Who opens the chat has said nothing yet: then the language of their device is a hint.
 */
function chosenBy({ action, text, event, conversation: { state } }: DecisionInput): Language | null {
  if (action && action !== "expired" && action.act.does === "language") return action.act.language;
  const command = text === null ? null : commandIn(text);
  if (!command?.name) return null;
  if (command.name === "language") {
    const wished = command.language ?? requestedLanguage(command.rest);
    return wished === "other" ? null : wished;
  }
  if (state.languageHeld) return null;
  if (command.name === "start" && !state.disclosed && /^en\b/i.test(event.locale ?? "")) return "en";
  return command.language;
}

/** The language that this message asks the bot to speak; null when it is about something else. */
export function requestIn(input: DecisionInput): Language | "other" | null {
  for (const { ranked, verdict, text } of input.comprehension?.understanding.questions ?? []) {
    const best = ranked[0] && input.knowledge.intents.get(ranked[0].id);
    if (verdict === "sure" && best?.behaviour === "switch-language") {
      return requestedLanguage(text) ?? input.comprehension?.recognised.language ?? null;
    }
  }
  return null;
}

/** The language that a guest asks for: one of ours, "other" for one that we do not speak, null when none is named. */
export function requestedLanguage(text: string): Language | "other" | null {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  if (words.some((word) => OTHERS.has(word))) return "other";
  const english = words.some((word) => ENGLISH.has(word));
  const german = words.some((word) => GERMAN.has(word));
  if (english && german) return mentionedLast(words);
  return english ? "en" : german ? "de" : null;
}

/** "I don't speak German, English please": what is wanted usually comes last. */
function mentionedLast(words: readonly string[]): Language {
  const last = words.findLast((word) => ENGLISH.has(word) || GERMAN.has(word));
  return last && ENGLISH.has(last) ? "en" : "de";
}

const ENGLISH = new Set([
  "english",
  "englisch",
  "englische",
  "englischer",
  "englischen",
  "engl",
  "en",
  "inglish",
]);
const GERMAN = new Set(["german", "deutsch", "deutsche", "deutscher", "deutschen", "dt", "de", "deutch"]);
const OTHERS = new Set(
  (
    "french französisch franzoesisch français turkish türkisch tuerkisch turkce türkçe arabic arabisch russian russisch " +
    "ukrainian ukrainisch polish polnisch polski italian italienisch italiano spanish spanisch español chinese " +
    "chinesisch vietnamese vietnamesisch romanian rumänisch rumaenisch bulgarian bulgarisch greek griechisch dutch " +
    "niederländisch niederlaendisch persian persisch farsi dari kurdish kurdisch croatian kroatisch serbian serbisch " +
    "portuguese portugiesisch japanese japanisch hindi albanian albanisch"
  ).split(" "),
);
