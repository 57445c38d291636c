import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { seminarIntent } from "../conversation/seminar-intent.js";
import type { Act, Language } from "../vocabulary/index.js";
import { actOn } from "./action.js";
import { type Command, type CommandName, commandIn } from "./command.js";
import { requestedLanguage } from "./language.js";
import { PRIVACY } from "./own-data.js";
import type { Turn } from "./turn.js";

/** The command that this message is; null for any other. One that is not known means its words. */
export function commandOf({ text }: DecisionInput): (Command & { readonly name: CommandName }) | null {
  const command = text === null ? null : commandIn(text);
  return command?.name ? { ...command, name: command.name } : null;
}

/** Does what a command asks for, as the button would that means the same. */
export function onCommand(
  command: Command & { readonly name: CommandName },
  input: DecisionInput,
  reply: Reply,
): Turn {
  const reasons = [`command "${command.name}"`];
  // of the message nothing is left to be understood, or to be an answer in a form
  const pressed = { ...input, text: null, words: null };
  const act = actOf(command, input);
  if (act) {
    const turn = actOn(act, pressed, reply);
    return { ...turn, reasons: [...reasons, ...turn.reasons] };
  }
  if (command.name === "language") {
    askLanguage(reply, command.rest);
    return { outcome: "answer", reasons };
  }
  reply.say(reply.words("first-contact"));
  return { outcome: "answer", reasons };
}

function actOf({ name, language, rest }: Command & { name: CommandName }, input: DecisionInput): Act | null {
  switch (name) {
    case "start":
      return beginning(rest, input) ?? { does: "menu" };
    case "help":
      return { does: "menu" };
    case "seminars": {
      const intent = seminarIntent(input.knowledge, "list");
      return intent === null ? { does: "menu" } : { does: "ask", intent };
    }
    case "person":
      return { does: "person" };
    case "privacy":
      return input.knowledge.intents.has(PRIVACY) ? { does: "ask", intent: PRIVACY } : null;
    case "stored":
      return { does: "stored" };
    case "delete":
      return { does: "erase" };
    case "language": {
      const wished = language ?? requestedLanguage(rest);
      return wished === null || wished === "other" ? null : { does: "language", language: wished };
    }
  }
}

/** What a link asks for that opens the chat: `seminar-<id>`, `topic-<id>` or `ask-<intent>`; null: nothing known. */
function beginning(payload: string, { knowledge }: DecisionInput): Act | null {
  const [, kind, about = ""] = /^(seminar|topic|ask)-(.+)$/.exec(payload.trim()) ?? [];
  switch (kind) {
    case "seminar": {
      const intent = seminarIntent(knowledge, "overview") ?? seminarIntent(knowledge, "details");
      const known = knowledge.seminars.some(({ id }) => id === about);
      return intent !== null && known ? { does: "ask", intent, seminar: about } : null;
    }
    case "topic":
      return knowledge.topics.some(({ id }) => id === about) ? { does: "topic", topic: about } : null;
    case "ask":
      return knowledge.intents.has(about) ? { does: "ask", intent: about } : null;
    default:
      return null;
  }
}

function askLanguage(reply: Reply, rest: string): void {
  const other = requestedLanguage(rest) === "other";
  reply.say(reply.words(other ? "language.unsupported" : "language.which"), {
    buttons: (["de", "en"] as const).map((language) =>
      reply.button(NAMES[language], { does: "language", language }),
    ),
  });
}

/** Each in its own language, so that whoever speaks it finds it. */
const NAMES: Readonly<Record<Language, string>> = { de: "Deutsch", en: "English" };
