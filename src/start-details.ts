import { seminarWhen } from "./conversation/seminar-card.js";
import { byDate } from "./conversation/seminar-order.js";
import type { Facts, Knowledge, Seminar } from "./knowledge/model.js";
import type { Language, Localised, StartDetails } from "./vocabulary/index.js";

/** So many seminars and example questions stand on the start of the chat page. */
const SHOWN = 3;

/** What the chat page shows before anything was said, from what is known at this moment. */
export function startDetails(knowledge: Knowledge, facts: Facts): Localised<StartDetails> {
  return { de: detailsIn("de", knowledge, facts), en: detailsIn("en", knowledge, facts) };
}

function detailsIn(language: Language, knowledge: Knowledge, facts: Facts): StartDetails {
  const value = (path: string): string | null => {
    const found = facts.value(path, language);
    return typeof found === "string" ? found : null;
  };
  const name = value("office.name");
  return {
    office: {
      name: name ?? (language === "de" ? "Wirtschaftsförderung" : "Economic Development Office"),
      phone: value("office.phone"),
      email: value("office.email"),
    },
    topics: knowledge.topics.map(({ id, title }) => ({ id, title: title[language] })),
    seminars: nextSeminars(knowledge, facts).map((seminar) => ({
      id: seminar.id,
      title: seminar.title[language],
      when: seminar.date ? seminarWhen(seminar.date, language) : null,
      pageUrl: `/seminars/${seminar.id}?lang=${language}`,
    })),
    examples: exampleQuestions(knowledge, language),
  };
}

/** What takes place and is not over, in the order of all lists. */
function nextSeminars(knowledge: Knowledge, facts: Facts): readonly Seminar[] {
  return knowledge.seminars
    .filter((seminar) => !seminar.cancelled && !facts.isPast(seminar))
    .sort(byDate)
    .slice(0, SHOWN);
}

/** The first question of each of the topics that businesses come for, as staff wrote it. */
function exampleQuestions({ topics, intents }: Knowledge, language: Language): readonly string[] {
  const examples: string[] = [];
  // The first topic is the office itself: what it is and where, which the page says anyway.
  for (const topic of topics.slice(1)) {
    const example = firstQuestion(topic.id, intents, language);
    if (example !== undefined) examples.push(example);
    if (examples.length === SHOWN) break;
  }
  return examples;
}

/** Looks no further than it must: it is asked for with each visit. */
function firstQuestion(topic: string, intents: Knowledge["intents"], language: Language): string | undefined {
  for (const intent of intents.values()) {
    if (intent.topic !== topic || !intent.answer) continue;
    const found = intent.utterances[language].find(
      (utterance) => /^\p{Lu}.*\?$/u.test(utterance) && !familiar.test(utterance),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Guests may write so; the page does not put it into their mouths. */
const familiar = /\b(ihr|euch|euer|eure|du|dir|dich|dein|deine)\b/u;
