import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { appPackage } from "../../../adapters/teams/app-package.js";
import { appIcons } from "../../../adapters/teams/icons.js";
import { englishTexts, type ManifestFacts, teamsManifest } from "../../../adapters/teams/manifest.js";
import { faults } from "./json-schema.js";

/** Microsoft's own, from github.com/OfficeDev/microsoft-teams-app-schema (MIT). */
const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, "schema", name), "utf8"));
const published = read("manifest.1.29.json");
const publishedTexts = read("localization.1.29.json");

const office: ManifestFacts = {
  appId: "c9e8c047-2a74-40a2-b28a-b162d5f5327c",
  version: "1.2612.10930",
  name: { de: "Wirtschaftsförderung Musterstadt", en: "Musterstadt Economic Development Office" },
  publicUrl: "https://chat.example.org",
  website: "https://www.example.org/wirtschaft",
  rsc: false,
};

describe("the manifest of the Teams app", () => {
  it.each([
    ["as it is", office],
    ["with consent to hear all of a channel", { ...office, rsc: true }],
    ["of an office without a web site of its own", { ...office, website: null }],
  ])("keeps to the schema that Microsoft publishes, %s", (_, facts) => {
    expect(faults(teamsManifest(facts), published)).toEqual([]);
    expect(faults(englishTexts(facts), publishedTexts)).toEqual([]);
  });

  it("keeps to it whatever the office is called", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(name, name, (de, en) => {
        const facts = { ...office, name: { de, en } };
        expect(faults(teamsManifest(facts), published)).toEqual([]);
        expect(faults(englishTexts(facts), publishedTexts)).toEqual([]);
      }),
    );
  });

  it.each([
    ["a name that is too long", { name: { short: "x".repeat(31), full: "x" } }],
    ["a key that there is not", { telephone: "x" }],
    ["an app id that is none", { id: "4711" }],
    ["a scope that there is not", { bots: [{ botId: office.appId, scopes: ["office"] }] }],
    ["a bot without an id", { bots: [{ scopes: ["team"] }] }],
    ["another version of the schema", { manifestVersion: "1.28" }],
  ])("is refused by the schema with %s, so that the tests above mean something", (_, wrong) => {
    expect(faults({ ...teamsManifest(office), ...wrong }, published)).not.toEqual([]);
  });

  it("names the bot in all scopes, the desk's pages and its host", () => {
    expect(teamsManifest(office)).toMatchObject({
      id: office.appId,
      bots: [{ botId: office.appId, scopes: ["personal", "team", "groupChat"], supportsFiles: false }],
      developer: {
        websiteUrl: "https://www.example.org/wirtschaft",
        privacyUrl: "https://chat.example.org/privacy",
      },
      validDomains: ["chat.example.org"],
    });
  });

  it("asks for the messages of a team's channels only when it should, and says so in its description", () => {
    expect(teamsManifest(office)).not.toHaveProperty("authorization");
    expect(teamsManifest({ ...office, rsc: true })).toMatchObject({
      webApplicationInfo: { id: office.appId },
      authorization: {
        permissions: { resourceSpecific: [{ name: "ChannelMessage.Read.Group", type: "Application" }] },
      },
      description: { full: expect.stringContaining("empfängt die App alle Nachrichten") },
    });
  });

  it("has every text in English that it has in German", () => {
    const manifest = teamsManifest(office) as { bots: [{ commandLists: [{ commands: object[] }] }] };
    const commands = manifest.bots[0].commandLists[0].commands.length;
    const titles = Object.keys(englishTexts(office)).filter((key) => key.endsWith(".title"));
    expect(titles).toHaveLength(commands);
  });

  it("says in English what the office is where its name is too long", () => {
    expect(englishTexts(office)).toMatchObject({ "name.short": "Economic Development Office" });
    const name = { de: "x", en: "Invest in Musterstadt" };
    expect(englishTexts({ ...office, name })).toMatchObject({ "name.short": "Invest in Musterstadt" });
  });

  it.each([
    ["Wirtschaftsförderung Musterstadt", "Wirtschaftsförderung"],
    ["Amt für Wirtschaft und Stadtentwicklung", "Amt für Wirtschaft"],
    ["Wirtschaftsförderungsgesellschaft", "Wirtschaftsförderungsgesellsc…"],
    ["Wirtschaft Köln", "Wirtschaft Köln"],
  ])("shortens %s to %s", (de, short) => {
    expect(teamsManifest({ ...office, name: { de, en: de } })).toMatchObject({ name: { short } });
  });
});

describe("the icons", () => {
  const icons = appIcons("#2044aa");
  const points = (png: Uint8Array) => {
    const bytes = Buffer.from(png);
    const size = bytes.readUInt32BE(16);
    const data = bytes.subarray(bytes.indexOf("IDAT") + 4, bytes.indexOf("IEND") - 8);
    const rows = inflateSync(data);
    return {
      size,
      at: (x: number, y: number) => [...rows.subarray(y * (1 + size * 4) + 1 + x * 4).subarray(0, 4)],
    };
  };

  it("are a coloured one of 192 points and an outline of 32 that is white or nothing", () => {
    expect(points(icons.color).size).toBe(192);
    expect(points(icons.color).at(0, 0)).toEqual([0x20, 0x44, 0xaa, 255]);
    const outline = points(icons.outline);
    expect(outline.size).toBe(32);
    const colours = new Set<string>();
    for (let y = 0; y < 32; y += 1)
      for (let x = 0; x < 32; x += 1) colours.add(outline.at(x, y).slice(0, 3).join());
    expect([...colours]).toEqual(["255,255,255"]);
    expect(outline.at(0, 0)[3]).toBe(0);
  });
});

describe("the app package", () => {
  it("holds the manifest, its English texts and both icons, and nothing in folders", () => {
    const files = unzipSync(appPackage(office));
    expect(Object.keys(files)).toEqual(["manifest.json", "en.json", "color.png", "outline.png"]);
    expect(JSON.parse(strFromU8(files["manifest.json"]!))).toEqual(
      JSON.parse(JSON.stringify(teamsManifest(office))),
    );
    expect([...files["color.png"]!.subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
  });

  it("is the same for the same facts", () => {
    expect(appPackage(office)).toEqual(appPackage(office));
  });
});
