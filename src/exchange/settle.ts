import { faqEntry } from "../knowledge/format-faq.js";
import { isComputed } from "../knowledge/references.js";
import type { Current } from "./current.js";
import type { FoundIntent, FoundText, Note, TextName } from "./model.js";
import { idOf, inShort, sameWords } from "./names.js";

/**
 * What of a found intent can stand in intents/: names that nobody knows there are left out with a note, since an entry
 * that refers to nothing would be refused; braces that are no variable of ours are kept as text.
 * @param ids of the intents that will be there afterwards
 */
export function settled(
  intent: FoundIntent,
  current: Current,
  ids: ReadonlySet<string>,
  notes: Note[],
): FoundIntent {
  const texts: Partial<Record<TextName, FoundText>> = {};
  for (const [name, found] of Object.entries(intent.texts) as [TextName, FoundText][]) {
    const kept = NAMES[name]
      ? referred(name, found, current, notes)
      : { ...found, text: plainBraces(found, name, current, notes) };
    if (kept) texts[name] = kept;
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
  return { ...intent, texts, related };
}

/** Texts that are names of something in intents/. */
const NAMES: Readonly<Partial<Record<TextName, string>>> = {
  responsible: "partner",
  form: "form",
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
        : name === "behaviour"
          ? faqEntry.shape.behaviour.safeParse(id).data
          : faqEntry.shape.seminars.safeParse(id).data;
  if (known) return { ...found, text: known };
  notes.push({
    severity: "note",
    at: found.at,
    message: `There is no ${NAMES[name]} "${inShort(found.text, 40)}" here; it is left out.`,
  });
  return null;
}

const BRACES = /\{([A-Za-z][\w-]*(?:\.[\w-]+)*)\}/g;

/** `{name}` of another bot has no value here; with spaces inside it is text to the desk, and somebody will see it. */
function plainBraces({ text, at }: FoundText, name: TextName, { variables }: Current, notes: Note[]): string {
  if (!/^(?:answer|afterExpiry)\./.test(name)) return text;
  return text.replace(BRACES, (whole, path: string) => {
    if (variables.has(path) || isComputed(path)) return whole;
    notes.push({
      severity: "note",
      at,
      message: `${whole} is no variable of this desk: it is kept as the text "{ ${path} }". Replace it before the answer goes live.`,
    });
    return `{ ${path} }`;
  });
}
