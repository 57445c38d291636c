import { describe, it } from "vitest";
import { survivesEachStep, survivesTime } from "../e2e/handover-kills.js";

/** After the acknowledgement what follows from it takes some milliseconds: the desk dies in the midst of that. */
const soon = (): number => Math.random() * 40;

describe("a desk that is killed in a handover", () => {
  it.each([1, 2, 3])(
    "goes on as if nothing had happened, soon after what guest and staff do, few at a time: round %i",
    () => survivesEachStep({ together: 3, delay: soon }),
    1_200_000,
  );

  it.each([1, 2, 3])(
    "goes on as if nothing had happened, in the middle of what time brings about: round %i",
    () => survivesTime({ delay: soon }),
    600_000,
  );
});
