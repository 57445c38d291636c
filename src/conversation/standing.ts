import type { Knowledge, Seminar } from "../knowledge/model.js";
import type { Act, Action, ActionId, Language } from "../vocabulary/index.js";
import { seminarIntent } from "./seminar-intent.js";
import { plainWords } from "./words.js";

/**
 * The buttons that are open to everybody: they stand on the desk's pages and in links, so their names are plain and
 * what they do is harmless. Null for a name that is none of them or names something that is not known here.
 */
export function standingAction(id: ActionId, knowledge: Knowledge, language: Language): Action | null {
  if (!id.startsWith("~")) return null;
  const [name = "", about = ""] = id.slice(1).split(":");
  const found = meaning(name, about, knowledge, language);
  return found && { id, ...found, until: "9999-12-31T00:00:00Z" };
}

/**
 * The chat page, to be opened with a standing action: the name of its button without the "~".
 * @param carry the token of a conversation on another channel that goes on there; null: none does
 */
export function errandUrl(
  site: string,
  errand: string,
  language: Language,
  carry: string | null = null,
): string {
  return `${site}/?do=${errand}&lang=${language}${carry === null ? "" : `&carry=${carry}`}`;
}

function meaning(
  name: string,
  about: string,
  knowledge: Knowledge,
  language: Language,
): { readonly act: Act; readonly label: string } | null {
  const label = (key: string): string => plainWords(knowledge.messages, key, language);
  switch (name) {
    case "menu":
      return { act: { does: "menu" }, label: label("button.topics") };
    case "person":
      return { act: { does: "person" }, label: label("button.person") };
    case "bookings":
      return { act: { does: "bookings" }, label: label("button.bookings") };
    case "topic": {
      const topic = knowledge.topics.find(({ id }) => id === about);
      return topic ? { act: { does: "topic", topic: about }, label: topic.title[language] } : null;
    }
    case "ask": {
      const intent = knowledge.intents.get(about);
      return intent ? { act: { does: "ask", intent: about }, label: intent.title[language] } : null;
    }
    case "form": {
      const form = knowledge.forms.get(about);
      return form && !form.booking
        ? { act: { does: "form", form: about }, label: form.title[language] }
        : null;
    }
    case "register": {
      const seminar = knowledge.seminars.find(({ id }) => id === about);
      return seminar ? { act: registering(seminar, knowledge), label: seminar.title[language] } : null;
    }
    default:
      return null;
  }
}

/** Where a seminar has no form, the guest is told how one registers for it. */
function registering({ id, registration }: Seminar, knowledge: Knowledge): Act {
  const form = registration?.form;
  if (form && knowledge.forms.has(form)) return { does: "form", form, seminar: id };
  const intent = seminarIntent(knowledge, "register");
  return intent === null ? { does: "menu" } : { does: "ask", intent, seminar: id };
}
