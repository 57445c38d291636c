/** The parts of the compared libraries that are used here. node-nlp has no typings; natural's come through its main entry. */
declare module "node-nlp" {
  export class NlpManager {
    constructor(settings: {
      languages: readonly string[];
      autoSave: boolean;
      forceNER: boolean;
      calculateSentiment: boolean;
      nlu: { log: boolean };
    });
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    process(
      locale: string,
      utterance: string,
    ): Promise<{ intent: string; score: number; classifications: { intent: string; score: number }[] }>;
  }
}

declare module "natural/lib/natural/classifiers/bayes_classifier.js" {
  export default class BayesClassifier {
    constructor(stemmer: { stem(word: string): string });
    addDocument(text: string, label: string): void;
    train(): void;
    classify(text: string): string;
  }
}
