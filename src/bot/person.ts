import { personButton, topicsButton } from "../conversation/buttons.js";
import { errandLink } from "../conversation/errand.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { ask, handsOver } from "../handover/ask.js";
import type { Partner } from "../knowledge/model.js";
import type { Button, ContactCard, IntentId, Language, Link } from "../vocabulary/index.js";
import { waysToOffice } from "./offered-form.js";
import { routedPartner } from "./routed.js";
import type { Answered } from "./turn.js";

/**
 * Fetches a person, where the office has rooms in which its staff answer. Else, and where somebody outside is responsible,
 * it names the contact and hours of the office, and before it of whoever is responsible for what was talked about. It
 * promises nothing that is not there.
 */
export function toPerson(input: DecisionInput, reply: Reply, about: IntentId | null = null): Answered {
  const routed = routedPartner(input, reply.language, about);
  if (!handsOver(input)) return toContacts(ofItsOwn(routed), [], input, reply);
  if (!routed || isAnsweredHere(routed, input)) return ask(routed, input, reply);
  return toContacts(routed, elsewhere(routed, input, reply), input, reply);
}

/** Its enquiries are answered by the desk's own staff: it is a part of the city, or has a room. */
function isAnsweredHere({ id, kind }: Partner, { knowledge: { handover } }: DecisionInput): boolean {
  return (
    kind === "desk" || kind === "department" || handover.rooms.some(({ partners }) => partners.includes(id))
  );
}

/** Somebody outside is responsible: the enquiry goes there by e-mail if the guest agrees, or the office's staff help on. */
function elsewhere(partner: Partner, input: DecisionInput, reply: Reply): Button[] {
  const { forms } = input.knowledge;
  const takesMail = input.mail && partner.values["email"] && forms.has(PARTNER_FORM);
  return [
    ...(takesMail
      ? [
          reply.button(reply.label("button.mail-to-partner", { name: partner.name[reply.language] }), {
            does: "form",
            form: PARTNER_FORM,
            partner: partner.id,
          }),
        ]
      : []),
    reply.button(reply.label("button.ask-anyway"), { does: "ask-anyway" }),
  ];
}

/** The form by which an enquiry goes to somebody outside. */
const PARTNER_FORM = "partner-enquiry";

function toContacts(
  partner: Partner | null,
  buttons: readonly Button[],
  input: DecisionInput,
  reply: Reply,
): Answered {
  const ways = waysToOffice(input, reply);
  const name = partner?.name[reply.language] ?? "";
  const link = partner && reply.url(`{${partner.id}.link}`);
  reply.say(
    [
      ...reply.words(buttons.length > 0 ? "handover.elsewhere" : "handover"),
      ...(partner ? reply.words("handover.partner", { name }) : []),
    ],
    {
      cards: [
        ...(partner ? [contactCard(partner.id, name, input, reply.language)] : []),
        contactCard("office", null, input, reply.language),
      ],
      buttons: [...buttons, ...ways.buttons],
      links: [
        ...(link ? [{ label: reply.label("answer.responsible", { name }), url: link }] : []),
        ...webChat(input, reply),
        ...ways.links,
      ],
    },
  );
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

/** Null for a desk that is reached as the office itself is. */
function ofItsOwn(partner: Partner | null): Partner | null {
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
