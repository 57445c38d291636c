import { personButton, topicsButton } from "../conversation/buttons.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { ContactCard, Language } from "../vocabulary/index.js";
import { waysToOffice } from "./offered-form.js";
import type { Answered } from "./turn.js";

/** Names the contact and hours of the office. It promises nothing that is not there: nobody is fetched into the chat. */
export function toPerson(input: DecisionInput, reply: Reply): Answered {
  reply.say(reply.words("handover"), {
    cards: [contactCard(input, reply.language)],
    ...waysToOffice(input, reply),
  });
  return { outcome: "handover", reasons: ["asked for a person"] };
}

/** Admits not to know, says what the desk can do, offers a person and, where there is one, a way to reach the office. */
export function fallback(key: string, input: DecisionInput, reply: Reply): Answered {
  const ways = waysToOffice(input, reply);
  reply.say(reply.words(key), {
    buttons: [personButton(reply), ...ways.buttons, topicsButton(reply)],
    links: ways.links,
  });
  return { outcome: "fallback", reasons: ["not understood surely enough"] };
}

/** How the office is reached, as far as office.yaml says. */
function contactCard(input: DecisionInput, language: Language): ContactCard {
  const value = (path: string): string | null => {
    const found = input.facts.value(path, language);
    return typeof found === "string" ? found : null;
  };
  return {
    kind: "contact",
    name: value("office.name") ?? "",
    address: value("office.address"),
    phone: value("office.phone"),
    email: value("office.email"),
    hours: value("office.today"),
  };
}
