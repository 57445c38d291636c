/**
 * Everything that is asked step by step: a form is data (intents/forms.yaml), this is the one engine for all of them.
 * Pure: it says through the reply, and returns what the step came to.
 */
export { beginForm } from "./begin.js";
export { expireForm } from "./expiry.js";
export { askAgain, proceedForm } from "./proceed.js";
export type { FormTurn } from "./turn.js";
