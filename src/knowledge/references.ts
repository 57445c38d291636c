import { fromPlain, variables } from "../text/index.js";
import type { Language } from "../vocabulary/index.js";
import type { Entry } from "./entries.js";
import type { FaqEntry } from "./format-faq.js";
import type { FaqIntent, Form, Partner, Position, Problem } from "./model.js";
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

/** The forms that intents and seminars may name. */
export interface FormNames {
  readonly forms: ReadonlyMap<string, Form>;
  /** Ids, or "?", of forms that are set aside: their own problem is told already. */
  readonly broken: ReadonlySet<string>;
  /** False: forms.yaml as a whole could not be read. */
  readonly readable: boolean;
}

/** Variables that the desk computes when it answers. */
const COMPUTED = [
  "desk.retentionDays",
  "forms.keepDays",
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
export function referenceProblems(
  entry: Entry<FaqEntry>,
  intent: FaqIntent,
  names: Names,
  forms: FormNames,
): Problem[] {
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
  problems.push(...partnerProblems(intent.responsible, names, () => position(["responsible"])));
  problems.push(...formProblem(intent.form, "none", forms, () => position(["form"])));
  for (const { path, text } of textsOf(value)) {
    problems.push(...textProblems(text, names, () => position(path)));
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

/** An error where nobody would be responsible. */
export function partnerProblems(id: string | null, names: Names, at: () => Position): Problem[] {
  if (id === null || !isUnknownPartner(id, names)) return [];
  const suggestion = didYouMean(id, names.partners.keys(), "Add it to partners.yaml.");
  return [{ severity: "error", ...at(), message: `there is no partner "${id}".`, suggestion }];
}

/** Whether a form needs nothing to begin with: no seminar, and nobody outside to whom it goes. */
export function beginsAnywhere(form: Form | undefined): form is Form {
  return form !== undefined && !form.booking && form.opens !== "partner";
}

/**
 * A warning where a form is named that is not there, or one that registers for a seminar where there is none, or goes to
 * a partner where none is named, and the other way round: then no button is shown, and all the rest still helps.
 */
export function formProblem(
  id: string | null,
  registers: "seminar" | "none",
  { forms, broken, readable }: FormNames,
  at: () => Position,
): Problem[] {
  if (id === null || !readable || broken.has(id) || broken.has("?")) return [];
  const form = forms.get(id);
  const fitting = [...forms.values()].filter((one) =>
    registers === "seminar" ? one.booking : beginsAnywhere(one),
  );
  if (form && fitting.includes(form)) return [];
  const message = form
    ? registers === "seminar"
      ? `the form "${id}" is none that registers for a seminar; it is not offered here.`
      : form.booking
        ? `the form "${id}" registers for a seminar and cannot begin without one; it is not offered here.`
        : `the form "${id}" goes to a partner outside and cannot begin without one; it is not offered here.`
    : `there is no form "${id}"; it is not offered.`;
  const known = fitting.map((one) => one.id);
  const otherwise =
    registers === "seminar"
      ? 'Name a form of forms.yaml that has "booking: true".'
      : `Known in forms.yaml are: ${known.join(", ") || "none"}.`;
  return [{ severity: "warning", ...at(), message, suggestion: didYouMean(id, known, otherwise) }];
}

/** Errors about variables that nothing fills; `filled` are plain words that the desk itself fills in this text. */
export function textProblems(
  text: string,
  names: Names,
  at: () => Position,
  filled: readonly string[] = [],
): Problem[] {
  return variables(fromPlain(text)).flatMap((variable): Problem[] => {
    if (filled.includes(variable)) return [];
    const advice = adviceOnVariable(variable, names, filled);
    return advice
      ? [
          {
            severity: "error",
            ...at(),
            message: `there is no value for {${variable}}.`,
            suggestion: advice,
          },
        ]
      : [];
  });
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
function adviceOnVariable(
  variable: string,
  names: Names,
  filled: readonly string[] = [],
): string | undefined {
  const [space = "", ...rest] = variable.split(".");
  const path = rest.join(".");
  if (isComputed(variable)) return undefined;
  // gathered only for advice: nearly all variables are known
  const all = (): string[] => [
    ...filled,
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

/** Whether the desk computes this variable when it answers. */
export function isComputed(variable: string): boolean {
  return (
    COMPUTED.some((computed) => computed === variable) ||
    /^office\.(?:day|holiday)\.\d{4}-\d{2}-\d{2}$/.test(variable) ||
    /^seminars\.[a-z\d-]+\.when$/.test(variable)
  );
}

/** False for one that is there, and for one that may be in what could not be read. */
export function isUnknownPartner(id: string, names: Names): boolean {
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
