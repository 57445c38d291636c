import { beforeAll, describe, it } from "vitest";
import { learnShipped } from "../handover/desk.js";
import { survivesInterleavings } from "../handover/interleavings.js";

beforeAll(learnShipped, 120_000);

describe("guest and staff at once, for as long as it takes", () => {
  it(
    "lose nothing, say nothing twice and hear nobody who is not theirs, in 10,000 random orders",
    () => survivesInterleavings(10_000),
    3_600_000,
  );
});
