/** How the office can be reached, in one language. */
export interface OfficeDetails {
  readonly name: string;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** What a channel shows before anything was said, in one language: the chat page, Slack's App Home. */
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
