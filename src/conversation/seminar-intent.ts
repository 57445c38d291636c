import type { Knowledge, SeminarAspect } from "../knowledge/model.js";
import type { IntentId } from "../vocabulary/index.js";

/** The intent that answers this of seminars; null where the catalogue has none. */
export function seminarIntent({ intents }: Knowledge, aspect: SeminarAspect): IntentId | null {
  return [...intents.values()].find(({ seminars }) => seminars === aspect)?.id ?? null;
}
