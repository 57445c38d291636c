import { beforeAll, describe, it } from "vitest";
import { learnShipped } from "../handover/desk.js";
import { survivesInterleavings } from "../handover/interleavings.js";

/** A test holds on to what its desks have said until it is over: 10,000 in one need more memory than Node gives. */
const PARTS = 40;
const ORDERS = 250;

beforeAll(learnShipped, 120_000);

describe("guest and staff at once, for as long as it takes", () => {
  it.each(Array.from({ length: PARTS }, (_, index) => index + 1))(
    `lose nothing, say nothing twice and hear nobody who is not theirs, in ${ORDERS} random orders, %i of ${PARTS} times`,
    () => survivesInterleavings(ORDERS),
    1_800_000,
  );
});
