/** What a guest has said of themselves, as they said it; null: they have not. */
export interface Mentions {
  readonly company: string | null;
  readonly name: string | null;
  readonly place: string | null;
  readonly deadline: string | null;
  /** E-mail addresses and telephone numbers. */
  readonly contact: readonly string[];
}

/** So much of what was said is looked at, from the end: what was said last counts. */
const LOOKED_AT = 20_000;
/** No company, name or place is longer. */
const LONGEST = 80;

/**
 * What a guest has said of company, name, place, deadline and contact. Only what stands there plainly is taken: a wrong
 * company is worse than none. Everything is a part of what was said. Linear in its length.
 *
 * @param said the guest's lines, one a line
 * @param town the office's own; null: not known
 */
export function mentionsIn(said: string, town: string | null): Mentions {
  const words = said.slice(-LOOKED_AT);
  return {
    company: lastOf(words, COMPANY)?.trim() ?? null,
    name: lastOf(words, NAME)?.trim() ?? null,
    place: placeIn(words, town),
    deadline: lastOf(words, DEADLINE)?.trim() ?? null,
    contact: [
      ...new Set([...words.matchAll(EMAIL), ...words.matchAll(PHONE)].map(([found]) => found.trim())),
    ].slice(0, 4),
  };
}

/** A capitalised word, as names are written; at most so many letters, so that no search runs away. */
const WORD = "\\p{Lu}[\\p{L}\\p{N}&.'’+-]{0,30}";
const LEGAL_FORM =
  "GmbH(?: & Co\\. ?KG)?|gGmbH|UG(?: \\(haftungsbeschränkt\\))?|GbR|OHG|KG|AG|SE|e\\. ?K\\.|eK|e\\. ?G\\.|eG|PartG|Ltd\\.?|Inc\\.?";
/** "Müller Holzbau GmbH", "meine Firma Blumen Kaya", "my company Kaya Ltd". A legal form alone is none. */
const COMPANY: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}-])(?!(?:Eine|Einer|Eines|Einem|Einen|Die|Der|Das|Meine|Unsere|Ihre|Ist|Als|Oder|Und|Für|Von|Mit|A|An|The|My|Our)\\s)(${WORD}(?: ${WORD}){0,3} (?:${LEGAL_FORM}))(?![\\p{L}])`,
    "gu",
  ),
  new RegExp(
    `\\b(?:[Mm]eine?r?|[Uu]nsere?r?|[Mm]y|[Oo]ur) (?:Firma|Unternehmen|Betrieb|company|business|firm) (?:heißt |ist |is called |is )?(${WORD}(?: ${WORD}){0,3})`,
    "gu",
  ),
];
const NAME: readonly RegExp[] = [
  new RegExp(
    `\\b(?:[Ii]ch heiße|[Mm]ein Name ist|[Mm]ein name ist|[Mm]y name is|[Ii]ch bin (?:Herr|Frau)) (${WORD}(?: ${WORD}){0,2})`,
    "gu",
  ),
];
const MONTH =
  "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December";
const WEEKDAY =
  "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
const DAY = `\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{2,4})?|\\d{1,2}\\.?\\s(?:${MONTH})(?:\\s\\d{4})?|(?:${MONTH}) \\d{1,2}|(?:${WEEKDAY})|übermorgen|morgen|heute|tomorrow|today|Ende (?:der Woche|des Monats|${MONTH})|Monatsende|Jahresende|the end of the (?:week|month|year)`;
/** "bis Freitag", "bis zum 15. Januar", "die Frist läuft am 3.2. ab", "by 15 January". */
const DEADLINE: readonly RegExp[] = [
  new RegExp(
    `\\b(?:bis|spätestens|until|till?|by|before|vor)(?: zum| spätestens| am| dem| the| next| nächsten)* (${DAY})`,
    "giu",
  ),
  new RegExp(`\\b(?:Frist|Termin|deadline|Stichtag)(?:[ :]\\p{L}{0,12}){0,3}[ :]{1,2}(${DAY})`, "giu"),
];
/** "12345 Musterstadt", "Hauptstraße 5", "im Gewerbegebiet Nord". */
const PLACE: readonly RegExp[] = [
  new RegExp(`(?<!\\d)(\\d{5} ${WORD}(?: ${WORD})?)`, "gu"),
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}-]{2,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm) \d{1,4}[a-z]?)(?![\p{L}\p{N}])/gu,
  new RegExp(
    `\\b(?:im|am|in the|at the) ((?:Gewerbegebiet|Gewerbepark|Industriegebiet|Technologiepark|industrial estate|business park) ${WORD})`,
    "gu",
  ),
];
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const PHONE = /(?<![\d.])(?:\+|00?)[1-9](?:[ /()-]{0,2}\d){5,14}(?!\d)/g;

function placeIn(words: string, town: string | null): string | null {
  const found = lastOf(words, PLACE);
  if (found) return found.trim();
  return town !== null && town.length > 2 && words.includes(town) ? town : null;
}

function lastOf(words: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const found = [...words.matchAll(pattern)].at(-1)?.[1];
    if (found) return found.slice(0, LONGEST);
  }
  return null;
}
