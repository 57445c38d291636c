import { createHash } from "node:crypto";
import { plain } from "../../src/text/index.js";
import type { Card, Language, Link, OutgoingMessage, Place } from "../../src/vocabulary/index.js";
import { cardLines } from "../shared/card.js";
import { type Mailbox, mailAddress } from "./address.js";

/** One e-mail, before it is encoded. */
export interface Letter {
  readonly from: Mailbox;
  readonly to: string;
  readonly replyTo: string | null;
  /** One line. */
  readonly subject: string;
  /**
   * Plain text, and nothing beside it. It reads well in every program and with every screen reader, can carry no picture
   * that tells when it was opened, and there is nothing in it that a guest's words could turn into markup.
   */
  readonly text: string;
  readonly language: Language;
  /** With its angle brackets. The same for each repeat, so that a mail server can drop one that it has already. */
  readonly messageId: string;
}

/** Characters; a longer subject is cut. Programs show about 70 of them. */
const LONGEST_SUBJECT = 200;

/**
 * The message as an e-mail. Buttons are left out: nobody can press one there.
 * @param officeName stands in the subject when the place has none.
 * @returns null when the place has no e-mail address, or not exactly one.
 */
export function toLetter(
  place: Place,
  message: OutgoingMessage,
  from: Mailbox,
  officeName: string,
): Letter | null {
  const to = mailAddress(place.address);
  if (to === null) return null;
  const general = message.language === "de" ? `Nachricht von: ${officeName}` : `Message from: ${officeName}`;
  return {
    from,
    to,
    // a guest's address with a slip in it is no reason to keep their enquiry from those who can answer it
    replyTo: mailAddress(place.details?.["replyTo"] ?? ""),
    subject: oneLine(place.details?.["subject"] ?? "") || oneLine(general),
    text: textOf(message),
    language: message.language,
    messageId: `<${createHash("sha256").update(message.id).digest("base64url")}@${from.address.split("@").at(-1)}>`,
  };
}

/** Without line breaks, other control characters and what turns the direction of writing. */
function oneLine(text: string): string {
  const clean = wellFormed(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const characters = Array.from(clean);
  return characters.length > LONGEST_SUBJECT
    ? `${characters.slice(0, LONGEST_SUBJECT - 1).join("")}…`
    : clean;
}

function textOf({ text, cards = [], links = [], language }: OutgoingMessage): string {
  const blocks = [plain(text), ...cards.map((card) => cardText(card, language)), links.map(line).join("\n")];
  return (
    wellFormed(blocks.filter((block) => block !== "").join("\n\n"))
      // a line break that only some servers take for one lets a text end early and go on as commands ("SMTP smuggling")
      .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
      .replace(/[^\P{Cc}\n\t]/gu, "")
  );
}

function cardText(card: Card, language: Language): string {
  const { title, rows, links } = cardLines(card, language);
  return [title, ...rows.map(({ label, value }) => `${label}: ${value}`), ...links.map(line)].join("\n");
}

function line({ label, url }: Link): string {
  return `${label}: ${url}`;
}

/** Half a character, as a cut emoji leaves it, cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}
