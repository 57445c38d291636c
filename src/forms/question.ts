import { foldedWords } from "../conversation/fold.js";
import { type DecisionInput, OUT_OF_SCOPE } from "../conversation/input.js";
import { isPlainQuestion } from "../conversation/plain-question.js";
import type { FaqIntent, FieldKind } from "../knowledge/model.js";

/** Words of a message, and what it was surely understood as. */
interface Said {
  readonly words: string;
  readonly folded: readonly string[];
  /** Surely something that the desk knows, or surely something that is not its business. */
  readonly sure: boolean;
  /** Surely known, and put as a question: with a question mark at its end, or a question word first. */
  readonly question: boolean;
  readonly intents: readonly FaqIntent[];
  /** It picks from "did you mean", which was asked about a question before. */
  readonly picks: boolean;
}

/** A remark of more words than this, in a field that takes everything, is meant for the office. */
const LONGEST_CALL = 3;

/** Whether a text that could be the answer to a field is a question or a wish all the same. */
export function isQuestionInstead(input: DecisionInput, kind: FieldKind): boolean {
  const said = read(input);
  const { intents, folded } = said;
  switch (kind) {
    case "long-text":
      return folded.length <= LONGEST_CALL && intents.some(isCall);
    // names and firms sound like anything: "Bernd Mensch", "Datenschutz Muster GmbH"; so it must be put as a wish
    case "name":
      return said.question || (intents.some(isAboutUs) && isWish(folded));
    case "text":
      return said.question || (intents.some((one) => isAboutUs(one) && !isSmallTalk(one)) && isWish(folded));
    default:
      return said.sure && isPlainQuestion(said.words);
  }
}

/** Whether a text that cannot be the answer is one; what tried to be an answer must be plainly put as a question. */
export function isQuestionRather(input: DecisionInput, attempt: boolean): boolean {
  const said = read(input);
  return said.picks || (attempt ? said.question : said.sure || said.words.includes("?"));
}

/** Whether a text at the summary is a question or a wish; a `remark` may still name what is to be changed. */
export function isQuestionAtSummary(input: DecisionInput): "question" | "remark" | null {
  const said = read(input);
  if (said.question || said.picks || said.words.includes("?") || said.intents.some(isAboutUs))
    return "question";
  return said.sure ? "remark" : null;
}

function read(input: DecisionInput): Said {
  const words = (input.words ?? "").trim();
  const folded = foldedWords(words);
  const asked = isPlainQuestion(words) || QUESTION_WORDS.has(folded[0] ?? "");
  const understanding = input.comprehension?.understanding;
  // short answers are completed to follow-ups of what was talked about before: only a question says that it is one
  const questions = understanding?.followUp && !asked ? [] : (understanding?.questions ?? []);
  const best = questions.flatMap(({ ranked, verdict }) => (verdict === "sure" && ranked[0]?.id) || []);
  const intents = best.flatMap((id) => input.knowledge.intents.get(id) ?? []);
  const sure = intents.length > 0 || best.some((id) => id.startsWith(OUT_OF_SCOPE));
  return {
    words,
    folded,
    sure,
    question: sure && asked,
    intents,
    picks: input.conversation.state.clarification !== null && /^[1-9][.)]?$/.test(words),
  };
}

/** Wants something of the desk itself that no form must stand in the way of: a person, another language, help. */
function isCall({ behaviour }: FaqIntent): boolean {
  return (
    behaviour === "handover" ||
    behaviour === "switch-language" ||
    behaviour === "help" ||
    behaviour === "repeat"
  );
}

/** About the conversation: a call, small talk, privacy, deletion. A complaint may well be what the form is about. */
function isAboutUs(intent: FaqIntent): boolean {
  return (
    isCall(intent) || isSmallTalk(intent) || (intent.behaviour === null && intent.topic === "conversation")
  );
}

function isSmallTalk({ behaviour }: FaqIntent): boolean {
  return behaviour === "greeting" || behaviour === "thanks" || behaviour === "goodbye";
}

/** One word, or words with which people want something. */
function isWish(folded: readonly string[]): boolean {
  return folded.length === 1 || folded.some((word) => WISHES.has(word) || QUESTION_WORDS.has(word));
}

const QUESTION_WORDS = new Set(
  foldedWords(`
  wer wen wem was wann wo woher wohin wie warum wieso weshalb welche welcher welches welchen wieviel wieviele
  who what when where why which how`),
);
const WISHES = new Set(
  foldedWords(`
  ich mir mich wir uns bitte kann kannst können könnte möchte will wollen würde sprechen reden löschen lösche nochmal
  i me my we please can could want would like talk speak delete erase again`),
);
