import { bad } from "./refusal.js";

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface Formatted {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * A text as Telegram takes it: formats resolved and checked, white space around it cut, no more than `most` UTF-16 code
 * units afterwards (Bot API, "Formatting options"; the wording of the refusals is that of tdlib/td MessageEntity.cpp).
 * @throws Refusal
 */
export function formatted(
  given: { readonly text: string; readonly mode?: string; readonly entities?: readonly Entity[] },
  most: number,
  what: "text" | "caption",
): Formatted {
  const { mode } = given;
  if (mode !== undefined && mode.toLowerCase() !== "html") bad("unsupported parse_mode");
  const read = mode ? html(given.text) : { text: given.text, entities: given.entities ?? [] };
  for (const entity of read.entities) check(entity, read.text);
  const start = read.text.length - read.text.trimStart().length;
  const text = read.text.trim();
  if (text === "" && what === "text") bad("message text is empty");
  if (text.length > most) bad(what === "text" ? "message is too long" : "message caption is too long");
  const entities = read.entities
    // what is over 100 is ignored, and so is a link that leads nowhere
    .slice(0, 100)
    .filter(({ type, url }) => type !== "text_link" || (url !== undefined && isLink(url)))
    .map((entity) => {
      const from = Math.max(0, entity.offset - start);
      const to = Math.min(text.length, entity.offset + entity.length - start);
      return { ...entity, offset: from, length: to - from };
    })
    .filter(({ length }) => length > 0);
  return { text, entities };
}

/** Whether Telegram takes it as an address: of http(s), and of a host with a dot. */
export function isLink(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/u.test(protocol) && (hostname.includes(".") || hostname.startsWith("["));
}

const TYPES =
  /^(?:bold|italic|underline|strikethrough|spoiler|code|pre|text_link|text_mention|blockquote|expandable_blockquote|mention|hashtag|cashtag|bot_command|url|email|phone_number|custom_emoji)$/u;

function check({ type, offset, length, url }: Entity, text: string): void {
  if (!TYPES.test(type)) bad("can't parse MessageEntity: Unsupported type specified");
  if (!Number.isInteger(offset) || !Number.isInteger(length)) bad("can't parse MessageEntity");
  if (type === "text_link" && typeof url !== "string")
    bad("can't parse MessageEntity: Can't find field \"url\"");
  if (offset < 0) bad(`receive an entity with incorrect offset ${offset}`);
  if (length < 0) bad(`receive an entity with incorrect length ${length}`);
  if (length === 0) return;
  const end = offset + length;
  if (offset >= text.length) bad(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  if (end > text.length)
    bad(`entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`);
  if (splitsPair(text, offset)) bad(`entity begins in a middle of a UTF-16 symbol at byte offset ${offset}`);
  if (splitsPair(text, end))
    bad(
      `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${end}`,
    );
}

/** Whether the place lies between the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}

const TAGS: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  a: "text_link",
};

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** HTML style, as strict as Telegram: every `<` begins a tag that it knows, and all are closed in their order. */
function html(source: string): Formatted {
  const entities: Entity[] = [];
  const open: { name: string; offset: number; url: string | undefined }[] = [];
  let text = "";
  let at = 0;
  const fault = (what: string): never => bad(`can't parse entities: ${what} at byte offset ${at}`);
  while (at < source.length) {
    const rest = source.slice(at);
    if (!rest.startsWith("<")) {
      const plain = /^[^<]+/u.exec(rest)?.[0] ?? "";
      text += unescaped(plain);
      at += plain.length;
      continue;
    }
    const end = rest.indexOf(">");
    const closing = rest.startsWith("</");
    if (end < 0) return fault(closing ? "Unclosed end tag" : "Unclosed start tag");
    const inside = rest.slice(closing ? 2 : 1, end).trim();
    const name = (/^[^\s]*/u.exec(inside)?.[0] ?? "").toLowerCase();
    if (!closing) {
      if (!TAGS[name]) return fault(`Unsupported start tag "${name}"`);
      if (name === "span" && !/\bclass\s*=\s*["']?tg-spoiler/u.test(inside))
        return fault('Tag "span" must have class "tg-spoiler"');
      const url = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(inside);
      open.push({ name, offset: text.length, url: url ? unescaped(url[1] ?? url[2] ?? "") : undefined });
    } else {
      const last = open.pop();
      if (!last) return fault("Unexpected end tag");
      if (last.name !== name)
        return fault(`Unmatched end tag, expected "</${last.name}>", found "</${name}>"`);
      const length = text.length - last.offset;
      const type = TAGS[name] ?? "";
      const url = name === "a" ? { url: last.url ?? text.slice(last.offset) } : {};
      if (length > 0) entities.push({ type, offset: last.offset, length, ...url });
    }
    at += end + 1;
  }
  const unclosed = open.at(-1);
  if (unclosed) bad(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset) };
}

/** What is no entity of Telegram's stays as it is. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(lt|gt|amp|quot));/giu, (whole, decimal, hex, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
