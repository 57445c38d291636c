import BayesClassifier from "natural/lib/natural/classifiers/bayes_classifier.js";
import english from "natural/lib/natural/stemmers/porter_stemmer.js";
import german from "natural/lib/natural/stemmers/porter_stemmer_de.js";
import { measure } from "../measuring.js";

/** natural's naive Bayes with the stemmer of the language. It has no threshold: what is first is the answer. */
await measure({
  learn({ language, examples }) {
    const classifier = new BayesClassifier(language === "de" ? german : english);
    for (const { text, intent } of examples) classifier.addDocument(text, intent);
    classifier.train();
    return classifier;
  },
  read: (classifier, text) => classifier.classify(text),
  first: (intent) => intent,
  answered: (intent) => intent,
});
