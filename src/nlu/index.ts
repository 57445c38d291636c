export { type ByHeart, byHeart, knownAs } from "./by-heart.js";
export {
  type CrossValidation,
  FIVE_FOLDS,
  type HeldOutExample,
  heldOutExamples,
} from "./cross-validation.js";
export * from "./evaluation.js";
export * from "./examples-review.js";
export * from "./examples-variety.js";
export { explain } from "./explain.js";
export { identifyLanguage, type LanguageModel } from "./language.js";
export { trainLanguages } from "./language-training.js";
export { likenessAmong } from "./likeness.js";
export { indexOf, type MentionIndex, mentioned } from "./mentions.js";
export type * from "./model.js";
export { normalise, UNDERSTOOD_CHARACTERS } from "./normalise.js";
export * from "./synonym-borders.js";
export { type Model, TrainingError, train } from "./train.js";
export { understand } from "./understand.js";
