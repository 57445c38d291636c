import type { Language } from "../vocabulary/index.js";
import { fitAnswer } from "./answer.js";
import { ExchangeFault } from "./fault.js";
import { type Gathering, gathering } from "./gather.js";
import { readJson } from "./json-file.js";
import { languageNamed, tellLanguage } from "./language.js";
import type { Found, ReadOptions } from "./model.js";
import { inShort } from "./names.js";
import { asList, asRecord, asText } from "./plain-data.js";

type Data = Readonly<Record<string, unknown>>;

/**
 * Reads the export of a Dialogflow ES agent ("Dialogflow ES: Export, import and restore agents"; the fields are those of
 * the resource Intent): intents/NAME.json with the responses and intents/NAME_usersays_LANGUAGE.json with the phrases.
 * @param files by name, as they stand in the archive
 * @throws ExchangeFault where a file is no JSON
 */
export function dialogflowIntents(files: ReadonlyMap<string, Uint8Array>, options: ReadOptions): Found {
  const all = gathering();
  const agent = asRecord([...files].filter(([name]) => /(?:^|\/)agent\.json$/.test(name)).map(read)[0]);
  const intents = [...files]
    .filter(([name]) => /(?:^|\/)intents\/[^/]+\.json$/.test(name) && !isPhrases(name))
    .flatMap((file) => {
      const data = asRecord(read(file));
      return data ? [{ file: file[0], base: file[0].replace(/\.json$/, ""), data }] : [];
    });
  if (intents.length === 0)
    throw new ExchangeFault(
      options.file,
      null,
      "there is no intents/*.json in it, as the export of a Dialogflow ES agent has.",
      "Export the agent as ZIP in its settings (Export and Import), and give that file.",
    );
  const phrases = new Map(
    [...files].filter(([name]) => isPhrases(name)).map((file) => [file[0], asList(read(file))]),
  );
  const stated = asText(agent?.["language"]);
  const { language, told } = tellLanguage(
    "Agent",
    stated,
    () => [...phrases.values()].flat().map(phraseOf),
    options,
  );
  const others = new Set<string>();
  const languageOf = (code: unknown): Language | null => {
    const name = asText(code);
    const known = name === null ? language : languageNamed(name);
    if (known === null && name !== null) others.add(name);
    return known;
  };
  for (const intent of intents) {
    const name = asText(intent.data["name"]) ?? (intent.base.split("/").at(-1) as string);
    const own = [...phrases].flatMap(([file, list]) => {
      const code = file.startsWith(`${intent.base}_usersays_`)
        ? file.slice(intent.base.length + 10, -5)
        : null;
      return code === null
        ? []
        : list.map((phrase, index) => ({ phrase, code, at: `${file}, phrase ${index + 1}` }));
    });
    const inside = asList(intent.data["userSays"]).map((phrase, index) => ({
      phrase,
      code: null,
      at: `${intent.file}, phrase ${index + 1}`,
    }));
    const said = [...own, ...inside];
    if (intent.data["fallbackIntent"] === true || said.length === 0) {
      const why =
        intent.data["fallbackIntent"] === true
          ? "is the fallback"
          : "has no phrases (it begins with an event)";
      all.note("note", intent.file, `"${inShort(name)}" ${why}; it is left out.`);
      continue;
    }
    if (asText(intent.data["parentId"]) || asList(intent.data["contexts"]).length > 0)
      all.note(
        "note",
        intent.file,
        `"${inShort(name)}" follows another intent in a dialogue; it is imported as a question of its own.`,
      );
    const gathered = all.of(name, name, "by name", intent.file);
    for (const { phrase, code, at } of said) {
      const lang = languageOf(asRecord(phrase)?.["lang"] ?? code);
      if (lang) gathered.utterance(lang, { text: phraseOf(phrase), at });
    }
    for (const lang of ["de", "en"] as const) {
      const text = responseIn(intent.data, intent.file, (code) => languageOf(code) === lang, all);
      if (text === null) continue;
      const fit = fitAnswer(text);
      for (const done of fit.done) all.note("note", intent.file, `${done}.`);
      gathered.text(`answer.${lang}.short`, { text: fit.short, at: intent.file });
      if (fit.more !== null) gathered.text(`answer.${lang}.more`, { text: fit.more, at: intent.file });
    }
  }
  if (others.size > 0)
    all.note(
      "note",
      null,
      `Texts in other languages than German and English are left out: ${[...others].sort().join(", ")}.`,
    );
  return { format: "dialogflow", told: [told], ...all.result() };

  function read([name, bytes]: [string, Uint8Array]): unknown {
    return readJson(bytes, `${options.file}/${name}`);
  }
}

function isPhrases(name: string): boolean {
  return /_usersays_[A-Za-z-]{2,10}\.json$/.test(name);
}

/** A phrase is cut into parts where words stand for entities; together they are what somebody says. */
function phraseOf(phrase: unknown): string {
  return asList(asRecord(phrase)?.["data"])
    .map((part) => String(asRecord(part)?.["text"] ?? ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The text messages of one language, one below the other; of variants the first. Messages for single platforms are
 * taken only where there is none for all.
 */
function responseIn(
  data: Data,
  file: string,
  isLanguage: (code: unknown) => boolean,
  all: Gathering,
): string | null {
  const messages = asList(data["responses"])
    .flatMap((response) => asList(asRecord(response)?.["messages"]))
    .map(asRecord)
    .filter((message) => message !== null)
    .filter((message) => isLanguage(message["lang"]));
  const texts = messages.filter(isTextMessage);
  const everywhere = texts.filter(({ platform }) => !asText(platform));
  const chosen = everywhere.length > 0 ? everywhere : texts;
  const variants = chosen.map((message) =>
    speechOf(message["speech"] ?? asRecord(message["text"])?.["text"]),
  );
  if (texts.length < messages.length)
    all.note(
      "note",
      file,
      "it answers with cards, buttons, pictures or payloads too; only its text is imported.",
    );
  if (variants.some((of) => of.length > 1))
    all.note("note", file, "it has several variants of its answer; the first is imported.");
  return variants.flatMap(([first]) => first ?? []).join("\n\n") || null;
}

function isTextMessage({ type, speech, text }: Data): boolean {
  return (
    String(type) === "0" ||
    type === "text" ||
    (type === undefined && (speech !== undefined || text !== undefined))
  );
}

function speechOf(speech: unknown): string[] {
  return (typeof speech === "string" ? [speech] : asList(speech)).flatMap((one) => asText(one)?.trim() ?? []);
}
