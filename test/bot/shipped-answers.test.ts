import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { decide } from "../../src/bot/index.js";
import { factsAt, loadKnowledge } from "../../src/knowledge/index.js";
import { plain } from "../../src/text/index.js";
import type { Language } from "../../src/vocabulary/index.js";
import { inputFor, NOW, question } from "./fixture.js";

const { knowledge } = loadKnowledge(resolve(import.meta.dirname, "../../intents"), {
  createdOn: "2026-11-23",
});
const facts = factsAt(knowledge, NOW);

const answers = [...knowledge.intents.values()].filter(
  ({ answer, behaviour, seminars, responsible }) => answer && !behaviour && !seminars && responsible,
);

describe("the answers that the desk ships with", () => {
  it.each(
    answers.flatMap((intent) =>
      (["de", "en"] as const).map((language) => [intent.id, language, intent] as const),
    ),
  )(
    "%s names who is responsible, and links no page twice below it (%s)",
    (id, language: Language, intent) => {
      const told = { text: "?", questions: [question(id)], knowledge, language, state: { language } };
      const [message] = decide({ ...inputFor(told), facts }).say.map((said) => said.message);
      const links = message?.links ?? [];
      const said = [plain(message?.text ?? []), ...links.map(({ label }) => label)].join("\n");
      expect(said).toContain(knowledge.partners.get(intent.responsible ?? "")?.name[language]);
      expect(new Set(links.map(({ url }) => url)).size).toBe(links.length);
    },
  );
});
