export type { Loaded, LoadOptions } from "./assemble.js";
export {
  type CheckOptions,
  type CheckResult,
  type CheckSummary,
  checkKnowledge,
  type Places,
  printCheck,
} from "./check.js";
export { type AboutDesk, factsAt } from "./facts.js";
export { KnowledgeMissing, loadKnowledge, type Remember } from "./load.js";
export type * from "./model.js";
export { nearest as nearestName } from "./nearest.js";
export { dayIn } from "./office-hours.js";
export { describeProblem } from "./problems.js";
export { schemaFiles, writeSchemaFiles } from "./schema-files.js";
export {
  type EntryPlace,
  entryPlace,
  findUtterances,
  isDraft,
  type Texts,
  type UtteranceFound,
  withoutUtterance,
  withUtterance,
} from "./utterances.js";
export { type KnowledgeSource, type WatchOptions, watchKnowledge } from "./watch.js";
export {
  errorsOfChange,
  type FileChange,
  NotWritten,
  type Present,
  type WritingOptions,
  type Written,
  writeKnowledge,
} from "./writing.js";
export { appendEntry, insertItem, NotEditable, removeItem, setValue } from "./yaml-edit.js";
