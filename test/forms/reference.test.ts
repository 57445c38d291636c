import fc from "fast-check";
import { expect, it } from "vitest";
import { reference } from "../../src/forms/reference.js";

it.each([
  [1, "R-2223"],
  [31, "R-222Z"],
  [32, "R-2232"],
  [32 ** 4, "R-32222"],
])("names event %i %s", (event, name) => {
  expect(reference("R", event)).toBe(name);
});

it("gives each event a name of its own that can be read out", () => {
  const events = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(events, events, (first, second) => {
      const names = [first, second].map((event) => reference("S", event));
      for (const name of names) expect(name).toMatch(/^S-[2-9A-HJ-NP-Z]{4,}$/);
      expect(names[0] === names[1]).toBe(first === second);
    }),
  );
});
