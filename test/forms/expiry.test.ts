import { describe, expect, it } from "vitest";
import { at, guest, HOUR, NOW } from "./fixture.js";

describe("the timer", () => {
  it("drops a draft that was not touched for 24 hours, and offers to start again", () => {
    const someone = at("phone", { now: NOW + 23 * HOUR });
    const { turn, said, labels } = someone.timer();
    expect(turn).toMatchObject({ form: null, timers: [] });
    expect(said).toContain("Ihre Angaben dazu habe ich verworfen");
    expect(labels).toEqual(["Neu beginnen"]);
  });

  it("is put off, silently, when the draft was touched since", () => {
    const someone = at("phone", { now: NOW + 22 * HOUR });
    someone.write("12");
    someone.meanwhile({ now: NOW + 23 * HOUR });
    const { turn, messages } = someone.timer();
    expect(messages).toEqual([]);
    expect(turn.form).toMatchObject({ asks: "phone" });
    expect(turn.timers).toEqual([{ at: new Date(NOW + 46 * HOUR).toISOString(), name: "form-expires" }]);
  });

  it("of an earlier form leaves the present one alone: that has its own", () => {
    expect(at("phone", { now: NOW + 22 * HOUR }).timer().result).toBeNull();
  });

  it("finds nothing when the form is closed", () => {
    expect(guest().timer().result).toBeNull();
  });
});
