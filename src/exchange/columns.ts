import type { Language } from "../vocabulary/index.js";
import { languageNamed } from "./language.js";
import type { TextName } from "./model.js";
import { spelledOut } from "./names.js";

/** What a column of a table holds; `language` null: its header does not say. */
export type Column =
  | { readonly holds: "id" | "related" | "draft" | "link.url" | "source.title" | "source.url" }
  | {
      readonly holds:
        | "topic"
        | "responsible"
        | "form"
        | "handover"
        | "behaviour"
        | "seminars"
        | "reviewedOn"
        | "validUntil"
        | "owner";
    }
  | { readonly holds: LocalisedColumn; readonly language: Language | null };

type LocalisedColumn = "title" | "utterance" | "short" | "more" | "afterExpiry" | "link.label";

/** The headers of our own export, in its order: a table with exactly these is read back to the letter. */
export const OWN_HEADERS = [
  "id",
  "topic",
  "title de",
  "title en",
  "utterance de",
  "utterance en",
  "answer de",
  "more de",
  "answer en",
  "more en",
  "link label de",
  "link label en",
  "link url",
  "related",
  "responsible",
  "form",
  "handover",
  "behaviour",
  "seminars",
  "source title",
  "source url",
  "reviewedOn",
  "validUntil",
  "afterExpiry de",
  "afterExpiry en",
  "owner",
  "draft",
] as const;

/** How offices and other bots head their columns; spelled without umlauts, without the language. */
const SPELLINGS: Readonly<Record<Column["holds"], string>> = {
  id: "id, intent, intent id, intent name, intentid, intentname, kennung, schluessel, key, absicht, bezeichner",
  topic:
    "topic, thema, themen, themenbereich, themenfeld, kategorie, category, bereich, rubrik, gruppe, section",
  title: "title, titel, bezeichnung, ueberschrift, kurztitel, name, headline, label, heading",
  utterance:
    "question, questions, frage, fragen, fragetext, fragestellung, utterance, utterances, aeusserung, aeusserungen, beispiel, beispiele, beispielfrage, beispielfragen, example, examples, formulierung, formulierungen, phrase, phrases, training phrase, training phrases, user says, variante, varianten, alternative, alternativen, alternative frage, alternative fragen, alternative question, alternative questions, haeufige frage, haeufige fragen, faq, anfrage, nutzerfrage, kundenfrage, text der frage",
  short:
    "answer, answers, antwort, antworten, antworttext, text der antwort, kurzantwort, kurze antwort, short answer, answer short, antwort kurz, short, response, responses, reply, antwort text, answer text, standardantwort",
  more: "more, mehr, details, detail, langantwort, lange antwort, answer more, antwort mehr, answer long, antwort lang, long answer, weiteres, weitere informationen, more information, zusatz",
  afterExpiry: "after expiry, nach ablauf, antwort nach ablauf, danach",
  "link.label":
    "link label, link text, linktext, link titel, link title, linktitel, link bezeichnung, link name",
  "link.url":
    "link, links, url, link url, linkurl, webseite, website, weblink, internetadresse, webadresse, adresse der seite",
  "source.title":
    "source, sources, quelle, quellen, source title, quelle titel, titel der quelle, quellenangabe, rechtsgrundlage",
  "source.url":
    "source url, source link, quelle url, quelle link, quellenlink, quellen url, url der quelle, link zur quelle",
  related:
    "related, verwandt, verwandte, siehe auch, verwandte fragen, verwandte themen, see also, related intents",
  responsible:
    "responsible, zustaendig, zustaendigkeit, zustaendige stelle, ansprechpartner, ansprechpartnerin, partner, ansprechstelle",
  form: "form, formular",
  handover: "handover, uebergabe",
  behaviour: "behaviour, behavior, verhalten",
  seminars: "seminars, seminare",
  reviewedOn:
    "reviewed on, reviewedon, reviewed, review date, last reviewed, geprueft am, geprueft, zuletzt geprueft, letzte pruefung, pruefdatum, stand, stand vom, aktualisiert am",
  validUntil:
    "valid until, validuntil, valid to, expires, expires on, gueltig bis, ablaufdatum, ablauf, befristet bis, gueltigkeit",
  owner:
    "owner, verantwortlich, redaktion, pflege, gepflegt von, bearbeiter, bearbeiterin, verantwortliche stelle",
  draft: "draft, entwurf",
};

const BY_SPELLING = new Map(
  Object.entries(SPELLINGS).flatMap(([holds, spellings]) =>
    spellings.split(", ").map((spelling): [string, Column["holds"]] => [spelling, holds as Column["holds"]]),
  ),
);

const LOCALISED = new Set<string>(["title", "utterance", "short", "more", "afterExpiry", "link.label"]);

/** What a header means, in German or English, however it is spelled; null: nothing that is read. */
export function columnOf(header: string): Column | null {
  const words = wordsOf(header);
  const whole = BY_SPELLING.get(words.join(" "));
  const [languages, rest] = [
    words.filter((word) => languageNamed(word)),
    words.filter((word) => !languageNamed(word)),
  ];
  const holds = whole ?? BY_SPELLING.get(rest.join(" "));
  if (holds === undefined) return null;
  const [language] = whole === undefined ? languages : [];
  return isLocalised(holds) ? { holds, language: language ? languageNamed(language) : null } : { holds };
}

/** Where a column's text belongs in an entry; null for what is no single text. */
export function textName(column: Column, language: Language): TextName | null {
  switch (column.holds) {
    case "title":
      return `title.${language}`;
    case "short":
      return `answer.${language}.short`;
    case "more":
      return `answer.${language}.more`;
    case "afterExpiry":
      return `afterExpiry.${language}`;
    case "topic":
    case "responsible":
    case "form":
    case "handover":
    case "behaviour":
    case "seminars":
    case "reviewedOn":
    case "validUntil":
    case "owner":
      return column.holds;
    default:
      return null;
  }
}

function isLocalised(holds: Column["holds"]): holds is LocalisedColumn {
  return LOCALISED.has(holds);
}

/** "answerDe", "Antwort (DE)", "FRAGE_1": words without case, umlauts, punctuation, plural brackets and numbering. */
function wordsOf(header: string): string[] {
  const apart = header
    .replace(/(?<=[a-zäöüß])(?=[A-ZÄÖÜ])/g, " ")
    .replace(/\((?:n|en|s|e)\)/gi, (ending) => ending.slice(1, -1))
    .replace(/\*|:/g, " ");
  const words = spelledOut(apart).match(/[a-z0-9]+/g) ?? [];
  return words.filter((word, index) => index === 0 || !/^\d{1,3}$/.test(word));
}
