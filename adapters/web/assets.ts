import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { RequestHandler } from "../../src/vocabulary/index.js";

/** The ways in which a browser may want it. */
type Coding = "identity" | "gzip" | "br";

/** Something to serve, in every form that a browser may ask for. */
export interface Asset {
  readonly type: string;
  readonly cacheControl: string;
  readonly bodies: Readonly<Partial<Record<Coding, Uint8Array<ArrayBuffer>>>>;
  /** Over the content; the name of the coding is added to it, because each is other bytes (RFC 9110, 8.8.3.3). */
  readonly mark: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The built page: index.html as text, because the office's contact is put into it, and what it loads, by path. */
export interface BuiltPage {
  readonly html: string;
  readonly assets: ReadonlyMap<string, Asset>;
}

/**
 * Reads everything that the build put beside the page, once. Nothing outside that folder can ever be asked for,
 * because requests look into this map and not onto the disk.
 * @throws Error when the page was not built.
 */
export async function readBuiltPage(folder: URL): Promise<BuiltPage> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  for (const name of ["index.html", "chat.js", "chat.css"])
    if (!names.includes(name))
      throw new Error(
        `The chat page is not built: ${new URL(name, folder).pathname} is missing. Run "npm run build" and start again.`,
      );
  const html = await readFile(new URL("index.html", folder), "utf8");
  const assets = new Map<string, Asset>();
  for (const name of names) {
    const path = name.replaceAll("\\", "/");
    const type = typeOf(path);
    if (type && path !== "index.html")
      assets.set(`/${path}`, makeAsset(await readFile(new URL(path, folder)), type, cacheControlOf(path)));
  }
  return { html, assets };
}

/** Something to serve, compressed now so that no request waits for it. */
export function makeAsset(content: Uint8Array, type: string, cacheControl: string): Asset {
  const mark = createHash("sha256").update(content).digest("base64url").slice(0, 22);
  // Fonts and pictures are compressed in themselves.
  const compressed = type.startsWith("text/") || type.startsWith("image/svg");
  return {
    type,
    cacheControl,
    mark,
    bodies: {
      identity: new Uint8Array(content),
      ...(compressed
        ? {
            gzip: new Uint8Array(gzipSync(content, { level: 9 })),
            br: new Uint8Array(
              brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
            ),
          }
        : {}),
    },
  };
}

/** Answers with an asset in the smallest form that the browser takes, or with 304 where it has it already. */
export function serve(asset: Asset, more: Readonly<Record<string, string>> = {}): RequestHandler {
  return (request) => {
    const coding = codings.find((name) => asset.bodies[name] && accepts(request, name)) ?? "identity";
    const etag = coding === "identity" ? `"${asset.mark}"` : `"${asset.mark}-${coding}"`;
    const headers = {
      "content-type": asset.type,
      "cache-control": asset.cacheControl,
      etag,
      vary: "accept-encoding",
      ...more,
    };
    const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
    // A proxy that compresses by itself makes a weak mark of ours (RFC 9110, 13.1.2 compares weakly).
    if (known.some((given) => given.replace(/^W\//, "") === etag))
      return new Response(null, { status: 304, headers });
    const encoding = coding === "identity" ? {} : { "content-encoding": coding };
    return new Response(asset.bodies[coding], { headers: { ...headers, ...encoding } });
  };
}

const codings = ["br", "gzip"] as const;

/** Whether the browser takes a coding (RFC 9110, 12.5.3): named, and not with a weight of zero. */
function accepts(request: Request, coding: Coding): boolean {
  const named = (request.headers.get("accept-encoding") ?? "").toLowerCase().split(",");
  return named.some((part) => {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

function typeOf(path: string): string | undefined {
  return types[path.slice(path.lastIndexOf(".") + 1)];
}

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};

function cacheControlOf(path: string): string {
  // esbuild puts a hash of eight letters and digits into the names that it makes up.
  if (/-[A-Z0-9]{8}\.\w+$/.test(path)) return "public, max-age=31536000, immutable";
  if (path.endsWith(".woff2")) return "public, max-age=86400";
  // Asked for each time and answered with 304 while it is the same: after an update nobody runs an old script.
  return "no-cache";
}
