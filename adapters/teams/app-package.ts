import { strToU8, zipSync } from "fflate";
import { appIcons } from "./icons.js";
import { ACCENT, englishTexts, type ManifestFacts, teamsManifest } from "./manifest.js";

/** The app package that an administrator uploads to Teams: a ZIP file. The same facts make the same bytes. */
export function appPackage(facts: ManifestFacts): Uint8Array {
  const { color, outline } = appIcons(ACCENT);
  return zipSync(
    {
      "manifest.json": strToU8(pretty(teamsManifest(facts))),
      "en.json": strToU8(pretty(englishTexts(facts))),
      "color.png": color,
      "outline.png": outline,
    },
    // ZIP knows no time before 1980, and the day of packing is nobody's business
    { mtime: new Date(1980, 0, 1), level: 9 },
  );
}

function pretty(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
