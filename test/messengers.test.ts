import { describe, expect, it } from "vitest";
import { ConfigError, type Environment, loadConfig } from "../src/config.js";
import { describeMessengers, withoutNotice } from "../src/messengers.js";

const cwd = "/somewhere";
const messengers = (env: Environment) => loadConfig(env, { cwd }).messengers;
const problems = (env: Environment): string => {
  try {
    messengers(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
};
const id = "01234567-89ab-cdef-0123-456789abcdef";
const page = "https://chat.example.org";

describe("the messengers' configuration", () => {
  it("leaves Slack and Telegram off, and Teams to tools on this machine", () => {
    const off = messengers({});
    expect(off).toEqual({ teams: { credentials: null, tenants: [] }, slack: null, telegram: null });
    expect(describeMessengers(off, page)).toEqual([
      expect.stringMatching(/^Teams: without credentials, for tools on this machine only\..*MicrosoftAppId/u),
      "Slack: off. It needs SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN for Socket Mode.",
      "Telegram: off. It needs TELEGRAM_BOT_TOKEN.",
    ]);
  });

  it("turns each on with its own variables, and says where it is reached", () => {
    const on = messengers({
      MicrosoftAppId: id,
      MicrosoftAppPassword: "geheim",
      MicrosoftAppTenantId: id,
      TEAMS_TENANTS: `${id}, ${id}`,
      SLACK_SIGNING_SECRET: "s",
      SLACK_BOT_TOKEN: "xoxb-1",
      TELEGRAM_BOT_TOKEN: "1:a",
      TELEGRAM_WEBHOOK_URL: "https://chat.example.org/telegram/",
      TELEGRAM_WEBHOOK_SECRET: "w",
    });
    expect(on).toEqual({
      teams: {
        credentials: { appId: id, password: "geheim", type: "SingleTenant", tenantId: id },
        tenants: [id, id],
      },
      slack: { signingSecret: "s", botToken: "xoxb-1", appToken: null, oauth: null, apiUrl: null },
      telegram: {
        token: "1:a",
        webhook: { url: "https://chat.example.org/telegram", secret: "w" },
        apiRoot: null,
      },
    });
    expect(describeMessengers(on, page)).toEqual([
      "Teams: on, messaging endpoint https://chat.example.org/api/messages.",
      "Slack: on, request URL https://chat.example.org/slack/events.",
      "Telegram: on, webhook https://chat.example.org/telegram.",
    ]);
    expect(
      withoutNotice(on, { value: (path) => (path === "office.legal.slack" ? "Slack ..." : undefined) }),
    ).toEqual([expect.stringContaining("legal.teams"), expect.stringContaining("legal.telegram")]);
    expect(withoutNotice(messengers({}), { value: () => undefined })).toEqual([]);
  });

  it("takes a managed identity, Socket Mode, OAuth and long polling", () => {
    const on = messengers({
      MicrosoftAppId: id,
      MicrosoftAppType: "UserAssignedMSI",
      MicrosoftAppTenantId: id,
      SLACK_APP_TOKEN: "xapp-1",
      SLACK_CLIENT_ID: "1.2",
      SLACK_CLIENT_SECRET: "c",
      TELEGRAM_BOT_TOKEN: "1:a",
    });
    expect(on.teams.credentials?.password).toBeNull();
    expect(on.slack).toMatchObject({ appToken: "xapp-1", oauth: { clientId: "1.2", clientSecret: "c" } });
    expect(describeMessengers(on, page).slice(1)).toEqual([
      "Slack: on, Socket Mode.",
      "Telegram: on, long polling.",
    ]);
  });

  it.each([
    [{ MicrosoftAppId: id, MicrosoftAppTenantId: id }, "MicrosoftAppPassword is missing"],
    [{ MicrosoftAppId: id, MicrosoftAppPassword: "p" }, "MicrosoftAppTenantId is missing"],
    [{ MicrosoftAppPassword: "p" }, "MicrosoftAppId is missing"],
    [
      {
        MicrosoftAppId: id,
        MicrosoftAppTenantId: id,
        MicrosoftAppPassword: "p",
        MicrosoftAppType: "UserAssignedMSI",
      },
      "works without one",
    ],
    [{ SLACK_SIGNING_SECRET: "s" }, "SLACK_BOT_TOKEN is missing"],
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_SIGNING_SECRET is missing"],
    [{ SLACK_CLIENT_ID: "1.2", SLACK_SIGNING_SECRET: "s", SLACK_BOT_TOKEN: "b" }, "go together"],
    [
      { TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_WEBHOOK_URL: "https://chat.example.org/t" },
      "TELEGRAM_WEBHOOK_SECRET is missing",
    ],
  ])("says what is missing: %j", (env, words) => {
    expect(problems(env)).toContain(words);
  });

  it("refuses malformed values, and never shows a secret", () => {
    expect(problems({ MicrosoftAppId: "my-bot" })).toContain("MicrosoftAppId");
    const shown = problems({
      TELEGRAM_BOT_TOKEN: "not a token",
      SLACK_BOT_TOKEN: "with space",
      TELEGRAM_WEBHOOK_SECRET: "wörter",
    });
    for (const name of ["TELEGRAM_BOT_TOKEN", "SLACK_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"])
      expect(shown).toContain(name);
    for (const secret of ["not a token", "with space", "wörter"]) expect(shown).not.toContain(secret);
  });
});
