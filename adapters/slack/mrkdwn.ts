/** A guest's text as they see it, and whether the bot is mentioned in it. */
export interface Decoded {
  readonly text: string;
  readonly mentioned: boolean;
}

// Slack escapes `&`, `<` and `>` in what people type, so that every bare angle bracket is one of its own tokens.
const TOKEN = /<([^<>]*)>|&(amp|lt|gt);/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

/**
 * Slack's text as plain text: links as their label or address, other people's mentions as a name without an id. The
 * bot's own mention is removed with the comma or colon that sets it off at the beginning.
 * @param self the bot's user id in this workspace; null where it is not known.
 */
export function decode(raw: string, self: string | null): Decoded {
  const own = self === null || !/^\w+$/u.test(self) ? null : new RegExp(`<@${self}(?:\\|[^<>]*)?>`, "gu");
  const mentioned = own?.test(raw) ?? false;
  const bare =
    own === null || !mentioned
      ? raw
      : raw
          .replace(new RegExp(`^\\s*${own.source}[ \\t]*[,:]?`, "u"), "")
          .replace(new RegExp(`[ \\t]*${own.source}`, "gu"), "");
  const text = bare.replace(TOKEN, (_, token: string | undefined, entity: string | undefined) =>
    entity === undefined ? decodeToken(token ?? "") : (ENTITIES[entity] ?? ""),
  );
  return { text: text.trim(), mentioned };
}

function decodeToken(token: string): string {
  const bar = token.indexOf("|");
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = entities(bar < 0 ? "" : token.slice(bar + 1));
  if (target.startsWith("@")) return `@${label.replace(/^@/u, "") || "…"}`;
  if (target.startsWith("#")) return `#${label || "…"}`;
  if (target.startsWith("!")) return special(target.slice(1), label);
  if (/^mailto:/iu.test(target)) return entities(target.slice("mailto:".length));
  if (/^tel:/iu.test(target)) return label || entities(target.slice("tel:".length));
  return label || entities(target);
}

/** `<!here>`, `<!subteam^S1|@group>`, `<!date^1^{date}|1 January>`. */
function special(target: string, label: string): string {
  if (target.startsWith("date^")) return label;
  if (target.startsWith("subteam^")) return `@${label.replace(/^@/u, "") || "…"}`;
  return `@${target.split("^")[0]}`;
}

function entities(text: string): string {
  return text.replace(/&(amp|lt|gt);/gu, (_, name: string) => ENTITIES[name] ?? "");
}

/**
 * Plain text for a field that Slack parses, such as the fallback of a message: no link and no mention can be made in it.
 * @param limit characters that the result has at most; what is longer ends with "…".
 */
export function escaped(text: string, limit = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  let length = 0;
  for (const character of text) {
    const safe = ESCAPES[character] ?? character;
    if (length + safe.length > limit - 1) return `${parts.join("")}…`;
    parts.push(safe);
    length += safe.length;
  }
  return parts.join("");
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
