import type { Entry } from "./entries.js";
import type { SeamEntry } from "./format-partners.js";
import { localised, localisedOrNull } from "./languages.js";
import type { Problem, Seam } from "./model.js";
import { didYouMean } from "./nearest.js";
import { isUnknownPartner, type Names, partnerProblems } from "./references.js";
import type { Path } from "./yaml-file.js";

export function resolveSeam({ value, position }: Entry<SeamEntry>): Seam {
  const lists = ({ de, en }: SeamEntry["names"]) => ({ de, en: en?.length ? en : de });
  return {
    id: value.id,
    title: localised(value.title),
    names: lists(value.names),
    intents: value.intents,
    department: value.department,
    partners: value.partners ?? [],
    goesIn: lists(value.goesIn),
    comesOut: localised(value.comesOut),
    usualTime: localisedOrNull(value.usualTime),
    source: value.source ?? [],
    reviewedOn: value.reviewedOn,
    owner: value.owner,
    at: position(),
  };
}

/**
 * Looks up what a seam refers to. Without its department it answers nothing: an error. A partner or intent that is not
 * there is left out, with a warning; so is the doubt about a time that rests on nothing.
 */
export function seamProblems({ value, position }: Entry<SeamEntry>, names: Names): Problem[] {
  const problems = partnerProblems(value.department, names, () => position(["department"]));
  const doubt = (path: Path, message: string, suggestion: string): void => {
    problems.push({ severity: "warning", ...position(path), message, suggestion });
  };
  for (const [index, id] of (value.partners ?? []).entries())
    if (isUnknownPartner(id, names))
      doubt(
        ["partners", index],
        `there is no partner "${id}"; it is left out.`,
        didYouMean(id, names.partners.keys(), "Add it to partners.yaml, or remove it here."),
      );
  for (const [index, id] of value.intents.entries())
    if (!names.intents.has(id))
      doubt(
        ["intents", index],
        `there is no intent "${id}".`,
        didYouMean(id, names.intents, "Remove it, or write the intent."),
      );
  if (value.usualTime && !value.source?.length)
    doubt(
      ["usualTime"],
      `the usual time of "${value.id}" has no source.`,
      "Add a source, or write null: not stated.",
    );
  if (!value.title.en || !value.names.en?.length || !value.goesIn.en?.length || !value.comesOut.en)
    doubt(["title"], `"${value.id}" is not all in English; German stands in for it.`, "Translate it.");
  return problems;
}
