import { shortDate } from "../conversation/dates.js";
import { plainWords } from "../conversation/words.js";
import type { Knowledge } from "../knowledge/model.js";
import { fromPlain, paragraph, plain, text } from "../text/index.js";
import type { CaseFile, IntentId, Language, OpenHandover, RichText } from "../vocabulary/index.js";
import { type Mentions, mentionsIn } from "./mentions.js";

/** So many intents and questions are named at most: staff read this before anything else. */
const MOST = { matters: 4, answered: 6, questions: 3 } as const;
const LONGEST_QUESTION = 160;
const LONGEST_WORDS = 300;
const MOST_REPLIES = 8;

/** What staff need to know before anything else. Everything is as the guest said it, or a title of the catalogue. */
export interface Brief extends Mentions {
  /** The last first. */
  readonly matter: readonly string[];
  readonly language: Language;
  readonly answered: readonly string[];
  readonly notUnderstood: readonly string[];
  /** Contact data that was taken out before it was stored, as it was said before a person was asked for. */
  readonly masked: readonly ("email" | "phone")[];
  /** What was handed in: label and value. */
  readonly left: readonly (readonly [label: string, value: string])[];
}

/** Reads a conversation for the brief. @param about `language`: of those who read it */
export function briefOf(
  file: CaseFile,
  { number }: Pick<OpenHandover, "number">,
  knowledge: Pick<Knowledge, "intents" | "office">,
  { language }: { readonly language: Language },
): Brief {
  const title = (id: IntentId): string => knowledge.intents.get(id)?.title[language] ?? id;
  const substantial = (id: IntentId): boolean => {
    const intent = knowledge.intents.get(id);
    return intent !== undefined && intent.behaviour === null;
  };
  const touched = [...file.turns].reverse().flatMap(({ answered }) => answered.filter(substantial));
  const said = file.lines.flatMap(({ from, text: words }) => (from === "guest" && words ? [words] : []));
  const asked = file.turns.flatMap(({ question, outcome }) =>
    question && outcome !== "handover" && outcome !== "greeting" ? [question] : [],
  );
  const missed = file.turns.flatMap(({ question, outcome }) =>
    question && outcome === "fallback" ? [shortened(question, LONGEST_QUESTION)] : [],
  );
  const matter = unique(touched.map(title)).slice(0, MOST.matters);
  const all = said.join("\n");
  const handedIn = file.submissions.find(({ reference }) => reference === number);
  const town = knowledge.office.localised["city"]?.de ?? knowledge.office.values["city"] ?? null;
  return {
    ...mentionsIn(all, town),
    matter:
      matter.length > 0 ? matter : asked.slice(-1).map((question) => shortened(question, LONGEST_QUESTION)),
    language: file.language,
    answered: unique(
      file.turns.flatMap(({ outcome, answered }) =>
        outcome === "answer" ? answered.filter(substantial).map(title) : [],
      ),
    ).slice(-MOST.answered),
    notUnderstood: unique(missed).slice(-MOST.questions),
    masked: [
      ...(all.includes("[E-Mail]") ? (["email"] as const) : []),
      ...(all.includes("[Telefon]") ? (["phone"] as const) : []),
    ],
    left: (handedIn?.answers ?? []).map(({ label, shown }) => [label, shown] as const),
  };
}

/** The brief as a list; what is not known is left out. */
export function briefText(
  brief: Brief,
  { messages }: Pick<Knowledge, "messages">,
  language: Language,
): RichText {
  const word = (key: string): string => plainWords(messages, `staff.brief.${key}`, language);
  const contact = [...brief.contact, ...brief.masked.map((kind) => word(`masked.${kind}`))];
  const rows: readonly (readonly [label: string, value: string | null])[] = [
    ...brief.left,
    [word("matter"), listed(brief.matter)],
    [word("company"), brief.company],
    [word("name"), brief.name],
    [word("place"), brief.place],
    [word("deadline"), brief.deadline],
    [word("contact"), listed(contact)],
    [word("language"), word(`language.${brief.language}`)],
    [word("answered"), listed(brief.answered)],
    [word("not-understood"), listed(brief.notUnderstood.map((question) => `„${question}“`))],
  ];
  const items = rows.flatMap(([label, value]) =>
    value === null || value === ""
      ? []
      : [[{ type: "bold" as const, children: [text(`${label}:`)] }, text(` ${value}`)]],
  );
  return items.length > 0 ? [{ type: "list", ordered: false, items }] : [];
}

/**
 * What was said with a person, in short, for the guest: when, with whom, and what that person wrote.
 * @returns nothing where nothing of it is stored any more
 */
export function summaryOf(
  file: CaseFile,
  number: string,
  { messages }: Pick<Knowledge, "messages">,
  language: Language,
): RichText {
  const replies = file.lines.filter(({ message }) => message?.author !== undefined);
  const [first] = replies;
  if (!first) return [];
  const names = unique(replies.flatMap(({ message }) => message?.author?.name ?? []));
  const head = plainWords(messages, "handover.summary", language, {
    number,
    date: shortDate(first.at.slice(0, 10), language),
    names: names.join(", "),
  });
  return [
    paragraph(head),
    {
      type: "list",
      ordered: false,
      items: replies
        .slice(-MOST_REPLIES)
        .map(({ message }) => [text(shortened(oneLine(plain(message?.text ?? [])), LONGEST_WORDS))]),
    },
  ];
}

function listed(values: readonly string[]): string | null {
  return values.length > 0 ? values.join("; ") : null;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function shortened(value: string, most: number): string {
  const letters = [...oneLine(value)];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}

function oneLine(value: string): string {
  return plain(fromPlain(value)).replaceAll(/\s+/g, " ").trim();
}
