import type { Knowledge, Partner, PartnerKind, Presence } from "../knowledge/model.js";
import type { IntentId, Language } from "../vocabulary/index.js";

/** What a conversation is about, as far as it decides who should take it. */
export interface Errand {
  /** The intents that were answered, the most important first. */
  readonly intents: readonly IntentId[];
  /** Topics beside those of the intents. */
  readonly topics?: readonly string[];
  readonly language: Language;
  /** Five digits; null: not known. Then an area keeps nobody out. */
  readonly postcode: string | null;
}

/**
 * Chooses the partner who should take a conversation; null: the general desk, which is the office itself.
 *
 * First whoever is responsible for one of its intents, in their order. Else of those who handle one of its topics the
 * one who speaks the guest's language, is named for the postcode rather than for everywhere, is there now or the soonest,
 * is inside rather than outside, and stands first in partners.yaml: each only where the one before does not decide.
 * Whoever is not responsible for the postcode is never chosen.
 *
 * @param presence whether a partner is there at the moment of asking, see `Facts.presence`
 */
export function route(
  { intents, topics = [], language, postcode }: Errand,
  knowledge: Pick<Knowledge, "intents" | "partners">,
  presence: (partner: Partner) => Presence,
): Partner | null {
  const known = intents.flatMap((id) => knowledge.intents.get(id) ?? []);
  for (const { responsible } of known) {
    const partner = knowledge.partners.get(responsible ?? "");
    if (partner && areaOf(partner, postcode) !== "elsewhere") return partner;
  }
  const about = new Set([...known.map(({ topic }) => topic), ...topics]);
  const [best] = [...knowledge.partners.values()]
    .filter((partner) => partner.topics.some((topic) => about.has(topic)))
    .filter((partner) => areaOf(partner, postcode) !== "elsewhere")
    .map((partner) => ({
      partner,
      rank: [
        partner.languages.includes(language) ? "0" : "1",
        areaOf(partner, postcode) === "here" ? "0" : "1",
        waitOf(presence(partner)),
        INSIDE.includes(partner.kind) ? "0" : "1",
      ],
    }))
    // stable: of equals the first in the file
    .sort((a, b) => compare(a.rank, b.rank));
  return best?.partner ?? null;
}

const INSIDE: readonly PartnerKind[] = ["desk", "department"];

function areaOf({ area }: Partner, postcode: string | null): "here" | "everywhere" | "elsewhere" {
  if (area === null || postcode === null) return "everywhere";
  return area.some(([from, to]) => from <= postcode && postcode <= to) ? "here" : "elsewhere";
}

/** Sorts as text: now, then by the time of opening, then not known. */
function waitOf(presence: Presence): string {
  if (presence === "now") return "0";
  return presence === "unknown" ? "2" : `1${presence.from}`;
}

function compare(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? "") < (b[index] ?? "") ? -1 : 1;
}
