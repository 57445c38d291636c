import type { Attachment } from "../../src/vocabulary/index.js";
import type { Activity } from "./activity.js";

/** Whether the bot is mentioned: by an entity, since anybody can write `<at>`. */
export function isMentioned({ entities, recipient }: Activity): boolean {
  return (entities ?? []).some(
    ({ type, mentioned }) => type === "mention" && mentioned?.id === recipient?.id,
  );
}

/**
 * What the guest wrote: all mentions of the bot are gone (there may be several), those of others are their names, and
 * what Teams has written as HTML is characters again.
 */
export function plainText(activity: Activity): string {
  let text = activity.text ?? "";
  let mentioned = false;
  for (const entity of activity.entities ?? []) {
    if (entity.type !== "mention" || !entity.text) continue;
    const own = entity.mentioned?.id === activity.recipient?.id;
    if (own) mentioned ||= text.includes(entity.text);
    const other = entity.mentioned?.name ?? entity.text.replaceAll(/<\/?at[^>]*>/giu, "");
    text = text.replaceAll(entity.text, () => (own ? " " : other));
  }
  text = decoded(text.replaceAll(/<\/?at(?:\s[^<>]*)?>/giu, ""))
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/[^\S\n]+/gu, " ")
    .replaceAll(/ ?\n ?/gu, "\n")
    .replaceAll(unwritable, "");
  // "@Nahtstelle, wann ..." and "Guten Tag @Nahtstelle, wann ..."
  if (mentioned) text = text.replace(/^[\s,:;]+/u, "").replaceAll(/ +([,.:;!?])/gu, "$1");
  return text.trim();
}

/** Files and pictures. The `text/html` copy of the text, a quoted message and a preview of a link are none. */
export function attachmentsOf({ attachments, text }: Activity): Attachment[] {
  const found = (attachments ?? []).flatMap(({ contentType, name }): Attachment[] => {
    const kind = kindOf(contentType ?? "", name ?? "");
    return kind === null ? [] : [{ kind, ...(name ? { name: name.slice(0, 200) } : {}) }];
  });
  // An animated picture of Teams' own gallery stands in the HTML only.
  const sticker = (attachments ?? []).some(
    ({ contentType, content }) =>
      contentType === "text/html" && typeof content === "string" && /<img\b/iu.test(content),
  );
  return found.length === 0 && sticker && (text ?? "").trim() === "" ? [{ kind: "sticker" }] : found;
}

function kindOf(type: string, name: string): Attachment["kind"] | null {
  if (type.startsWith("image/")) return "image";
  // A voice message comes as an audio card.
  if (type.startsWith("audio/") || type === "application/vnd.microsoft.card.audio") return "audio";
  if (type.startsWith("video/") || type === "application/vnd.microsoft.card.video") return "video";
  if (type === "text/html" || type === "messageReference" || type.includes(".card.")) return null;
  if (type !== "application/vnd.microsoft.teams.file.download.info") return type === "" ? null : "file";
  if (/\.(?:png|jpe?g|gif|webp|heic|bmp)$/iu.test(name)) return "image";
  return "file";
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  amp: "&",
};

/** In one pass, so that `&amp;lt;` is `&lt;`, as it was written. */
function decoded(text: string): string {
  return text.replaceAll(/&(nbsp|lt|gt|quot|#39|amp);/gu, (_, name: string) => ENTITIES[name] ?? "");
}

// Control characters other than line feed: no keyboard writes them, and a terminal that shows them obeys.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unwritable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;
