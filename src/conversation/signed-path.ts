/** Makes a keyed hash of a text (HMAC); only the desk can. */
export type Sign = (text: string) => string;

const DAY = 86_400_000;

/**
 * A path of the desk that is valid for a limited time and cannot be made up: what stands in messages of other platforms
 * leads to the desk for as long as the message is of use, and nobody else can have the desk serve such addresses.
 * The same path has the same address for a whole day.
 *
 * @param path with its query, such as `/ics/some-seminar?lang=de`.
 * @param days for which it is valid at least.
 */
export function signedPath(
  path: string,
  { now, days, sign }: { now: number; days: number; sign: Sign },
): string {
  const until = (Math.floor(now / DAY) + 1 + days) * DAY;
  const expires = String(until / 1_000);
  return `${path}${path.includes("?") ? "&" : "?"}exp=${expires}&sig=${sign(`${path} ${expires}`)}`;
}

/**
 * The same address with other values in its query, valid for as long.
 * @param url that was found valid: a forged one becomes none by this
 */
export function signedAlike(url: URL, values: Readonly<Record<string, string>>, sign: Sign): string {
  const { expires, rest } = partsOf(url);
  for (const [name, value] of Object.entries(values)) rest.set(name, value);
  const path = pathOf(url, rest);
  return `${path}${rest.size > 0 ? "&" : "?"}exp=${expires}&sig=${sign(`${path} ${expires}`)}`;
}

/** Whether this is such an address. @param now milliseconds since 1970 */
export function checkSigned(url: URL, now: number, sign: Sign): "valid" | "expired" | "forged" {
  const { given, expires, rest } = partsOf(url);
  if (!isSame(given, sign(`${pathOf(url, rest)} ${expires}`))) return "forged";
  return Number(expires) * 1_000 < now ? "expired" : "valid";
}

function partsOf({ searchParams }: URL): { given: string; expires: string; rest: URLSearchParams } {
  const rest = new URLSearchParams(searchParams);
  rest.delete("sig");
  rest.delete("exp");
  return { given: searchParams.get("sig") ?? "", expires: searchParams.get("exp") ?? "", rest };
}

function pathOf({ pathname }: URL, query: URLSearchParams): string {
  return pathname + (query.size > 0 ? `?${query}` : "");
}

/** Takes as long wherever the two differ, so that nobody can find a signature letter by letter. */
function isSame(a: string, b: string): boolean {
  let differs = a.length ^ b.length;
  for (let at = 0; at < b.length; at++) differs |= (a.charCodeAt(at) || 0) ^ b.charCodeAt(at);
  return differs === 0;
}
