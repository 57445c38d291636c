import { afterAll, beforeAll, it } from "vitest";
import { raceForSeats } from "../e2e/last-seat.js";
import { freshFolder } from "../e2e/running-desk.js";

let place: ReturnType<typeof freshFolder>;
beforeAll(() => {
  place = freshFolder();
});
afterAll(() => place.remove());

it("gives the last seat to one of 200 guests who send at once, and the rest places that follow each other", () =>
  raceForSeats(200, place.folder));
