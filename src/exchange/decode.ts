import { ExchangeFault } from "./fault.js";

/** A text file's content with the encoding that its bytes told. */
export interface Decoded {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16 LE" | "UTF-16 BE" | "Windows-1252";
}

/** Bytes of a file that are looked at where no mark tells the encoding. */
const SAMPLE = 4_000;

/**
 * Reads text in the encodings that office software writes: a byte order mark decides, else zeros in every other byte
 * tell UTF-16, else it is UTF-8 where it can be, else Windows-1252 ("WHATWG Encoding Standard").
 * @throws ExchangeFault where it is no text
 */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === "Windows-1252") refuseDamagedUtf8(bytes, file);
  const text = new TextDecoder(LABELS[encoding]).decode(bytes);
  const zero = text.indexOf("\u0000");
  if (zero >= 0)
    throw new ExchangeFault(
      file,
      `line ${lineAt(text, zero)}`,
      "there is a NUL character in it, so it is no text, or a damaged one.",
      "Export the file anew; a spreadsheet as .xlsx or as CSV with the encoding UTF-8.",
    );
  return { text, encoding };
}

const LABELS = {
  "UTF-8": "utf-8",
  "UTF-16 LE": "utf-16le",
  "UTF-16 BE": "utf-16be",
  "Windows-1252": "windows-1252",
} as const;

/** The line (from 1) in which a character stands. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < index; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** Text in which most umlauts are UTF-8 and some are not is damaged: read as Windows-1252 it would be full of "Ã¼". */
function refuseDamagedUtf8(bytes: Uint8Array, file: string): void {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  if (whole <= broken) return;
  throw new ExchangeFault(
    file,
    `line ${lineAt(text, text.indexOf("\uFFFD"))}`,
    "the file is written in UTF-8, but not here: it was put together from two encodings, or damaged.",
    "Put the letters of this line right and save the file with the encoding UTF-8.",
  );
}

function encodingOf(bytes: Uint8Array): Decoded["encoding"] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16 LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16 BE";
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Western text in UTF-16 has a zero in nearly every character, always on the same side.
  if (odd > sample.length / 4 && even < odd / 8) return "UTF-16 LE";
  if (even > sample.length / 4 && odd < even / 8) return "UTF-16 BE";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "UTF-8";
  } catch {
    return "Windows-1252";
  }
}
