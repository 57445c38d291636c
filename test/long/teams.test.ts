import { afterEach, beforeEach, expect, it } from "vitest";
import { freshFolder } from "../e2e/running-desk.js";
import { surviveInTeams } from "../e2e/teams-kills.js";
import { refuseAll } from "../e2e/teams-refusals.js";

const KILLS = 50;
const REFUSED = 1_000;

let place: ReturnType<typeof freshFolder>;
beforeEach(() => {
  place = freshFolder();
});
afterEach(() => place.remove());

it(`nothing that was acknowledged in Teams is lost, although the process is killed ${KILLS} times`, async () => {
  const { delivered } = await surviveInTeams(KILLS, place.folder);
  expect(delivered).toBeGreaterThan(KILLS);
});

it(`forged, expired, malformed and oversized requests are refused and counted, ${REFUSED} of each kind`, () =>
  refuseAll(REFUSED, place.folder));
