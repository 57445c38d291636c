import { COMMON } from "./common-words.js";
import { type KnownWords, nameEnd, standsAt, type Token, tokensOf, written } from "./tokens.js";

/** The name by which a guest introduces themselves or signs, as they wrote it; null where they do not. */
export function guestNameIn(text: string, known: KnownWords): string | null {
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.length; at++) {
    if (!tokens[at]?.word) continue;
    const from = introducedAt(tokens, at);
    const [start, end] =
      from === null ? (signature(tokens, at, known) ?? [0, 0]) : [from, introducedEnd(tokens, from)];
    if (start < end) return written(text, tokens, start, end);
  }
  return null;
}

const INTRODUCING: readonly (readonly string[])[] = [
  ["ich", "heisse|heise|heiss"],
  ["mein|mei", "name|nahme", "ist|is|lautet"],
  ["my", "name", "is"],
  ["my", "name's"],
  ["i", "am", "called"],
  ["i'm", "called"],
];

function introducedAt(tokens: readonly Token[], at: number): number | null {
  const words = INTRODUCING.find((some) => standsAt(tokens, at, some));
  return words ? at + words.length : null;
}

/** Stand inside names: "Anna von der Heide". */
const PARTICLES: ReadonlySet<string> = new Set("von van der den de zu zur la el al di".split(" "));
/** Stand behind a name and do not belong to it. */
const AFTER_NAME =
  /^(?:inhaber|geschaeftsfuehrer|gruender|chef|firma|fa|betrieb|unternehmen|owner|founder|director|ceo|company)(?:in)?$/;

function fits({ capital, folded }: Token): boolean {
  return capital && !COMMON.has(folded) && !AFTER_NAME.test(folded);
}

function introducedEnd(tokens: readonly Token[], from: number): number {
  let end = nameEnd(tokens, from, fits, new Set());
  // "Anna von der Heide"
  for (let at = end; end > from && PARTICLES.has(tokens[at]?.folded ?? "") && at < end + 2; ) {
    at++;
    const next = nameEnd(tokens, at, fits, new Set());
    if (next > at) {
      end = next;
      at = next;
    }
  }
  if (end > from) return end;
  const small = ({ word, folded }: Token): boolean => word && !COMMON.has(folded) && !AFTER_NAME.test(folded);
  return Math.min(from + 2, nameEnd(tokens, from, small, new Set()));
}

const SIGNING = "gruessen|gruesse|gruss|mfg|lg|vg|regards|wishes|sincerely|gruesen";

/** "Mit freundlichen Grüßen", and nothing but a name of two or three words on the rest of the line or on the next one. */
function signature(tokens: readonly Token[], at: number, known: KnownWords): [number, number] | null {
  if (!standsAt(tokens, at, [SIGNING])) return null;
  const from = tokens[at + 1]?.text === "," ? at + 2 : at + 1;
  const end = nameEnd(tokens, from, fits, new Set());
  const after = tokens[end];
  const name = tokens.slice(from, end);
  const alone = !after || after.opens || (after.text === "." && tokens[end + 1] === undefined);
  const isName = name.length >= 1 && name.length <= 3 && !name.every(({ folded }) => known.has(folded));
  return alone && isName ? [from, end] : null;
}
