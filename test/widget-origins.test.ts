import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeWidget, readWidgetOrigins } from "../src/widget-origins.js";

describe("the sites that may show the widget", () => {
  it.each([
    ["https://www.example.org", ["https://www.example.org"]],
    [" https://a.example,https://b.example/\nhttps://a.example ", ["https://a.example", "https://b.example"]],
    ["https://www.example.org:8443", ["https://www.example.org:8443"]],
    ["https://WWW.Example.org:443", ["https://www.example.org"]],
    ["https://straße.example", ["https://xn--strae-oqa.example"]],
    ["http://localhost:4106 http://127.0.0.1:80", ["http://localhost:4106", "http://127.0.0.1"]],
    ["http://localhost:*", ["http://localhost:*"]],
    ["", []],
  ])("are read from %j", (list, origins) => {
    expect(readWidgetOrigins(list)).toEqual(origins);
  });

  it.each([
    "*",
    "https://*",
    "https:",
    "https://*.example.org",
    "https://www.example.org:*",
    "http://www.example.org",
    "http://localhost.example.org",
    "www.example.org",
    "https://www.example.org/chat",
    "https://www.example.org/?a",
    "https://www.example.org/#a",
    "https://user:secret@www.example.org",
    "https://www.example.org;script-src",
    "https://a.example 'unsafe-inline'",
    "javascript:alert(1)",
    "data:text/html,x",
    "null",
  ])("are never %s", (list) => {
    expect(readWidgetOrigins(list)).toBeNull();
  });

  it("never hold anything that a policy reads as more than a site", () => {
    const parts = fc.constantFrom(
      "https://",
      "http://",
      "localhost",
      "a.example",
      ":",
      "*",
      ";",
      "'",
      "/",
      " ",
      "@",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 4 })), { maxLength: 8 }), (pieces) => {
        for (const origin of readWidgetOrigins(pieces.join("")) ?? [])
          expect(origin).toMatch(
            /^(https:\/\/[a-z\d.-]+(:\d+)?|http:\/\/(localhost|127\.0\.0\.1)(:(\d+|\*))?)$/,
          );
      }),
    );
  });
});

describe("what the start says of the widget", () => {
  it.each([
    [[], "https://chat.example.org", /^Widget: off\. .* WIDGET_ORIGINS/],
    [
      ["https://a.example", "https://b.example"],
      "https://chat.example.org",
      /^Widget: allowed on https:\/\/a\.example, https:\/\/b\.example\.$/,
    ],
    [["http://localhost:*"], "http://localhost:3978", /^Widget: allowed on http:\/\/localhost:\*\.$/],
    [["https://a.example"], "http://chat.example.org", /It needs PUBLIC_URL with https/],
  ])("%j at %s", (origins, publicUrl, expected) => {
    expect(describeWidget(origins, publicUrl)).toMatch(expected);
  });
});
