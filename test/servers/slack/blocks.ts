import type { Blocks } from "./world.js";

type Json = Readonly<Record<string, unknown>>;

/** Published limits, in characters and pieces: docs.slack.dev/reference/block-kit/blocks and .../block-elements. */
const LIMITS = {
  id: 255,
  section: 3_000,
  field: 2_000,
  fields: 10,
  header: 150,
  context: 10,
  actions: 25,
  label: 75,
  value: 2_000,
  url: 3_000,
  markdown: 12_000,
};
/** Over all blocks of a message; nowhere published, found by users (bolt-js issue 2509). */
const ALL_TEXT = 13_200;
const ANY_NUMBER = Number.POSITIVE_INFINITY;

/**
 * What Slack would find wrong with these blocks.
 * @param most 50 in a message, 100 in a view.
 * @returns an error code with its messages; null: nothing.
 */
export function faultInBlocks(
  blocks: unknown,
  most: number,
): { readonly error: string; readonly messages: readonly string[] } | null {
  if (!Array.isArray(blocks)) return { error: "invalid_blocks_format", messages: [] };
  const messages = [
    ...each(blocks, most, "/blocks", inBlock, 0),
    ...repeated(
      blocks.map((block) => (isObject(block) ? block["block_id"] : undefined)),
      "block_id",
      "/blocks",
    ),
  ];
  if (messages.length > 0) return { error: "invalid_blocks", messages };
  return allText(blocks) > ALL_TEXT ? { error: "msg_blocks_too_long", messages: [] } : null;
}

/** Blocks that `faultInBlocks` has found nothing in. */
export function asBlocks(value: unknown): Blocks {
  return Array.isArray(value) ? (value as Blocks) : [];
}

/** Each check returns Slack's messages on what is wrong at this place of the JSON. */
type Check = (value: unknown, at: string) => string[];

const inBlock: Check = (block, at) => {
  if (!isObject(block)) return said("must be an object", at);
  const id = block["block_id"];
  return [...(id === undefined ? [] : inText(id, LIMITS.id, `${at}/block_id`)), ...inBody(block, at)];
};

function inBody(block: Json, at: string): string[] {
  const { type, text, fields, accessory, elements } = block;
  switch (type) {
    case "section":
      return [
        ...(text === undefined && fields === undefined ? said("text or fields is required", at) : []),
        ...(text === undefined ? [] : inTextObject(text, LIMITS.section, `${at}/text`)),
        ...(fields === undefined
          ? []
          : each(fields, LIMITS.fields, `${at}/fields`, (field, where) =>
              inTextObject(field, LIMITS.field, where),
            )),
        ...(accessory === undefined ? [] : inButton(accessory, `${at}/accessory`)),
      ];
    case "header":
      return inTextObject(text, LIMITS.header, `${at}/text`, ["plain_text"]);
    case "context":
      return each(elements, LIMITS.context, `${at}/elements`, (element, where) =>
        inTextObject(element, LIMITS.section, where),
      );
    case "actions":
      return [
        ...each(elements, LIMITS.actions, `${at}/elements`, inButton),
        ...repeated(
          Array.isArray(elements) ? elements.map((element: Json | null) => element?.["action_id"]) : [],
          "action_id",
          `${at}/elements`,
        ),
      ];
    case "rich_text":
      return each(elements, ANY_NUMBER, `${at}/elements`, inRichText);
    case "markdown":
      return inText(text, LIMITS.markdown, `${at}/text`);
    case "divider":
      return [];
    default:
      return said(`unsupported type: ${String(type)}`, `${at}/type`);
  }
}

