import fc from "fast-check";
import { expect, it } from "vitest";
import { stillFits } from "../../src/forms/check.js";
import { askedFields, nextUnanswered } from "../../src/forms/path.js";
import type { Act } from "../../src/vocabulary/index.js";
import { callback, field, guest, knowledge, TODAY } from "./fixture.js";

const FIELDS = callback.fields.map(({ id }) => id);

/** One thing that a guest does. */
type Doing =
  | { readonly write: string; readonly question?: boolean }
  | { readonly act: Extract<Act, { does: `form-${string}` }> }
  | { readonly press: number };

const HOSTILE = [
  '<img src=x onerror="alert(1)">',
  "=cmd|' /C calc'!A0",
  "'; drop table form; --",
  "{office.email} {reference}",
  "**fett** [link](javascript:alert(1))",
  "\u202eabc\u0000def",
  "__proto__",
];
const texts = fc.oneof(
  fc.constantFrom("Erika Muster", "E-Mail", "Telefon", "2", "erika@example.com", "erika at example.com"),
  fc.constantFrom(
    "030 23125 000",
    "115",
    "3.12.",
    "Freitag, 3.12.",
    "31.2.",
    "ja",
    "nein",
    "-",
    "weiter",
    "zurück",
  ),
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "grapheme", maxLength: 30 }),
);
const doings: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 5, arbitrary: texts.map((write) => ({ write })) },
  { weight: 1, arbitrary: texts.map((write) => ({ write: `${write}?`, question: true })) },
  { weight: 4, arbitrary: fc.nat(9).map((press) => ({ press })) },
  {
    weight: 2,
    arbitrary: fc
      .oneof(
        fc
          .constantFrom("back", "skip", "confirm", "correct", "keep", "resume")
          .map((to) => ({ does: "form-move" as const, to: to as "back" })),
        fc.constantFrom(...FIELDS, "nobody").map((one) => ({ does: "form-correct" as const, field: one })),
        fc
          .tuple(
            fc.constantFrom(...FIELDS),
            fc.constantFrom("email", "phone", "none", "2026-12-03", "2020-01-01", "constructor"),
          )
          .map(([one, option]) => ({ does: "form-choose" as const, field: one, option })),
      )
      .map((act) => ({ act })),
  },
);

it("never loses an answer, never hands in what is incomplete or wrong, and can always be brought to an end", () => {
  fc.assert(
    fc.property(fc.array(doings, { maxLength: 40 }), (all) => {
      const someone = guest();
      let labels = someone.begin("callback").labels;
      for (const doing of all) {
        const before = someone.form;
        if (!before) break;
        const label = "press" in doing ? labels[doing.press % Math.max(1, labels.length)] : undefined;
        // a person is the bot's business; cancelling and starting again drop the answers rightly
        if ("press" in doing && (label === undefined || /Menschen|Abbrechen|Neu beginnen/.test(label)))
          continue;
        let step =
          "write" in doing
            ? someone.write(doing.write, doing.question ? { intent: "office-hours" } : undefined)
            : "act" in doing
              ? someone.does(doing.act)
              : someone.press(label ?? "");
        if (step.result === "not-an-answer") {
          expect(step.messages).toEqual([]);
          step = someone.again("write" in doing ? doing.write : undefined);
        }
        const { turn } = step;
        expect(step.messages.length).toBeGreaterThan(0);
        expect(step.messages.length).toBeLessThanOrEqual(2);
        labels = step.labels;

        if (turn.submission) {
          expect(turn.form).toBeNull();
          expect(nextUnanswered(callback, before.answers)).toBe("summary");
          for (const { field: id, value } of turn.submission.answers) {
            const asked = callback.fields.find((one) => one.id === id);
            expect(asked && stillFits(asked, value, TODAY)).toBe(true);
          }
        }
        if (!turn.form) break;
        // at most the asked field changed; others went only where they are no longer asked
        const after = turn.form.answers;
        const needed = askedFields(callback, after).map(({ id }) => id);
        for (const [id, value] of Object.entries(before.answers))
          if (id !== before.asks && needed.includes(id)) expect(after).toHaveProperty(id, value);
        for (const id of Object.keys(after)) expect(needed).toContain(id);
      }
      finish(someone);
    }),
    { numRuns: 100 },
  );
});

/** Answers whatever is still asked, properly. */
function finish(someone: ReturnType<typeof guest>): void {
  const proper: Record<string, string> = {
    name: "Erika Muster",
    way: "Am Telefon",
    email: "erika@example.com",
    phone: "030 23125 000",
    day: "3.12.2026",
    company: "Muster GmbH",
    matter: "Ein Anbau",
    summary: "absenden",
  };
  for (let turns = 0; someone.form && turns < 12; turns++)
    someone.write(proper[someone.form.asks] ?? "abbrechen");
  expect(someone.form).toBeNull();
}

it("hands hostile words in as they were written, and shows them as text", () => {
  const form = { ...callback, fields: [field("title", "text"), field("matter", "long-text")] };
  const words = fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
  );
  // moves are no answers, and a text without a letter is none either
  const answers = words.filter(
    (text) => /\p{L}{3}/u.test(text) && !/[\r\n]/.test(text) && text.trim() === text,
  );
  fc.assert(
    fc.property(answers, answers, (title, matter) => {
      const someone = guest({ knowledge: { ...knowledge, forms: new Map([["callback", form]]) } });
      someone.begin("callback");
      someone.write(title);
      const summary = someone.write(matter);
      fc.pre(summary.turn.form?.asks === "summary");
      for (const message of summary.messages) expect(message.text.flatMap(linksIn)).toEqual([]);
      expect(summary.said).toContain(title);
      const { turn } = someone.write("absenden");
      expect(turn.submission?.answers.map(({ value }) => value)).toEqual([title, matter]);
      expect(turn.submission?.answers.map(({ shown }) => shown)).toEqual([title, matter]);
    }),
  );
});

function linksIn(block: { type: string }): string[] {
  return JSON.stringify(block).includes('"type":"link"') ? ["a link"] : [];
}
