import { OWN_HEADERS } from "./columns.js";
import type { CurrentEntry } from "./current.js";
import { OWN_JSON } from "./own-json.js";
import { asList, asRecord } from "./plain-data.js";

/**
 * Everything of the FAQ as a table that `import` reads back to the letter. An intent takes as many rows as it has
 * utterances: each row one German and one English, so that a spreadsheet can sort, filter and count them; what it has
 * once stands in its first row, and its links, sources and related intents one a row as well.
 */
export function faqRows(entries: readonly CurrentEntry[]): { headers: readonly string[]; rows: string[][] } {
  return { headers: OWN_HEADERS, rows: entries.flatMap(rowsOf) };
}

/** The same as JSON: the entries as they are written, each with its topic. */
export function faqJson(entries: readonly CurrentEntry[]): string {
  const intents = entries.map(({ raw, topic }) => {
    const { id, ...rest } = raw;
    return { id, topic, ...rest };
  });
  return `${JSON.stringify({ ...OWN_JSON, intents }, null, 2)}\n`;
}

function rowsOf({ id, topic, raw }: CurrentEntry): string[][] {
  const at = (...path: string[]): string => {
    const value = path.reduce<unknown>((inner, key) => asRecord(inner)?.[key], raw);
    return value === undefined || value === null ? "" : text(value);
  };
  const [de, en] = (["de", "en"] as const).map((language) =>
    asList(asRecord(raw["utterances"])?.[language]).map(text),
  );
  const links = asList(raw["links"]).map(asRecord);
  const sources = asList(raw["source"]).map(asRecord);
  const related = asList(raw["related"]).map(text);
  const late = "after-expiry" in raw ? "after-expiry" : "afterExpiry";
  const height = Math.max(1, de?.length ?? 0, en?.length ?? 0, links.length, sources.length, related.length);
  return Array.from({ length: height }, (_, row): string[] => {
    const once = (value: string): string => (row === 0 ? value : "");
    const label = asRecord(links[row]?.["label"]);
    const cells: Record<(typeof OWN_HEADERS)[number], string> = {
      id,
      topic: once(topic),
      "title de": once(at("title", "de")),
      "title en": once(at("title", "en")),
      "utterance de": de?.[row] ?? "",
      "utterance en": en?.[row] ?? "",
      "answer de": once(at("answer", "de", "short")),
      "more de": once(at("answer", "de", "more")),
      "answer en": once(at("answer", "en", "short")),
      "more en": once(at("answer", "en", "more")),
      "link label de": text(label?.["de"]),
      "link label en": text(label?.["en"]),
      "link url": text(links[row]?.["url"]),
      related: related[row] ?? "",
      responsible: once(at("responsible")),
      form: once(at("form")),
      handover: once(at("handover")),
      behaviour: once(at("behaviour")),
      seminars: once(at("seminars")),
      "source title": text(sources[row]?.["title"]),
      "source url": text(sources[row]?.["url"]),
      reviewedOn: once(at("reviewedOn")),
      validUntil: once(at("validUntil")),
      "afterExpiry de": once(at(late, "de")),
      "afterExpiry en": once(at(late, "en")),
      owner: once(at("owner")),
      draft: once(raw["draft"] === true ? "true" : ""),
    };
    return OWN_HEADERS.map((header) => guarded(cells[header].trim()));
  });
}

/** An apostrophe of the text's own gets a second one where `import` would take it for the guard of a formula. */
function guarded(cell: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

function text(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}
