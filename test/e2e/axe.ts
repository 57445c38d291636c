import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 at level AA, which contains 2.0 and 2.1. */
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** How a page may look: every state is judged in all of these. */
export const views = [
  { name: "wide, light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "wide, dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "narrow, dark", viewport: { width: 320, height: 640 }, colorScheme: "dark" },
  { name: "narrow, light", viewport: { width: 320, height: 640 }, colorScheme: "light" },
] as const;

/** Lets a page be judged, and each that is opened in its place, whatever their policy says of scripts. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: source });
  await page.evaluate(source);
}

/** What axe finds on the page as it is, one line each. @param more Tags beside those of WCAG. */
export async function violations(page: Page, more: readonly string[] = []): Promise<string[]> {
  const results = (await page.evaluate(
    `axe.run(document, { iframes: false, resultTypes: ["violations"], runOnly: ${JSON.stringify([...wcag, ...more])} })`,
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The faults of one state in every view: what axe finds, and a page that is wider than its window (1.4.10). */
export async function faults(page: Page, state: string, more: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const { name, viewport, colorScheme } of views) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const width = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (width > viewport.width) found.push(`${state}, ${name}: ${width} px wide`);
    found.push(...(await violations(page, more)).map((fault) => `${state}, ${name}: ${fault}`));
  }
  return found;
}
