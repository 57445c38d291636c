import type { Seminar } from "../../src/knowledge/model.js";
import { paragraph } from "../../src/text/index.js";
import { blankSeminar } from "../blank-entries.js";

/** A seminar on a winter afternoon of which little is known. */
export function aSeminar(changed: Partial<Seminar> = {}): Seminar {
  return {
    ...blankSeminar,
    abstract: { de: [paragraph("Worum es geht.")], en: [paragraph("What it is about.")] },
    date: { kind: "full", start: "2027-01-14", end: "2027-01-14", from: "16:00", to: "18:00" },
    ...changed,
  };
}
