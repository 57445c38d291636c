import type { Localised, RequestHandler, StartDetails } from "../../src/vocabulary/index.js";
import { type Asset, makeAsset, readBuiltPage, serve } from "./assets.js";

export interface PagesOptions {
  /** The folder of index.html and of what it loads. */
  readonly assets: URL;
  readonly start: () => Localised<StartDetails>;
  /** Origins whose pages may show the chat in a frame, in the words of Content-Security-Policy. */
  readonly widgetOrigins: readonly string[];
}

/**
 * The page at `/` and, for frames in other sites, at `/embed`; what it loads; and what it says of the office.
 * @throws Error when the page was not built.
 */
export async function loadPages(
  options: PagesOptions,
): Promise<readonly { readonly path: string; readonly handler: RequestHandler }[]> {
  const { html, assets } = await readBuiltPage(options.assets);
  const page = contactInside(html, options.start);
  const frame = contactInside(html.replace("</head>", `${saysReady}</head>`), options.start);
  const framing = {
    "content-security-policy": `frame-ancestors ${["'self'", ...options.widgetOrigins].join(" ")}`,
  };
  return [
    { path: "/", handler: (request, from) => serve(page())(request, from) },
    { path: "/embed", handler: (request, from) => serve(frame(), framing)(request, from) },
    ...[...assets].map(([path, asset]) => ({
      path,
      handler: path === "/widget.js" ? serve(forOtherSites(asset), crossOrigin) : serve(asset),
    })),
    { path: "/web/start", handler: () => Response.json(options.start()) },
  ];
}

/** The end of the widget's handshake in the frame: without it the widget takes the frame for refused. */
const saysReady = '<script src="/embedded.js" defer></script>';

/** Other sites load the widget's script. */
const crossOrigin = { "cross-origin-resource-policy": "cross-origin" };

/** Each page of the city asks for the widget's script; an hour is soon enough for a new one. */
function forOtherSites(asset: Asset): Asset {
  return { ...asset, cacheControl: "public, max-age=3600" };
}

/** Where the page says how to reach the office without script. */
const contactMark = "<!-- contact of the office -->";

/** The page with the office's contact of this moment; made again only when that has changed. */
function contactInside(html: string, start: () => Localised<StartDetails>): () => Asset {
  let made: { readonly text: string; readonly asset: Asset } | null = null;
  return () => {
    const text = html.replace(contactMark, () => contactOf(start().de));
    if (made?.text !== text)
      made = { text, asset: makeAsset(Buffer.from(text), "text/html; charset=utf-8", "no-cache") };
    return made.asset;
  };
}

function contactOf({ office: { name, phone, email } }: StartDetails): string {
  const ways = [
    phone ? `Telefon / phone: <a href="tel:${phone.replace(/[^+\d]/g, "")}">${escaped(phone)}</a>` : "",
    email ? `E-Mail: <a href="mailto:${escaped(email)}">${escaped(email)}</a>` : "",
  ].filter(Boolean);
  return ways.length > 0 ? `<p>${escaped(name)}<br />${ways.join("<br />")}</p>` : "";
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
