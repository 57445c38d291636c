import type { ChannelName } from "./vocabulary/index.js";

/** The channels that a later version brings, and what each will need. This version reads none of these variables. */
export const channelRequirements: readonly {
  readonly channel: ChannelName;
  readonly title: string;
  readonly needs: readonly string[];
  /** Those of `needs` whose values must not be shown. */
  readonly secrets: readonly string[];
}[] = [
  {
    channel: "teams",
    title: "Teams",
    needs: ["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId"],
    secrets: ["MicrosoftAppPassword"],
  },
  {
    channel: "slack",
    title: "Slack",
    needs: ["SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN"],
    secrets: ["SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN"],
  },
  { channel: "telegram", title: "Telegram", needs: ["TELEGRAM_BOT_TOKEN"], secrets: ["TELEGRAM_BOT_TOKEN"] },
];

/** The start message's lines about channels that are off, such as "Slack: off. ...". */
export function channelsOff(): string[] {
  return channelRequirements.map(({ title, needs }) => {
    const names = needs.length > 1 ? `${needs.slice(0, -1).join(", ")} and ${needs.at(-1)}` : needs[0];
    return `${title}: off. It comes with a later version and will then need ${names}.`;
  });
}
