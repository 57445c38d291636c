import { decodeText, lineAt } from "./decode.js";
import { ExchangeFault } from "./fault.js";
import { LARGEST_TREE, MEGABYTE } from "./limits.js";

/** JSON in a file. @throws ExchangeFault with the line where it ends to be JSON */
export function readJson(bytes: Uint8Array, file: string): unknown {
  if (bytes.length > LARGEST_TREE * 2)
    throw new ExchangeFault(
      file,
      null,
      `a JSON file may have ${(LARGEST_TREE * 2) / MEGABYTE} MB.`,
      "Export less at once.",
    );
  const { text } = decodeText(bytes, file);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const line = `line ${at === undefined ? lineAt(text, text.length) : lineAt(text, Number(at))}`;
    throw new ExchangeFault(file, line, "this is no valid JSON.", "Export the file anew.");
  }
}
