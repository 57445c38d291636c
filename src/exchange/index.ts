/**
 * Reading the question-and-answer files of spreadsheets and other bots, comparing them with intents/, and writing
 * intents/ out for spreadsheets. Nothing in here changes a file.
 */
export { applyPlan } from "./apply.js";
export { type Current, currentOf } from "./current.js";
export { ExchangeFault } from "./fault.js";
export { LARGEST_FILE, LARGEST_UNPACKED, MEGABYTE, MOST_FILES } from "./limits.js";
export { FORMATS, type Format, type Found, type Note } from "./model.js";
export { type Plan, type PlanOptions, planImport } from "./plan.js";
export { previewOf, summaryOf } from "./preview.js";
export { FORMAT_NAMES, type Foreign, isWanted, readForeign } from "./read.js";
export { faqJson, faqRows } from "./rows.js";
export { workbookOf } from "./write-workbook.js";
