import { isFunctionWord } from "./function-words.js";
import { words } from "./normalise.js";
import { isOneLetterApart } from "./spelling.js";
import { STEMMERS, type Stem } from "./stem.js";

/** A few named things, ready to be found in a message. */
export interface MentionIndex {
  readonly stem: Stem;
  readonly items: readonly { readonly id: string; readonly stems: readonly string[] }[];
  /** How telling each stem is; stems that most items share are not in it. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Stems of at least this length may be found inside a longer word, or with one letter wrong. */
const LONG = 6;
const INSIDE = 0.6;
const MISSPELT = 0.7;
/** What has less than this share of the best one's score was hardly meant. */
const BESIDE = 0.4;

/** Titles of persons name nobody, and words for the kind of thing do not say which one. */
const GENERIC: ReadonlySet<string> = new Set(
  words(`
  Herr Frau Prof Professor Professorin Dr Dipl Ing Mr Mrs Ms
  Seminar Seminare Seminars Workshop Workshops Kurs Kurse Course Courses Schulung Schulungen Training Trainings
  Webinar Webinare Webinars Veranstaltung Veranstaltungen Event Events Vortrag Thema Themen Topic Topics online
  Anmeldung Anmeldungen anmelden anmelde anmeldest anmeldet angemeldet anzumelden
  Abmeldung Abmeldungen abmelden abmelde abmeldest abmeldet abgemeldet abzumelden
  Registrierung Registrierungen registrieren registriere registrierst registriert
  Registration Registrations register registers registered registering
  unregister unregisters unregistered unregistering`),
);

/** Prepares things with their names, topics and persons for {@link mentioned}. */
export function indexOf(
  items: readonly { readonly id: string; readonly texts: readonly string[] }[],
  language: "de" | "en",
): MentionIndex {
  const stem = STEMMERS[language];
  const indexed = items.map(({ id, texts }) => ({
    id,
    stems: [...new Set(texts.flatMap((text) => telling(text, stem)))],
  }));
  const frequency = new Map<string, number>();
  for (const { stems } of indexed)
    for (const found of stems) frequency.set(found, (frequency.get(found) ?? 0) + 1);
  const weights = new Map<string, number>();
  for (const [found, count] of frequency) {
    // With two items a word of both tells nothing; with one, every word of it may be meant.
    if (items.length > 1 && count > items.length / 2) continue;
    weights.set(found, Math.log(1 + (items.length - count + 0.5) / (count + 0.5)));
  }
  return { stem, items: indexed, weights };
}

/**
 * Which of the things a message mentions, best first; empty when it has none of their telling words. The score adds up
 * the words found, each by its inverse document frequency (Robertson and Spärck Jones, as in BM25, without its length
 * and repetition terms: names are short and say a thing once).
 */
export function mentioned(index: MentionIndex, text: string): { id: string; score: number }[] {
  const message = [...new Set(telling(text, index.stem))].slice(0, 200);
  const scored = index.items
    .map(({ id, stems }) => ({
      id,
      score: message.reduce((sum, word) => sum + bestMatch(index.weights, stems, word), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best * BESIDE);
}

function telling(text: string, stem: Stem): string[] {
  return words(text)
    .filter((word) => !GENERIC.has(word) && !isFunctionWord(word))
    .map(stem);
}

function bestMatch(weights: ReadonlyMap<string, number>, stems: readonly string[], word: string): number {
  let best = 0;
  for (const stem of stems) {
    const weight = (weights.get(stem) ?? 0) * likeness(stem, word);
    if (weight > best) best = weight;
  }
  return best;
}

function likeness(stem: string, word: string): number {
  if (stem === word) return 1;
  if (stem.length < LONG || word.length < LONG) return 0;
  if (word.includes(stem) || stem.includes(word)) return INSIDE;
  return isOneLetterApart(stem, word) ? MISSPELT : 0;
}
