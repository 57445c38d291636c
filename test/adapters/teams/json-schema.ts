/** A schema of JSON Schema draft 4 to 7, as far as Microsoft's schemas for Teams use it. */
type Schema = { readonly [keyword: string]: unknown } | boolean;

/**
 * What in this value the schema refuses, each with its place; nothing: the value is valid. Formats and titles say
 * nothing. A keyword that is not known here is an error of the test, not silence.
 */
export function faults(value: unknown, schema: Schema, root: Schema = schema, at = "$"): string[] {
  if (typeof schema === "boolean") return schema ? [] : [`${at} must not be there`];
  const found: string[] = [];
  const list = <T>(keyword: string) => (schema[keyword] ?? []) as readonly T[];
  const valid = (part: Schema): boolean => faults(value, part, root, at).length === 0;
  for (const [keyword, rule] of Object.entries(schema)) {
    const check = CHECKS[keyword];
    if (check && !check(value, rule)) found.push(`${at}: ${keyword} ${JSON.stringify(rule).slice(0, 80)}`);
    else if (!check && !KNOWN.has(keyword)) throw new Error(`The keyword "${keyword}" is not known here.`);
  }
  if (typeof schema["$ref"] === "string")
    found.push(...faults(value, lookedUp(root, schema["$ref"]), root, at));
  for (const part of list<Schema>("allOf")) found.push(...faults(value, part, root, at));
  if (schema["anyOf"] && !list<Schema>("anyOf").some(valid)) found.push(`${at}: none of anyOf`);
  if (schema["oneOf"] && list<Schema>("oneOf").filter(valid).length !== 1)
    found.push(`${at}: not one of oneOf`);
  if (schema["not"] && valid(schema["not"] as Schema)) found.push(`${at}: not`);
  if (schema["if"]) {
    const branch = schema[valid(schema["if"] as Schema) ? "then" : "else"];
    if (branch) found.push(...faults(value, branch as Schema, root, at));
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    for (const [index, item] of value.entries())
      if (items) found.push(...faults(item, items as Schema, root, `${at}[${index}]`));
  } else if (typeof value === "object" && value !== null) {
    found.push(...faultsOfObject(value as Readonly<Record<string, unknown>>, schema, root, at));
  }
  return found;
}

function faultsOfObject(
  value: Readonly<Record<string, unknown>>,
  schema: Exclude<Schema, boolean>,
  root: Schema,
  at: string,
): string[] {
  const properties = (schema["properties"] ?? {}) as Readonly<Record<string, Schema>>;
  const patterns = Object.entries((schema["patternProperties"] ?? {}) as Readonly<Record<string, Schema>>);
  const found: string[] = [];
  for (const name of (schema["required"] ?? []) as string[])
    if (!(name in value)) found.push(`${at}: ${name} is missing`);
  for (const [name, entry] of Object.entries(value)) {
    const rules = [
      ...(properties[name] === undefined ? [] : [properties[name]]),
      ...patterns.filter(([pattern]) => new RegExp(pattern).test(name)).map(([, rule]) => rule),
    ];
    const others = schema["additionalProperties"];
    if (rules.length === 0 && others !== undefined) rules.push(others as Schema);
    for (const rule of rules) found.push(...faults(entry, rule, root, `${at}.${name}`));
  }
  return found;
}

function lookedUp(root: Schema, reference: string): Schema {
  let found: unknown = root;
  for (const step of reference.replace(/^#\//u, "").split("/"))
    found = (found as Readonly<Record<string, unknown>>)[step];
  if (found === undefined) throw new Error(`${reference} leads nowhere.`);
  return found as Schema;
}

const length = (value: unknown): number | null => (typeof value === "string" ? [...value].length : null);
const CHECKS: Readonly<Record<string, (value: unknown, rule: unknown) => boolean>> = {
  type: (value, rule) => [rule].flat().includes(typeOf(value)),
  enum: (value, rule) => (rule as unknown[]).includes(value),
  const: (value, rule) => value === rule,
  pattern: (value, rule) => typeof value !== "string" || new RegExp(String(rule)).test(value),
  minLength: (value, rule) => (length(value) ?? Number.POSITIVE_INFINITY) >= Number(rule),
  maxLength: (value, rule) => (length(value) ?? 0) <= Number(rule),
  minItems: (value, rule) => !Array.isArray(value) || value.length >= Number(rule),
  maxItems: (value, rule) => !Array.isArray(value) || value.length <= Number(rule),
  uniqueItems: (value) =>
    !Array.isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length,
};
const KNOWN = new Set(
  "$schema $id id $ref title description default format definitions allOf anyOf oneOf not if then else items properties patternProperties additionalProperties required minProperties maxProperties minimum maximum examples dependencies".split(
    " ",
  ),
);

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value;
}
