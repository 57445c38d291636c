import { personButton } from "../conversation/buttons.js";
import { errandLink } from "../conversation/errand.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { canRegister } from "../conversation/seminar-card.js";
import { activeBooking } from "../conversation/seminar-for-guest.js";
import { plainWords } from "../conversation/words.js";
import type { Form } from "../knowledge/model.js";
import type { Button, OpenForm, RichText } from "../vocabulary/index.js";
import { ask, beginButton, move, remind } from "./ask.js";
import { EXPIRY_TIMER, expiryAfter } from "./expiry.js";
import { nextUnanswered } from "./path.js";
import { alreadyRegistered, bookable, registrationWith, seminarWords } from "./seminar.js";
import { currentStep, type FormStep, nowOf, partnerValues, unchanged } from "./step.js";
import type { FormTurn } from "./turn.js";

/** Seminars that are offered where none was named. */
const OFFERED = 6;

/**
 * Opens a form: what for, how long kept, voluntary, and the first question. Says instead why not, where forms are not
 * filled in on this channel, the seminar cannot be registered for, or the guest is registered already. While another
 * form is open it asks which of the two to go on with.
 * @param seminar the seminar to register for; null for any other form
 */
export function beginForm(id: string, seminar: string | null, input: DecisionInput, reply: Reply): FormTurn {
  const form = input.knowledge.forms.get(id);
  // what goes to somebody outside is opened for one of them
  const forNobody = form?.opens === "partner" && partnerOf(form, input).partner === undefined;
  if (!form || forNobody) {
    reply.say(reply.words("form.gone"), { buttons: [personButton(reply)] });
    return unchanged(input, `there is no form "${id}"`);
  }
  const about = form.booking ? seminar : null;
  return (
    notHere(form, about, input, reply) ?? notNow(form, about, input, reply) ?? open(form, about, input, reply)
  );
}

/** Where forms are not filled in: in rooms, since others read along, and where the office wants them on its page. */
function notHere(form: Form, seminar: string | null, input: DecisionInput, reply: Reply): FormTurn | null {
  const { place } = input.conversation;
  const title = form.title[reply.language];
  if (place.scope === "room") {
    reply.say(reply.words("form.room", { title }));
    return unchanged(input, `no form in a room: "${form.id}"`);
  }
  if (input.knowledge.office.forms[place.channel] === "here") return null;
  const errand = seminar === null ? `form:${form.id}` : `register:${seminar}`;
  const url = errandLink(errand, input, reply.language) ?? undefined;
  reply.say(reply.words(url === undefined ? "form.link.no-site" : "form.link", { title, url }));
  return unchanged(input, `form "${form.id}" only on the page, not on ${place.channel}`);
}

/** What stands in the way of this guest: no seminar, a full one, a registration, another form. */
function notNow(form: Form, seminar: string | null, input: DecisionInput, reply: Reply): FormTurn | null {
  if (form.booking && seminar === null) return whichSeminar(form, input, reply);
  const booking = activeBooking(seminar, input);
  if (form.booking && booking) {
    const title =
      input.knowledge.seminars.find(({ id }) => id === seminar)?.title[reply.language] ?? booking.seminar;
    const withdraw = { does: "withdraw", booking: booking.id } as const;
    reply.say(alreadyRegistered(title, booking, reply), {
      buttons: [reply.button(reply.label("form.button.withdraw"), withdraw)],
    });
    return unchanged(input, `already registered for "${seminar}"`);
  }
  const found = form.booking ? bookable(form, seminar, input, reply) : null;
  if (found && "obstacle" in found) {
    reply.say(found.obstacle.text, { links: found.obstacle.links });
    return unchanged(input, found.obstacle.reason);
  }
  return otherOpen(form, seminar, input, reply);
}

