import { readYaml, type YamlFile } from "../knowledge/yaml-file.js";
import type { Language } from "../vocabulary/index.js";
import { fitAnswer } from "./answer.js";
import { decodeText } from "./decode.js";
import { ExchangeFault } from "./fault.js";
import { type Gathering, gathering } from "./gather.js";
import { languageNamed, tellLanguage } from "./language.js";
import { LARGEST_TREE, MEGABYTE } from "./limits.js";
import type { Found, FoundText, ReadOptions } from "./model.js";
import { inShort } from "./names.js";
import { asList, asRecord, asText } from "./plain-data.js";
import { type RasaResponse, responsesIn, utterancesOf, withIndentedQuotes } from "./rasa-texts.js";

/** Keys of a training data or domain file that are read; what else there is belongs to the dialogue. */
const KEYS = ["nlu", "responses", "rules", "stories", "language"];
/** Brackets that are open at once; some of them may be text. */
const DEEPEST_BRACKETS = 1_000;
/** Files of conversations and examples that only test the bot ("Testing Your Assistant"). */
const TESTS = /(?:^|\/)test_[^/]*$/;
/** What else stands under `nlu:`, with its name for people. */
const PASSED: Readonly<Record<string, string>> = {
  synonym: "synonym",
  regex: "regular expression",
  lookup: "lookup table",
};

/**
 * Reads Rasa's training data and domain ("Training Data Format", "Responses", "NLU Training Data" of the Rasa
 * documentation): intents with their examples, and as answers the responses named after them, or the one that a rule or
 * story gives at once.
 * @param files by name; those without one of the keys are passed over
 * @throws ExchangeFault where a file is no YAML, or uses aliases or tags
 */
export function rasaIntents(files: ReadonlyMap<string, Uint8Array>, options: ReadOptions): Found {
  const all = gathering();
  const read = [...files]
    .filter(([name]) => !TESTS.test(name))
    .flatMap(([name, bytes]) => trainingFile(name, bytes));
  const responses = new Map(read.flatMap(({ name, yaml, data }) => responsesIn(name, yaml, data)));
  const actions = actionsIn(
    read.flatMap(({ data }) => [...asList(data["rules"]), ...asList(data["stories"])]),
  );
  const examples = read.flatMap((file) => examplesIn(file, all));
  if (examples.length === 0)
    throw new ExchangeFault(
      options.file,
      null,
      'there are no intents with examples ("nlu:") in it.',
      "Give the folder or a zip with nlu.yml and domain.yml together.",
    );
  const stated = read.map(({ data }) => asText(data["language"])).find((word) => word && languageNamed(word));
  const texts = (): string[] => examples.flatMap((one) => one.texts.map(({ text }) => text));
  const { language, told } = tellLanguage("Examples and responses", stated ?? null, texts, options);
  const used = new Set<string>();
  const name = namesFor(examples.map((one) => one.intent));
  for (const { intent, at, texts: said } of examples) {
    const gathered = all.of(intent, name(intent), "by name", at);
    for (const one of said) gathered.utterance(language, one);
    const response = responses.get(`utter_${intent}`) ?? responses.get(actions.get(intent) ?? "");
    if (response && !used.has(intent)) answer(response, language, intent, all);
    used.add(intent);
  }
  const unanswered = [...used].filter(
    (intent) => !responses.has(`utter_${intent}`) && !responses.has(actions.get(intent) ?? ""),
  );
  if (unanswered.length > 0)
    all.note(
      "note",
      null,
      `No response is named after, or given at once to: ${unanswered.slice(0, 10).join(", ")}${unanswered.length > 10 ? ` and ${unanswered.length - 10} more` : ""}.`,
    );
  return {
    format: "rasa",
    told: [
      `Read: ${read.length > 8 ? `${read.length} files` : read.map((file) => file.name).join(", ")}.`,
      told,
    ],
    ...all.result(),
  };

  function answer(response: RasaResponse, otherwise: Language, intent: string, to: Gathering): void {
    const gathered = to.of(intent, name(intent), "by name", response.at);
    for (const left of response.left) to.note("note", response.at, left);
    for (const [lang, text] of [
      [otherwise, response.text],
      ["de", response.de],
      ["en", response.en],
    ] as const) {
      if (!text) continue;
      const fit = fitAnswer(text);
      for (const done of fit.done) to.note("note", response.at, `${done}.`);
      gathered.text(`answer.${lang}.short`, { text: fit.short, at: response.at });
      if (fit.more !== null) gathered.text(`answer.${lang}.more`, { text: fit.more, at: response.at });
    }
  }
}

