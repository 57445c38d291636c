import type { Localised, StartDetails } from "../../src/vocabulary/index.js";

/** Where nothing is known of the office yet. */
export const anyStart: Localised<StartDetails> = {
  de: { office: { name: "Wirtschaftsförderung" }, topics: [], seminars: [], examples: [] },
  en: { office: { name: "Economic Development Office" }, topics: [], seminars: [], examples: [] },
};
