import type { Channel, Localised, StartDetails } from "../../src/vocabulary/index.js";

export interface SlackOptions {
  /** Null with Socket Mode. */
  readonly signingSecret: string | null;
  /** Of the office's own workspace; null where workspaces install the app over OAuth only. */
  readonly botToken: string | null;
  /** Turns Socket Mode on. */
  readonly appToken: string | null;
  /** For workspaces that install the app themselves. */
  readonly oauth: { readonly clientId: string; readonly clientSecret: string } | null;
  /** Null: Slack's own. */
  readonly apiUrl: string | null;
  /** Where guests reach the desk, without a slash at the end. */
  readonly publicUrl: () => string;
  /** What the App Home tab shows. */
  readonly start: () => Localised<StartDetails>;
}

/** The desk in Slack. */
export function createSlackChannel(_options: SlackOptions): Channel {
  return {
    name: "slack",
    can: { edit: true, remove: true, threads: true, typing: false, files: true },
    async start() {},
    async send() {
      throw Object.assign(new Error("not connected"), { delivery: "retryable" });
    },
    async stop() {},
  };
}
