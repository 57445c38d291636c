import { z } from "zod";

/** A button that answers (Action.Submit). */
export interface CardButton {
  readonly label: string;
  readonly data: unknown;
}

/** A card as a guest sees it. */
export interface SeenCard {
  /** All text from top to bottom, one element a line, without markup. */
  readonly text: string;
  readonly buttons: readonly CardButton[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/**
 * Reads an Adaptive Card as Teams takes it from a bot: version 1.5 at most, elements and actions that it knows, the
 * properties that the schema requires (adaptivecards.io/explorer). Stricter than Teams, which leaves out what it does
 * not know: a card of ours should have nothing that a guest would not see.
 * @throws Error that names what is wrong, and where.
 */
export function readCard(content: unknown): SeenCard {
  const card = check(cardSchema, content, "card");
  const found: Found = { text: [], buttons: [], links: [] };
  for (const [index, element] of card.body.entries()) readElement(element, `body[${index}]`, found);
  for (const [index, action] of (card.actions ?? []).entries())
    readAction(action, `actions[${index}]`, found);
  return { ...found, text: found.text.join("\n") };
}

interface Found {
  readonly text: string[];
  readonly buttons: CardButton[];
  readonly links: { label: string; url: string }[];
}

const cardSchema = z.object({
  type: z.literal("AdaptiveCard"),
  version: z.string().regex(/^1\.[0-5]$/u),
  body: z.array(z.unknown()),
  actions: z.array(z.unknown()).optional(),
});
const kind = z.object({ type: z.string() });
const textBlock = z.object({ text: z.string() });
const textRun = z.union([z.string(), z.object({ type: z.literal("TextRun"), text: z.string() })]);
const richTextBlock = z.object({ inlines: z.array(textRun) });
const factSet = z.object({ facts: z.array(z.object({ title: z.string(), value: z.string() })).min(1) });
const container = z.object({ items: z.array(z.unknown()) });
const columnSet = z.object({ columns: z.array(z.object({ items: z.array(z.unknown()).optional() })) });
const actionSet = z.object({ actions: z.array(z.unknown()).min(1) });
const image = z.object({ url: z.url(), altText: z.string() });
const title = z.string().min(1);
const openUrl = z.object({ title, url: z.url({ protocol: /^(?:https?|mailto|tel)$/u }) });
const submit = z.object({ title, data: z.unknown() });

function readElement(element: unknown, at: string, found: Found): void {
  const { type } = check(kind, element, at);
  switch (type) {
    case "TextBlock":
      readMarkdown(check(textBlock, element, at).text, found);
      return;
    case "RichTextBlock": {
      const { inlines } = check(richTextBlock, element, at);
      found.text.push(inlines.map((run) => (typeof run === "string" ? run : run.text)).join(""));
      return;
    }
    case "FactSet":
      for (const fact of check(factSet, element, at).facts)
        readMarkdown(`${fact.title} ${fact.value}`, found);
      return;
    case "Container":
      for (const [index, item] of check(container, element, at).items.entries())
        readElement(item, `${at}.items[${index}]`, found);
      return;
    case "ColumnSet":
      for (const [column, { items = [] }] of check(columnSet, element, at).columns.entries())
        for (const [index, item] of items.entries())
          readElement(item, `${at}.columns[${column}].items[${index}]`, found);
      return;
    case "ActionSet":
      for (const [index, action] of check(actionSet, element, at).actions.entries())
        readAction(action, `${at}.actions[${index}]`, found);
      return;
    case "Image":
      check(image, element, at);
      return;
    default:
      throw new Error(`${at}: an element of type "${type}" is not known here.`);
  }
}

function readAction(action: unknown, at: string, found: Found): void {
  const { type } = check(kind, action, at);
  if (type === "Action.OpenUrl") {
    const { title: label, url } = check(openUrl, action, at);
    found.links.push({ label, url });
  } else if (type === "Action.Submit" || type === "Action.Execute") {
    const { title: label, data } = check(submit, action, at);
    found.buttons.push({ label, data });
  } else throw new Error(`${at}: an action of type "${type}" is not known here.`);
}

function readMarkdown(markdown: string, found: Found): void {
  const { text, links } = shownMarkdown(markdown);
  found.text.push(text);
  found.links.push(...links);
}

/**
 * What people see of the Markdown that Teams reads in texts and cards: bold, italic, links, escapes, HTML's character
 * references. Lists stay as they are.
 */
export function shownMarkdown(markdown: string): {
  text: string;
  links: { label: string; url: string }[];
} {
  const links: { label: string; url: string }[] = [];
  const escaped: string[] = [];
  // escaped characters step aside, so that they are not taken for markup
  const stash = (character: string): string => `\uE000${escaped.push(character) - 1}\uE001`;
  const restore = (text: string): string =>
    text.replace(/\uE000(\d+)\uE001/gu, (_, index: string) => escaped[Number(index)] ?? "");
  const plain = markdown
    .replace(/\\([!-/:-@[-`{-~])/gu, (_, character: string) => stash(character))
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|nbsp));/giu, (_, decimal, hex, name) =>
      stash(
        name
          ? (NAMED[String(name).toLowerCase()] ?? "")
          : String.fromCodePoint(Number(decimal ?? `0x${hex}`)),
      ),
    )
    .replace(/\[([^\]]*)\]\(<?([^)>\s]+)>?\)/gu, (_, label: string, url: string) => {
      links.push({ label: restore(label).replace(/\*\*|\*|_/gu, ""), url: restore(url) });
      return label;
    })
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gsu, "$2")
    .replace(/(?<![\p{L}\d*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\d*_])/gsu, "$2")
    .replace(/ {2}\n/gu, "\n");
  return { text: restore(plain), links };
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

function check<T>(schema: z.ZodType<T>, value: unknown, at: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${[at, ...(issue?.path ?? [])].join(".")}: ${issue?.message}`);
}
