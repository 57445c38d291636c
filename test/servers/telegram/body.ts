import type { IncomingMessage } from "node:http";
import { bad } from "./refusal.js";

/** A file that was uploaded. */
export interface Upload {
  readonly name: string;
  readonly content: string;
}

export interface Params {
  readonly values: Readonly<Record<string, unknown>>;
  /** By the name of their part. */
  readonly files: ReadonlyMap<string, Upload>;
}

/** A call's parameters: query string, JSON, a form, or multipart with files. @throws Refusal */
export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  const files = new Map<string, Upload>();
  const values: Record<string, unknown> = {};
  for (const [name, value] of query) values[name] = structured(name, value);
  if (body.length === 0) return { values, files };
  if (/^application\/json/iu.test(type)) return { values: { ...values, ...json(body) }, files };
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)/iu.test(type))
    bad("unsupported content type");
  if (/^multipart/iu.test(type)) {
    for (const { name, file, content } of multipart(body, type)) {
      if (file === null) values[name] = structured(name, content);
      else files.set(name, { name: file, content });
    }
    return { values, files };
  }
  for (const [name, value] of new URLSearchParams(body.toString("utf8")))
    values[name] = structured(name, value);
  return { values, files };
}

interface FormPart {
  readonly name: string;
  /** The file's name; null of a plain value. */
  readonly file: string | null;
  readonly content: string;
}

/** RFC 7578. Read here, because Node's own reader refuses headers without white space, which Telegram takes. */
function multipart(body: Buffer, type: string): FormPart[] {
  const boundary = /boundary="?([^";]+)"?/iu.exec(type)?.[1];
  const [preamble, ...parts] = body.toString("utf8").split(`--${boundary}`);
  if (boundary === undefined || preamble?.trim() !== "" || parts.pop()?.trim() !== "--")
    bad("can't parse the form");
  return parts.map((part) => {
    const [, head = "", content = ""] =
      /^\r\n(.*?)\r\n\r\n(.*)\r\n$/su.exec(part) ?? bad("can't parse the form");
    const name = /[;\s]name="([^"]*)"/iu.exec(head)?.[1] ?? bad("can't parse the form");
    const file = /filename="([^"]*)"|filename=([^;\r\n]+)/iu.exec(head);
    return { name, file: file ? (file[1] ?? file[2] ?? "") : null, content };
  });
}

function json(body: Buffer): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(body.toString("utf8"));
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return { ...read };
  } catch {}
  return bad("can't parse JSON object");
}

const STRUCTURED =
  /^(?:entities|caption_entities|reply_markup|reply_parameters|link_preview_options|allowed_updates|commands|scope|media)$/u;

/** In forms and addresses, what has a structure is written as JSON. */
function structured(name: string, value: string): unknown {
  if (!STRUCTURED.test(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return bad(`can't parse ${name} JSON object`);
  }
}
