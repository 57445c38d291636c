import { describe, expect, it } from "vitest";
import { standingAction } from "../../src/conversation/standing.js";
import { bookable, forms, intent, knowledge, seminar, yearless } from "../bot/fixture.js";

const known = {
  ...knowledge,
  forms,
  seminars: [bookable, yearless, seminar("lost", { registration: { url: null, form: "gone", until: null } })],
  intents: new Map([
    ...knowledge.intents,
    ["seminar-register", intent("seminar-register", { seminars: "register", answer: null })],
  ]),
};

describe("an action that is open to everybody", () => {
  it.each([
    ["~menu", { does: "menu" }],
    ["~person", { does: "person" }],
    ["~bookings", { does: "bookings" }],
    ["~topic:founding", { does: "topic", topic: "founding" }],
    ["~ask:hours", { does: "ask", intent: "hours" }],
    ["~form:callback", { does: "form", form: "callback" }],
    ["~register:bookable", { does: "form", form: "seminar-registration", seminar: "bookable" }],
  ])("%s is known by its plain name", (id, act) => {
    expect(standingAction(id, known, "de")).toMatchObject({ id, act });
  });

  it.each(["wifoe-4-0", "lost"])("tells how one registers for %s, which has no form here", (id) => {
    expect(standingAction(`~register:${id}`, known, "de")?.act).toEqual({
      does: "ask",
      intent: "seminar-register",
      seminar: id,
    });
  });

  it.each([
    "menu",
    "7-0",
    "~",
    "~nothing",
    "~topic:gone",
    "~ask:gone",
    "~form:gone",
    "~form:seminar-registration",
    "~form:toString",
    "~register:gone",
    "~register:",
  ])("%j is none", (id) => {
    expect(standingAction(id, known, "de")).toBeNull();
  });

  it("is called what its button would be, in the guest's language", () => {
    expect(standingAction("~bookings", known, "de")?.label).toBe("«button.bookings»");
    expect(standingAction("~bookings", known, "en")?.label).toBe("<button.bookings>");
    expect(standingAction("~topic:founding", known, "en")?.label).toBe("Starting up");
  });
});
