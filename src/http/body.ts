/**
 * What is too large is still read to its end, up to so many bytes more, and thrown away: who is answered in the middle
 * of a request often never sees the answer, because the connection breaks while they write.
 */
const PATIENCE = 1024 * 1024;

/**
 * Reads a request's body, at most `limit` bytes of it. What a client claims in Content-Length is believed only
 * when it speaks against it; the bytes are counted in any case.
 */
export async function readWithin(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | "too-large" | "broken-off"> {
  const claimed = Number(request.headers.get("content-length") ?? 0);
  if (claimed > limit + PATIENCE) return "too-large";
  if (!request.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > limit + PATIENCE) return "too-large";
      if (length <= limit && claimed <= limit) chunks.push(part.value);
    }
  } catch {
    // The client went away or was too slow: there is nobody left to answer.
    return "broken-off";
  }
  return length > limit || claimed > limit ? "too-large" : Buffer.concat(chunks, length);
}
