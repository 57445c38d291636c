/** An e-mail as a program that shows e-mails reads it. */
export interface Mail {
  /** By lower-case name, decoded and in one line. Of one that comes twice, the last: see `names`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The names of all headers in their order. */
  readonly names: readonly string[];
  /** Decoded, with \n. */
  readonly text: string;
  /** As it came. */
  readonly source: string;
}

/** One part, quoted-printable or plain, with headers as in RFC 5322 and RFC 2047. */
export function readMail(bytes: Buffer): Mail {
  const source = bytes.toString("latin1");
  const end = source.indexOf("\r\n\r\n");
  const fields = source
    .slice(0, end)
    .replace(/\r\n[ \t]+/gu, " ")
    .split("\r\n")
    .map(
      (line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)] as const,
    );
  const headers = Object.fromEntries(fields.map(([name, value]) => [name, words(value)]));
  const body = source.slice(end + 4);
  const quoted = headers["content-transfer-encoding"] === "quoted-printable";
  return {
    headers,
    names: fields.map(([name]) => name),
    text: (quoted ? unquoted(body.replace(/=\r\n/gu, "")) : body).replaceAll("\r\n", "\n"),
    source,
  };
}

function words(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/gu, "$1")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/giu, (_, how: string, what: string) =>
      how.toLowerCase() === "b"
        ? Buffer.from(what, "base64").toString("utf8")
        : unquoted(what.replaceAll("_", " ")),
    );
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([\dA-F]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
