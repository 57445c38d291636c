import type { z } from "zod";
import type { Problem } from "./model.js";
import { didYouMean } from "./nearest.js";
import type { Path, YamlFile } from "./yaml-file.js";

type Issue = z.core.$ZodIssue;

/**
 * Says in words what a format found wrong: file, line, column, what is the matter and what to do.
 * `above` is the path of the checked entry in its file, `what` its name for staff, such as "intent".
 */
export function problemsOf(
  issues: readonly Issue[],
  format: z.ZodType,
  yaml: YamlFile,
  above: Path,
  what: string,
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const inside = keysOf(issue.path);
    const path = [...above, ...inside];
    if (issue.code === "invalid_union") {
      const closest = closestOption(issue.errors);
      const deeper = closest.map((inner) => ({ ...inner, path: [...inside, ...inner.path] }) as Issue);
      return problemsOf(deeper, format, yaml, above, what);
    }
    if (issue.code === "unrecognized_keys") {
      const known = knownKeys(format, inside);
      return issue.keys.map((key) => ({
        severity: "error",
        ...yaml.position([...path, key], "key"),
        message: `"${key}" is no key that is known here.`,
        suggestion: didYouMean(
          key,
          known,
          known.length > 0 ? `Known are: ${known.join(", ")}.` : "Remove it.",
        ),
      }));
    }
    const own = above.at(-1);
    const name =
      inside.filter((part) => typeof part === "string").join(".") || (typeof own === "string" ? own : what);
    return [{ severity: "error", ...yaml.position(path), ...said(issue, name, path, yaml, what) }];
  });
}

function said(
  issue: Issue,
  name: string,
  path: Path,
  yaml: YamlFile,
  what: string,
): Pick<Problem, "message" | "suggestion"> {
  const written = yaml.written(path);
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, name, valueAt(yaml.value, path), written, what);
    case "invalid_value": {
      const allowed = issue.values.map(String);
      return {
        message: `"${name}" is ${quoted(written)}, which is none of the allowed words.`,
        suggestion: didYouMean(written ?? "", allowed, `Allowed are: ${allowed.join(", ")}.`),
      };
    }
    case "invalid_key":
      return { message: `"${name}" has a key that is not allowed.`, suggestion: "Rename the key." };
    case "too_small":
      return issue.origin === "array"
        ? {
            message: `"${name}" has ${entries(lengthAt(yaml.value, path))}, at least ${issue.minimum} ${Number(issue.minimum) === 1 ? "is" : "are"} needed.`,
            suggestion: name.startsWith("utterances")
              ? `Add phrasings, or remove the ${what}.`
              : `Add what is missing, or remove the ${what}.`,
          }
        : {
            message: `"${name}" is too small, ${issue.minimum} is the least.`,
            suggestion: "Correct the number.",
          };
    case "too_big":
      return issue.origin === "number" || issue.origin === "int"
        ? {
            message: `"${name}" is too large, ${issue.maximum} is the most.`,
            suggestion: "Correct the number.",
          }
        : { message: `"${name}" is too long, ${issue.maximum} is the most.`, suggestion: "Shorten it." };
    default: {
      // The formats write these themselves: what is the matter, and on a second line what to do.
      const [message = "", suggestion = "Compare it with its neighbours."] = issue.message.split("\n");
      const shown = written?.trim() ? `: ${quoted(written)}` : "";
      return { message: `"${name}" ${message}${shown}.`, suggestion };
    }
  }
}

function wrongType(
  expected: string,
  name: string,
  value: unknown,
  written: string | undefined,
  what: string,
): Pick<Problem, "message" | "suggestion"> {
  if (value === undefined || value === null)
    return { message: `"${name}" is missing.`, suggestion: `Add it, or remove the ${what}.` };
  const needed = KINDS[expected] ?? expected;
  const message = `"${name}" is ${kindOf(value)}, but ${needed} is needed.`;
  if (expected === "string" && typeof value !== "object")
    return { message, suggestion: `Put it in quotes: "${written ?? String(value)}".` };
  if (expected === "string" && !Array.isArray(value))
    return { message, suggestion: 'If the text itself holds ": ", put it in quotes.' };
  if (expected === "array" && typeof value === "string")
    return { message, suggestion: `Write [ "${shortened(value)}" ], or one entry a line after "- ".` };
  if (expected === "object" && typeof value === "string" && name !== what)
    return { message, suggestion: `Write the keys below it, such as { de: "${shortened(value)}" }.` };
  return { message, suggestion: "Compare it with its neighbours." };
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of keys";
  return KINDS[typeof value] ?? typeof value;
}

/** Of several allowed forms the one that was probably meant: the one with the fewest things wrong, the deepest first. */
function closestOption(options: readonly (readonly Issue[])[]): readonly Issue[] {
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => {
      const wrongAltogether = issue.path.length === 0 && issue.code === "invalid_type";
      return sum + (wrongAltogether ? 100 : issue.code === "unrecognized_keys" ? issue.keys.length : 1);
    }, 0);
  return options.reduce((best, option) => (cost(option) < cost(best) ? option : best), options[0] ?? []);
}

/** The keys that the format allows at `path`; of several forms, those of all. */
function knownKeys(format: z.core.$ZodType, path: Path): string[] {
  const definition = (format as z.ZodType).def as {
    readonly type: string;
    readonly innerType?: z.core.$ZodType;
    readonly getter?: () => z.core.$ZodType;
    readonly options?: readonly z.core.$ZodType[];
    readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
    readonly element?: z.core.$ZodType;
    readonly keyType?: { readonly options?: readonly string[] };
    readonly valueType?: z.core.$ZodType;
  };
  if (definition.innerType) return knownKeys(definition.innerType, path);
  if (definition.options)
    return [...new Set(definition.options.flatMap((option) => knownKeys(option, path)))];
  const [part, ...rest] = path;
  if (definition.shape) {
    if (part === undefined) return Object.keys(definition.shape);
    const child = definition.shape[String(part)];
    return child ? knownKeys(child, rest) : [];
  }
  if (definition.element) return part === undefined ? [] : knownKeys(definition.element, rest);
  if (definition.type === "record" && definition.valueType)
    return part === undefined
      ? [...(definition.keyType?.options ?? [])]
      : knownKeys(definition.valueType, rest);
  return [];
}

function keysOf(path: readonly PropertyKey[]): Path {
  return path.map((part) => (typeof part === "symbol" ? String(part) : part));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, part)
        ? (inner as Readonly<Record<string | number, unknown>>)[part]
        : undefined,
    value,
  );
}

function lengthAt(value: unknown, path: Path): number {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list.length : 0;
}

function entries(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}

function quoted(written: string | undefined): string {
  return `"${shortened(written ?? "")}"`;
}

function shortened(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
