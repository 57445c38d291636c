import { beforeAll, describe, it } from "vitest";
import { learnShipped } from "./desk.js";
import { survivesInterleavings } from "./interleavings.js";

beforeAll(learnShipped, 120_000);

describe("guest and staff at once", () => {
  it(
    "lose nothing, say nothing twice and hear nobody who is not theirs, in 500 random orders",
    () => survivesInterleavings(500),
    300_000,
  );
});
