/**
 * Whether a line of staff is an internal note: it begins with `!!`. Not with a slash, which messengers take for a command
 * of their own before anybody else sees it.
 */
export function isNote(text: string): boolean {
  return text.trimStart().startsWith("!!");
}