/** A form is open: this one goes on, another one is begun only when the guest wants to drop it. */
function otherOpen(form: Form, seminar: string | null, input: DecisionInput, reply: Reply): FormTurn | null {
  const step = currentStep(input, reply);
  const { action } = input;
  const dropsIt = action && action !== "expired" && action.act.does === "form" && action.act.instead;
  if (!step || dropsIt) return null;
  const [title, openTitle] = [form, step.form].map((one) => one.title[reply.language]);
  const instead = (label: string): Button =>
    beginButton(reply.label(`form.button.${label}`), form, seminar, reply, { instead: true });
  if (step.form.id === form.id && (step.open.seminar ?? null) === seminar)
    return remind(step, [instead("again")]);
  reply.say(reply.words("form.other-open", { title, open: openTitle }), {
    buttons: [move(step, "resume", "resume"), instead("instead")],
  });
  return {
    ...unchanged(input, `form "${step.form.id}" is open, "${form.id}" was asked for`),
    form: step.open,
  };
}

function open(form: Form, seminar: string | null, input: DecisionInput, reply: Reply): FormTurn {
  const dropped = currentStep(input, reply)?.form;
  const at = nowOf(input);
  const draft: OpenForm = {
    form: form.id,
    ...(seminar === null ? {} : { seminar }),
    ...partnerOf(form, input),
    answers: {},
    asks: nextUnanswered(form, {}),
    correcting: false,
    failures: 0,
    startedAt: at,
    touchedAt: at,
  };
  const step = { form, open: draft, input, reply };
  reply.say([
    ...(dropped ? reply.words("form.dropped", { title: dropped.title[reply.language] }) : []),
    ...introduction(step),
  ]);
  const asked = ask(step);
  return {
    ...asked,
    reasons: [`began form "${form.id}"`, ...asked.reasons],
    timers: [{ at: expiryAfter(draft), name: EXPIRY_TIMER }],
  };
}

/** To whom an enquiry goes that is sent to somebody outside: whoever the button named. */
function partnerOf({ opens }: Form, { action }: DecisionInput): Pick<OpenForm, "partner"> {
  const act = action && action !== "expired" ? action.act : null;
  return opens === "partner" && act?.does === "form" && act.partner !== undefined
    ? { partner: act.partner }
    : {};
}

/** What the law wants said before the first personal question (Art. 13 GDPR), and how one gets out again. */
function introduction(step: FormStep): RichText {
  const { form, input, reply } = step;
  const { messages } = input.knowledge;
  const about = seminarWords(step);
  const days = String(form.keepDays);
  const kept = form.keepDays === 0 ? "at-once" : form.keepDays === 1 ? "day" : "days";
  const responsible =
    form.responsible && input.knowledge.partners.get(form.responsible)?.name[reply.language];
  const office = input.facts.value("office.name", reply.language);
  return reply.words("form.intro", {
    title: form.title[reply.language],
    purpose: reply.fill(form.purpose[reply.language], partnerValues(step)),
    seminar: "text" in about ? about.text : undefined,
    kept: plainWords(messages, `form.kept.${kept}`, reply.language, { days }),
    responsible: responsible || (typeof office === "string" ? office : ""),
    privacy: privacyNotice(input, reply),
  });
}

/** The desk's own page, or the office's where the desk has none. */
function privacyNotice(input: DecisionInput, reply: Reply): string | undefined {
  if (input.site !== null) return `${input.site}/privacy?lang=${reply.language}`;
  return reply.url("{office.privacyLink}") ?? undefined;
}

function whichSeminar(form: Form, input: DecisionInput, reply: Reply): FormTurn {
  const open = input.knowledge.seminars.filter(
    (seminar) => !activeBooking(seminar.id, input) && canRegister(registrationWith(form, seminar, input)),
  );
  reply.say(reply.words(open.length > 0 ? "form.which-seminar" : "form.no-seminar"), {
    buttons: open
      .slice(0, OFFERED)
      .map(({ id, title }) => beginButton(title[reply.language], form, id, reply)),
  });
  return unchanged(input, "no seminar was named");
}
