import { fromPlain, variables } from "../text/index.js";
import type { Language } from "../vocabulary/index.js";
import type { Entry } from "./entries.js";
import type { FaqEntry } from "./format-faq.js";
import type { FaqIntent, Partner, Position, Problem } from "./model.js";
import { didYouMean } from "./nearest.js";
import type { Path } from "./yaml-file.js";

/** Everything that an intent may refer to by name. */
export interface Names {
  /** Ids of all intents, also of those that are set aside: their own problem is told already. */
  readonly intents: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly partners: ReadonlyMap<string, Partner>;
  /** Ids of partners that could not be read. */
  readonly brokenPartners: ReadonlySet<string>;
  /** False: partners.yaml as a whole could not be read. */
  readonly partnersReadable: boolean;
  /** Paths below `office.`, also of values that are not known. */
  readonly office: ReadonlySet<string>;
  readonly officeComplete: boolean;
  /** Paths of partner values that are declared as not known. */
  readonly unknownValues: ReadonlySet<string>;
}

/** Variables that the desk computes when it answers. */
const COMPUTED = [
  "office.hours",
  "office.openNow",
  "office.today",
  "office.nextOpening",
  "office.holiday.today",
  "office.holiday.next",
  "office.holiday.list",
  "seminars.next",
] as const;

/**
 * Looks up what an intent refers to. An unknown variable or partner is an error: the answer would have a gap. An unknown
 * related intent or topic is a warning. What belongs to a file that could not be read is not complained about twice.
 */
export function referenceProblems(entry: Entry<FaqEntry>, intent: FaqIntent, names: Names): Problem[] {
  const { value, position } = entry;
  const problems: Problem[] = [];
  const tell = (severity: Problem["severity"], path: Path, message: string, suggestion: string): void => {
    problems.push({ severity, ...position(path), message, suggestion });
  };
  for (const [index, id] of (value.related ?? []).entries()) {
    if (!names.intents.has(id))
      tell(
        "warning",
        ["related", index],
        `there is no intent "${id}".`,
        didYouMean(id, names.intents, "Remove it, or write the intent."),
      );
  }
  if (names.topics.size > 0 && !names.topics.has(intent.topic))
    tell(
      "warning",
      value.topic ? ["topic"] : [],
      `there is no topic "${intent.topic}".`,
      didYouMean(intent.topic, names.topics, "Add it to topics.yaml, or rename this file."),
    );
  const { responsible } = intent;
  if (responsible && isUnknownPartner(responsible, names))
    tell(
      "error",
      ["responsible"],
      `there is no partner "${responsible}".`,
      didYouMean(responsible, names.partners.keys(), "Add it to partners.yaml."),
    );
  for (const { path, text } of textsOf(value)) {
    for (const variable of variables(fromPlain(text))) {
      const advice = adviceOnVariable(variable, names);
      if (advice) tell("error", path, `there is no value for {${variable}}.`, advice);
    }
    for (const [braces] of text.matchAll(/\{\s[^{}\n]*\}|\{[^{}\n]*\s\}/g))
      tell(
        "warning",
        path,
        `"${braces}" is shown as it stands.`,
        `Variables are written without spaces: {${braces.slice(1, -1).trim()}}.`,
      );
  }
  return problems;
}

/**
 * Warnings about variables in texts outside the FAQ, such as the bot's own: only paths with a dot are looked up, the bot
 * itself fills in plain words such as `{title}`.
 */
export function variableProblems(
  value: Readonly<Record<Language, string | readonly string[] | null | undefined>>,
  names: Names,
  position: (path: Path) => Position,
  path: Path = [],
): Problem[] {
  return (["de", "en"] as const).flatMap((language) =>
    [value[language] ?? []].flat().flatMap((text) =>
      variables(fromPlain(text)).flatMap((variable): Problem[] => {
        const suggestion = variable.includes(".") ? adviceOnVariable(variable, names) : undefined;
        const message = `there is no value for {${variable}}; the paragraph is left out.`;
        return suggestion
          ? [{ severity: "warning", ...position([...path, language]), message, suggestion }]
          : [];
      }),
    ),
  );
}

/** Undefined where the variable is known, or may be in what could not be read. */
function adviceOnVariable(variable: string, names: Names): string | undefined {
  const [space = "", ...rest] = variable.split(".");
  const path = rest.join(".");
  if (COMPUTED.some((computed) => computed === variable)) return undefined;
  if (
    /^office\.(?:day|holiday)\.\d{4}-\d{2}-\d{2}$/.test(variable) ||
    /^seminars\.[a-z\d-]+\.when$/.test(variable)
  )
    return undefined;
  // gathered only for advice: nearly all variables are known
  const all = (): string[] => [
    ...COMPUTED,
    ...[...names.office].map((name) => `office.${name}`),
    ...[...names.partners.values()].flatMap(({ id, values }) =>
      ["name", ...Object.keys(values)].map((key) => `${id}.${key}`),
    ),
  ];
  if (space === "office") {
    if (names.office.has(path) || !names.officeComplete) return undefined;
    return didYouMean(variable, all(), 'Add it below "values" in office.yaml.');
  }
  const partner = names.partners.get(space);
  if (partner) {
    if (path === "name" || Object.hasOwn(partner.values, path) || names.unknownValues.has(variable))
      return undefined;
    const known = ["name", ...Object.keys(partner.values)].map((key) => `${space}.${key}`);
    return didYouMean(variable, known, `Known of this partner are: ${known.join(", ")}.`);
  }
  if (!isUnknownPartner(space, names)) return undefined;
  return didYouMean(variable, all(), "Add it to office.yaml or partners.yaml, or correct its name.");
}

function isUnknownPartner(id: string, names: Names): boolean {
  return (
    names.partnersReadable &&
    !names.partners.has(id) &&
    !names.brokenPartners.has(id) &&
    !names.brokenPartners.has("?")
  );
}

function textsOf({ answer, links, afterExpiry, ...value }: FaqEntry): { path: Path; text: string }[] {
  const of = (path: Path, text: string | null | undefined) => (text ? [{ path, text }] : []);
  const late = afterExpiry ?? value["after-expiry"];
  return [
    ...of(["answer", "de", "short"], answer?.de.short),
    ...of(["answer", "de", "more"], answer?.de.more),
    ...of(["answer", "en", "short"], answer?.en?.short),
    ...of(["answer", "en", "more"], answer?.en?.more),
    ...(links ?? []).flatMap(({ url }, index) => of(["links", index, "url"], url)),
    ...of([afterExpiry ? "afterExpiry" : "after-expiry", "de"], late?.de),
    ...of([afterExpiry ? "afterExpiry" : "after-expiry", "en"], late?.en),
  ];
}
