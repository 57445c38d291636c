/** Text of guests goes to a terminal: one line, no control characters, at most `longest` characters. */
export function oneLine(text: string, longest = 200): string {
  const line = text.replace(/\s+/g, " ").replace(/\p{C}/gu, "").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** A value as one line of JSON, in which a terminal obeys nothing either: JSON itself escapes only some of it. */
export function jsonLine(value: unknown): string {
  const escaped = JSON.stringify(value).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}
