import { expect, it } from "vitest";
import { initialState } from "../../src/bot/index.js";
import { why } from "../../src/commands/why.js";
import { compile } from "../../src/comprehension.js";
import { createTurn } from "../../src/turn.js";
import { assembled, FILES, intent } from "../knowledge/fixture.js";

const entry = `- id: advice
  title: { de: Beratung, en: Advice }
  utterances: { de: [Fördermittelberatung, Wer berät zu Fördermitteln?, Beratung gesucht, Gewerbe anmelden, Wo ist die Kita?] }
  answer: { de: { short: Antwort. } }
  reviewedOn: 2026-11-01
  owner: desk
`;
const compiled = compile(
  assembled({ ...FILES, "faq/founding.yaml": `${intent("register")}${entry}${intent("close")}` }).knowledge,
);

/** What is said of the decision on a message. */
function whyOf(text: string): string {
  const turn = createTurn({
    compiled: () => compiled,
    mask: (masked) => masked,
    site: () => null,
    stopwatch: () => 0,
  });
  const place = { channel: "terminal", scope: "private", address: "test" } as const;
  const result = turn({
    conversation: {
      id: 1,
      owner: "bot",
      version: 0,
      state: { ...initialState, disclosed: true },
      place,
      bookings: [],
    },
    seats: {},
    events: [
      {
        keys: ["test:1"],
        channel: "terminal",
        place,
        sender: { id: "test" },
        addressed: true,
        sentAt: "2026-11-23T09:00:00.000Z",
        what: { kind: "message", id: "1", text, attachments: [] },
      },
    ],
    eventId: 1,
    action: null,
    now: Date.parse("2026-11-23T09:00:00Z"),
  });
  return why(result, compiled);
}

it.each([
  ["a slip of the fingers", "Gewrbe anmelden", /for advice: .*gewrbe \d\.\d\d \(read as gewerbe\)/],
  ["another word for it", "Kindergarten Gewerbe", /for advice: .*kindergarten \d\.\d\d \(like kita\)/],
  ["a part of a compound", "Fördermittel Gewerbe", /fördermittel \d\.\d\d \(in fördermittelberatung\)/],
])("tells staff in plain words why a message was understood by %s", (_, text, said) => {
  expect(whyOf(text)).toMatch(said);
});

it("says what is decided, how sure that is, and which example is nearest", () => {
  const said = whyOf("Fördermittelberatung");
  expect(said).toMatch(/^ {2}outcome: \w+/);
  expect(said).toMatch(/thresholds: sure from +\d+ %, asked back from +\d+ %/);
  expect(said).toContain('nearest example: "Fördermittelberatung"');
});
