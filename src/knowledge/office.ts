import type { z } from "zod";
import type { Localised, RichText } from "../vocabulary/index.js";
import { readEntry } from "./entries.js";
import { inBothLanguages, text } from "./format.js";
import { ends, officeSections, weekOf } from "./format-office.js";
import { localised, localisedOrNull, richText } from "./languages.js";
import type { Messages, Office, Problem } from "./model.js";
import { didYouMean } from "./nearest.js";
import { problemsOf } from "./wording.js";
import type { Path, YamlFile } from "./yaml-file.js";

/** office.yaml, read. */
export interface OfficeRead {
  readonly office: Office;
  readonly problems: readonly Problem[];
  /** The paths of all values, also of those that are null, as they stand in `{office.<path>}`. */
  readonly declared: ReadonlySet<string>;
  /** False: `declared` may lack something, because a part could not be read. */
  readonly complete: boolean;
  /** Something was taken from the last good version. */
  readonly kept: boolean;
}

type Sections = { [Name in keyof typeof officeSections]: z.infer<(typeof officeSections)[Name]> | undefined };

/**
 * Reads office.yaml section by section: what is wrong keeps its last good version and on a cold start is unknown;
 * the desk opens in any case.
 */
export function readOffice(yaml: YamlFile, previous: Office | undefined, messages: Messages): OfficeRead {
  const problems: Problem[] = [...yaml.unreadable];
  const isMap = typeof yaml.value === "object" && yaml.value !== null && !Array.isArray(yaml.value);
  if (yaml.value !== undefined && !isMap)
    problems.push({
      severity: "error",
      ...yaml.position([]),
      message: "the file is empty or not a group of keys.",
      suggestion: "Write `key: value` lines, such as `time-zone: Europe/Berlin`.",
    });
  const given: Readonly<Record<string, unknown>> = isMap ? (yaml.value as Record<string, unknown>) : {};
  const broken = new Set<string>(isMap ? [] : Object.keys(officeSections));
  const sections: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(officeSections, name)) {
      problems.push(unknownSection(name, yaml));
      continue;
    }
    // Values are read one by one, so that one of them costs no other.
    if (name === "values") continue;
    const format = officeSections[name as keyof typeof officeSections];
    const read = readEntry(yaml, [name], value, format, "section");
    problems.push(...read.problems);
    if (read.slot.valid) sections[name] = read.slot.entry.value;
    else broken.add(name);
  }
  // An unknown key may be the misspelt name of a section that is gone.
  if (Object.keys(given).some((name) => !Object.hasOwn(officeSections, name)))
    for (const name of Object.keys(officeSections)) if (!Object.hasOwn(given, name)) broken.add(name);
  const values = readValues(yaml, given["values"], previous);
  problems.push(...values.problems);
  if (sections["stand-in"] === true) problems.push(standIn(yaml, values));
  const office = resolved(sections as Partial<Sections>, broken, values, previous, messages);
  return {
    office,
    problems,
    declared: values.declared,
    complete: isMap && values.problems.length === 0,
    kept: previous !== undefined && (broken.size > 0 || values.problems.length > 0),
  };
}

function resolved(
  sections: Partial<Sections>,
  broken: ReadonlySet<string>,
  values: Values,
  previous: Office | undefined,
  messages: Messages,
): Office {
  const { hours, exceptions, notice, channels } = sections;
  const kept = (name: keyof Sections): Office | undefined => (broken.has(name) ? previous : undefined);
  return {
    values: broken.has("values") && previous ? previous.values : values.values,
    localised: broken.has("values") && previous ? previous.localised : values.localised,
    timeZone: kept("time-zone")?.timeZone ?? sections["time-zone"] ?? "Europe/Berlin",
    // Holidays of the whole country are right everywhere.
    state: kept("state")?.state ?? sections.state ?? "BUND",
    hours: kept("hours")?.hours ?? (hours ? weekOf(hours) : {}),
    exceptions:
      kept("exceptions")?.exceptions ??
      (exceptions ?? []).map(({ from, to, hours, reason }) => ({
        from,
        to: to ?? from,
        intervals: (hours ?? []).map(ends),
        reason: localisedOrNull(reason),
      })),
    notice:
      broken.has("notice") && previous
        ? previous.notice
        : notice
          ? { ...notice, text: richText(notice.text) }
          : null,
    switchedOff: kept("channels")?.switchedOff ?? switchedOff(channels ?? {}, messages),
    forms: kept("channels")?.forms ?? placesOf("forms", channels ?? {}),
    handover: kept("channels")?.handover ?? placesOf("handover", channels ?? {}),
  };
}