const inButton: Check = (element, at) => {
  if (!isObject(element) || element["type"] !== "button") return said("unsupported element", `${at}/type`);
  const { text, value, url, style, action_id: actionId } = element;
  // Slack refuses the names of one machine
  const reachable = typeof url === "string" && URL.canParse(url) && new URL(url).hostname.includes(".");
  return [
    ...inTextObject(text, LIMITS.label, `${at}/text`, ["plain_text"]),
    ...(value === undefined ? [] : inText(value, LIMITS.value, `${at}/value`)),
    ...(url === undefined ? [] : inText(url, LIMITS.url, `${at}/url`)),
    ...(url === undefined || reachable ? [] : said("must be a valid URL", `${at}/url`)),
    ...(style === undefined || style === "primary" || style === "danger"
      ? []
      : said("invalid style", `${at}/style`)),
    ...(actionId === undefined ? [] : inText(actionId, LIMITS.id, `${at}/action_id`)),
  ];
};

const INLINE = new Set(["text", "link", "emoji", "user", "channel", "usergroup", "broadcast", "date"]);
const STYLES = new Set(["bold", "italic", "strike", "code", "underline"]);
const CONTAINERS = new Set(["rich_text_section", "rich_text_quote", "rich_text_preformatted"]);

const inRichText: Check = (element, at) => {
  if (!isObject(element)) return said("must be an object", at);
  const { type, style, elements } = element;
  if (CONTAINERS.has(String(type))) return each(elements, ANY_NUMBER, `${at}/elements`, inInline, 0);
  if (type !== "rich_text_list") return said("unsupported type", `${at}/type`);
  return [
    ...(style === "bullet" || style === "ordered" ? [] : said("invalid style", `${at}/style`)),
    ...each(elements, ANY_NUMBER, `${at}/elements`, (item, where) =>
      isObject(item) && item["type"] === "rich_text_section"
        ? inRichText(item, where)
        : said("must be a rich_text_section", where),
    ),
  ];
};

const inInline: Check = (node, at) => {
  if (!isObject(node) || !INLINE.has(String(node["type"]))) return said("unsupported element", at);
  const { type, text, url, style } = node;
  const styles = isObject(style) ? Object.keys(style) : [];
  return [
    ...(type === "text" ? inText(text, ANY_NUMBER, `${at}/text`) : []),
    ...(type === "link" ? inText(url, LIMITS.url, `${at}/url`) : []),
    ...(type === "link" && text !== undefined ? inText(text, ANY_NUMBER, `${at}/text`) : []),
    ...styles.filter((name) => !STYLES.has(name)).flatMap((name) => said(`unsupported style ${name}`, at)),
  ];
};

function inTextObject(
  text: unknown,
  most: number,
  at: string,
  types: readonly string[] = ["plain_text", "mrkdwn"],
): string[] {
  if (!isObject(text) || !types.includes(String(text["type"]))) return said("must be a text object", at);
  const emoji = text["type"] === "mrkdwn" && text["emoji"] !== undefined;
  return [
    ...inText(text["text"], most, `${at}/text`),
    ...(emoji ? said("is for plain_text only", `${at}/emoji`) : []),
  ];
}

function inText(text: unknown, most: number, at: string): string[] {
  if (typeof text !== "string") return said("must be a string", at);
  if (text.length === 0) return said("must be more than 0 characters", at);
  return text.length > most ? said(`must be less than ${most + 1} characters`, at) : [];
}

function each(list: unknown, most: number, at: string, check: Check, least = 1): string[] {
  if (!Array.isArray(list)) return said("must be an array", at);
  return [
    ...(list.length < least ? said(`no fewer than ${least} items allowed`, at) : []),
    ...(list.length > most ? said(`no more than ${most} items allowed`, at) : []),
    ...list.flatMap((item: unknown, index) => check(item, `${at}/${index}`)),
  ];
}

function repeated(ids: readonly unknown[], name: string, at: string): string[] {
  const given = ids.filter((id) => id !== undefined);
  return new Set(given).size === given.length ? [] : said(`${name} already exists`, at);
}

function said(what: string, at: string): string[] {
  return [`[ERROR] ${what} [json-pointer:${at}]`];
}

/** Characters in all strings that people get to see. */
function allText(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, item) => sum + allText(item), 0);
  if (!isObject(node)) return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) =>
      sum + (key === "text" && typeof value === "string" ? value.length : allText(value)),
    0,
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
