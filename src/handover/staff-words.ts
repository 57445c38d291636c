import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { plainWords } from "../conversation/words.js";
import type { StaffRoom } from "../knowledge/model.js";
import { fill } from "../text/index.js";
import type { Act, Button, Language, OpenHandover, Place, RichText } from "../vocabulary/index.js";
import { isAddressOf, roomIn, threadOf } from "./rooms.js";

/** What is said to staff: in the language of their room, from the texts `staff.*` of messages.yaml. */
export interface StaffTalk {
  readonly room: StaffRoom | null;
  readonly language: Language;
  /** Where the handover's thread is; null: staff read it in the desk itself. */
  readonly thread: Place | null;
  words(key: string, values?: Readonly<Record<string, string | RichText | undefined>>): RichText;
  label(key: string, values?: Readonly<Record<string, string>>): string;
  button(key: string, act: Act, values?: Readonly<Record<string, string>>): Button;
}

/** @returns how to talk to the staff who have this handover, or whoever wrote in `event`'s place. */
export function staffTalk(handover: OpenHandover | undefined, input: DecisionInput, reply: Reply): StaffTalk {
  const { messages, handover: rules } = input.knowledge;
  const { place } = input.event;
  const here = rules.rooms.find(
    (candidate) => candidate.channel === place.channel && isAddressOf(candidate, place.address),
  );
  const room = (handover && roomIn(handover, input.knowledge)) ?? here ?? null;
  const language = (input.staff && here ? here : room)?.language ?? "de";
  return {
    room,
    language,
    thread: handover ? threadOf(handover, input) : null,
    words: (key, values = {}) =>
      fill(messages[key]?.[language][0] ?? [], (name) =>
        name in values ? values[name] : input.facts.value(name, language),
      ),
    label: (key, values) => plainWords(messages, key, language, values),
    button: (key, act, values) => reply.button(plainWords(messages, key, language, values), act),
  };
}

/** Says something to whoever has just written or pressed something in a staff room, where they did. */
export function hint(
  key: string,
  input: DecisionInput,
  reply: Reply,
  values: Readonly<Record<string, string>> = {},
): void {
  const talk = staffTalk(input.conversation.state.handover, input, reply);
  reply.aside(input.event.place, talk.language, talk.words(key, values));
}

/** Says something once in a handover. @returns the names of what was told then */
export function hintOnce(name: string, handover: OpenHandover, say: () => void): readonly string[] {
  if (handover.told.includes(name)) return handover.told;
  say();
  return [...handover.told, name];
}
