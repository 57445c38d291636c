import { COMMON } from "./common-words.js";
import { type KnownWords, nameEnd, nameStart, standsAt, type Token, tokensOf, written } from "./tokens.js";

/**
 * The companies that a guest names as theirs, as they wrote them: "Huber Metallbau GmbH", "meine Firma Huber", "Inhaberin
 * der Bäckerei Krause". A legal form alone is none, nor is what they have of others (landlord, former employer).
 *
 * @param known folded words that are no names: those in which guests ask
 */
export function companiesIn(text: string, known: KnownWords): string[] {
  const tokens = tokensOf(text);
  const found: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!tokens[at]?.word) continue;
    const formEnd = legalFormEnd(tokens, at);
    const start = formEnd === null ? null : startBeforeForm(tokens, at, formEnd, known);
    if (formEnd !== null && start !== null) found.push(written(text, tokens, start, formEnd));
    const [from, to] = afterLead(tokens, at, known) ?? [0, 0];
    if (from < to) found.push(unquoted(written(text, tokens, from, to)));
  }
  return found;
}

const FORMS: ReadonlySet<string> = new Set(
  "gmbh ggmbh ug gug gbr egbr ohg kg kgaa ag ltd llc partg partgmbb".split(" "),
);
/** Written otherwise they are something else: "e.g.", "limited", "se". */
const EXACT_FORMS: ReadonlySet<string> = new Set(
  "eG e.G eK e.K e.k e.Kfm e.Kfr e.V eV SE Limited Inc".split(" "),
);

/** The token behind a legal form that begins here; null where none does. */
function legalFormEnd(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token?.word || (before && /^[\d.,]+$/.test(before.text) && token.folded === "kg")) return null;
  let end = at + 1;
  if (token.text === "e" && tokens[end]?.text === "." && /^[KkVG]$/.test(tokens[end + 1]?.text ?? ""))
    end = at + 3;
  else if (!FORMS.has(token.folded) && !EXACT_FORMS.has(token.text)) return null;
  if (standsAt(tokens, end, ["&|und|+", "co"])) {
    const form = end + (tokens[end + 2]?.text === "." ? 3 : 2);
    if (FORMS.has(tokens[form]?.folded ?? "")) end = form + 1;
  }
  if (standsAt(tokens, end, ["(", "haftungsbeschraenkt", ")"])) end += 3;
  const last = tokens[end - 1];
  // "e.K.", "Ltd."
  const dotted = tokens[end]?.text === "." && tokens[end]?.start === last?.end;
  return dotted && last && /^(?:e\.\w+|k|v|g|ltd|inc)$/i.test(last.text) ? end + 1 : end;
}

function isForm({ text, folded }: Token): boolean {
  return FORMS.has(folded) || EXACT_FORMS.has(text);
}

function isName(token: Token): boolean {
  return token.capital && !COMMON.has(token.folded) && !FIRM.has(token.folded) && !isForm(token);
}

/** Where the name before a legal form begins; null where there is none, or it is not the guest's. */
function startBeforeForm(
  tokens: readonly Token[],
  form: number,
  end: number,
  known: KnownWords,
): number | null {
  // "25 kg Mehl", "ag": in small letters these two are no legal forms without more
  const small = /^(?:kg|ag)$/.test(tokens[form]?.text ?? "");
  const start = small ? form : nameStart(tokens, form, isName);
  if (start === form) return startInSmallLetters(tokens, form, end, known);
  const name = tokens.slice(start, form);
  if (isIndefinite(tokens, start) || isOfOthers(tokens, start) || name.every(isGeneric)) return null;
  const definite =
    standsAt(tokens, start - 1, ["die|der|unsere|unserer|firma|fa|von"]) ||
    (tokens[start]?.opens === true && standsAt(tokens, end, [ACTING]));
  return definite || !areKnown(name, known) ? start : null;
}

