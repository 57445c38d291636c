/**
 * The CommonMark subset in which the desk speaks: paragraphs, flat lists, bold, italic, links, line breaks.
 * Staff write Markdown, the desk works on the tree, every channel renders the tree in its own way.
 */
export { fromPlain, paragraph, text } from "./build.js";
export { fill, variables } from "./fill.js";
export { parse } from "./parse.js";
export { plain } from "./plain.js";
export { split } from "./split.js";
export { safeTarget } from "./target.js";
export { readUrl } from "./url.js";
