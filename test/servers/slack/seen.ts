import type { Blocks, Message } from "./world.js";

type Json = Readonly<Record<string, unknown>>;

/** A button as a person sees it, with what a press of it brings. */
export interface SeenButton {
  readonly label: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string;
  /** It opens this; Slack tells the app of the press all the same. */
  readonly url?: string;
}

/** A message as a person reads it. */
export interface Seen {
  readonly ts: string;
  readonly from: "app" | "person";
  /** A link stands as "label (address)". */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly thread?: string;
  readonly edited: boolean;
  readonly onlyFor?: string;
}

/** Blocks take the place of `text`, which then only stands in notifications. */
export function seen(message: Message): Seen {
  const { ts, byApp, text, blocks, thread, edited, onlyFor } = message;
  return {
    ts,
    from: byApp ? "app" : "person",
    text: blocks.length > 0 ? textOf(blocks) : fromMrkdwn(text),
    buttons: buttonsOf(blocks),
    ...(thread ? { thread } : {}),
    edited: edited !== undefined,
    ...(onlyFor ? { onlyFor } : {}),
  };
}

export function textOf(blocks: Blocks): string {
  return blocks
    .map((block) => blockText(block))
    .filter((text) => text !== "")
    .join("\n");
}

export function buttonsOf(blocks: Blocks): SeenButton[] {
  return blocks.flatMap((block, index) => {
    const elements = block["type"] === "actions" ? list(block["elements"]) : list([block["accessory"]]);
    return elements
      .filter(({ type }) => type === "button")
      .map(({ text, action_id: actionId, value, url }, position) => ({
        label: plain(text),
        // Slack makes up the ids that are not given
        actionId: typeof actionId === "string" ? actionId : `action-${index}-${position}`,
        blockId: typeof block["block_id"] === "string" ? block["block_id"] : `block-${index}`,
        ...(typeof value === "string" ? { value } : {}),
        ...(typeof url === "string" ? { url } : {}),
      }));
  });
}

function blockText(block: Json): string {
  switch (block["type"]) {
    case "section":
      return [...list([block["text"]]), ...list(block["fields"])].map(plain).join("\n");
    case "header":
      return plain(block["text"]);
    case "context":
      return list(block["elements"]).map(plain).join(" ");
    case "markdown":
      return String(block["text"]);
    case "rich_text":
      return list(block["elements"]).map(richText).join("\n");
    default:
      return "";
  }
}

function richText(element: Json): string {
  const elements = list(element["elements"]);
  if (element["type"] !== "rich_text_list") return elements.map(inline).join("");
  return elements
    .map((item, index) => `${element["style"] === "ordered" ? `${index + 1}.` : "•"} ${richText(item)}`)
    .join("\n");
}

function inline({ type, text, url, user_id: user, range }: Json): string {
  if (type === "link") return text ? `${text} (${url})` : String(url);
  if (type === "user") return `@${user}`;
  if (type === "broadcast") return `@${range}`;
  return String(text ?? "");
}

function plain(text: unknown): string {
  if (typeof text !== "object" || text === null) return "";
  const { type, text: content } = text as Json;
  return type === "mrkdwn" ? fromMrkdwn(String(content)) : String(content ?? "");
}

/** What a client shows of mrkdwn, but for bold and the like. */
function fromMrkdwn(text: string): string {
  return text
    .replaceAll(/<([^>|]+)\|([^>]*)>/gu, (_, target: string, label: string) => `${label} (${target})`)
    .replaceAll(/<([^>]+)>/gu, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function list(value: unknown): Json[] {
  return Array.isArray(value)
    ? value.filter((item): item is Json => typeof item === "object" && item !== null)
    : [];
}
