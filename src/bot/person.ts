import { personButton, topicsButton } from "../conversation/buttons.js";
import { errandLink } from "../conversation/errand.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { postcodeIn } from "../handover/postcode.js";
import { route } from "../handover/routing.js";
import type { Partner } from "../knowledge/model.js";
import type { ContactCard, Language, Link } from "../vocabulary/index.js";
import { waysToOffice } from "./offered-form.js";
import { liveTopic } from "./topic.js";
import type { Answered } from "./turn.js";

/**
 * Names the contact and hours of the office, and before it of whoever is responsible for what was talked about. It
 * promises nothing that is not there: nobody is fetched into the chat.
 */
export function toPerson(input: DecisionInput, reply: Reply): Answered {
  const ways = waysToOffice(input, reply);
  const partner = responsiblePartner(input, reply.language);
  const name = partner?.name[reply.language] ?? "";
  const link = partner && reply.url(`{${partner.id}.link}`);
  reply.say([...reply.words("handover"), ...(partner ? reply.words("handover.partner", { name }) : [])], {
    cards: [
      ...(partner ? [contactCard(partner.id, name, input, reply.language)] : []),
      contactCard("office", null, input, reply.language),
    ],
    buttons: ways.buttons,
    links: [
      ...(link ? [{ label: reply.label("answer.responsible", { name }), url: link }] : []),
      ...webChat(input, reply),
      ...ways.links,
    ],
  });
  return {
    outcome: "handover",
    reasons: ["asked for a person", ...(partner ? [`routed to ${partner.id}`] : [])],
  };
}

/** Where the office wants no talk with a person on this channel: the way to the web chat, without a promise. */
function webChat(input: DecisionInput, reply: Reply): Link[] {
  const { channel } = input.conversation.place;
  if (input.knowledge.office.handover[channel] === "here") return [];
  const url = errandLink("person", input, reply.language);
  return url === null ? [] : [{ label: reply.label("button.web-chat"), url }];
}

/** Who should take what was talked about last; null: the office itself, also for a desk that is reached as it is. */
function responsiblePartner(input: DecisionInput, language: Language): Partner | null {
  const topic = liveTopic(input.conversation.state, input.now);
  if (!topic) return null;
  const errand = {
    intents: topic.intents,
    language,
    postcode: postcodeIn(input.text ?? "") ?? postcodeIn(topic.question),
  };
  const partner = route(errand, input.knowledge, input.facts.presence);
  const isOffice = partner?.kind === "desk" && !partner.values["email"] && !partner.values["phone"];
  return isOffice ? null : partner;
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

/** How the office or a partner is reached, as far as office.yaml or partners.yaml says. */
function contactCard(id: string, name: string | null, input: DecisionInput, language: Language): ContactCard {
  const value = (key: string): string | null => {
    const found = input.facts.value(`${id}.${key}`, language);
    return typeof found === "string" ? found : null;
  };
  return {
    kind: "contact",
    name: name ?? value("name") ?? "",
    address: value("address"),
    phone: value("phone"),
    email: value("email"),
    hours: value("today"),
  };
}
