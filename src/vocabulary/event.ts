/** The ways that messages take. By e-mail the desk only sends. */
export type ChannelName = "terminal" | "web" | "teams" | "slack" | "telegram" | "email";

/** The channels through which a guest can write. */
export type GuestChannel = Exclude<ChannelName, "email">;

/** Where an answer goes. Plain data, enough to write there later, after a restart. */
export interface Place {
  readonly channel: ChannelName;
  /** "private": one guest alone with the desk. "room": others read along. */
  readonly scope: "private" | "room";
  /** The platform's address of the chat or room. */
  readonly address: string;
  readonly thread?: string;
  /** What else the platform needs to write there, opaque to the desk. */
  readonly details?: Readonly<Record<string, string>>;
}

export interface Attachment {
  readonly kind: "image" | "audio" | "video" | "file" | "location" | "sticker" | "contact";
  readonly name?: string;
}

/**
 * The name of a button. Of one that the desk showed it is opaque: the store knows who may press it, for what and until
 * when. One that begins with `~` is open to everybody and stands on pages and in links, such as `~person`,
 * `~menu`, `~topic:founding`, `~ask:office-hours`, `~form:callback`, `~register:some-seminar`, `~bookings`.
 */
export type ActionId = string;

/** What happened. */
export type Happening =
  | {
      readonly kind: "message";
      /** The platform's id of this message. */
      readonly id: string;
      /** Mentions of the bot and platform markup are removed. */
      readonly text: string;
      readonly attachments: readonly Attachment[];
      readonly replyTo?: string;
    }
  | {
      readonly kind: "action";
      readonly action: ActionId;
      /** The message that the button stood under. */
      readonly on: string;
      /** What stood on the button, where the store does not know it: on a button of the page itself or a link. */
      readonly label?: string;
    }
  /** The guest changed a message of theirs; `text` as in "message". */
  | { readonly kind: "edit"; readonly id: string; readonly text: string }
  | { readonly kind: "deletion"; readonly id: string }
  | {
      readonly kind: "membership";
      readonly change: "joined" | "left" | "blocked" | "moved";
      readonly to?: Place;
    }
  | { readonly kind: "timer"; readonly name: string };

/** Something that happened on a platform, or in time. Plain data: it is stored and replayed. */
export interface DeskEvent {
  /** The platform's identities of this event; one of them seen before means: a repeat. Never empty. */
  readonly keys: readonly string[];
  readonly channel: ChannelName;
  readonly place: Place;
  readonly sender: { readonly id: string; readonly name?: string };
  /** Private, or the bot was mentioned or answered. Other room messages are dropped before they are stored. */
  readonly addressed: boolean;
  /**
   * In a thread of a room, without a mention: meant for the desk only if this sender already talks with it in this thread.
   * It is dropped otherwise, like any other room message.
   */
  readonly followsOn?: true;
  /** Of a guest who came by a link from a conversation on another channel: its token. */
  readonly carriedFrom?: string;
  /** What the platform says of the sender's language (BCP 47): a hint only. */
  readonly locale?: string;
  /** The platform's clock, ISO 8601. */
  readonly sentAt: string;
  readonly what: Happening;
}
