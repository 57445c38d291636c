import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Builds the chat page and the widget into a folder, as the build of the product does. */
export async function buildPage(folder: string): Promise<void> {
  const source = (name: string) => fileURLToPath(new URL(`../../adapters/web/${name}`, import.meta.url));
  const common = { bundle: true, minify: true, outdir: folder, logLevel: "error" } as const;
  await build({
    ...common,
    entryPoints: ["page/chat.ts", "page/chat.css", "page/site.css", "page/index.html"].map(source),
    target: "es2022",
    loader: { ".html": "copy", ".woff2": "file" },
    assetNames: "fonts/[name]",
    publicPath: "/",
  });
  await build({
    ...common,
    entryPoints: ["widget/widget.ts", "widget/embedded.ts"].map(source),
    target: "es2020",
    format: "iife",
  });
}

/** Another site with a few pages. */
export interface HostPage {
  /** With "127.0.0.1" as its name. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface Answer {
  readonly body: string;
  readonly type?: string;
  readonly policy?: string;
}

/** Serves the pages of another site, by path. */
export async function startHost(pages: () => Readonly<Record<string, Answer>>): Promise<HostPage> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const icon: Answer | undefined =
      pathname === "/favicon.ico" ? { body: "", type: "image/x-icon" } : undefined;
    const found = icon ?? pages()[pathname];
    response.writeHead(found ? 200 : 404, {
      "content-type": found?.type ?? "text/html; charset=utf-8",
      ...(found?.policy ? { "content-security-policy": found.policy } : {}),
    });
    response.end(found?.body ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
