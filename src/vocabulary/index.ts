export type * from "./channel.js";
export type * from "./decision.js";
export type * from "./event.js";
export type * from "./handover.js";
export type * from "./intent.js";
export type * from "./language.js";
export type * from "./message.js";
export type * from "./start.js";
