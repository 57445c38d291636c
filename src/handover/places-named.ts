import { COMMON, UNITS } from "./common-words.js";
import { type KnownWords, nameEnd, standsAt, type Token, tokensOf, written } from "./tokens.js";

/**
 * The places that a guest names, as they wrote them: a postcode with its town, a street with its number, a business park,
 * the office's own city behind "in" and the like. Any other word behind "in" may be anything.
 *
 * @param cities the names of the office's own city
 * @param known folded words that are no names: those in which guests ask
 */
export function placesIn(text: string, cities: readonly string[], known: KnownWords): string[] {
  const tokens = tokensOf(text);
  const towns = cities
    .map((city) => tokensOf(city).map(({ folded }) => folded))
    .filter(({ length }) => length);
  const found: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!tokens[at]?.word) {
      at++;
      continue;
    }
    const street = streetAt(tokens, at);
    const comma = street && tokens[street[1]]?.text === "," ? street[1] + 1 : street?.[1];
    const town = townAt(tokens, comma ?? at, towns, street !== null);
    const [from, to] = street
      ? [street[0], town ?? street[1]]
      : town
        ? [at, town]
        : (parkAt(tokens, at, known) ?? cityAt(tokens, at, towns) ?? [at, at]);
    if (from < to) found.push(written(text, tokens, from, to));
    at = Math.max(to, at + 1);
  }
  return found;
}

/** The end of a postcode with its town that begins here. */
function townAt(
  tokens: readonly Token[],
  at: number,
  towns: readonly (readonly string[])[],
  behindStreet: boolean,
): number | null {
  const postcode = tokens[at];
  if (!postcode || !/^\d{5}$/.test(postcode.text) || UNITS.has(tokens[at + 1]?.folded ?? "")) return null;
  const own = towns.find((town) => standsAt(tokens, at + 1, town));
  if (own) return at + 1 + own.length;
  const labelled =
    standsAt(tokens, at - 1, ["plz|postleitzahl|postcode"]) ||
    standsAt(tokens, at - 2, ["plz|postleitzahl|postcode", ":"]);
  const led =
    labelled || behindStreet || postcode.opens || standsAt(tokens, at - 1, ["in|aus|nach|from|,|bei"]);
  const end = nameEnd(tokens, at + 1, isTown, new Set(["am", "an", "im", "bei", "ob", "der"]));
  if (led && end > at + 1 && !isCounted(tokens, at, end)) return end;
  return labelled ? at + 1 : null;
}

function isTown({ capital, folded, text }: Token): boolean {
  return capital && !COMMON.has(folded) && !UNITS.has(folded) && !/\d/.test(text);
}

/** "Rechnung 88213 Betrag offen" begins no line; "88213 Euro" was told apart before. */
function isCounted(tokens: readonly Token[], at: number, end: number): boolean {
  return standsAt(tokens, at - 1, ["nr|nummer|rechnung|ca|rund|etwa"]) || end - at > 5;
}

const STREET = /(?:strasse|straße|str|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|pfad|markt|hof)$/;
const NO_STREET =
  /(?:park|stell|arbeits|ausbildungs|sitz|steh|lager|studien|kita|lade|spiel|behandlungs|rad|geh|rechts|heim|um|aus|flug|bau|super)(?:platz|weg|markt|hof)$|^(?:weg|platz|ring|markt|hof|damm|ufer|steig|pfad)$/;

/** A street with its number, as [from, to]. */
function streetAt(tokens: readonly Token[], at: number): [number, number] | null {
  const token = tokens[at];
  if (!token?.word || COMMON.has(token.folded)) return null;
  // "Lange Straße 12", "Engerser Landstr. 7": begins with the word before
  const next = tokens[at + 1]?.folded ?? "";
  const two =
    token.capital &&
    (/^(?:strasse|str|weg|platz|allee|gasse|ring|damm|ufer)$/.test(next) ||
      (token.folded.endsWith("er") && /(?:strasse|str|allee)$/.test(next)));
  const name = two ? at + 1 : at;
  const folded = tokens[name]?.folded ?? "";
  if (
    !STREET.test(folded) ||
    (!two && (NO_STREET.test(folded) || /^(?:strasse|str|allee|gasse)$/.test(folded)))
  )
    return null;
  // in small letters only what can be nothing else
  if (!tokens[name]?.capital && !/(?:strasse|str)$/.test(folded)) return null;
  const number = tokens[name + 1]?.text === "." ? name + 2 : name + 1;
  if (!/^\d{1,4}(?:[a-z]|-\d{1,4})?$/i.test(tokens[number]?.text ?? "") || tokens[number]?.opens) return null;
  const letter = /^[a-h]$/.test(tokens[number + 1]?.text ?? "") ? 1 : 0;
  return UNITS.has(tokens[number + 1]?.folded ?? "") ? null : [at, number + 1 + letter];
}

const PARK =
  /^(?:gewerbegebiet|gewerbepark|industriegebiet|industriepark|technologiepark|businesspark|gruenderzentrum|hafengebiet)$/;
const DIRECTIONS =
  /^(?:nord|sued|ost|west|mitte|nordost|nordwest|suedost|suedwest|(?:nord|sued)-?(?:ost|west))$/;

/** "Gewerbegebiet Nord", "Gewerbepark Am Hafen": not "im Gewerbegebiet Grundstücke kaufen". */
function parkAt(tokens: readonly Token[], at: number, known: KnownWords): [number, number] | null {
  const english = standsAt(tokens, at, ["business|industrial|technology", "park|estate"]);
  if (!english && !PARK.test(tokens[at]?.folded ?? "")) return null;
  const from = english ? at + 2 : at + 1;
  if (DIRECTIONS.test(tokens[from]?.folded ?? "") && !tokens[from]?.opens) return [at, from + 1];
  // "Am Hafen", "An der Mühle": such names begin with words that are none
  const opening =
    tokens[from]?.capital && standsAt(tokens, from, ["am|an|im|auf|zum|zur|alte|alter|neue|neuer"]);
  const article = opening && standsAt(tokens, from + 1, ["der|dem|den"]) ? 1 : 0;
  const start = opening ? from + 1 + article : from;
  const end = nameEnd(tokens, start, isTown, new Set());
  const name = tokens.slice(start, end);
  if (name.length === 0 || (!opening && name.every(({ folded }) => known.has(folded)))) return null;
  return [at, end];
}

/** The office's own city behind "in" and the like; "Stadt Musterstadt" is whom the guest writes to. */
function cityAt(
  tokens: readonly Token[],
  at: number,
  towns: readonly (readonly string[])[],
): [number, number] | null {
  if (!standsAt(tokens, at - 1, ["in|aus|nach|bei|from|to|near"])) return null;
  const town = towns.find((words) => standsAt(tokens, at, words));
  return town ? [at, at + town.length] : null;
}
