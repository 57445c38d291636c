import type { DeskEvent, Place } from "../../src/vocabulary/index.js";

/** What the page sends: a line of text, or a pressed button. */
export type Incoming = Head &
  (
    | { readonly kind: "message"; readonly text: string }
    | {
        readonly kind: "action";
        readonly action: string;
        readonly on: string;
        readonly label?: string;
      }
  );

interface Head {
  readonly id: string;
  readonly locale?: string;
  /** The token of the link that the guest came by. */
  readonly carry?: string;
}

/** UTF-16 code units, as the `maxlength` of the page's text field counts them. */
export const longestText = 2_000;

/** Of what stands on a button, in UTF-16 code units. */
const longestLabel = 100;

/** Reads the body of a POST, which anybody may have written. */
export function readIncoming(body: string): Incoming | "malformed" | "empty" | "too-long" {
  const fields = parseObject(body);
  if (!fields || !isUuid(fields["id"])) return "malformed";
  const head: Head = {
    id: fields["id"],
    ...(isLocale(fields["locale"]) ? { locale: fields["locale"] } : {}),
    // of a link that was cut on its way the message is taken all the same
    ...(isToken(fields["carry"]) ? { carry: fields["carry"] } : {}),
  };
  if (isName(fields["action"]) && isName(fields["on"]) && fields["text"] === undefined) {
    const label = readLabel(fields["label"]);
    if (label === null) return "malformed";
    return {
      kind: "action",
      ...head,
      action: fields["action"],
      on: fields["on"],
      ...(label ? { label } : {}),
    };
  }
  if (typeof fields["text"] !== "string" || fields["action"] !== undefined) return "malformed";
  if (fields["text"].length > longestText) return "too-long";
  const text = fields["text"].replace(/\r\n?/g, "\n").replace(unwritable, "").trim();
  return visible.test(text) ? { kind: "message", ...head, text } : "empty";
}

/** The desk's event of what the page sent. @param now Milliseconds since 1970. */
export function toEvent(incoming: Incoming, session: string, now: number): DeskEvent {
  return {
    keys: [`web:${session}:${incoming.id}`],
    channel: "web",
    place: toPlace(session),
    sender: { id: session },
    addressed: true,
    ...(incoming.locale ? { locale: incoming.locale } : {}),
    ...(incoming.carry ? { carriedFrom: incoming.carry } : {}),
    sentAt: new Date(now).toISOString(),
    what:
      incoming.kind === "message"
        ? { kind: "message", id: incoming.id, text: incoming.text, attachments: [] }
        : {
            kind: "action",
            action: incoming.action,
            on: incoming.on,
            ...(incoming.label === undefined ? {} : { label: incoming.label }),
          },
  };
}

/** Where a session is answered: the session is the address. */
export function toPlace(session: string): Place {
  return { channel: "web", scope: "private", address: session };
}

/** One line without control characters; empty when there is none to see, null when it is none at all. */
function readLabel(label: unknown): string | null {
  if (label === undefined) return "";
  if (typeof label !== "string" || label.length > longestLabel) return null;
  const line = label.replace(/\s+/g, " ").replace(unwritable, "").trim();
  return visible.test(line) ? line : "";
}

function parseObject(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

// Control characters other than tab and line feed: no keyboard writes them, and a terminal that shows the log obeys them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Anything but spaces and characters without a shape, such as zero-width ones. */
const visible = /[^\s\p{Cf}\p{Mn}\u115f\u1160\u2800\u3164\uffa0]/u;

function isUuid(value: unknown): value is string {
  return typeof value === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}

function isLocale(value: unknown): value is string {
  return typeof value === "string" && /^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i.test(value);
}

function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[\w.-]{1,100}$/.test(value);
}

/** The id of a button or a message: ours, so short; what it means the store knows. */
function isName(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= 200;
}
