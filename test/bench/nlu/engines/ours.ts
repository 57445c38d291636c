import { train, understand } from "../../../../src/nlu/index.js";
import { measure } from "../measuring.js";

await measure({
  learn({ language, examples }) {
    const said = new Map<string, string[]>();
    for (const { text, intent } of examples) {
      const utterances = said.get(intent) ?? [];
      utterances.push(text);
      said.set(intent, utterances);
    }
    return train(
      [...said].map(([id, utterances]) => ({ id, utterances })),
      { language },
    );
  },
  read: understand,
  first: ({ whole }) => whole.ranked[0]?.id,
  answered: ({ whole }) => (whole.verdict === "none" ? undefined : whole.ranked[0]?.id),
});
