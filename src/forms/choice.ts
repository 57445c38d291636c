import { foldedWords } from "../conversation/fold.js";
import type { FormField } from "../knowledge/model.js";

type Option = FormField["options"][number];

/** How a text was matched with the options: "exact" where the text is nothing but an option's name or number. */
export type Choice =
  | { readonly match: "exact" | "near"; readonly option: string }
  | { readonly match: "several" | "none" };

/**
 * The option that a text means: its name in either language, its number, a part of its name that no other one has, or
 * the name with a typing error.
 */
export function chosen(text: string, options: readonly Option[]): Choice {
  const words = contentOf(text);
  const said = words.join(" ");
  if (said === "") return { match: "none" };

  const exact = only(options, (option) => namesOf(option).includes(said) || option.id === text.trim());
  if (exact) return { match: "exact", option: exact.id };
  const numbered = options[numberIn(words)];
  if (numbered) return { match: "exact", option: numbered.id };
  const answer = YES.has(said) ? "yes" : NO.has(said) ? "no" : null;
  if (answer && options.some(({ id }) => id === answer)) return { match: "exact", option: answer };

  // "nicht per Mail" names what is not wanted; "keine Antwort" may be an option
  const negations = words.filter((word) => NEGATIONS.has(word));
  const meetable = options.filter((option) =>
    negations.every((word) => namesOf(option).some((name) => name.split(" ").includes(word))),
  );
  const partly = meetable.filter((option) => namesOf(option).some((name) => overlaps(said, name)));
  const [first] = partly;
  if (first && partly.length === 1) return { match: "near", option: first.id };
  if (partly.length > 1) return { match: "several" };
  const misspelt = meetable.filter((option) => namesOf(option).some((name) => nearly(said, name)));
  const [meant] = misspelt;
  if (meant && misspelt.length === 1) return { match: "near", option: meant.id };
  return { match: misspelt.length > 1 ? "several" : "none" };
}

/** The one option that a sentence speaks of: "die Telefonnummer ist falsch" of "Telefon". Null for none or several. */
export function mentioned(text: string, options: readonly Option[]): string | null {
  const words = contentOf(text).filter((word) => word.length >= 4);
  const names = (option: Option): string[] => namesOf(option).flatMap((name) => name.split(" "));
  const found = options.filter((option) =>
    names(option).some((part) => part.length >= 4 && words.some((word) => akin(word, part))),
  );
  return (found.length === 1 && found[0]?.id) || null;
}

function namesOf({ id, label }: Option): string[] {
  return [label.de, label.en, id].map((name) => contentOf(name).join(" "));
}

/** The words without those that carry nothing, unless there are no others; "E-Mail" is one word. */
function contentOf(text: string): string[] {
  const words = foldedWords(text.replace(/(?<![\p{L}\p{N}])(\p{L})[-‐‑](?=\p{L})/gu, "$1"));
  const content = words.filter((word) => !FILLERS.has(word));
  return content.length > 0 ? content : words;
}

function only(options: readonly Option[], fits: (option: Option) => boolean): Option | undefined {
  const found = options.filter(fits);
  return found.length === 1 ? found[0] : undefined;
}

/** The whole name stands in what was said; or all that was said in the name, as words, their beginnings or parts. */
function overlaps(said: string, name: string): boolean {
  if (` ${said} `.includes(` ${name} `)) return true;
  if (said.length < 3) return false;
  return said.split(" ").every((word) => name.split(" ").some((part) => akin(word, part)));
}

/** "tele" and "telefon", "telefonisch" and "telefon", "mail" and "email". */
function akin(word: string, part: string): boolean {
  if (part.startsWith(word)) return true;
  return (part.length >= 4 && word.startsWith(part)) || (word.length >= 4 && part.includes(word));
}

/** One slip in a short name, two in one of eight letters or more; against the whole name or one word of it. */
function nearly(said: string, name: string): boolean {
  return [name, ...name.split(" ")].some((candidate) => {
    if (candidate.length < 4 || said.length < 4) return false;
    return distance(said, candidate) <= (candidate.length >= 8 ? 2 : 1);
  });
}

/** Edit distance with neighbours swapped as one step (Damerau 1964, restricted). Long texts are far from any name. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    rows.push(next);
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const steps = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + same];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(Math.min(...steps, ...(swapped ? [at(row - 2, column - 2) + 1] : [])));
    }
  }
  return at(a.length, b.length);
}

/** Index of the option that is named by its place; -1 for none. */
function numberIn(words: readonly string[]): number {
  // "the first one"
  const counted = words.length > 1 ? words.filter((one) => one !== "one") : words;
  const [word, ...more] = counted.filter((one) => !COUNTERS.has(one));
  if (word === undefined || more.length > 0) return -1;
  return /^\d{1,2}$/.test(word) ? Number(word) - 1 : ORDINALS.findIndex((names) => names.includes(word));
}

const set = (text: string): ReadonlySet<string> => new Set(foldedWords(text));

const FILLERS = set(
  "bitte gern gerne lieber am liebsten ich nehme möchte würde per via über please i would like prefer the by via d",
);
const COUNTERS = set("nummer nr option antwort punkt number das die der");
const NEGATIONS = set("nicht kein keine keinen keinesfalls ohne außer not no without except don");
const YES = set("ja jo jep jawohl klar sicher ok okay yes yep yeah sure");
const NO = set("nein nö nee ne nope no");
const ORDINALS = [
  "eins erste ersten erster erstes one first",
  "zwei zweite zweiten zweiter zweites two second",
  "drei dritte dritten dritter drittes three third",
  "vier vierte vierten vierter viertes four fourth",
  "fünf fünfte fünften fünfter fünftes five fifth",
  "sechs sechste sechsten sechster sechstes six sixth",
].map(foldedWords);
