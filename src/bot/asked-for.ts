import { fold } from "../conversation/fold.js";
import type { Language } from "../vocabulary/index.js";

/** What of a procedure a question asks for. */
export type AskedFor = "responsible" | "time" | "needs";

interface Words {
  readonly asks: RegExp;
  /** Whoever says this asks for something else. */
  readonly not: RegExp;
}

/**
 * Told by few plain words, looked for in folded text, so that "wer ist zustaendig" and "Zuständig?" are the same. Rather
 * none than a wrong one: an answer without a lead is still an answer.
 */
export function askedFor(question: string, language: Language): AskedFor | null {
  const text = fold(question.slice(-LOOKED_AT)).replace(/[’']/g, " ").replace(/\s+/g, " ");
  const found = ORDER.find((asked) => WORDS[asked][language].asks.test(text));
  return found && !WORDS[found][language].not.test(text) ? found : null;
}

const ORDER: readonly AskedFor[] = ["time", "responsible", "needs"];

/** Characters at the end of a message, where stories have their question; the patterns take the square of it in time. */
const LOOKED_AT = 500;

const NEVER = /(?!)/;

const WORDS: Readonly<Record<AskedFor, Readonly<Record<Language, Words>>>> = {
  // how long until it is done; not how long it is valid, allowed, open, paid or to be announced before
  time: {
    de: {
      asks: /\bwie ?lang\w* .*\b(?:dauer[tn]|dauert s|brauch(?:e|t|en)|wart(?:e|et|en))\b|\bwie (?:schnell|viel zeit|zuegig)\b|\b(?:bearbeitungs|verfahrens|warte)(?:zeit|dauer)|\bdauert (?:es|das|die|der|eine?) .*(?:lange|wochen|monate|tage)\b|\bwann (?:bekomm|krieg|erhalt|ist|kommt)\w* .*\b(?:bescheid|genehmigung|erlaubnis|zusage|bescheinigung|gewerbeschein)\b/,
      not: /\b(?:gilt|gelten|gueltig|gultig|darf|duerfen|durfen|noch|vorher|im voraus|vorab|aufbewahr\w*|speicher\w*|offen|geoeffnet|geoffnet|parken|antwort(?:e|et|en) ihr)\b/,
    },
    en: {
      asks: /\bhow (?:long|quickly|fast|soon|much time|many (?:days|weeks|months))\b.*\b(?:takes?|taking|took|waits?|waiting|needs?|process\w*|until|before|get|gets|receive|approv\w*)\b|\b(?:processing|waiting) time/,
      not: /\b(?:valid|open|allowed|may|must|in advance|ahead|keep|kept|store[ds]?|still|paid|parking|reply)\b/,
    },
  },
  responsible: {
    de: {
      asks: /\bzust(?:ae|a|e)nn?d+ig|(?<!\beinheitliche[rn]? )\bansprech(?:partner|person|stelle)|\bwer (?:ist|sind) .*\bverantwortlich|\bwer (?:macht|bearbeitet|genehmigt|erteilt|bewilligt|entscheidet|betreut|kuemmert|kummert|stellt)\b|\bwelche[rs]? (?:amt|behoerde|behorde|stelle|abteilung|dienststelle|fachbereich|kammer)\b|\b(?:an|bei) (?:wen|wem)\b|\bwohin (?:muss|wende|kann|soll|mit)\b|\bbei welche[rm]\b|\ban welche[sn]? (?:amt|behoerde|behorde|stelle|tuer|abteilung|fachbereich)\b/,
      not: /\b(?:niemand|keiner|niemanden)\b|\bnicht zust/,
    },
    en: {
      asks: /\bwho(?: is| are| s| would be)? .*\b(?:responsible|in charge|competent)\b|\b(?:responsible|competent) (?:office|authority|department|person|body|agency)|\bwho (?:handles?|deals?|issues?|approves?|decides?|processes|grants?|looks after|takes care)\b|\b(?:which|what) (?:office|authority|department|agency|body|chamber)\b|\bwhom? (?:do|should|can|must|shall|would) (?:i|we) (?:contact|ask|talk|speak|turn|call|write|go|apply)|\bcontact person/,
      not: /\b(?:nobody|no one)\b|\bnot responsible/,
    },
  },
  needs: {
    de: {
      asks: /\bwas (?:\w+ ){0,2}?(?:brauch|benoetig|benotig)\w*|\bwas (?:muss|soll|sollte|muessen|mussen) (?:ich|wir|man) .*\b(?:mitbringen|mitnehmen|vorlegen|einreichen|abgeben|dabei)|\bwelche (?:unterlagen|dokumente|nachweise|papiere|formulare)|\b(?:unterlagen|dokumente|nachweise)\b.*\b(?:brauch|noetig|notig|benoetig|erforderlich|mitbring|einreich)/,
      not: NEVER,
    },
    en: {
      asks: /\bwhat (?:\w+ )?(?:do|would|will) (?:i|we|you) need\b|\b(?:what|which) (?:documents|papers|paperwork|forms|proofs?)\b|\bwhat (?:do|should|must|shall) (?:i|we) (?:bring|submit|hand in|provide)\b|\brequired (?:documents|papers)/,
      not: /\bneed to know\b/,
    },
  },
};
