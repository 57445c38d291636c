import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Localised, RequestHandler } from "../../src/vocabulary/index.js";

/** What the page says of the office, in one language. Addresses may be relative to the page. */
export interface OfficeDetails {
  readonly name: string;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly privacyUrl?: string | null;
  readonly imprintUrl?: string | null;
  readonly accessibilityUrl?: string | null;
}

/**
 * The page, its script and its style, read once, and what they say of the office.
 * @throws Error when the page was not built.
 */
export async function loadPages(
  assets: URL,
  office: () => Localised<OfficeDetails> = () => anyOffice,
): Promise<readonly { readonly path: string; readonly handler: RequestHandler }[]> {
  const html = await readAsset(assets, "index.html");
  const script = await readAsset(assets, "chat.js");
  const style = await readAsset(assets, "chat.css");
  return [
    { path: "/", handler: (request) => asset(request, withContact(html, office()), "text/html") },
    { path: "/chat.js", handler: (request) => asset(request, script, "text/javascript") },
    { path: "/chat.css", handler: (request) => asset(request, style, "text/css") },
    { path: "/web/office", handler: () => Response.json(office()) },
  ];
}

async function readAsset(assets: URL, name: string): Promise<string> {
  const url = new URL(name, assets);
  try {
    return await readFile(url, "utf8");
  } catch (cause) {
    throw new Error(
      `The chat page is not built: ${url.pathname} is missing. Run "npm run build" and start again.`,
      {
        cause,
      },
    );
  }
}

function asset(request: Request, text: string, type: string): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  // Asked for each time and answered with 304 while it is the same: after an update nobody runs an old script.
  const headers = { etag, "cache-control": "no-cache", "content-type": `${type}; charset=utf-8` };
  return request.headers.get("if-none-match") === etag
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}

/** Where the page says how to reach the office without script. */
const contactMark = "<!-- contact of the office -->";

function withContact(html: string, office: Localised<OfficeDetails>): string {
  const { name, phone, email } = office.de;
  const ways = [
    phone ? `Telefon / phone: <a href="tel:${phone.replace(/[^+\d]/g, "")}">${escaped(phone)}</a>` : "",
    email ? `E-Mail: <a href="mailto:${escaped(email)}">${escaped(email)}</a>` : "",
  ].filter(Boolean);
  const contact = ways.length > 0 ? `<p>${escaped(name)}<br />${ways.join("<br />")}</p>` : "";
  return html.replace(contactMark, () => contact);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const anyOffice: Localised<OfficeDetails> = {
  de: { name: "Wirtschaftsförderung" },
  en: { name: "Economic Development Office" },
};
