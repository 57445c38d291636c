import type { Language } from "../vocabulary/index.js";

/** In which language a page is shown, and whether its address says so. */
export interface Chosen {
  readonly language: Language;
  /** Chosen in the address: links go on with it. */
  readonly explicit: boolean;
}

/** `?lang=de|en`, else the first of ours that the browser prefers (RFC 9110, 12.5.4), else German. */
export function languageOf(url: URL, acceptLanguage: string | null): Chosen {
  const asked = url.searchParams.get("lang");
  if (asked === "de" || asked === "en") return { language: asked, explicit: true };
  return { language: preferred(acceptLanguage ?? "") ?? "de", explicit: false };
}

function preferred(header: string): Language | undefined {
  const ranked = header
    .split(",")
    .slice(0, 20)
    .map((part) => {
      const [range = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return { language: range.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((first, second) => second.quality - first.quality);
  for (const { language } of ranked) if (language === "de" || language === "en") return language;
  return undefined;
}
