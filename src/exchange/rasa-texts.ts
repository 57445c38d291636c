import type { Path, YamlFile } from "../knowledge/yaml-file.js";
import type { FoundText } from "./model.js";
import { asList, asRecord, asText } from "./plain-data.js";

/** `[Berlin](city)`, `[Berlin]{"entity": "city"}`, `[Berlin][{"entity": "city"}, ...]`. */
const ENTITY = /\[([^[\]]{1,500})\](?:\([^()]{0,500}\)|\{[^{}]{0,1000}\}|\[\{[^\]]{0,1000}\}\])/g;

/** A response with the texts that it says; `de` and `en` are translations of its own. */
export interface RasaResponse {
  readonly at: string;
  readonly text: string | null;
  readonly de: string | null;
  readonly en: string | null;
  /** What of it is not taken, in sentences. */
  readonly left: readonly string[];
}

/** The examples of an intent: a block of lines with hyphens, or a list; annotated words become their text. */
export function utterancesOf(examples: unknown, file: string, yaml: YamlFile, path: Path): FoundText[] {
  if (typeof examples === "string") {
    // the block begins on the line after its "|"
    const { line } = yaml.position(path);
    const offset = /^[|>]/.test(yaml.written(path) ?? "") || examples.includes("\n") ? 1 : 0;
    return examples.split("\n").flatMap((written, index): FoundText[] => {
      const text = /^\s*[-*+]\s+(.*)$/.exec(written)?.[1]?.trim() ?? "";
      return text === "" ? [] : [{ text: plainExample(text), at: `${file}, line ${line + offset + index}` }];
    });
  }
  return asList(examples).flatMap((item, index): FoundText[] => {
    const text = asText(item) ?? asText(asRecord(item)?.["text"]);
    const { line } = yaml.position([...path, index]);
    return text === null
      ? []
      : text
          .split("\n")
          .map((part) => part.replace(/^\s*[-*+]\s+/, "").trim())
          .filter((part) => part !== "")
          .map((part) => ({ text: plainExample(part), at: `${file}, line ${line}` }));
  });
}

export function plainExample(text: string): string {
  return text.replace(ENTITY, "$1").replace(/\s+/g, " ");
}

/** The responses of a domain, by name. Of variants the first without a condition or a channel is the answer. */
export function responsesIn(
  file: string,
  yaml: YamlFile,
  data: Readonly<Record<string, unknown>>,
): [string, RasaResponse][] {
  return Object.entries(asRecord(data["responses"]) ?? {}).flatMap(
    ([name, value]): [string, RasaResponse][] => {
      const variants = asList(value).map((item) => asRecord(item) ?? { text: asText(item) });
      const at = `${file}, line ${yaml.position(["responses", name], "key").line}`;
      const worded = variants.filter(({ text }) => asText(text));
      const chosen =
        worded.find((variant) => !("channel" in variant) && !("condition" in variant)) ?? worded[0];
      if (!chosen) return [];
      const left: string[] = [];
      if (variants.some((variant) => EXTRAS.some((key) => key in variant)))
        left.push(`"${name}" has buttons, pictures or other extras; only its text is imported.`);
      if (worded.length > 1)
        left.push(`"${name}" has ${worded.length} variants; the first that holds everywhere is the answer.`);
      const translation = asRecord(chosen["translation"]);
      const [de, en] = [asText(translation?.["de"]), asText(translation?.["en"])];
      return [[name, { at, text: asText(chosen["text"]), de, en, left }]];
    },
  );
}

/** Keys of a response that are more than text. */
const EXTRAS = ["buttons", "image", "attachment", "custom", "elements", "quick_replies"];

/**
 * Python's YAML, and so Rasa, lets the later lines of a text in quotation marks begin as far left as they like; YAML 1.2
 * wants them further right. White space there means nothing, so adding some changes no text and no line number.
 */
export function withIndentedQuotes(text: string): string {
  let open: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      if (open !== null) {
        if (closes(line, open)) open = null;
        return line.trim() === "" ? line : `${" ".repeat(40)}${line.trimStart()}`;
      }
      const start = /^\s*(?:-\s+)*(?:[\w/-]+:\s+)?(["'])(.*)$/.exec(line);
      if (start && !closes(start[2] ?? "", start[1] ?? "")) open = start[1] ?? null;
      return line;
    })
    .join("\n");
}

function closes(line: string, quote: string): boolean {
  const inside = quote === '"' ? line.replace(/\\./g, "") : line.replaceAll("''", "");
  return inside.includes(quote);
}
