import type { DeskEvent, Language } from "../../src/vocabulary/index.js";

/** What a body from Slack asks of the desk. */
export type Incoming =
  | { readonly does: "receive"; readonly event: DeskEvent; readonly reply?: string }
  | { readonly does: "answer-challenge"; readonly challenge: string }
  /** The App Home was opened, or is wanted in another language. */
  | {
      readonly does: "show-home";
      readonly team: string;
      readonly user: string;
      readonly language?: Language;
    }
  /** The app was taken out of a workspace: its token is of no use any more. */
  | { readonly does: "forget-workspace"; readonly team: string; readonly event: DeskEvent }
  /** Nothing for the desk: acknowledged, so that Slack does not repeat it. */
  | { readonly does: "nothing"; readonly because: string }
  | { readonly does: "refuse" }
  /** Whether it is for the bot cannot be said before the bot's own id is known: Slack shall repeat it. */
  | { readonly does: "wait" };
