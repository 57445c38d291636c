import type { Localised } from "../../src/vocabulary/index.js";

/** How the office can be reached, in one language. */
export interface OfficeDetails {
  readonly name: string;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** What the page shows before anything was said, in one language. */
export interface StartDetails {
  readonly office: OfficeDetails;
  /** In the order in which guests see them; `~topic:<id>` opens one. */
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  /** The next ones. `pageUrl` may be relative to the page. */
  readonly seminars: readonly {
    readonly id: string;
    readonly title: string;
    /** Null: not stated in the announcement. */
    readonly when: string | null;
    readonly pageUrl: string;
  }[];
  /** Questions that a guest may ask word by word. */
  readonly examples: readonly string[];
}

/** Where nothing is known of the office yet. */
export const anyStart: Localised<StartDetails> = {
  de: { office: { name: "Wirtschaftsförderung" }, topics: [], seminars: [], examples: [] },
  en: { office: { name: "Economic Development Office" }, topics: [], seminars: [], examples: [] },
};
