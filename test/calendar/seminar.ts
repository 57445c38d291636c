import type { Seminar } from "../../src/knowledge/model.js";
import { paragraph } from "../../src/text/index.js";

/** A seminar on a winter afternoon of which little is known. */
export function aSeminar(changed: Partial<Seminar> = {}): Seminar {
  return {
    id: "some-seminar",
    fingerprint: "f",
    title: { de: "Ein Seminar", en: "Some seminar" },
    kindOf: null,
    abstract: { de: [paragraph("Worum es geht.")], en: [paragraph("What it is about.")] },
    audience: null,
    date: { kind: "full", start: "2027-01-14", end: "2027-01-14", from: "16:00", to: "18:00" },
    place: null,
    online: null,
    leaders: [],
    organiser: null,
    fee: null,
    seats: null,
    registration: null,
    cancelled: null,
    certificate: null,
    cancellation: null,
    recording: null,
    topics: { de: [], en: [] },
    example: false,
    source: null,
    at: { file: "seminars.yaml", line: 1, column: 1 },
    ...changed,
  };
}
