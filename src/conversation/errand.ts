import type { Language } from "../vocabulary/index.js";
import type { DecisionInput } from "./input.js";
import { errandUrl } from "./standing.js";

/**
 * The web chat, to be opened with a standing action (the name of its button without the "~"); null where the desk has no
 * page. From a private chat it carries the conversation over; where others read along, each of them would carry it.
 */
export function errandLink(
  errand: string,
  { site, carry, conversation: { place } }: DecisionInput,
  language: Language,
): string | null {
  if (site === null) return null;
  const carries = place.scope === "private" && place.channel !== "web";
  return errandUrl(site, errand, language, carries ? (carry ?? null) : null);
}
