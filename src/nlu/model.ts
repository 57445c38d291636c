/** What the model learns one intent from. Utterances are strong evidence; title and answer are weak evidence. */
export interface TrainingIntent {
  readonly id: string;
  readonly utterances: readonly string[];
  readonly title?: string;
  readonly answer?: string;
  /** True: the examples are of a kind that is none of ours. It is ranked among the intents, for the caller to tell apart. */
  readonly outOfScope?: boolean;
}

export interface TrainingOptions {
  /** Stemmer and stop handling; "auto" tells it from the examples. */
  readonly language: "de" | "en" | "auto";
  /** Words that mean the same here, each group of two or more. */
  readonly synonyms?: readonly (readonly string[])[];
  /** Intents that are no question of their own beside a real one: a greeting, thanks. */
  readonly smallTalk?: readonly string[];
}

export interface Candidate {
  readonly id: string;
  /** Calibrated probability that this intent is right, 0..1. */
  readonly confidence: number;
}

/**
 * How far the ranking can be trusted, by thresholds that the model learned from held-out data:
 * "sure" may be answered, "unsure" should be asked back, "none" is like nothing that was learned.
 */
export type Verdict = "sure" | "unsure" | "none";

/** One question in a message. */
export interface Question {
  readonly text: string;
  /** Best first, at least the best five where the model has as many; out-of-scope kinds are among them. */
  readonly ranked: readonly Candidate[];
  readonly verdict: Verdict;
}

export interface Understanding {
  /** One entry for most messages, two or three where a message asks several different things. Never empty. */
  readonly questions: readonly Question[];
  /** The ranking of the message as a whole, as for a question. */
  readonly whole: Question;
  /** The message was longer than what is understood (2,000 characters) and was cut at a word. */
  readonly truncated: boolean;
  /** An elliptical follow-up, understood as the completed question. */
  readonly followUp: boolean;
}

/** What was talked about before; completes "und was kostet das?". */
export interface UnderstandingContext {
  /** The guest's previous question. */
  readonly previous: string;
  /** The intents that it was understood as. */
  readonly intents: readonly string[];
  /** Neighbours of these, to which a follow-up may move. */
  readonly related: readonly string[];
}

/** A word, part of a word or pair of words of the message, and why it counts. Lower case, spelt as the guest did. */
export interface ExplainedTerm {
  readonly term: string;
  /** Its share of the intent's score; all terms of a message together are less than about 2. */
  readonly weight: number;
  /** The word that it was taken for, where it has a slip of the fingers. */
  readonly readAs?: string;
  /** Words of the intent's examples that mean the same or are of a kind, where the examples do not have this one. */
  readonly like?: readonly string[];
  /** The compound that has it as a part: of the message, or of the intent's examples. */
  readonly within?: string;
}

/** Why the first and the second candidate came out as they did. */
export interface Explanation {
  readonly ranked: readonly Candidate[];
  readonly verdict: Verdict;
  readonly thresholds: { readonly sure: number; readonly unsure: number };
  /** What spoke for each of the best two. */
  readonly evidence: readonly {
    readonly id: string;
    /** The words and parts of words, strongest first. */
    readonly terms: readonly ExplainedTerm[];
    /** The nearest training sentence. */
    readonly nearest: string | null;
  }[];
}