/** "wir sind die huber metallbau gmbh", "huber gmbh hier": only where the words around say that it is a name. */
function startInSmallLetters(
  tokens: readonly Token[],
  form: number,
  end: number,
  known: KnownWords,
): number | null {
  let start = form;
  while (start > Math.max(0, form - 4) && !tokens[start]?.opens) {
    const before = tokens[start - 1];
    if (!before?.word || COMMON.has(before.folded) || FIRM.has(before.folded) || isForm(before)) break;
    start--;
  }
  const name = tokens.slice(start, form);
  if (name.length === 0 || name.every(isGeneric) || areKnown(name, known) || isOfOthers(tokens, start))
    return null;
  const led =
    standsAt(tokens, start - 1, ["firma|fa"]) ||
    standsAt(tokens, start - 2, [LED, "die|der|den|dem|the"]) ||
    standsAt(tokens, start - 2, ["we|i", "are|am"]) ||
    standsAt(tokens, start - 2, ["owner|founder|director|behalf", "of"]) ||
    (tokens[start]?.opens === true && standsAt(tokens, end, [ACTING]));
  return led ? start : null;
}

const ROLES =
  "inhaber|inhaberin|geschaeftsfuehrer|geschaeftsfuehrerin|gf|gruender|gruenderin|chef|chefin|eigentuemer|eigentuemerin|prokurist|prokuristin|owner|founder|director|ceo|behalf|auftrag";
const LED = `sind|bin|von|ist|fuer|hier|unternehmen|${ROLES}`;

/** Behind a company that speaks for itself. */
const ACTING = "hier|here|aus|from|sucht|braucht|plant|moechte|will|hat|needs|wants|has";

/** "eine kleine Metallbau GmbH" is not a certain one. */
function isIndefinite(tokens: readonly Token[], start: number): boolean {
  const some = "ein|eine|einer|einem|einen|eines|a|an|keine|kleine|kleinen|neue|neuen|eigene|eigenen";
  if (standsAt(tokens, start - 1, [some])) return true;
  const adjective = tokens[start - 1];
  return standsAt(tokens, start - 2, [some]) && adjective !== undefined && /e[nr]?$/.test(adjective.folded);
}

const OTHERS =
  /^(?:war|waren|frueher|ehemals|ehemalige[nr]?|vermieter(?:in)?|kunden?|lieferant(?:en)?|konkurrent(?:en)?|konkurrenz|nachbar|arbeitgeber|exfirma|landlord|customer|supplier|competitor|former|formerly|used|worked|gearbeitet)$/;

/** The words before, in the same sentence, say that it belongs to somebody else. */
function isOfOthers(tokens: readonly Token[], start: number): boolean {
  const sentence = tokens[start]?.sentence;
  return tokens
    .slice(Math.max(0, start - 7), start)
    .some((token) => token.sentence === sentence && OTHERS.test(token.folded));
}

const GENERIC =
  /(?:ung|kosten|kapital|steuern?|vertrag|form|formen|name|namen|recht|register|eintrag|protokoll|vergleich|unterschied|anteile?|notar|holding|muster|beispiel|haftung|unternehmen|unternehmer|gesellschaft|rechtsform|gesellschafter|geschaeftsfuehrer)$/;

function isGeneric({ folded, word }: Token): boolean {
  return !word || COMMON.has(folded) || GENERIC.test(folded);
}

function areKnown(name: readonly Token[], known: KnownWords): boolean {
  return name.every(({ folded, word }) => !word || COMMON.has(folded) || known.has(folded));
}

/** Words for a company that are not part of its name. */
const FIRM: ReadonlySet<string> = new Set(
  "firma fa betrieb unternehmen geschaeft company business startup start-up".split(" "),
);
/** Those that are: "unser Café Sonnenschein". */
const KINDS: ReadonlySet<string> = new Set(
  "cafe café restaurant laden salon praxis agentur studio werkstatt baeckerei kanzlei shop store".split(" "),
);
const OWN = "mein|meine|meiner|meinem|meinen|unser|unsere|unserer|unserem|my|our";
/** Behind these words "meine Firma" is followed by what it wants rather than by its name. */
const INVERTING =
  "kann|muss|darf|soll|sollte|koennte|braucht|bekommt|hat|will|wird|ist|kriegt|can|must|does|should|could|will|is";

