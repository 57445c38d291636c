import { afterAll, beforeAll, it } from "vitest";
import { survive } from "../e2e/kills.js";
import { freshFolder } from "../e2e/running-desk.js";

const KILLS = 100;

let place: ReturnType<typeof freshFolder>;
beforeAll(() => {
  place = freshFolder();
});
afterAll(() => place.remove());

it(
  `answers every accepted message exactly once, although the process is killed ${KILLS} times on the way`,
  () => survive(KILLS, place.folder),
  900_000,
);
