import { NlpManager } from "node-nlp";
import { measure } from "../measuring.js";

/**
 * nlp.js as its documentation has a bot do it: one language, which it need not guess, and its default threshold. What we
 * do not do at this point either is off: entities, sentiment, and the file that it would write.
 */
await measure({
  async learn({ language, examples }) {
    const manager = new NlpManager({
      languages: [language],
      autoSave: false,
      forceNER: false,
      calculateSentiment: false,
      nlu: { log: false },
    });
    for (const { text, intent } of examples) manager.addDocument(language, text, intent);
    await manager.train();
    return { manager, language };
  },
  read: ({ manager, language }, text) => manager.process(language, text),
  first: ({ classifications }) => classifications[0]?.intent,
  // "None" below the threshold, which is a right answer where a corpus has an intent of that name
  answered: ({ intent }) => intent,
});
