/**
 * Reads a request's body, at most `limit` bytes of it. What a client claims in Content-Length is believed only
 * when it speaks against it; the bytes are counted in any case.
 */
export async function readWithin(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | "too-large" | "broken-off"> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return "too-large";
  if (!request.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > limit) return "too-large";
      chunks.push(part.value);
    }
  } catch {
    // The client went away or was too slow: there is nobody left to answer.
    return "broken-off";
  }
  return Buffer.concat(chunks, length);
}
