import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { asFault, ExchangeFault } from "./fault.js";
import { LARGEST_RATIO, LARGEST_UNPACKED, MEGABYTE, MOST_FILES, RATIO_FROM } from "./limits.js";

/** The files of an archive by their names, in the archive's order. */
export type Archive = ReadonlyMap<string, Uint8Array>;

const DAMAGED = "Export it anew; nothing of it was read.";

/**
 * Unpacks an archive in memory; nothing is ever written to disk. What is not `wanted` is not unpacked, an archive in the
 * archive is never opened. Bytes are counted as they come out: what a header says of sizes is not believed.
 * @param largest bytes that all that is wanted may come to
 * @throws ExchangeFault where it is damaged, encrypted, too large, or names a path outside itself
 */
export async function unpack(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean,
  largest = LARGEST_UNPACKED,
): Promise<Archive> {
  const budget = { left: largest, of: largest };
  const found = new Map<string, Uint8Array>();
  await eachEntry(bytes, file, async (archive, entry) => {
    if (entry.fileName.endsWith("/") || !wanted(entry.fileName)) return;
    const place = `${file}/${entry.fileName}`;
    if (entry.isEncrypted())
      throw new ExchangeFault(place, null, "this file is protected by a password.", "Export it without one.");
    if (!entry.canDecodeFileData())
      throw new ExchangeFault(
        place,
        null,
        "this file is compressed in a way that is not known here.",
        "Pack the archive anew as an ordinary ZIP.",
      );
    found.set(entry.fileName, await inflated(archive, entry, place, budget));
  });
  return found;
}

/** The names of all files in an archive; nothing is unpacked. @throws ExchangeFault as {@link unpack} */
export async function namesIn(bytes: Uint8Array, file: string): Promise<string[]> {
  const names: string[] = [];
  await eachEntry(bytes, file, async (_, { fileName }) => {
    if (!fileName.endsWith("/")) names.push(fileName);
  });
  return names;
}

async function eachEntry(
  bytes: Uint8Array,
  file: string,
  visit: (archive: ZipFile, entry: Entry) => Promise<void>,
): Promise<void> {
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    let count = 0;
    for await (const entry of archive.eachEntry()) {
      if (++count > MOST_FILES)
        throw new ExchangeFault(
          file,
          null,
          `there are more than ${MOST_FILES} files in this archive.`,
          "Pack only the files of the bot.",
        );
      await visit(archive, entry);
    }
  } catch (error) {
    throw asFault(error, file, `this archive cannot be unpacked (${reason(error)}).`, DAMAGED);
  }
}

async function inflated(
  archive: ZipFile,
  entry: Entry,
  place: string,
  budget: { left: number; readonly of: number },
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = await archive.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    budget.left -= chunk.length;
    if (budget.left < 0)
      throw new ExchangeFault(
        place,
        null,
        `the archive unpacks to more than ${budget.of / MEGABYTE} MB; it was not unpacked further.`,
        "Pack only the files of the bot, or import it in several parts.",
      );
    if (size > RATIO_FROM && size > entry.compressedSize * LARGEST_RATIO)
      throw new ExchangeFault(
        place,
        null,
        `this file unpacks to more than ${LARGEST_RATIO} times its size, as only an attack does.`,
        "Ask where the file comes from, and export it anew.",
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").slice(0, 120);
}
