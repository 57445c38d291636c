import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { slackManifest } from "../../../adapters/slack/manifest.js";

const published = z.fromJSONSchema(
  JSON.parse(readFileSync(join(import.meta.dirname, "manifest.schema.1.0.0.json"), "utf8")),
);
const office = {
  name: "Wirtschaftsförderung Musterstadt",
  publicUrl: "https://chat.example.org",
  socketMode: false,
  oauth: false,
};

describe("Slack's app manifest", () => {
  it.each([
    ["over HTTP", office],
    ["with Socket Mode", { ...office, socketMode: true }],
    ["with OAuth", { ...office, oauth: true }],
    ["with both", { ...office, socketMode: true, oauth: true }],
  ])("keeps to the schema that Slack publishes, %s", (_, facts) => {
    expect(published.safeParse(slackManifest(facts)).error?.issues).toBeUndefined();
  });

  it("keeps to it whatever the office is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
        fc.pre(name.trim() !== "");
        expect(published.safeParse(slackManifest({ ...office, name })).error?.issues).toBeUndefined();
        expect(slackManifest({ ...office, name })).toMatchObject({
          features: { bot_user: { display_name: expect.stringMatching(/^[a-z0-9._-]{1,80}$/u) } },
        });
      }),
    );
  });

  it("is refused by the schema when something in it is wrong, so that the tests above mean something", () => {
    expect(published.safeParse({ ...slackManifest(office), settings: { sockets: true } }).success).toBe(
      false,
    );
    expect(published.safeParse({ display_information: { name: "x".repeat(36) } }).success).toBe(false);
  });

  it("lets people write to the bot, and shows the home tab", () => {
    expect(slackManifest(office)).toMatchObject({
      features: {
        app_home: {
          home_tab_enabled: true,
          messages_tab_enabled: true,
          messages_tab_read_only_enabled: false,
        },
        bot_user: { display_name: "wirtschaftsfoerderung-musterstadt" },
      },
    });
  });

  it("names the desk's address at events, buttons and the command", () => {
    const url = "https://chat.example.org/slack/events";
    expect(slackManifest(office)).toMatchObject({
      features: { slash_commands: [{ url }] },
      settings: {
        event_subscriptions: { request_url: url },
        interactivity: { is_enabled: true, request_url: url },
        socket_mode_enabled: false,
      },
    });
  });

  it("names no address with Socket Mode but the one to which people come back from an installation", () => {
    const text = (oauth: boolean): string =>
      JSON.stringify(slackManifest({ ...office, socketMode: true, oauth }));
    expect(text(false)).not.toContain("https:");
    expect(text(true).match(/https:[^"]*/gu)).toEqual(["https://chat.example.org/slack/oauth_redirect"]);
  });

  it("shortens a long name at the end of a word", () => {
    expect(
      slackManifest({ ...office, name: "Wirtschaftsförderungsgesellschaft des Kreises Musterland" }),
    ).toMatchObject({ display_information: { name: "Wirtschaftsförderungsgesellschaft…" } });
  });
});
