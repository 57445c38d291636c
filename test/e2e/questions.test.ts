import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cli,
  freshFolder,
  jsonLines,
  project,
  type Ran,
  type RunningDesk,
  someIntents,
  startDesk,
} from "./running-desk.js";
import { WebGuest } from "./web-guest.js";

/** A question of which no example has a telling word. */
const UNKNOWN = "Wohin mit dem Krötentunnel?";

let place: ReturnType<typeof freshFolder>;
let desk: RunningDesk;
const intents = (): string => join(place.folder, "intents");
const regressions = (): string => join(place.folder, "right.jsonl");
const staff = (...args: string[]): Promise<Ran> =>
  cli(args, { folder: place.folder, intents: intents(), env: { REGRESSIONS_FILE: regressions() } });

beforeAll(async () => {
  place = freshFolder();
  someIntents(place.folder, "founding", "sites-property", "office-contact", "conversation");
  desk = await startDesk({ folder: place.folder, intents: intents(), env: { GATHER_MS: "0" } });
});
afterAll(async () => {
  await desk?.stop();
  place?.remove();
});

const file = (name: string): string => readFileSync(join(intents(), name), "utf8");

/** The first number that `questions list` gives for a question. */
async function numberOf(question: string): Promise<string> {
  const { stdout } = await staff("questions", "list", "--json");
  const found = jsonLines<{ number: string; wordings: { question: string }[] }>(stdout).find(({ wordings }) =>
    wordings.some((wording) => wording.question === question),
  );
  if (!found) throw new Error(`It is not listed: ${stdout}`);
  return found.number;
}

