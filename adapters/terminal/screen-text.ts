// CSI and OSC sequences whole, then any other escape (ECMA-48). An OSC without an end loses its introducer only:
// else one stray character would swallow the rest of the text.
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\u009d]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]?/gu;

/** Control characters but the line end, and those that turn the direction of writing around for what follows. */
const CONTROLS = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Text that cannot steer a terminal: without ANSI escapes and control characters. A tab becomes a space. */
export function clean(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\t", " ").replace(ESCAPES, "").replace(CONTROLS, "");
}

/** Our own marks, put in after cleaning. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const MARKS = /\u001b\[\d+m/gu;

/**
 * Breaks text at spaces so that no line is wider than `width` columns; a longer word keeps a line of its own,
 * so that an address can still be clicked. Lines after the first begin with `indent`, and so do those after a line end.
 */
export function wrap(text: string, width: number, indent = ""): string {
  return text
    .split("\n")
    .map((line, index) => wrapLine(line, width, indent, index === 0 ? "" : indent))
    .join("\n");
}

function wrapLine(text: string, width: number, indent: string, start: string): string {
  const lines: string[] = [];
  let line = start;
  let used = columns(start);
  let empty = true;
  for (const word of text.split(" ")) {
    const size = columns(word);
    if (!empty && used + 1 + size > width) {
      lines.push(line.trimEnd());
      line = indent + word;
      used = columns(indent) + size;
    } else {
      line += empty ? word : ` ${word}`;
      used += size + (empty ? 0 : 1);
    }
    empty = false;
  }
  return [...lines, line.trimEnd()].join("\n");
}

/** How many columns a text takes: none for joined and combining characters, two for emoji and East Asian letters. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text.replace(MARKS, "")) {
    if (/[\p{M}\p{Cf}]/u.test(character)) continue;
    count +=
      /[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\uff01-\uff60]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return count;
}
