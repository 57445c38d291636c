import { afterAll, beforeAll, it } from "vitest";
import { survive } from "./kills.js";
import { freshFolder } from "./running-desk.js";

const KILLS = 20;

let place: ReturnType<typeof freshFolder>;
beforeAll(() => {
  place = freshFolder();
});
afterAll(() => place.remove());

it(
  `answers every accepted message exactly once, although the process is killed ${KILLS} times on the way`,
  () => survive(KILLS, place.folder),
  240_000,
);
