import { describe, expect, it } from "vitest";
import { readLine, toEvent } from "../../../adapters/terminal/incoming.js";

const shown = [
  { message: "m.1", buttons: ["a", "b", "c"].map((action) => ({ label: action, action })) },
  { message: "m.2", buttons: [{ label: "d", action: "d" }] },
];

describe("a line", () => {
  it.each([
    ["1", { does: "press", action: "d", on: "m.2" }],
    ["[1]", { does: "press", action: "d", on: "m.2" }],
    [" 2. ", { does: "press", action: "b", on: "m.1" }],
    ["3", { does: "press", action: "c", on: "m.1" }],
    ["4", { does: "say", text: "4" }],
    ["0", { does: "say", text: "0" }],
    ["100", { does: "say", text: "100" }],
    ["1 Euro", { does: "say", text: "1 Euro" }],
    ["Wie melde ich ein Gewerbe an?", { does: "say", text: "Wie melde ich ein Gewerbe an?" }],
  ])("%j is read as %j", (line, expected) => {
    expect(readLine(line, shown)).toEqual(expected);
  });

  const context = {
    place: { channel: "terminal", scope: "private", address: "t1" } as const,
    startedAt: 1_000,
    count: 3,
    now: Date.UTC(2027, 0, 2, 10),
  };

  it("becomes a message event with a key of its own", () => {
    expect(toEvent({ does: "say", text: "Hallo" }, context)).toEqual({
      keys: ["terminal:t1:1000:3"],
      channel: "terminal",
      place: context.place,
      sender: { id: "t1" },
      addressed: true,
      sentAt: "2027-01-02T10:00:00.000Z",
      what: { kind: "message", id: "t1:1000:3", text: "Hallo", attachments: [] },
    });
  });

  it("becomes a pressed button", () => {
    const event = toEvent({ does: "press", action: "d", on: "m.2" }, context);
    expect(event.what).toEqual({ kind: "action", action: "d", on: "m.2" });
  });
});
