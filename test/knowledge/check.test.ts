import { afterEach, describe, expect, it } from "vitest";
import { checkKnowledge, printCheck } from "../../src/knowledge/check.js";
import { CREATED_ON, FILES, type Files, onDisk } from "./fixture.js";

const NOW = Date.parse("2026-11-23T11:00+01:00");
let remove = (): void => {};
afterEach(() => remove());

function check(files: Files, now = NOW) {
  const folder = onDisk(files);
  remove = folder.remove;
  return checkKnowledge(folder.dir, { createdOn: CREATED_ON, now });
}

const founding = (from: string, to: string): Files => ({
  ...FILES,
  "faq/founding.yaml": FILES["faq/founding.yaml"]?.replace(from, to) ?? "",
});

describe("check", () => {
  it("counts what is there when all is well", () => {
    const result = check(FILES);
    expect(result.problems).toEqual([]);
    expect(result.summary).toMatchObject({
      errors: 0,
      warnings: 0,
      topics: 1,
      intents: 2,
      utterances: { de: 20, en: 20 },
      outOfScope: 1,
      partners: 1,
      seams: 1,
      seminars: 1,
      forms: 1,
      legalPages: 3,
      staffRooms: 2,
      messages: 1,
      synonyms: 1,
    });
    expect(printCheck(result)).toBe(
      `Version ${result.summary.version}: 2 intents (20 German and 20 English utterances) in 1 topic, 1 out-of-scope kind, 1 partner, 1 seam, 1 seminar, 1 form, 3 legal pages, 2 staff rooms, 1 synonym group, 1 message.\nno errors, no warnings\n`,
    );
  });

  it.each([
    ["on its last day", "2026-11-23", 0],
    ["on the day after", "2026-11-22", 1],
  ])("an answer expires past validUntil: %s", (_, validUntil, warnings) => {
    const { summary, problems } = check(founding("owner: desk", `owner: desk\n  validUntil: ${validUntil}`));
    expect(summary).toMatchObject({ errors: 0, warnings });
    if (warnings) expect(problems[0]?.message).toContain('the answer of "register" expired on 2026-11-22');
  });

  it("tells the day by the office's clock", () => {
    const files = founding("owner: desk", "owner: desk\n  validUntil: 2026-11-22");
    expect(check(files, Date.parse("2026-11-22T22:59Z")).summary.warnings).toBe(0);
    expect(check(files, Date.parse("2026-11-22T23:00Z")).summary.warnings).toBe(1);
  });

  it.each([
    ["a year ago to the day", "2025-11-23", 0],
    ["a day longer ago", "2025-11-22", 1],
  ])("a review ages: %s", (_, reviewedOn, warnings) => {
    expect(check(founding("2026-11-01", reviewedOn)).summary).toMatchObject({ errors: 0, warnings });
  });

  it("tells of a procedure that nobody has reviewed for a year", () => {
    const seams = FILES["seams.yaml"]?.replace("2026-11-01", "2025-11-22") ?? "";
    expect(check({ ...FILES, "seams.yaml": seams }).problems.map(({ message }) => message)).toEqual([
      'the seam "registration" was last reviewed on 2025-11-22, more than a year ago.',
    ]);
  });

  it("prints problems by file and line, and colours only when it is told to", () => {
    const result = check({
      ...founding("owner: desk", "owner: 5"),
      "seminars.yaml": "- { id: a }\n",
      "synonyms.yaml": "- [a]\n",
    });
    const lines = printCheck(result).split("\n");
    expect(lines.slice(0, 3)).toEqual([
      expect.stringMatching(/^error {3}intents\/faq\/founding\.yaml:10:10 – "owner" is a number/),
      expect.stringMatching(/^error {3}intents\/seminars\.yaml:1:3 – "title" is missing/),
      expect.stringMatching(/^error {3}intents\/synonyms\.yaml:1:3 – /),
    ]);
    expect(printCheck(result)).toContain("\n3 errors, 0 warnings\n");
    expect(printCheck(result)).not.toContain("\u001b");
    expect(printCheck(result, { colours: true })).toContain("\u001b[31merror");
  });
});
