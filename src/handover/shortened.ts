/** A text in one line, cut at a word where it is longer than so many characters; "…" says that more was said. */
export function shortened(text: string, characters: number): string {
  const line = text
    .slice(0, characters * 8)
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= characters) return text.length > characters * 8 ? `${line}…` : line;
  const cut = line.slice(0, characters);
  const space = cut.lastIndexOf(" ");
  // a surrogate without its other half is no character
  return `${cut
    .slice(0, space > characters / 2 ? space : characters)
    .replace(/[\uD800-\uDBFF]$/u, "")
    .trimEnd()}…`;
}
