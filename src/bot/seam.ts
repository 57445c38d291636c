import { foldedWords } from "../conversation/fold.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { FaqIntent, Seam } from "../knowledge/model.js";
import { plain, text } from "../text/index.js";
import type { RichText } from "../vocabulary/index.js";
import { type AskedFor, askedFor } from "./asked-for.js";
import { liveTopic } from "./topic.js";

/**
 * How surely a procedure must be named where the answered intent has none of its own: 1 is a word that only this one
 * has; a word that three others share is still enough, a part of a longer word ("Gewerbe" in "Gewerbesteuer") is not.
 */
const NAMED = 0.65;
/** So many letters of a word say what it is about, whatever its ending. */
const STEM = 6;

/** What stands before an answer, taken from a procedure. */
export interface Lead {
  readonly seam: Seam;
  readonly text: RichText;
  readonly reason: string;
}

/**
 * "Wer ist zuständig für ...?", "Wie lange dauert ...?", "Was brauche ich für ...?": the answer begins with what
 * seams.yaml says. A time that is not stated is said to be so, with whom to ask. Null where nothing of that is asked,
 * where no procedure is meant, or where the answer itself says what to bring.
 */
export function leadFrom(
  intent: FaqIntent,
  answer: RichText,
  question: string,
  input: DecisionInput,
  reply: Reply,
): Lead | null {
  const asked = askedFor(question, reply.language);
  const found = asked && meant(intent, question, input, reply);
  if (!asked || !found) return null;
  const { seam } = found;
  const said =
    asked === "needs"
      ? needs(seam, answer, reply)
      : asked === "time" && seam.usualTime
        ? time(seam, seam.usualTime[reply.language], reply)
        : whom(asked, found, intent, input, reply);
  return said.length === 0 ? null : { seam, text: said, reason: `${asked} from the seam ${seam.id}` };
}

/** A procedure that a question is about; whether it is by its name, or as the usual one of the intent. */
interface Meant {
  readonly seam: Seam;
  readonly named: boolean;
}

/** Of the intent's own procedures the one that is named, else the first; of one without any, whichever is named surely. */
function meant(intent: FaqIntent, question: string, input: DecisionInput, reply: Reply): Meant | null {
  const { seams } = input.knowledge;
  const own = [...seams.values()].filter(({ intents }) => intents.includes(intent.id));
  const found = input.seamsIn(question, reply.language);
  if (own.length === 0) {
    const [best, next] = found;
    const clear = best && best.score >= NAMED && best.score > (next?.score ?? 0);
    const seam = clear ? seams.get(best.id) : undefined;
    return seam ? { seam, named: true } : null;
  }
  const among = (candidates: typeof found): Seam | undefined =>
    candidates.flatMap(({ id }) => own.find((seam) => seam.id === id) ?? [])[0];
  // "Und wer ist da zuständig?": the procedure was named before
  const topic = liveTopic(input.conversation.state, input.now);
  const before = topic?.intents.includes(intent.id) ? topic.question : "";
  const named = among(found) ?? among(input.seamsIn(before, reply.language));
  const seam = named ?? own[0];
  return seam ? { seam, named: named !== undefined } : null;
}

/**
 * Who is responsible, or whom to ask for a time that is not stated. Where the procedure was not named, the question may
 * be about another one of this intent: then only what the intent says as well, under its own title.
 */
function whom(
  asked: AskedFor,
  { seam, named }: Meant,
  intent: FaqIntent,
  input: DecisionInput,
  reply: Reply,
): RichText {
  if (!named && seam.department !== intent.responsible) return [];
  const name = (id: string): string => input.knowledge.partners.get(id)?.name[reply.language] ?? id;
  const title = (named ? seam : intent).title[reply.language];
  const department = name(seam.department);
  if (asked === "time") return reply.words("seam.time.unknown", { title, department });
  const partners = named ? seam.partners.map(name).join(", ") : "";
  return [
    ...reply.words("seam.responsible", { title, department }),
    ...(partners ? reply.words("seam.partners", { partners }) : []),
  ];
}

function time(seam: Seam, stated: string, reply: Reply): RichText {
  return reply.words("seam.time", { title: seam.title[reply.language], time: stated });
}

/** Only where at least half of it does not stand in the answer anyway. */
function needs(seam: Seam, answer: RichText, reply: Reply): RichText {
  const items = seam.goesIn[reply.language];
  const said = new Set(longWords(plain(answer)).map(beginning));
  const missing = items.filter((item) => {
    const longest = longWords(item).reduce((a, b) => (b.length > a.length ? b : a), "");
    return !said.has(beginning(longest));
  });
  if (missing.length * 2 < items.length) return [];
  return [
    ...reply.words("seam.needs", { title: seam.title[reply.language] }),
    { type: "list", ordered: false, items: items.map((item) => [text(item)]) },
    ...reply.words("seam.result", { result: seam.comesOut[reply.language] }),
  ];
}

function longWords(said: string): string[] {
  return foldedWords(said).filter((word) => word.length >= STEM);
}

function beginning(word: string): string {
  return word.slice(0, STEM);
}
