import { personButton } from "../conversation/buttons.js";
import { foldedWords } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { keyOf } from "../conversation/said.js";
import { plain } from "../text/index.js";
import type { IntentId, RichText } from "../vocabulary/index.js";

/** How a guest wants to hear the last answer: the same, shorter, easier to understand, or with all there is. */
export type RepeatWish = "same" | "short" | "simple" | "more";

/** What the words of a guest ask for who wants to hear something again; "same" where they say no more. */
export function repeatWish(question: string): RepeatWish {
  const words = foldedWords(question).join(" ");
  if (MORE.test(words)) return "more";
  if (SHORT.test(words)) return "short";
  return SIMPLE.test(words) ? "simple" : "same";
}

/**
 * What was answered last: in the turn before, small talk with an answer of its own included; else what the
 * conversation is about.
 */
export function lastAnswered(input: DecisionInput): IntentId[] {
  const { said, topic } = input.conversation.state;
  const { intents } = input.knowledge;
  const hasWords = (id: string): boolean => {
    const intent = intents.get(id);
    return intent !== undefined && (intent.answer !== null || intent.seminars !== null);
  };
  const before = [...new Set(said.map((name) => keyOf(name).replace(/\.more$/, "")))].filter(hasWords);
  return before.length > 0 ? before : (topic?.intents ?? []).filter(hasWords);
}

/**
 * A reply that says its first text again as it was wished for, led in by a word about it. The desk has no second
 * wording of its answers, and says so: for "shorter" and "simpler" the part that answers the question is said alone,
 * and whoever did not understand is offered a person.
 */
export function repeating(wish: RepeatWish, reply: Reply): Reply {
  let led = false;
  const brief = wish === "short" || wish === "simple";
  return {
    ...reply,
    named(key, text, cards) {
      if (text.length === 0) return text;
      const said = brief ? firstPart(text) : text;
      const whole = said.length === text.length;
      const lead = led ? [] : reply.words(`repeat.${wish === "short" && whole ? "shortest" : LEADS[wish]}`);
      led = true;
      reply.note(key, text, cards);
      return [...lead, ...said];
    },
    say(text, extras = {}) {
      const person = wish === "simple" ? [personButton(reply)] : [];
      return reply.say(text, { ...extras, buttons: [...person, ...(extras.buttons ?? [])] });
    },
  };
}

/** Where there is nothing more to say, the same is said again. */
const LEADS: Readonly<Record<RepeatWish, string>> = {
  same: "same",
  more: "same",
  short: "short",
  simple: "simple",
};

/** The first paragraph answers the question; one that announces a list is nothing without it. */
function firstPart(text: RichText): RichText {
  const announces = /:$/.test(plain(text.slice(0, 1)).trimEnd());
  return text.slice(0, announces ? 2 : 1);
}

const MORE = /\b(genauer|ausfuehrlich\w*|mehr dazu|naeher\w*|elaborate|(more|in) detail\w*|tell me more)\b/;
const SHORT = new RegExp(
  [
    "kurz\\w*|kuerz\\w*|knapp\\w*|zusammenfass\\w*|fass\\w* zusammen|stich(punkt|wort|woert)\\w*|auf den punkt|zu lang\\w*",
    "(ein|einem|zwei|drei|wenigen) saetz\\w*|einem satz|zu viel text|das wichtigste|tldr",
    "short\\w*|brief\\w*|summ?ar\\w*|gist|key points|(one|two|three|few) sentences?|too (long|much)|nutshell|concise\\w*",
  ]
    .map((words) => `\\b(${words})\\b`)
    .join("|"),
);
const SIMPLE = new RegExp(
  [
    "verste\\w*|verstand\\w*|verstaend\\w*|unverstaend\\w*|kapier\\w*|begr[ei]\\w*|erklaer\\w*|erlaeuter\\w*|anders|andere[nr]?",
    "einfacher\\w*|vereinfach\\w*|\\w*formulier\\w*|(heisst|bedeute[nt]|meinst|soll) (das|du|diese)|was heisst|heisst das",
    "hae+h?|klartext|klarer|sinn|schlau|zu hoch|bahnhof|beispiel\\w*|blick\\w*|gemeint|konkret\\w*|dumme|komme ich nicht mit|auf gut deutsch|ausdrueck\\w*",
    "understand\\w*|understood|mean\\w*|explain\\w*|explanation|simpl\\w*|rephras\\w*|clear\\w*|different\\w*|other words|confus\\w*",
    "lost me|over my head|follow\\w*|get it|example\\w*|i were five|huh",
  ]
    .map((words) => `\\b(${words})\\b`)
    .join("|"),
);
