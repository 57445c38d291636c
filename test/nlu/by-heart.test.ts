import { describe, expect, it } from "vitest";
import { byHeart, knownAs } from "../../src/nlu/index.js";
import type { Understanding } from "../../src/nlu/model.js";

describe("sentences known by heart", () => {
  const known = byHeart([
    { id: "register", utterances: ["Wie melde ich ein Gewerbe an?", "gewerbe", "???"] },
    { id: "close", utterances: ["Gewerbe abmelden", "Gewerbe!"] },
  ]);

  it("are found however they are spelt, but not in part", () => {
    expect(known.get("wie melde ich ein gewerbe an")).toBe("register");
    expect(known.get("wie melde ich ein gewerbe")).toBeUndefined();
  });

  it("leave out what two intents have, and what has no word", () => {
    expect(known.has("gewerbe")).toBe(false);
    expect(known.has("")).toBe(false);
  });

  it("come first and surely, before what the model thinks, and as one question", () => {
    const question = {
      text: "Gewerbe abmelden",
      ranked: [
        { id: "register", confidence: 0.7 },
        { id: "close", confidence: 0.2 },
      ],
      verdict: "unsure",
    } as const;
    const model: Understanding = {
      questions: [question, question],
      whole: question,
      truncated: true,
      followUp: false,
    };
    const { questions, whole, truncated } = knownAs("close", model);
    expect(questions).toEqual([whole]);
    expect(whole).toEqual({
      text: "Gewerbe abmelden",
      ranked: [
        { id: "close", confidence: 1 },
        { id: "register", confidence: 0.7 },
      ],
      verdict: "sure",
    });
    expect(truncated).toBe(true);
  });
});
