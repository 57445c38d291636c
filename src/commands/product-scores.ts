import type { MatchResult } from "../match.js";
import { answeredWithin, type CurvePoint, shareOf } from "../nlu/index.js";
import type { IntentId } from "../vocabulary/index.js";
import type { ProductLine } from "./product-lines.js";

/** A message with what the desk made of it. */
export interface Met {
  readonly line: ProductLine;
  readonly result: MatchResult;
}

/** The product as guests meet it. Shares are 0..1, null where there was no such message. */
export interface ProductScores {
  /** How many messages with one question there were, and so on: what each share is a share of. */
  readonly counts: { readonly [kind in Kind]: number };
  /** With one question: answered at once, with nothing but what was asked for. */
  readonly rightFirst: number | null;
  /** The same, or asked back with the right one among the buttons. */
  readonly rightOrOffered: number | null;
  /** With one question: something else was answered without asking. */
  readonly falseAnswers: number | null;
  /** With one question: not answered, and not offered either. With the two before it, this makes 1. */
  readonly missed: number | null;
  /** With one question: ranked first rightly, whether it was answered, offered or neither. */
  readonly rankedFirst: number | null;
  /** Out of scope, and answered all the same. */
  readonly outOfScopeAnswered: number | null;
  /** Of two questions both were answered, and nothing else. */
  readonly bothFound: number | null;
  /** Follow-ups that were answered, with nothing but what was asked for. */
  readonly followUpsRight: number | null;
  /** With one question: how much is answered rightly when so much is answered wrongly; see `answeredWithin`. */
  readonly curve: readonly CurvePoint[];
}

/** What was answered instead of what, most often first. */
export interface ProductConfusion {
  /** Null: it is out of scope. */
  readonly expected: IntentId | null;
  readonly answered: IntentId;
  readonly count: number;
  readonly example: string;
}

/** How the messages of one intent fared. */
export interface IntentFate {
  readonly intent: IntentId;
  readonly messages: number;
  readonly rightFirst: number;
  readonly offered: number;
  readonly falseAnswers: number;
  readonly missed: number;
  /** Messages that were neither answered rightly nor offered. */
  readonly examples: readonly string[];
}

export type Kind = "single" | "outOfScope" | "twoQuestions" | "followUps";
type Fate = "right" | "offered" | "false" | "missed";

/** Shares of false answers for which the curve is told. */
const LIMITS = [0.01, 0.03, 0.05, 0.1];

/** What the office and its guests may expect; `atMost` where less is better. Stands in the issue of the catalogue. */
export const GOALS: readonly {
  readonly key: Exclude<keyof ProductScores, "counts" | "curve">;
  readonly of: Kind;
  readonly name: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}[] = [
  { key: "rightFirst", of: "single", name: "right first", atLeast: 0.8 },
  { key: "rightOrOffered", of: "single", name: "right first or among the buttons", atLeast: 0.92 },
  { key: "falseAnswers", of: "single", name: "false answers", atMost: 0.05 },
  { key: "missed", of: "single", name: "missed" },
  { key: "rankedFirst", of: "single", name: "ranked first, answered or not" },
  { key: "outOfScopeAnswered", of: "outOfScope", name: "out of scope, answered", atMost: 0.08 },
  { key: "bothFound", of: "twoQuestions", name: "both of two questions", atLeast: 0.65 },
  { key: "followUpsRight", of: "followUps", name: "follow-ups right", atLeast: 0.75 },
];

/** Counts what the desk made of messages. */
export function productScores(met: readonly Met[]): ProductScores {
  const of = (kind: Kind): Met[] => met.filter(({ line }) => kindOf(line) === kind);
  const single = of("single");
  const outside = of("outOfScope");
  const pairs = of("twoQuestions");
  const followUps = of("followUps");
  const fates = single.map(fateOf);
  const ranked = single.map(({ line, result }) => {
    const { id = "", confidence = 0 } = result.intents[0] ?? {};
    return { confidence, right: line.expect.includes(id) };
  });
  const fate = (...wanted: Fate[]): number | null => shareOf(fates, (one) => wanted.includes(one));
  return {
    counts: {
      single: single.length,
      outOfScope: outside.length,
      twoQuestions: pairs.length,
      followUps: followUps.length,
    },
    rightFirst: fate("right"),
    rightOrOffered: fate("right", "offered"),
    falseAnswers: fate("false"),
    missed: fate("missed"),
    rankedFirst: shareOf(ranked, ({ right }) => right),
    outOfScopeAnswered: shareOf(outside, ({ result }) => result.answered.length > 0),
    bothFound: shareOf(pairs, ({ line, result }) => sameSet(result.answered, line.expect)),
    followUpsRight: shareOf(followUps, (one) => fateOf(one) === "right"),
    curve: answeredWithin(ranked, LIMITS),
  };
}

/** What was answered without asking although it was not asked for: one question, follow-ups and out of scope. */
export function productConfusions(met: readonly Met[]): ProductConfusion[] {
  const pairs = new Map<string, ProductConfusion>();
  for (const { line, result } of met) {
    if (kindOf(line) === "twoQuestions") continue;
    for (const answered of result.answered.filter((id) => !line.expect.includes(id))) {
      const expected = line.expect[0] ?? null;
      const key = JSON.stringify([expected, answered]);
      const before = pairs.get(key);
      const example = before?.example ?? line.text;
      pairs.set(key, { expected, answered, count: (before?.count ?? 0) + 1, example });
    }
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count);
}

/** How each intent fared with messages of one question, those that miss most first; alternatives count for the first. */
export function productFates(met: readonly Met[]): IntentFate[] {
  const byIntent = new Map<IntentId, Met[]>();
  for (const one of met) {
    const [intent] = one.line.expect;
    if (intent === undefined || kindOf(one.line) !== "single") continue;
    byIntent.set(intent, [...(byIntent.get(intent) ?? []), one]);
  }
  const lost = ({ falseAnswers, missed }: IntentFate): number => falseAnswers + missed;
  return [...byIntent]
    .map(([intent, own]): IntentFate => {
      const count = (wanted: Fate): number => own.filter((one) => fateOf(one) === wanted).length;
      return {
        intent,
        messages: own.length,
        rightFirst: count("right"),
        offered: count("offered"),
        falseAnswers: count("false"),
        missed: count("missed"),
        examples: own.filter((one) => ["false", "missed"].includes(fateOf(one))).map(({ line }) => line.text),
      };
    })
    .sort((a, b) => lost(b) - lost(a) || a.rightFirst / a.messages - b.rightFirst / b.messages);
}

/** A message whose topic was set before is a follow-up, unless it has nothing to do with us. */
function kindOf({ expect, kind = "", context }: ProductLine): Kind {
  if (expect.length === 0) return "outOfScope";
  if (kind === "two-questions") return "twoQuestions";
  return context !== undefined || kind.startsWith("follow-up") ? "followUps" : "single";
}

function fateOf({ line, result }: Met): Fate {
  const asked = (id: IntentId): boolean => line.expect.includes(id);
  if (result.answered.length > 0) return result.answered.every(asked) ? "right" : "false";
  return result.offered?.some(asked) ? "offered" : "missed";
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  const [a, b] = [new Set(some), new Set(others)];
  return a.size === b.size && [...a].every((one) => b.has(one));
}
