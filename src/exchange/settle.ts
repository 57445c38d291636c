import { faqEntry } from "../knowledge/format-faq.js";
import { isComputed } from "../knowledge/references.js";
import { fromPlain, variables } from "../text/index.js";
import type { Current } from "./current.js";
import type { FoundIntent, FoundText, Note, TextName } from "./model.js";
import { idOf, inShort, sameWords } from "./names.js";

/** A found intent as far as it can stand in intents/. */
export interface Settled {
  readonly intent: FoundIntent;
  /** Variables in its texts that have no value here. */
  readonly unfilled: readonly string[];
}

/**
 * What of a found intent can stand in intents/: names that nobody knows there are left out with a note, since an entry
 * that refers to nothing would be refused; so is, of an intent that is live, a text with braces that nothing fills.
 * @param ids of the intents that will be there afterwards
 * @param live the texts would be said to guests at once
 */
export function settled(
  intent: FoundIntent,
  { current, ids, live, notes }: { current: Current; ids: ReadonlySet<string>; live: boolean; notes: Note[] },
): Settled {
  const texts: Partial<Record<TextName, FoundText>> = {};
  const unfilled = new Set<string>();
  for (const [name, found] of Object.entries(intent.texts) as [TextName, FoundText][]) {
    const kept = NAMES[name] ? referred(name, found, current, notes) : found;
    if (!kept) continue;
    const unknown = NAMED_TEXT.test(name) ? unknownVariables(kept.text, current) : [];
    const braces = unknown.map((path) => `{${path}}`).join(", ");
    if (unknown.length > 0 && live) {
      const message = `${braces} has no value in this desk, so this text cannot be said; it is left out. Replace the braces.`;
      notes.push({ severity: "conflict", at: found.at, message });
      continue;
    }
    if (unknown.length > 0) {
      const message = `${braces} has no value in this desk: it is kept as it stands. Replace it before the answer goes live.`;
      notes.push({ severity: "note", at: found.at, message });
    }
    for (const path of unknown) unfilled.add(path);
    texts[name] = kept;
  }
  const related = intent.related.filter((id) => {
    if (ids.has(id)) return true;
    notes.push({
      severity: "note",
      at: intent.at,
      message: `There is no intent "${inShort(id)}"; it is left out of "related".`,
    });
    return false;
  });
  return { intent: { ...intent, texts, related }, unfilled: [...unfilled] };
}

/** Texts that guests read, with variables in them. */
const NAMED_TEXT = /^(?:answer|afterExpiry)\./;

/** Texts that are names of something in intents/. */
const NAMES: Readonly<Partial<Record<TextName, string>>> = {
  responsible: "partner",
  form: "form",
  handover: "handover",
  behaviour: "behaviour",
  seminars: "part of the seminars",
};

function referred(name: TextName, found: FoundText, { knowledge }: Current, notes: Note[]): FoundText | null {
  const id = idOf(found.text);
  const partner = [...knowledge.partners.values()].find(
    (one) =>
      one.id === id || [one.name.de, one.name.en].some((title) => sameWords(title) === sameWords(found.text)),
  )?.id;
  const known =
    name === "responsible"
      ? partner
      : name === "form"
        ? knowledge.forms.has(id)
          ? id
          : undefined
        : name === "handover" || name === "behaviour"
          ? faqEntry.shape[name].safeParse(id).data
          : faqEntry.shape.seminars.safeParse(id).data;
  if (known) return { ...found, text: known };
  notes.push({
    severity: "note",
    at: found.at,
    message: `There is no ${NAMES[name]} "${inShort(found.text, 40)}" here; it is left out.`,
  });
  return null;
}

function unknownVariables(text: string, { variables: known }: Current): string[] {
  return variables(fromPlain(text)).filter((path) => !known.has(path) && !isComputed(path));
}
