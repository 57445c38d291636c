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
  const form = await new Response(body, { headers: { "content-type": type } })
    .formData()
    .catch(() => bad("can't parse the form"));
  for (const [name, value] of form) {
    if (typeof value === "string") values[name] = structured(name, value);
    else files.set(name, { name: value.name, content: await value.text() });
  }
  return { values, files };
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
