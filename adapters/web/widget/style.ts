/**
 * The widget's looks: KERN's colours and measures, in `em` of a size that the host page cannot change. What stands
 * first is enough to use it; the rules after that refine it.
 */
const declarations = (side: "left" | "right") =>
  ({
    // Among important declarations the inner tree's win over the host page's (CSS Cascading 5, 6.1), whatever it says.
    ":host": important([
      "all: initial",
      "direction: ltr",
      "display: block",
      "position: fixed",
      "z-index: 2147483647",
      "bottom: max(16px, env(safe-area-inset-bottom))",
      `${side}: max(16px, env(safe-area-inset-${side}))`,
      'font: 400 medium/1.5 "Fira Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
      "color: #131525",
      "-webkit-text-size-adjust: 100%",
    ]),
    ".button": [
      "box-sizing: border-box",
      "display: flex",
      "align-items: center",
      "gap: 0.5em",
      "max-width: calc(100vw - 32px)",
      "min-height: 3.25em",
      "margin: 0",
      "padding: 0.5em 1.25em 0.5em 1em",
      // Seen in forced colours, where backgrounds and shadows are gone.
      "border: 3px solid transparent",
      "border-radius: 4px",
      "background: #2044aa",
      "background-clip: border-box",
      "color: #ffffff",
      "box-shadow: 0 2px 12px rgb(19 21 37 / 0.35)",
      "font: inherit",
      "font-weight: 600",
      "text-align: start",
      "text-decoration: none",
      "cursor: pointer",
    ].join(";"),
    ".icon": "flex: none; display: block",
    ".panel": [
      "box-sizing: border-box",
      "position: absolute",
      "inset: auto",
      "bottom: calc(100% + 12px)",
      `${side}: 0`,
      "width: min(27em, 100vw - 32px)",
      "height: min(44em, 100vh - 7em)",
      "max-width: none",
      "max-height: none",
      "margin: 0",
      "padding: 0",
      "border: 1px solid #6e7597",
      "border-radius: 8px",
      "overflow: hidden",
      "background: #ffffff",
      "color: inherit",
      "box-shadow: 0 8px 32px rgb(19 21 37 / 0.35)",
    ].join(";"),
    ".frame": "position: absolute; inset: 0; width: 100%; height: 100%; border: 0; background: transparent",
    ".waiting": "padding: 1em 1.25em",
    ".closer": [
      "float: inline-end",
      "min-height: 2.75em",
      "margin: 0",
      "padding: 0 1em",
      "border: 2px solid currentColor",
      "border-radius: 4px",
      "background: transparent",
      "color: #2044aa",
      "font: inherit",
      "font-weight: 600",
      "cursor: pointer",
    ].join(";"),
    ".around": "display: inline-block; padding-block: 0.5em; color: #2044aa",
  }) as const;

/** Where the panel covers the page: on a phone, and in a window that 400 % zoom has made small. */
export const small = "(max-width: 480px), (max-height: 480px)";

const covering = "position: fixed; inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0";

const refinements = `
:host::before, :host::after { content: none !important }
.panel:not([open]), [hidden] { display: none }
.unanswered { visibility: hidden }
.waiting p { margin: 0.6em 0 }
.button:hover, .closer:hover { text-decoration: underline; text-underline-offset: 0.2em }
.button:focus-visible, .closer:focus-visible, .around:focus-visible {
  outline: 4px solid #454b6b; outline-offset: 2px;
}
.button:focus-visible { box-shadow: 0 0 0 2px #ffffff }
@supports (height: 1dvh) { .panel { height: min(44em, 100dvh - 7em) } }
@media (prefers-color-scheme: dark) {
  :host { color: #f3f4f7 !important }
  .button { background: #97afe1; color: #000000 }
  .panel { background: #131525 }
  .closer, .around { color: #97afe1 }
  .button:focus-visible, .closer:focus-visible, .around:focus-visible { outline-color: #a9aec6 }
  .button:focus-visible { box-shadow: 0 0 0 2px #000000 }
}
@media ${small} {
  .panel {
    ${covering};
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
  }
  .frame {
    inset: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
    width: calc(100% - env(safe-area-inset-left) - env(safe-area-inset-right));
    height: calc(100% - env(safe-area-inset-top) - env(safe-area-inset-bottom));
  }
  .button:not(.link) { padding: 0.75em; border-radius: 50% }
  .button:not(.link) .label {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
}
@media (forced-colors: active) { .button { border-color: ButtonText } }
@media (prefers-reduced-motion: no-preference) {
  .panel[open] { animation: appear 0.15s ease-out }
  @keyframes appear { from { opacity: 0; translate: 0 8px } }
}
@media print { :host { display: none !important } }
`;

/**
 * Puts the looks on a shadow tree. As a constructed sheet, which a Content-Security-Policy without 'unsafe-inline'
 * allows, as it does the calls that an older browser gets instead: no style element and no style attribute in markup.
 * To be called again when something was added.
 */
export function dress(root: ShadowRoot, side: "left" | "right"): void {
  const parts = Object.entries(declarations(side));
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    if (root.adoptedStyleSheets.length > 0) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(parts.map(([selector, style]) => `${selector} { ${style} }`).join("\n") + refinements);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  for (const [selector, style] of parts) {
    const more = selector === ".panel" && matchMedia(small).matches ? `; ${covering}` : "";
    const dressed = selector === ":host" ? [root.host] : root.querySelectorAll(selector);
    for (const element of dressed)
      if (element instanceof HTMLElement || element instanceof SVGElement)
        element.style.cssText = style + more;
  }
}

function important(lines: readonly string[]): string {
  return lines.map((line) => `${line} !important`).join("; ");
}
