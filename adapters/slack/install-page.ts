import type { Language, Localised } from "../../src/vocabulary/index.js";
import { PATHS } from "./manifest.js";

type Outcome = "installed" | "denied" | "expired" | "failed" | "organisation";

const WORDS: Readonly<Record<Outcome, Localised<readonly [title: string, text: string]>>> = {
  installed: {
    de: ["Installiert", "Die App ist in Ihrem Workspace. Sie finden sie in Slack unter „Apps“."],
    en: ["Installed", "The app is in your workspace. You find it in Slack under “Apps”."],
  },
  denied: {
    de: ["Nicht installiert", "Sie haben die Installation abgebrochen. Es wurde nichts gespeichert."],
    en: ["Not installed", "You have cancelled the installation. Nothing was stored."],
  },
  expired: {
    de: [
      "Nicht installiert",
      "Diese Installation ist abgelaufen oder wurde in einem anderen Browser begonnen. Bitte beginnen Sie noch einmal.",
    ],
    en: [
      "Not installed",
      "This installation has expired or was begun in another browser. Please begin again.",
    ],
  },
  failed: {
    de: [
      "Nicht installiert",
      "Slack hat die Installation nicht bestätigt. Bitte versuchen Sie es noch einmal.",
    ],
    en: ["Not installed", "Slack did not confirm the installation. Please try again."],
  },
  organisation: {
    de: [
      "Nicht installiert",
      "Die App kann nicht für eine ganze Organisation installiert werden. Bitte wählen Sie einen einzelnen Workspace.",
    ],
    en: [
      "Not installed",
      "The app cannot be installed for a whole organisation. Please choose a single workspace.",
    ],
  },
};

/** What came of an installation, as a page in the browser's language. */
export function page(
  request: Request,
  outcome: Outcome,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const language: Language = /^\s*en\b/iu.test(request.headers.get("accept-language") ?? "") ? "en" : "de";
  const [title, text] = WORDS[outcome][language];
  const again = language === "de" ? "Noch einmal beginnen" : "Begin again";
  const link = outcome === "installed" ? "" : `<p><a href="${PATHS.install}">${again}</a></p>`;
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${text}</p>${link}</main></body>
</html>
`;
  return new Response(html, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}