interface TrainingFile {
  readonly name: string;
  readonly yaml: YamlFile;
  readonly data: Readonly<Record<string, unknown>>;
}

function trainingFile(name: string, bytes: Uint8Array): TrainingFile[] {
  if (bytes.length > LARGEST_TREE)
    throw new ExchangeFault(
      name,
      null,
      `a YAML file may have ${LARGEST_TREE / MEGABYTE} MB.`,
      "Split it into several files.",
    );
  const { text } = decodeText(bytes, name);
  // Pipelines, credentials and the like may be as they want: only what is read has to be readable.
  if (!/^(?:nlu|responses|rules|stories|language)[ \t]*:/m.test(text)) return [];
  if (opensDeeply(text))
    throw new ExchangeFault(
      name,
      null,
      "brackets are nested deeper in it than anybody writes.",
      "Export it anew.",
    );
  const strict = readYaml(text, name);
  const lenient = strict.unreadable.length > 0 ? readYaml(withIndentedQuotes(text), name) : strict;
  const yaml = lenient.unreadable.length > 0 ? strict : lenient;
  const [broken] = yaml.unreadable;
  if (broken) throw faultOf(broken);
  const flaw = yaml.flaws.find(({ path }) => path.length === 0 || KEYS.includes(String(path[0])));
  if (flaw) throw faultOf(flaw.problem);
  const data = asRecord(yaml.value);
  return data && KEYS.some((key) => key in data) ? [{ name, yaml, data }] : [];
}

/** A megabyte of brackets would cost the YAML reader gigabytes before it gives up. */
function opensDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = "[{".includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST_BRACKETS) return true;
  }
  return false;
}

function faultOf(problem: {
  file: string;
  line: number;
  column: number;
  message: string;
  suggestion: string;
}): ExchangeFault {
  return new ExchangeFault(
    problem.file,
    `line ${problem.line}, column ${problem.column}`,
    problem.message,
    problem.suggestion,
  );
}

interface Examples {
  readonly intent: string;
  readonly at: string;
  readonly texts: readonly FoundText[];
}

function examplesIn({ name, yaml, data }: TrainingFile, all: Gathering): Examples[] {
  const passed = new Map<string, number>();
  const found = asList(data["nlu"]).flatMap((item, index): Examples[] => {
    const entry = asRecord(item);
    const other = Object.keys(PASSED).find((key) => entry && key in entry);
    if (other) passed.set(other, (passed.get(other) ?? 0) + 1);
    const intent = asText(entry?.["intent"]);
    if (!entry || !intent) return [];
    const at = `${name}, line ${yaml.position(["nlu", index]).line}`;
    return [{ intent, at, texts: utterancesOf(entry["examples"], name, yaml, ["nlu", index, "examples"]) }];
  });
  for (const [kind, count] of passed)
    all.note(
      "note",
      name,
      `${count} ${PASSED[kind]}${count === 1 ? " is" : "s are"} passed over${kind === "synonym" ? ": the desk has its own synonyms.yaml" : ""}.`,
    );
  return found;
}

/** The response that a rule or story gives directly after an intent, where it is the same everywhere. */
function actionsIn(dialogues: readonly unknown[]): ReadonlyMap<string, string> {
  const given = new Map<string, Set<string>>();
  for (const dialogue of dialogues) {
    const steps = asList(asRecord(dialogue)?.["steps"]).map(asRecord);
    for (const [index, step] of steps.entries()) {
      const intent = asText(step?.["intent"]);
      const action = asText(steps[index + 1]?.["action"]);
      if (intent && action?.startsWith("utter_"))
        given.set(intent, new Set([...(given.get(intent) ?? []), action]));
    }
  }
  return new Map(
    [...given].flatMap(([intent, actions]): [string, string][] => {
      const [only, ...more] = actions;
      return only !== undefined && more.length === 0 ? [[intent, only]] : [];
    }),
  );
}

/** Of "faq/opening_hours" the last part, where no other intent has the same. */
function namesFor(intents: readonly string[]): (intent: string) => string {
  const last = (intent: string): string => intent.slice(intent.lastIndexOf("/") + 1);
  const holders = new Map<string, Set<string>>();
  for (const intent of intents)
    holders.set(last(intent), new Set([...(holders.get(last(intent)) ?? []), intent]));
  return (intent) => (holders.get(last(intent))?.size === 1 ? last(intent) : inShort(intent, 200));
}
