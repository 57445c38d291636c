import type { FaqIntent, HandoverRules, Office, Partner, Seam, Seminar } from "../src/knowledge/model.js";

const at = { file: "intents/some.yaml", line: 1, column: 1 };

/** A seminar of which the announcement states nothing; what a test is about is put on top. */
export const blankSeminar: Seminar = {
  id: "some-seminar",
  fingerprint: "v1",
  title: { de: "Ein Seminar", en: "Some seminar" },
  kindOf: null,
  abstract: null,
  audience: null,
  date: null,
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
  at,
};

/** An intent without phrasings, answer, form or behaviour. */
export const blankIntent: FaqIntent = {
  id: "some-intent",
  topic: "founding",
  title: { de: "Ein Anliegen", en: "Some matter" },
  utterances: { de: [], en: [] },
  answer: null,
  links: [],
  related: [],
  responsible: null,
  form: null,
  handover: null,
  behaviour: null,
  seminars: null,
  source: [],
  reviewedOn: "2026-11-23",
  validUntil: null,
  afterExpiry: null,
  owner: "office-desk",
  at,
};

/** A department of the city that states nothing but its name. */
export const blankPartner: Partner = {
  id: "some-partner",
  name: { de: "Eine Stelle", en: "Some office" },
  kind: "department",
  topics: [],
  languages: ["de"],
  area: null,
  hours: {},
  values: {},
};

/** A procedure of `some-partner` whose time is not stated. */
export const blankSeam: Seam = {
  id: "some-seam",
  title: { de: "Ein Verfahren", en: "Some procedure" },
  names: { de: ["Verfahren"], en: ["procedure"] },
  intents: ["some-intent"],
  department: "some-partner",
  partners: [],
  goesIn: { de: ["Antrag"], en: ["application"] },
  comesOut: { de: "Bescheid", en: "decision" },
  usualTime: null,
  source: [],
  reviewedOn: "2026-11-23",
  owner: "office-desk",
  at,
};

/** An office that states no values and no hours; forms are filled in everywhere but on Telegram. */
export const blankOffice: Office = {
  values: {},
  localised: {},
  timeZone: "Europe/Berlin",
  state: "NW",
  hours: {},
  exceptions: [],
  notice: null,
  switchedOff: {},
  forms: { terminal: "here", web: "here", teams: "here", slack: "here", telegram: "link" },
  handover: { terminal: "here", web: "here", teams: "here", slack: "here", telegram: "link" },
};

/** An office in which nobody answers in the chat. */
export const noHandover: HandoverRules = {
  rooms: [],
  general: null,
  usualWait: { de: "sobald jemand frei ist", en: "as soon as somebody is free" },
  remindAfter: [3, 7],
  escalateAfter: 10,
  offerMessageAfter: 15,
  endWaitingAfter: 45,
  warnAfterSilence: 20,
  closeAfterSilence: 30,
  holdSeconds: 10,
  remindTicketsAfterHours: 24,
};
