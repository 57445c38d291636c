/**
 * Puts `hit()` in the place of every IBAN: a country of the registry, its length, and the check digits must be right.
 * The length matters beside the check: of a hundred sentences like "es 20 Leute ...", one passes the check by chance.
 */
export function maskIbans(text: string, hit: () => string): string {
  let result = "";
  let written = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const length = match.index < written ? undefined : ibanLength(match[1] ?? "", text, match.index);
    if (length === undefined) continue;
    result += text.slice(written, match.index) + hit();
    written = match.index + length;
  }
  return result + text.slice(written);
}

/** Found by looking ahead, because candidates overlap: in "nr 12 und DE89 ..." the first reaches into the second. */
const CANDIDATE = /(?<!\p{L})(?=([a-z]{2}[ -]?\d[ -]?\d(?:[ -]?[a-z0-9]){11,30}))/giu;

/** How many characters of the candidate are an IBAN that ends with a group. */
function ibanLength(candidate: string, text: string, offset: number): number | undefined {
  const wanted = LENGTHS.get(candidate.slice(0, 2).toUpperCase());
  if (wanted === undefined) return undefined;
  let value = "";
  let end = 0;
  while (end < candidate.length && value.length < wanted) {
    const character = candidate[end] ?? "";
    if (character !== " " && character !== "-") value += character.toUpperCase();
    end += 1;
  }
  const goesOn = /[a-z0-9]/iu.test(text[offset + end] ?? "");
  return value.length === wanted && !goesOn && isChecked(value) ? end : undefined;
}

/** ISO 7064 MOD 97-10 as ISO 13616 applies it: the first four characters go to the end, A = 10 ... Z = 35. */
function isChecked(value: string): boolean {
  let remainder = 0;
  for (const character of value.slice(4) + value.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    remainder = (remainder * (number > 9 ? 100 : 10) + number) % 97;
  }
  return remainder === 1;
}

/** Country codes and lengths of the IBAN registry (ISO 13616, kept by SWIFT). */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 " +
    "FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 " +
    "LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 " +
    "SK24 SM27 TN24 TR26 UA29 VA22 VG24 XK20"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
