import { errandLink } from "../conversation/errand.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Extras, Reply } from "../conversation/reply.js";

/** Whether forms may be filled in where this conversation takes place: never where others read along. */
export function formsHere({ knowledge, conversation: { place } }: DecisionInput): boolean {
  return place.scope === "private" && knowledge.office.forms[place.channel] === "here";
}

/**
 * The way into a form, under an answer: a button where it may be filled in, else a link to the web chat, if there is
 * one. Nothing for a form that forms.yaml does not have.
 */
export function offeredForm(
  id: string | null,
  input: DecisionInput,
  reply: Reply,
): Required<Pick<Extras, "buttons" | "links">> {
  const form = id === null ? undefined : input.knowledge.forms.get(id);
  // a registration needs its seminar: it is offered with it, not here
  if (!form || form.booking) return { buttons: [], links: [] };
  const own = `button.form.${form.id}`;
  const label = Object.hasOwn(input.knowledge.messages, own) ? reply.label(own) : form.title[reply.language];
  if (formsHere(input)) return { buttons: [reply.button(label, { does: "form", form: form.id })], links: [] };
  const url = errandLink(`form:${form.id}`, input, reply.language);
  return { buttons: [], links: url ? [{ label, url }] : [] };
}

/** Ways to the office where the bot itself does not get further: a call-back, a message. */
export function waysToOffice(
  input: DecisionInput,
  reply: Reply,
): Required<Pick<Extras, "buttons" | "links">> {
  const ways = ["callback", "message-to-office"].map((id) => offeredForm(id, input, reply));
  return {
    buttons: ways.flatMap(({ buttons }) => buttons),
    links: ways.flatMap(({ links }) => links),
  };
}
