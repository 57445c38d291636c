import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Partner } from "../knowledge/model.js";
import { fromPlain } from "../text/index.js";
import type { Language, OpenHandover, Place, Submission } from "../vocabulary/index.js";
import { briefOf } from "./brief.js";
import { briefText } from "./brief-text.js";
import { quoted } from "./card.js";
import { staffTalk } from "./staff-words.js";

/** Sends a ticket to whoever is responsible, or else to the office, so that it is seen where nobody looks into a room. */
export function mailToPartner(handover: OpenHandover, input: DecisionInput, reply: Reply): void {
  const file = input.caseFile;
  if (!input.mail || !file) return;
  const talk = staffTalk(handover, input, reply);
  const { language } = talk;
  const own =
    handover.partner === null ? undefined : input.facts.value(`${handover.partner}.email`, language);
  const address = own ?? input.facts.value("office.email", language);
  if (typeof address !== "string") return;
  const brief = briefOf(file, handover, input.knowledge, { now: input.now, language });
  const values = { number: handover.number };
  reply.aside(mailbox(address, talk.label("staff.mail.subject", values)), language, [
    ...talk.words("staff.mail", values),
    ...briefText(brief, input.knowledge, language),
  ]);
}

/** Sends an enquiry to somebody outside, as the guest has agreed to. */
export function mailEnquiry(
  { reference: number, answers, language }: Submission,
  partner: Partner,
  input: DecisionInput,
  reply: Reply,
): void {
  const address = partner.values["email"];
  if (!input.mail || address === undefined) return;
  const office = input.facts.value("office.name", language);
  const values = { number, office: typeof office === "string" ? office : "" };
  const guest = answers.find(({ field }) => field === "email")?.value ?? null;
  reply.aside(mailbox(address, reply.label("partner.mail.subject", values), guest), language, [
    ...reply.fill(textOf("partner.mail", language, input), values),
    ...answers.flatMap(({ label, shown }) => quoted(label, fromPlain(shown))),
  ]);
}

/**
 * Tells a guest who may be gone that there is an answer, without a word of it: mail is read by others, too. It leads to
 * a page that shows the answer.
 * @param holdUntil as the answer: before it has gone there is nothing to tell of
 * @returns whether there was an address to write to, and somewhere to lead
 */
export function mailToGuest(
  handover: OpenHandover,
  input: DecisionInput,
  reply: Reply,
  holdUntil?: string,
): boolean {
  const { language } = input.conversation.state;
  const address = addressOf(handover, input);
  if (!input.mail || address === null || input.site === null || !input.signed) return false;
  const url = `${input.site}${input.signed(`/answer/${handover.number}?lang=${language}`)}`;
  const values = { number: handover.number };
  reply.aside(
    mailbox(address, reply.label("handover.mail.subject", values)),
    language,
    reply.fill(textOf("handover.mail", language, input), values),
    {
      links: [{ label: reply.label("handover.mail.link"), url }],
      ...(holdUntil === undefined ? {} : { holdUntil }),
    },
  );
  return true;
}

/** What the guest gave when they left their message, if they did. */
function addressOf({ number }: OpenHandover, { caseFile }: DecisionInput): string | null {
  const left = caseFile?.submissions.find(({ reference }) => reference === number);
  return left?.answers.find(({ field, shown }) => field === "email" && shown.includes("@"))?.shown ?? null;
}

function mailbox(address: string, subject: string, replyTo: string | null = null): Place {
  return {
    channel: "email",
    scope: "private",
    address,
    details: { subject, ...(replyTo === null ? {} : { replyTo }) },
  };
}

function textOf(key: string, language: Language, { knowledge }: DecisionInput) {
  return knowledge.messages[key]?.[language][0] ?? [];
}
