import { fill } from "../text/index.js";
import type {
  Act,
  Action,
  Button,
  Card,
  IntentId,
  Language,
  Link,
  Place,
  RichText,
  Say,
} from "../vocabulary/index.js";
import type { DecisionInput } from "./input.js";
import { freshVariant, nameOfText, type Said, staleVariant, type Variant, wasSaid } from "./said.js";
import { plainWords } from "./words.js";

/** How long a button may be pressed. */
const BUTTON_LIFE_DAYS = 30;

/** Words for `{placeholders}` of one text; they win over the facts. */
export type Values = Readonly<Record<string, string | RichText | undefined>>;

/** What a reply carries beside its text. */
export interface Extras {
  readonly buttons?: readonly Button[];
  readonly cards?: readonly Card[];
  readonly links?: readonly Link[];
  /** Somebody of the office says it. */
  readonly author?: { readonly name: string };
  /** ISO 8601: not sent before. */
  readonly holdUntil?: string;
  /** The id of an earlier message that this one takes the place of. */
  readonly replaces?: string;
}

/**
 * Collects what is said in one turn: finds the words in messages.yaml, fills in the facts, names buttons and messages
 * after the event, so that deciding again gives the same ids.
 */
export interface Reply {
  readonly language: Language;
  /**
   * The text of messages.yaml under `key`, filled; a variant that was not said last, and one of `<key>.again`, where
   * there are any, when `key` was said just before. Empty when there is none.
   */
  words(key: string, values?: Values): RichText;
  /**
   * A text that stands elsewhere, such as an intent's answer, under a name of its own: said just before, it becomes a
   * variant of `<key>.again` where messages.yaml has one, else it is led in by `answer.again` when it is the very same.
   */
  named(key: string, text: RichText, cards?: readonly Card[]): RichText;
  /** Notes that this text is said under that name, and changes nothing about it. */
  note(key: string, text: RichText, cards?: readonly Card[]): void;
  /** The plain words of a button or label. */
  label(key: string, values?: Readonly<Record<string, string>>): string;
  /** The title of an intent. */
  title(intent: IntentId): string;
  fill(text: RichText, values?: Values): RichText;
  /** A link target with its variables filled in; null when one of them is unknown. */
  url(template: string): string | null;
  button(label: string, act: Act): Button;
  /** @returns the message's id; null where there was nothing to say. */
  say(text: RichText, extras?: Extras): string | null;
  /** Says something to others than the guest, which is no line of their chat. */
  aside(to: Place, language: Language, text: RichText, extras?: Extras): string;
  /** Takes a message back that was said earlier: to the guest, or aside to that place. */
  takeBack(id: string, to?: Place): void;
  /** What was collected. */
  done(): { say: readonly Say[]; actions: readonly Action[]; said: readonly string[] };
}

/** Starts the reply of one turn. */
export function reply(input: DecisionInput, language: Language): Reply {
  const { state, place } = input.conversation;
  const said: string[] = [];
  const messages: Say[] = [];
  const actions: Action[] = [];
  const until = new Date(input.now + BUTTON_LIFE_DAYS * 86_400_000).toISOString();

  const filled = (text: RichText, values: Values = {}): RichText =>
    fill(text, (path) => (path in values ? values[path] : input.facts.value(path, language)));

  const heard = (): Said => [...state.said, ...said];
  const { messages: texts } = input.knowledge;
  const spoken = (variant: Variant | null, values?: Values): RichText => {
    if (!variant) return [];
    said.push(variant.name);
    return filled(variant.text, values);
  };
  const fresh = (key: string): Variant | null => freshVariant(texts, key, language, heard(), input.eventId);
  const spokenAgain = (key: string, values?: Values): RichText =>
    wasSaid(heard(), key, language) ? spoken(fresh(`${key}.again`), values) : [];

  const words = (key: string, values?: Values): RichText => {
    const again = spokenAgain(key, values);
    if (again.length > 0) return again;
    return spoken(fresh(key) ?? staleVariant(texts, key, language, heard()), values);
  };

  return {
    language,
    words,
    named(key, text, cards) {
      if (text.length === 0) return text;
      const again = spokenAgain(key);
      if (again.length > 0) return again;
      const name = nameOfText(key, language, text, cards);
      const lead = heard().includes(name) ? words("answer.again") : [];
      said.push(name);
      return [...lead, ...text];
    },
    note(key, text, cards) {
      said.push(nameOfText(key, language, text, cards));
    },
    label: (key, values) => plainWords(input.knowledge.messages, key, language, values),
    title: (intent) => input.knowledge.intents.get(intent)?.title[language] ?? intent,
    fill: filled,
    url(template) {
      let known = true;
      const url = template.replace(/\{([^{}]+)\}/g, (_, path: string) => {
        const value = input.facts.value(path, language);
        known &&= typeof value === "string";
        return typeof value === "string" ? value : "";
      });
      return known ? url : null;
    },
    button(label, act) {
      const id = `${input.eventId.toString(36)}-${actions.length}`;
      actions.push({ id, label, act, until });
      const rates = act.does === "rate" && act.reason === undefined;
      const sends = act.does === "form-move" && act.to === "confirm";
      return {
        label,
        action: id,
        ...(rates ? { rates: act.helpful } : {}),
        ...(sends ? { primary: true } : {}),
      };
    },
    say(text, extras = {}) {
      if (text.length === 0 && !extras.cards?.length) return null;
      return put({ to: place }, language, text, extras);
    },
    aside: (to, language, text, extras = {}) => put({ to, aside: true }, language, text, extras),
    takeBack(id, to) {
      put(to ? { to, aside: true } : { to: place }, language, [], { replaces: id });
    },
    done: () => ({ say: messages, actions, said }),
  };

  function put(where: Pick<Say, "to" | "aside">, language: Language, text: RichText, extras: Extras): string {
    const id = `${input.eventId}.${messages.length}`;
    messages.push({
      ...where,
      ...(extras.holdUntil === undefined ? {} : { holdUntil: extras.holdUntil }),
      ...(extras.replaces === undefined ? {} : { replaces: extras.replaces }),
      message: {
        id,
        language,
        text,
        ...(extras.author ? { author: extras.author } : {}),
        ...(extras.buttons?.length ? { buttons: extras.buttons } : {}),
        ...(extras.cards?.length ? { cards: extras.cards } : {}),
        ...(extras.links?.length ? { links: extras.links } : {}),
      },
    });
    return id;
  }
}
