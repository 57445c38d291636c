import type { Block, Inline, RichText } from "../vocabulary/index.js";
import { inlines, lines, text } from "./build.js";
import { plain } from "./plain.js";
import { safeTarget, variable } from "./target.js";

/** What stands for a variable: text, blocks of its own, or undefined where it is not known. */
export type Value = (path: string) => string | RichText | undefined;

/**
 * Puts values in the place of `{variables}`, in text and in link targets. Values are plain text and never read as
 * markup; a value of blocks takes the place of a paragraph that is nothing but the variable.
 * A paragraph or list item with an unknown variable is left out whole: half a sentence is worse than none.
 * A link whose target is unknown, or unsafe once filled, becomes its label.
 */
export function fill(content: RichText, value: Value): RichText {
  return content.flatMap((block): readonly Block[] => {
    if (block.type === "list") {
      const items = block.items.map((item) => filled(item, value)).filter((item) => item !== undefined);
      const kept = items.filter((item) => item.length > 0);
      return kept.length === 0 ? [] : [{ ...block, items: kept }];
    }
    const only = onlyVariable(block.children);
    const whole = only === undefined ? undefined : value(only);
    if (whole !== undefined && typeof whole !== "string") return whole;
    const children = filled(block.children, value);
    return children === undefined || children.length === 0 ? [] : [{ type: "paragraph", children }];
  });
}

/** The paths of all variables in text and link targets, each once, in the order in which they first occur. */
export function variables(content: RichText): string[] {
  const found = new Set<string>();
  const collect = (value: string): void => {
    for (const [, path] of value.matchAll(variable())) if (path !== undefined) found.add(path);
  };
  const visit = (node: Inline): void => {
    if (node.type === "text") collect(node.text);
    if (node.type === "link") collect(node.url);
    if ("children" in node) node.children.forEach(visit);
  };
  for (const block of content) (block.type === "list" ? block.items.flat() : block.children).forEach(visit);
  return [...found];
}

function onlyVariable(children: readonly Inline[]): string | undefined {
  const [only, ...more] = children;
  if (only?.type !== "text" || more.length > 0 || !only.text.includes("{")) return undefined;
  const [match] = only.text.matchAll(variable());
  return match !== undefined && match[0] === only.text.trim() ? match[1] : undefined;
}

/** The filled inlines without white space at the ends, or undefined if a variable in their text is unknown. */
function filled(children: readonly Inline[], value: Value): Inline[] | undefined {
  const result = filledInlines(children, value, false);
  return result === undefined ? undefined : inlines(result);
}

function filledInlines(children: readonly Inline[], value: Value, insideLink: boolean): Inline[] | undefined {
  const result: Inline[] = [];
  for (const child of children) {
    const next = filledInline(child, value, insideLink);
    if (next === undefined) return undefined;
    result.push(...next);
  }
  return result;
}

function filledInline(node: Inline, value: Value, insideLink: boolean): Inline[] | undefined {
  switch (node.type) {
    case "break":
      return [node];
    case "text":
      return filledText(node.text, value, insideLink);
    case "link": {
      const children = filledInlines(node.children, value, true);
      const url = filledTarget(node.url, value);
      return children === undefined || url === undefined ? children : [{ type: "link", url, children }];
    }
    default: {
      const children = filledInlines(node.children, value, insideLink);
      return children && [{ type: node.type, children }];
    }
  }
}

function filledText(template: string, value: Value, insideLink: boolean): Inline[] | undefined {
  if (!template.includes("{")) return [text(template)];
  const result: Inline[] = [];
  let end = 0;
  for (const match of template.matchAll(variable())) {
    const known = value(match[1] ?? "");
    if (known === undefined) return undefined;
    result.push(text(template.slice(end, match.index)), ...asInlines(known, insideLink));
    end = match.index + match[0].length;
  }
  result.push(text(template.slice(end)));
  return result;
}

/** Blocks in the middle of a sentence: one paragraph goes in as it is, anything else as its plain form. */
function asInlines(value: string | RichText, insideLink: boolean): readonly Inline[] {
  if (typeof value === "string") return lines(value);
  const [only, ...more] = value;
  if (only?.type === "paragraph" && more.length === 0 && !insideLink) return only.children;
  return lines(plain(value).replaceAll("\n\n", "\n"));
}

function filledTarget(template: string, value: Value): string | undefined {
  if (!template.includes("{")) return safeTarget(template);
  let unknown = false;
  const url = template.replace(variable(), (_, path: string) => {
    const known = value(path);
    if (typeof known !== "string") unknown = true;
    return typeof known === "string" ? known : "";
  });
  return unknown ? undefined : safeTarget(url);
}
