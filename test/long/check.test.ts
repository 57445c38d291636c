import { afterAll, beforeAll, expect, it } from "vitest";
import { cli, freshFolder } from "../e2e/running-desk.js";

let place: ReturnType<typeof freshFolder>;
beforeAll(() => {
  place = freshFolder();
});
afterAll(() => place.remove());

it("check tries every example of the shipped intents/, and ends with 0 where there are warnings only", async () => {
  const { code, stdout } = await cli(["check", "--now", "2035-01-01"], { folder: place.folder });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^warning \S+\.yaml:\d+:\d+/m);
  expect(stdout).toMatch(/no errors, \d+ warnings?\n$/);
});
