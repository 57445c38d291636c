import { createFrame } from "./frame.js";
import { icon } from "./icon.js";
import { dress } from "./style.js";
import { type Language, words } from "./words.js";

/** How a page of the city opens the chat from a link or a button of its own. */
export interface WidgetControl {
  open(): void;
  close(): void;
}

declare global {
  interface Window {
    /** There once the widget stands on the page. Its only global name. */
    nahtstelle?: WidgetControl;
  }
}

/** What the page's script tag says. */
interface Settings {
  /** Where the script came from, and so the chat. */
  readonly origin: string;
  readonly language: Language;
  readonly side: "left" | "right";
  readonly label: string;
}

/** On our host element, so that a second script finds that the widget is there. */
const mark = "data-nahtstelle";

/**
 * The chat as a button on a page of the city:
 *
 * ```html
 * <script src="https://chat.example.org/widget.js" async
 *   data-language="de" data-position="right" data-label="Fragen an die Wirtschaftsförderung"></script>
 * ```
 *
 * - `data-language`: `de` or `en`. Default: the language of the page.
 * - `data-position`: the lower corner, `right` (default) or `left`.
 * - `data-label`: what stands on the button. Default: "Fragen an die Wirtschaftsförderung".
 *
 * The desk must name the page's site in WIDGET_ORIGINS; where the page has a Content-Security-Policy, that must name
 * the desk in `script-src` and `frame-src` (or `default-src`). Until the button is pressed nothing but this script is
 * asked of the desk, and nothing is stored in the browser.
 */
function main(): void {
  const settings = readSettings();
  if (!settings) return;
  const begin = () => {
    if (!document.querySelector(`[${mark}]`)) window.nahtstelle = createWidget(settings);
  };
  // With `async` in the head the script may run before there is a body.
  if (document.body) begin();
  else addEventListener("DOMContentLoaded", begin, { once: true });
}

function readSettings(): Settings | null {
  // `currentScript` is null where a page loads it as a module.
  const running = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');
  if (!(running instanceof HTMLScriptElement) || !URL.canParse(running.src)) return null;
  // Where a page includes the script twice, either may run first: the one that stands first is the one that counts.
  const found = [...document.scripts].find(({ src }) => src === running.src) ?? running;
  const asked = found.dataset["language"] ?? document.documentElement.lang;
  const language = asked.toLowerCase().startsWith("en") ? "en" : "de";
  return {
    origin: new URL(found.src).origin,
    language,
    side: found.dataset["position"] === "left" ? "left" : "right",
    label: found.dataset["label"]?.trim() || words[language].label,
  };
}

function createWidget({ origin, language, side, label }: Settings): WidgetControl {
  const host = document.createElement("div");
  host.setAttribute(mark, side);
  host.lang = language;
  // Open, so that assistive tools and the city's own tests see into it. It keeps styles apart and hides no secret.
  const root = host.attachShadow({ mode: "open" });

  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.ariaHasPopup = "dialog";
  button.ariaExpanded = "false";
  button.setAttribute("aria-controls", "panel");
  button.append(icon("chat"), labelled(label));

  const frame = createFrame({
    address: `${origin}/embed?lang=${language}`,
    pageAddress: `${origin}/?lang=${language}`,
    language,
    label,
    loading: () => dress(root, side),
    closed() {
      button.ariaExpanded = "false";
      button.focus();
    },
    refused(hadFocus) {
      const link = pageLink(`${origin}/?lang=${language}`, label, language);
      button.replaceWith(link);
      dress(root, side);
      if (hadFocus) link.focus();
    },
  });

  const open = () => {
    if (!button.isConnected) return;
    button.ariaExpanded = "true";
    frame.open();
  };
  button.addEventListener("click", () => (frame.isOpen() ? frame.close() : open()));
  // Browsers from before 2022 have no dialog.
  if ("showModal" in frame.panel) root.append(button, frame.panel);
  else root.append(pageLink(`${origin}/?lang=${language}`, label, language));
  dress(root, side);
  document.body.append(host);
  return { open, close: () => frame.close() };
}

/** What stands in the button's place where the page may not show the chat: the way to the chat's own page. */
function pageLink(address: string, label: string, language: Language): HTMLAnchorElement {
  const link = document.createElement("a");
  link.className = "button link";
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.append(icon("outside"), labelled(`${label} ${words[language].newWindow}`));
  return link;
}

function labelled(text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = "label";
  span.textContent = text;
  return span;
}

main();
