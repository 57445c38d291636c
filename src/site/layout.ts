import { html, raw } from "hono/html";
import type { Language } from "../vocabulary/index.js";
import type { Markup } from "./rich-text.js";
import type { View } from "./view.js";

/** What one page puts into the frame of all. */
export interface PageContent {
  readonly title: string;
  /** For search engines: at most two sentences. */
  readonly description?: string | undefined;
  /** False: search engines leave it out. What is invented or missing is not to be found there. */
  readonly indexed: boolean;
  /** The path of the page without its query; null where it has no address of its own. */
  readonly canonical: string | null;
  /** The part of the main navigation that it belongs to. */
  readonly section?: "seminars";
  readonly main: Markup;
  /** Data for search engines (schema.org). */
  readonly data?: object | null;
}

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["de", "Deutsch"],
  ["en", "English"],
];

/** The frame of every page: works without script, and has home, seminars and the legal pages one step away. */
export function layout(view: View, content: PageContent): Markup {
  const { language, words, office } = view;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <title>${content.title} – ${office.name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    ${content.description ? html`<meta name="description" content="${content.description}">` : ""}
    ${content.indexed ? "" : html`<meta name="robots" content="noindex">`}
    ${content.canonical === null ? "" : alternates(view, content.canonical)}
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/site.css">
    ${content.data ? dataBlock(content.data) : ""}
  </head>
  <body>
    <a class="skip kern-link" href="#content">${words.skip}</a>
    <header class="site-head">
      <div class="site-width site-head__row">
        <a class="site-name kern-link kern-link--no-visited-state" href="${view.link("/")}">${office.name}</a>
        <nav class="site-nav" aria-label="${words.mainNavigation}">
          <ul>
            <li>${navigationLink(view.link("/"), words.chat, false)}</li>
            <li>${navigationLink(view.link("/seminars"), words.seminars, content.section === "seminars")}</li>
          </ul>
        </nav>
        <nav class="site-nav site-languages" aria-label="${words.language}">
          <ul>
            ${LANGUAGES.map(
              ([code, name]) =>
                html`<li><a class="kern-link kern-link--no-visited-state" href="${view.inLanguage(code)}" lang="${code}" hreflang="${code}"${code === language ? raw(' aria-current="true"') : ""}>${name}</a></li>`,
            )}
          </ul>
        </nav>
      </div>
    </header>
    <main id="content" class="site-width site-main" tabindex="-1">
      ${content.main}
    </main>
    <footer class="site-foot">
      <div class="site-width">
        <nav class="site-nav" aria-label="${words.legalNavigation}">
          <ul>
            <li>${navigationLink(view.link("/privacy"), words.privacy, view.url.pathname === "/privacy")}</li>
            <li>${navigationLink(view.link("/imprint"), words.imprint, view.url.pathname === "/imprint")}</li>
            <li>${navigationLink(view.link("/accessibility"), words.accessibility, view.url.pathname === "/accessibility")}</li>
          </ul>
        </nav>
      </div>
    </footer>
  </body>
</html>
`;
}

/** The same page in each language, for search engines (hreflang); without a choice the browser's preference decides. */
function alternates({ site, language }: View, path: string): Markup {
  return html`<link rel="canonical" href="${site}${path}?lang=${language}">
    ${LANGUAGES.map(([code]) => html`<link rel="alternate" hreflang="${code}" href="${site}${path}?lang=${code}">`)}
    <link rel="alternate" hreflang="x-default" href="${site}${path}">`;
}

function navigationLink(href: string, label: string, current: boolean): Markup {
  return html`<a class="kern-link kern-link--no-visited-state" href="${href}"${current ? raw(' aria-current="true"') : ""}>${label}</a>`;
}

/**
 * Data is no script: browsers do not run it, and the policy against inline script leaves it alone (HTML, 4.12.1). Only
 * its end could be forged, so no `<` is left in it.
 */
function dataBlock(data: object): Markup {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return html`<script type="application/ld+json">${raw(json)}</script>`;
}
