/** "PLZ 12345". */
const LABELLED = /\b(?:plz|postleitzahl|postcode|zip code)\D{0,12}(\d{5})(?!\d)/giu;
/** As in an address, before the name of a town; "rund 25000 Stück" is none. */
const ADDRESSED = /(?:^|[,;\n]|\b(?:in|aus|nach|from))[ \t]*(\d{5})[ \t]+(?!Euro|EUR)\p{Lu}/gu;

/** The postcode that a text plainly names; null where a number may be anything. */
export function postcodeIn(text: string): string | null {
  const [found] = [LABELLED, ADDRESSED].flatMap((pattern) => [...text.matchAll(pattern)]);
  return found?.[1] ?? null;
}
