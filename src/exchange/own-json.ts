import { ExchangeFault } from "./fault.js";
import { gathering } from "./gather.js";
import { readJson } from "./json-file.js";
import { type Found, type ReadOptions, TEXTS } from "./model.js";
import { asList, asRecord, asText } from "./plain-data.js";

/** What marks our own export in JSON. */
export const OWN_JSON = { format: "nahtstelle-faq", version: 1 } as const;

/** Reads what `export --format json` wrote. @throws ExchangeFault where it is no such file */
export function ownIntents(bytes: Uint8Array, options: ReadOptions): Found {
  const data = asRecord(readJson(bytes, options.file));
  if (data?.["format"] !== OWN_JSON.format || !Array.isArray(data["intents"]))
    throw new ExchangeFault(
      options.file,
      null,
      `this JSON is no export of this desk: "format": "${OWN_JSON.format}" and "intents" are needed.`,
      'Give a file that "export --format json" wrote; other bots are imported from CSV, XLSX, QnA, Rasa or Dialogflow.',
    );
  if (data["version"] !== OWN_JSON.version)
    throw new ExchangeFault(
      options.file,
      null,
      `this export has version ${String(data["version"])}, and ${OWN_JSON.version} is known here.`,
      "Export it anew with this version of the desk, or update the desk.",
    );
  const all = gathering();
  for (const [index, item] of asList(data["intents"]).entries()) {
    const entry = asRecord(item);
    const id = asText(entry?.["id"]);
    const at = `intent ${index + 1}`;
    if (!entry || id === null) {
      all.note("error", at, 'this intent has no "id".');
      continue;
    }
    const intent = all.of(`${id}`, id, "by name", at);
    for (const name of TEXTS) {
      const text = name.split(".").reduce<unknown>((inner, key) => asRecord(inner)?.[key], entry);
      if (typeof text === "string") intent.text(name, { text, at });
    }
    for (const language of ["de", "en"] as const)
      for (const said of asList(asRecord(entry["utterances"])?.[language]))
        if (typeof said === "string") intent.utterance(language, { text: said, at });
    for (const link of asList(entry["links"]).map(asRecord)) {
      const label = asRecord(link?.["label"]);
      const [de, en, url] = [asText(label?.["de"]), asText(label?.["en"]), asText(link?.["url"])];
      if (de && url) intent.link({ label: { de, ...(en ? { en } : {}) }, url });
    }
    for (const stated of asList(entry["source"]).map(asRecord)) {
      const [title, url] = [asText(stated?.["title"]), asText(stated?.["url"])];
      if (title && url) intent.source({ title, url });
    }
    for (const other of asList(entry["related"])) if (typeof other === "string") intent.related(other);
    if (typeof entry["draft"] === "boolean") intent.draft(entry["draft"]);
  }
  return { format: "json", told: [], ...all.result() };
}
