import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/vocabulary/index.js";
import {
  accept,
  answerTo,
  load,
  message,
  NOW,
  privatePlace,
  setClock,
  storeAt,
  temporaryFile,
} from "./setup.js";

const DAY = 86_400_000;

async function opened() {
  const clock = setClock();
  return { clock, store: await storeAt(temporaryFile(), clock) };
}

type Store = Awaited<ReturnType<typeof opened>>["store"];

/** A guest asks, and it comes to this. @returns the turn's number */
async function asked(
  store: Store,
  question: string | null,
  log: Partial<Decision["log"]> = {},
  guest = "anna",
): Promise<number> {
  const { conversationId, eventId } = await accept(
    store,
    message(`${guest} ${question} ${Math.random()}`, guest),
  );
  const commitment = answerTo(await load(store, conversationId), { question });
  const decision = { ...commitment.decision, log: { ...commitment.decision.log, ...log } };
  await store.commit({ ...commitment, decision });
  return eventId;
}

const NOT_UNDERSTOOD = { outcome: "fallback", answered: [], intents: [] } as const;

describe("troubled questions", () => {
  it("are those not understood, refused or rated as not helpful, oldest first, and no others", async () => {
    const { clock, store } = await opened();
    await asked(store, "alles gut");
    const unknown = await asked(store, "was ist das", { ...NOT_UNDERSTOOD, kind: "chatter", language: "en" });
    clock.time = NOW + 1;
    const refused = await asked(store, "etwas anderes", { ...NOT_UNDERSTOOD, refused: "etwas anderes" });
    clock.time = NOW + 2;
    const rated = await asked(store, "wie melde ich mich an");
    await asked(store, "Nicht hilfreich", {
      outcome: "feedback",
      answered: [],
      rated: { turn: rated, helpful: false, reason: "misunderstood" },
    });
    await asked(store, null, NOT_UNDERSTOOD);
    expect(await store.troubledQuestions()).toEqual([
      {
        turn: unknown,
        at: NOW,
        channel: "web",
        language: "en",
        question: "was ist das",
        trouble: "fallback",
        reason: null,
        kind: "chatter",
        answered: [],
        intents: [],
        chosen: null,
        revision: null,
      },
      expect.objectContaining({ turn: refused, question: "etwas anderes", trouble: "refused" }),
      expect.objectContaining({
        turn: rated,
        trouble: "not-helpful",
        reason: "misunderstood",
        answered: ["business-registration"],
        intents: [{ id: "business-registration", confidence: 0.9 }],
      }),
    ]);
  });

  it("are those that were only guessed at, too, with what the guest chose of the guess", async () => {
    const { store } = await opened();
    const intents = [{ id: "business-plan", confidence: 0.2 }];
    const guess = { outcome: "clarify", answered: [], intents, guessed: true } as const;
    await asked(store, "plan fürs geschäft", guess);
    await asked(store, "Businessplan", { answered: ["business-plan"] });
    await asked(store, "plan für die bank", guess);
    await asked(store, "Wann haben Sie offen?", { answered: ["opening-hours"] });
    await asked(store, "meinten Sie", { outcome: "clarify", answered: [] });
    expect(await store.troubledQuestions()).toMatchObject([
      { question: "plan fürs geschäft", trouble: "guessed", chosen: "business-plan" },
      { question: "plan für die bank", trouble: "guessed", chosen: null },
    ]);
  });

  it("carry what was done about them until that is undone", async () => {
    const { store } = await opened();
    const [first, second] = [
      await asked(store, "eins", NOT_UNDERSTOOD),
      await asked(store, "zwei", NOT_UNDERSTOOD),
    ];
    const changes = [{ file: "faq/a.yaml", id: "a", language: "de", text: "eins" }] as const;
    const ignored = await store.revise({ does: "ignore", target: null, changes: [], turns: [second] });
    const assigned = await store.revise({ does: "assign", target: "a", changes, turns: [first, second] });
    const done = async () => (await store.troubledQuestions()).map(({ revision }) => revision?.id ?? null);
    expect(await done()).toEqual([assigned, assigned]);
    expect(await store.revisions({ last: 5 })).toEqual([
      { id: assigned, at: NOW, does: "assign", target: "a", changes, undone: false },
      { id: ignored, at: NOW, does: "ignore", target: null, changes: [], undone: false },
    ]);
    expect(await store.undoRevision(assigned)).toBe(true);
    expect(await store.undoRevision(assigned)).toBe(false);
    expect(await store.undoRevision(99)).toBe(false);
    expect(await done()).toEqual([null, null]);
    expect((await store.revisions({ last: 5 })).map(({ id }) => id)).toEqual([ignored]);
    expect(await store.revision(assigned)).toMatchObject({ undone: true });
    expect(await store.revision(99)).toBeNull();
  });

  it("go with their conversation, and with them the words that were noted of them", async () => {
    const { store } = await opened();
    const turn = await asked(store, "geheimes", NOT_UNDERSTOOD);
    const other = await asked(store, "anderes", NOT_UNDERSTOOD, "bert");
    const noted = (text: string) => [{ file: "faq/a.yaml", id: "a", language: "de", text }] as const;
    const mine = await store.revise({
      does: "assign",
      target: "a",
      changes: noted("geheimes"),
      turns: [turn],
    });
    const theirs = await store.revise({
      does: "assign",
      target: "a",
      changes: noted("anderes"),
      turns: [other],
    });
    await store.forget({ place: privatePlace("anna"), sender: "anna" });
    expect((await store.troubledQuestions()).map(({ question }) => question)).toEqual(["anderes"]);
    expect(await store.revision(mine)).toMatchObject({ changes: [] });
    expect(await store.revision(theirs)).toMatchObject({ changes: noted("anderes") });
  });

  it("are erased when their time is over, with what was noted of them", async () => {
    const { clock, store } = await opened();
    const turn = await asked(store, "alt", NOT_UNDERSTOOD);
    const id = await store.revise({ does: "ignore", target: null, changes: [], turns: [turn] });
    clock.time = NOW + 31 * DAY;
    await store.sweep({ now: clock.time, messageDays: 30 });
    expect(await store.troubledQuestions()).toEqual([]);
    expect(await store.revision(id)).toBeNull();
  });
});

describe("helpful answers", () => {
  it("are those that a guest called so", async () => {
    const { store } = await opened();
    const [good, bad] = [await asked(store, "gut"), await asked(store, "schlecht")];
    const rate = (turn: number, helpful: boolean) =>
      asked(store, "Knopf", { outcome: "feedback", answered: [], rated: { turn, helpful } });
    await rate(good, true);
    await rate(bad, false);
    expect(await store.helpfulAnswers()).toEqual([
      { turn: good, language: "de", question: "gut", answered: ["business-registration"], reasons: ["sure"] },
    ]);
  });
});
