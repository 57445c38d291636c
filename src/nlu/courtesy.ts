import { words } from "./normalise.js";
import { judge, type Reading, read } from "./reading.js";
import { COURTESY_WORDS, type Model } from "./train.js";

/** "Hallo wie melde ich ein Gewerbe an" is about the trade, when what follows the greeting makes sense by itself. */
export function withoutCourtesy(model: Model, reading: Reading): Reading {
  if (!model.smallTalk.has(judge(model, reading).ranked[0]?.id ?? "")) return reading;
  const normalised = reading.words.map(({ word }) => word);
  for (let length = Math.min(COURTESY_WORDS, normalised.length - 2); length > 0; length--) {
    if (!model.courtesies.has(normalised.slice(0, length).join(" "))) continue;
    const rest = read(model, normalised.slice(length).join(" "));
    const { ranked, verdict } = judge(model, rest);
    if (verdict !== "none" && !model.smallTalk.has(ranked[0]?.id ?? ""))
      return { ...rest, text: reading.text };
  }
  return reading;
}

/** Whether a part of a message is small talk and nothing else. */
export function isCourtesy(model: Model, text: string): boolean {
  if (model.courtesies.has(words(text).join(" "))) return true;
  const { ranked, verdict } = judge(model, read(model, text));
  return verdict === "sure" && model.smallTalk.has(ranked[0]?.id ?? "");
}
