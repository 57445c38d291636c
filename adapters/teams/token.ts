import { z } from "zod";

/** What a token from Teams must say. */
export interface Expected {
  readonly appId: string;
  readonly issuer: string;
  readonly serviceUrl: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Seconds by which clocks may differ, as the SDK has it. */
const TOLERANCE = 300;

const head = z.looseObject({ alg: z.enum(["RS256", "RS384", "RS512"]), kid: z.string().min(1) });
const claims = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string(),
});

/**
 * Whether a token may be one of Teams, by what it says of itself; only the SDK can tell whether it is. What is plainly
 * wrong never gets there: for some of it the SDK prints to the console, answers with the wrong error, asks Microsoft for
 * keys, or applies the weaker rules of the emulator and of skills.
 */
export function mayBeToken(authorization: string, expected: Expected): boolean {
  const [scheme, token, ...more] = authorization.split(" ");
  const parts = token?.split(".") ?? [];
  if (scheme !== "Bearer" || more.length > 0 || parts.length !== 3) return false;
  const says = claims.safeParse(decoded(parts[1]));
  if (!head.safeParse(decoded(parts[0])).success || !says.success) return false;
  const { iss, aud, exp, nbf, serviceurl } = says.data;
  const now = expected.now / 1_000;
  return (
    iss === expected.issuer &&
    aud === expected.appId &&
    exp > now - TOLERANCE &&
    (nbf ?? now) < now + TOLERANCE &&
    serviceurl === expected.serviceUrl
  );
}

function decoded(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