/** Telegram has no processor agreement for bots (Art. 28 GDPR): no personal data there unless the office decides so. */
function placesOf(
  what: "forms" | "handover",
  channels: NonNullable<Sections["channels"]>,
): Office[typeof what] {
  const usual: Office[typeof what] = {
    // a chat in the terminal is a process of its own, which nobody else can write into
    terminal: what === "handover" ? "link" : "here",
    web: "here",
    teams: "here",
    slack: "here",
    telegram: "link",
  };
  const given = Object.entries(channels).flatMap(([name, channel]) =>
    channel?.[what] ? [[name, channel[what]] as const] : [],
  );
  return { ...usual, ...Object.fromEntries(given) };
}

/** A switch must work without a text at hand: then the bot's own words are said. */
function switchedOff(
  channels: NonNullable<Sections["channels"]>,
  messages: Messages,
): Readonly<Record<string, Localised<RichText>>> {
  const general = messages["channel.off"];
  const words: Localised<RichText> = { de: general?.de[0] ?? [], en: general?.en[0] ?? [] };
  return Object.fromEntries(
    Object.entries(channels).flatMap(([name, channel]) =>
      channel?.off ? [[name, channel.say ? richText(channel.say) : words] as const] : [],
    ),
  );
}

interface Values {
  readonly values: Record<string, string>;
  readonly localised: Record<string, Localised<string>>;
  readonly declared: Set<string>;
  readonly problems: Problem[];
}

/** Flattens the groups of `values`; `e-mail` below `contact` becomes `contact.eMail`. */
function readValues(yaml: YamlFile, given: unknown, previous: Office | undefined): Values {
  const read: Values = { values: {}, localised: {}, declared: new Set(), problems: [] };
  const visit = (value: unknown, path: Path, name: string): void => {
    if (name !== "") {
      if (value === null || typeof value !== "object") read.declared.add(name);
      if (value === null) return;
      if (typeof value === "string" && text.safeParse(value).success) {
        read.values[name] = value;
        return;
      }
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const keys = Object.keys(value);
      if (name !== "" && keys.length > 0 && keys.every((key) => key === "de" || key === "en")) {
        read.declared.add(name);
        const both = inBothLanguages.safeParse(value);
        if (both.success) read.localised[name] = localised(both.data);
        else wrong(problemsOf(both.error.issues, inBothLanguages, yaml, path, "value"), name);
        return;
      }
      for (const [key, inner] of Object.entries(value))
        visit(inner, [...path, key], name === "" ? camelCase(key) : `${name}.${camelCase(key)}`);
      return;
    }
    if (name === "" && (value === undefined || value === null)) return;
    const result = text.safeParse(value);
    if (!result.success) wrong(problemsOf(result.error.issues, text, yaml, path, "value"), name);
  };
  const wrong = (problems: readonly Problem[], name: string): void => {
    read.problems.push(...problems);
    if (name === "") {
      Object.assign(read.values, previous?.values);
      Object.assign(read.localised, previous?.localised);
    }
    const lastGood = previous?.values[name];
    const lastGoodInBoth = previous?.localised[name];
    if (lastGood !== undefined) read.values[name] = lastGood;
    if (lastGoodInBoth !== undefined) read.localised[name] = lastGoodInBoth;
  };
  visit(given, ["values"], "");
  read.problems.push(...yaml.flaws.filter(({ path }) => path[0] === "values").map(({ problem }) => problem));
  return read;
}

/** What is invented shows it, as office.yaml's heading says; what is null is not known and need not be. */
const INVENTED = /muster|\.example\b|einsetzen|sample value/i;

/** One warning for all values: first what must be replaced, then what is right in many towns, but not in all. */
function standIn(yaml: YamlFile, { values, localised, declared }: Values): Problem {
  const written = (path: string): string | undefined => values[path] ?? localised[path]?.de;
  const known = [...declared].filter((path) => written(path) !== undefined);
  const invented = known.filter((path) => INVENTED.test(written(path) ?? ""));
  const others = known.filter((path) => !invented.includes(path));
  const listed = (paths: readonly string[]): string => paths.map((path) => `office.${path}`).join(", ");
  return {
    severity: "warning",
    ...yaml.position(["stand-in"], "key"),
    message: [
      `the values are those of an invented town. To be replaced: ${listed(invented) || "none"}.`,
      ...(others.length > 0 ? [`To be checked: ${listed(others)}.`] : []),
    ].join(" "),
    suggestion: 'Write your own, with hours and state, then remove "stand-in".',
  };
}

function unknownSection(name: string, yaml: YamlFile): Problem {
  const known = Object.keys(officeSections);
  return {
    severity: "error",
    ...yaml.position([name], "key"),
    message: `"${name}" is no key that is known here.`,
    suggestion: didYouMean(
      name,
      known,
      `Known are: ${known.join(", ")}. Values for answers stand below "values".`,
    ),
  };
}

function camelCase(key: string): string {
  return key.replace(/[-_ ]+([\p{L}\d])/gu, (_, letter: string) => letter.toUpperCase());
}