/** The name behind words that announce one, as [from, to]. */
function afterLead(tokens: readonly Token[], at: number, known: KnownWords): [number, number] | null {
  const { folded = "" } = tokens[at] ?? {};
  if (FIRM.has(folded) || KINDS.has(folded)) return afterFirm(tokens, at, known);
  const from = afterRole(tokens, at) ?? afterFrom(tokens, at);
  return from === null ? null : named(tokens, from, known);
}

function afterFirm(tokens: readonly Token[], at: number, known: KnownWords): [number, number] | null {
  const isKind = KINDS.has(tokens[at]?.folded ?? "");
  const own = standsAt(tokens, at - 1, [OWN]);
  const introduced =
    standsAt(tokens, at - 2, ["sind|bin|von|hier|ist", "die|der"]) ||
    standsAt(tokens, at - 1, ["hier|von"]) ||
    (tokens[at]?.opens === true && tokens[at]?.capital === true);
  const calling = callingEnd(tokens, at + 1);
  const from = calling ?? (/^[.:]$/.test(tokens[at + 1]?.text ?? "") ? at + 2 : at + 1);
  if (!own && (isKind || !introduced)) return null;
  if (calling !== null) return named(tokens, calling, new Set()) ?? smallName(tokens, calling, known);
  if (own && standsAt(tokens, at - 2, [INVERTING]) && !/^["„“«»]$/u.test(tokens[from]?.text ?? ""))
    return null;
  const name = named(tokens, from, known);
  if (!name || isObject(tokens, name)) return null;
  return isKind ? [at, name[1]] : name;
}

/** "heißt", "is called", "namens". */
function callingEnd(tokens: readonly Token[], at: number): number | null {
  if (standsAt(tokens, at, ["is|ist", "called|named|die|das"])) return at + 2;
  return standsAt(tokens, at, ["heisst|heist|namens|called|named"]) ? at + 1 : null;
}

function smallName(tokens: readonly Token[], from: number, known: KnownWords): [number, number] | null {
  const to = nameEnd(tokens, from, ({ folded, word }) => word && !COMMON.has(folded), new Set(["&", "+"]));
  return to > from && to - from <= 4 && !areKnown(tokens.slice(from, to), known) ? [from, to] : null;
}

/** "für meine Firma Digitalbonus beantragen": one word, and a verb that has it as its object. */
function isObject(tokens: readonly Token[], [from, to]: [number, number]): boolean {
  const [verb, after] = [tokens[to], tokens[to + 1]];
  if (to - from > 1 || !verb || verb.capital || !/(?:en|ern|eln)$/.test(verb.folded)) return false;
  return !after?.word || after.opens;
}

/** "Inhaberin der ...", "owner of the ...", "on behalf of ...". */
function afterRole(tokens: readonly Token[], at: number): number | null {
  if (!standsAt(tokens, at, [ROLES, "von|vom|der|des|of"])) return null;
  return standsAt(tokens, at + 2, ["der|dem|the|firma"]) ? at + 3 : at + 2;
}

/** "ich bin von der ...", "wir kommen vom ...": not "from", behind which a country stands more often. */
function afterFrom(tokens: readonly Token[], at: number): number | null {
  const said =
    standsAt(tokens, at, ["ich", "bin|komme", "von|vom"]) ||
    standsAt(tokens, at, ["wir", "sind|kommen", "von|vom"]);
  if (!said) return null;
  const from = standsAt(tokens, at + 3, ["der|dem"]) ? at + 4 : at + 3;
  const end = nameEnd(tokens, from, isName);
  if (standsAt(tokens, from, ["beruf|haus|hause|anfang|natur|grund|stadt"])) return null;
  return standsAt(tokens, end, ["nach|aus|her|zu"]) ? null : from;
}

function named(tokens: readonly Token[], from: number, known: KnownWords): [number, number] | null {
  const end = nameEnd(tokens, from, isName);
  const name = tokens.slice(from, end);
  if (name.length === 0 || name.every(isGeneric) || areKnown(name, known) || isOfOthers(tokens, from))
    return null;
  return [from, legalFormEnd(tokens, end) ?? end];
}

/** Without the quotation marks around it. */
function unquoted(name: string): string {
  return /^["„“”«»‚‘]/u.test(name) && /["“”«»’‘]$/u.test(name) ? name.slice(1, -1).trim() : name;
}