describe("a question that went wrong", () => {
  it("is put right while the desk runs, and taken back again", async () => {
    const guest = await WebGuest.arrive(desk.url);
    expect(await guest.ask(UNKNOWN)).not.toContain("Gewerbe");
    await guest.ask(`${UNKNOWN.toLowerCase()}!`);
    const number = await numberOf(UNKNOWN);
    const { stdout: shown } = await staff("questions", "show", number);
    expect(shown).toContain(`2×  ${UNKNOWN}`);
    const before = file("faq/founding.yaml");

    const assigned = await staff("questions", "assign", number, "business-registration");
    expect(assigned).toMatchObject({ code: 0 });
    expect(assigned.stdout).toContain(`faq/founding.yaml: business-registration (de) has "${UNKNOWN}"`);
    expect(readFileSync(regressions(), "utf8")).toBe(
      `${JSON.stringify({ text: UNKNOWN, lang: "de", expect: ["business-registration"] })}\n`,
    );
    await expect.poll(() => guest.ask(UNKNOWN), { timeout: 20_000 }).toContain("Sie zeigen Ihr Gewerbe");
    expect(await staff("check", "--regressions")).toMatchObject({
      code: 0,
      stdout: "1 of 1 earlier right answers still are.\n",
    });

    const undone = await staff("questions", "undo");
    expect(undone.stdout).toContain("Taken back: assign business-registration");
    expect(file("faq/founding.yaml")).toBe(before);
    expect(readFileSync(regressions(), "utf8")).toBe("");
    await expect.poll(() => guest.ask(UNKNOWN), { timeout: 20_000 }).not.toContain("Sie zeigen Ihr Gewerbe");
    expect(await numberOf(UNKNOWN)).toBe(number);
    await guest.leave();
  });

  it("that was an example of the wrong intent is moved, and what that breaks is told", async () => {
    const guest = await WebGuest.arrive(desk.url);
    const example = "businessplan vorlage kostenlos";
    await guest.ask(example);
    await guest.press("Nicht hilfreich");
    const number = await numberOf(example);
    const refused = await staff("questions", "assign", number, "startup-advice");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /is an utterance of "business-plan" \(faq\/founding\.yaml:\d+\)\. --move takes it/,
    );
    const wrong = await staff("questions", "assign", number, "startup-advise", "--move");
    expect(wrong.stderr).toContain('Did you mean "startup-advice"?');
    const moved = await staff("questions", "assign", number, "startup-advice", "--move");
    expect(moved.stdout).toContain("taken from business-plan");

    const back = { text: example, lang: "de", expect: ["business-plan"] };
    const { stdout, code } = await cli(["check", "--regressions"], {
      folder: place.folder,
      intents: intents(),
      env: { REGRESSIONS_FILE: lines([back]) },
    });
    expect(code).toBe(1);
    expect(stdout).toContain(`:1 – "${example}" meant business-plan, now: startup-advice.`);
    await staff("questions", "undo");
    await guest.leave();
  });

  it("is begun as an intent of its own that no guest gets, or put out of scope", async () => {
    const guest = await WebGuest.arrive(desk.url);
    // nothing of the words before: the desk may still learn that they were taken back
    const text = "Wo sind Zwergpinguine vorrätig?";
    await guest.ask(text);
    const number = await numberOf(text);
    const begun = await staff(
      ...[
        "questions",
        "new",
        number,
        "--id",
        "toad-fences",
        "--topic",
        "sites-property",
        "--title",
        "Krötenzäune",
      ],
    );
    expect(begun.stdout).toContain('faq/sites-property.yaml has a draft "toad-fences"');
    const checked = await staff("check", "--quick");
    expect(checked.code).toBe(0);
    expect(checked.stdout).toContain('the intent "toad-fences" is a draft: guests do not get it yet.');
    await staff("questions", "undo");
    expect(file("faq/sites-property.yaml")).toBe(
      readFileSync(join(project, "intents/faq/sites-property.yaml"), "utf8"),
    );

    expect((await staff("questions", "out-of-scope", number, "products")).stdout).toContain(
      "out-of-scope.yaml",
    );
    expect(file("out-of-scope.yaml")).toContain(text);
    await staff("questions", "undo");
    await guest.leave();
  });

  it("is ignored with what is like it", async () => {
    const guest = await WebGuest.arrive(desk.url);
    // a sentence of its own: the desk may still know for a moment what was just taken back
    await guest.ask("Krötenleitzaun beschriften lassen?");
    await staff("questions", "ignore", await numberOf("Krötenleitzaun beschriften lassen?"));
    await guest.ask("krötenleitzaun beschriften lassen");
    const { stderr, stdout } = await staff("questions");
    expect(stdout).not.toContain("Krötenleitzaun");
    expect(stderr).toContain("1 like what is ignored are left out.");
    await guest.leave();
  });
});

describe("what staff may get wrong", () => {
  it.each([
    [["show", "Q999999"], "There is no open question Q999999"],
    [["assign", "nonsense", "help"], "There is no open question nonsense"],
    [["undo", "999"], "There is nothing with the number 999"],
  ])("questions %j is told what to do", async (args, told) => {
    const { code, stderr } = await staff("questions", ...args);
    expect(code).toBe(1);
    expect(stderr).toContain(told);
  });

  it("and masked data are not written into the knowledge", async () => {
    const guest = await WebGuest.arrive(desk.url);
    await guest.ask("Krötentaxi kroete@example.org");
    await guest.press("Nicht hilfreich");
    const number = await numberOf("Krötentaxi [E-Mail]");
    const before = file("faq/office-contact.yaml");
    const { code, stderr } = await staff("questions", "assign", number, "contact-person");
    expect(code).toBe(1);
    expect(stderr).toContain('holds masked personal data. Give the sentence without it: --text "..."');
    expect(file("faq/office-contact.yaml")).toBe(before);
    const own = await staff("questions", "assign", number, "contact-person", "--text", "Krötentaxi melden");
    expect(own.stdout).toContain('has "Krötentaxi melden"');
    await guest.leave();
  });
});

/** A regressions file with these lines. */
function lines(regressions: readonly object[]): string {
  const path = join(place.folder, "earlier.jsonl");

  writeFileSync(path, regressions.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return path;
}
