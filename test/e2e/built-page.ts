import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "./browser.js";
import { buildPage } from "./host-page.js";

/** The chat page and the widget as they are shipped, and a browser to look at them with. */
export interface BuiltPage {
  readonly folder: string;
  /** The folder, as a desk is given it. */
  readonly assets: URL;
  readonly browser: Browser;
}

/** Builds before the tests of a file, and clears away after them; there is nothing to read before. */
export function builtPage(): BuiltPage {
  let folder = "";
  let browser: Browser | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "nahtstelle-page-"));
    await buildPage(folder);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
    get assets() {
      return pathToFileURL(`${folder}/`);
    },
    get browser() {
      if (!browser) throw new Error("The browser is opened before the tests run: read it inside of one.");
      return browser;
    },
  };
}
