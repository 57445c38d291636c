/** Text of guests goes to a terminal: one line, no control characters, at most `longest` characters. */
export function oneLine(text: string, longest = 200): string {
  const line = text.replace(/\s+/g, " ").replace(/\p{C}/gu, "").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
