import { personButton, topicsButton } from "../conversation/buttons.js";
import { shortDate } from "../conversation/dates.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { periodIn } from "../conversation/when.js";
import type { FaqIntent } from "../knowledge/model.js";
import { variables } from "../text/index.js";
import type { IntentId, Link, RichText } from "../vocabulary/index.js";
import { cancelBooking } from "./bookings.js";
import { thumbs } from "./feedback.js";
import { requestedLanguage } from "./language.js";
import { showTopics } from "./menu.js";
import { offeredForm } from "./offered-form.js";
import { ownDataButtons } from "./own-data.js";
import { fallback, toPerson } from "./person.js";
import { lastAnswered, repeating, repeatWish } from "./repeat.js";
import { type Responsible, responsibleFor } from "./responsible.js";
import { type Lead, leadFrom } from "./seam.js";
import { answerOnSeminars } from "./seminars.js";
import type { Answered } from "./turn.js";

/** Answers one intent, whatever answers it: its text, the seminar data, or what the bot does. */
export function answerIntent(
  id: IntentId,
  question: string,
  seminar: string | null,
  input: DecisionInput,
  reply: Reply,
): Answered {
  const intent = input.knowledge.intents.get(id);
  if (!intent) return fallback("fallback", input, reply);
  const reasons = [`understood as ${id}`];
  if (isExpired(intent, input)) return expired(intent, input, reply, reasons);
  if (intent.behaviour) return { ...behave(intent, question, input, reply), reasons };
  if (intent.seminars) {
    const named = seminar ? [seminar] : (input.comprehension?.seminars ?? []).map((mention) => mention.id);
    const cancelled = intent.seminars === "cancel" ? cancelBooking(named, input, reply) : null;
    if (cancelled) return { ...cancelled, answered: [id], reasons: [...reasons, ...cancelled.reasons] };
    const {
      text,
      extras,
      seminar: found,
    } = answerOnSeminars(intent.seminars, question, seminar, input, reply);
    reply.say(reply.named(id, text, extras.cards), {
      ...extras,
      buttons: [...(extras.buttons ?? []), ...thumbs(input, reply)],
    });
    return { outcome: "answer", answered: [id], topical: true, seminar: found, reasons };
  }
  const lead = sayFaq(intent, question, input, reply);
  const person = intent.handover === "always" ? toPerson(input, reply, id) : null;
  return {
    ...person,
    outcome: person ? person.outcome : "answer",
    answered: [id],
    topical: true,
    reasons: [...reasons, ...(lead ? [lead.reason] : []), ...(person?.reasons ?? [])],
    ...(intent.form ? { form: intent.form } : {}),
  };
}

/** Says what stands behind "Mehr". */
export function answerMore(id: IntentId, input: DecisionInput, reply: Reply): Answered {
  const intent = input.knowledge.intents.get(id);
  const more = intent?.answer?.[reply.language].more;
  if (!intent || !more || isExpired(intent, input)) return answerIntent(id, "", null, input, reply);
  const form = offeredForm(intent.form, input, reply);
  const text = reply.fill(more);
  const templates = [more, intent.answer?.[reply.language].short ?? []];
  const responsible = responsibleFor(intent, templates, text, null, input, reply);
  reply.say(reply.named(`${id}.more`, [...text, ...responsible.text]), {
    buttons: [...form.buttons, ...thumbs(input, reply)],
    links: [...form.links, ...linksOf(intent, reply, responsible)],
  });
  return { outcome: "answer", answered: [id], topical: true, reasons: [`more on ${id}`] };
}

function sayFaq(intent: FaqIntent, question: string, input: DecisionInput, reply: Reply): Lead | null {
  const answer = intent.answer?.[reply.language];
  if (!answer) return null;
  const text = reply.fill(answer.short);
  const lead = leadFrom(intent, text, question, input, reply);
  const responsible = responsibleFor(intent, [answer.short], text, lead, input, reply);
  const form = offeredForm(intent.form, input, reply);
  reply.say(
    reply.named(intent.id, [
      ...onTheDay(answer.short, question, input, reply),
      ...(lead?.text ?? []),
      ...(text.length > 0 ? text : reply.words("answer.no-value")),
      ...responsible.text,
    ]),
    {
      buttons: [
        ...form.buttons,
        ...ownDataButtons(intent.id, input, reply),
        ...(answer.more
          ? [reply.button(reply.label("button.more"), { does: "more", intent: intent.id })]
          : []),
        ...thumbs(input, reply),
      ],
      links: [...form.links, ...linksOf(intent, reply, responsible)],
    },
  );
  return lead;
}

/** "Habt ihr am Freitag offen?": an answer that shows the hours begins with those of the day asked for. */
function onTheDay(template: RichText, question: string, input: DecisionInput, reply: Reply): RichText {
  if (!variables(template).includes("office.hours")) return [];
  const period = periodIn(question, input.facts.today);
  if (!period || period.from !== period.to) return [];
  const sentence = input.facts.value(`office.day.${period.from}`, reply.language);
  return typeof sentence === "string"
    ? [{ type: "paragraph", children: [{ type: "bold", children: [{ type: "text", text: sentence }] }] }]
    : [];
}

function expired(
  intent: FaqIntent,
  input: DecisionInput,
  reply: Reply,
  reasons: readonly string[],
): Answered {
  const late = intent.afterExpiry?.[reply.language] ?? [];
  const text =
    late.length > 0
      ? reply.fill(late)
      : reply.words("answer.expired", { title: intent.title[reply.language] });
  const responsible = responsibleFor(intent, [late], text, null, input, reply);
  reply.say(reply.named(intent.id, [...text, ...responsible.text]), {
    buttons: [personButton(reply), ...thumbs(input, reply)],
    links: linksOf(intent, reply, responsible),
  });
  return {
    outcome: "answer",
    answered: [intent.id],
    expired: true,
    topical: true,
    reasons: [...reasons, `the answer was valid until ${intent.validUntil}`],
  };
}

function behave(
  intent: FaqIntent,
  question: string,
  input: DecisionInput,
  reply: Reply,
): Omit<Answered, "reasons"> {
  const answered = [intent.id];
  switch (intent.behaviour) {
    case "handover":
      return { ...toPerson(input, reply), answered };
    case "switch-language":
      return { ...switchLanguage(question, reply), outcome: "answer", answered };
    case "help":
      showTopics(input, reply);
      return { outcome: "answer", answered };
    case "repeat":
      return { ...repeat(question, input, reply), answered };
    case "complaint":
      reply.say(intent.answer ? ownWords(intent, reply) : reply.words("complaint"), {
        buttons: [personButton(reply)],
        links: linksOf(intent, reply),
      });
      return { outcome: "answer", answered };
    case "greeting":
      // the first-contact notice is a greeting already
      if (input.conversation.state.disclosed)
        reply.say(reply.words("greeting"), { buttons: [topicsButton(reply)] });
      return { outcome: "answer", answered };
    case "thanks":
    case "goodbye":
      reply.say(reply.words(intent.behaviour));
      return { outcome: "answer", answered };
    case "say":
    case null:
      if (intent.answer) {
        const form = offeredForm(intent.form, input, reply);
        reply.say(ownWords(intent, reply), {
          buttons: [...form.buttons, topicsButton(reply)],
          links: form.links,
        });
      }
      return { outcome: "answer", answered };
  }
}

/** The reply is in the language asked for already (see `language.ts`); here it is said, and held from now on. */
function switchLanguage(question: string, reply: Reply): Pick<Answered, "languageHeld"> {
  if (requestedLanguage(question) === "other") {
    reply.say(reply.words("language.unsupported"));
    return {};
  }
  reply.say(reply.words("language.held"));
  return { languageHeld: true };
}

/** The intent's short answer; said just before, in other words. */
function ownWords(intent: FaqIntent, reply: Reply): RichText {
  return reply.named(intent.id, reply.fill(intent.answer?.[reply.language].short ?? []));
}

/** Says the last answer again, the whole of it or what matters most; before any answer, what can be asked. */
function repeat(question: string, input: DecisionInput, reply: Reply): Pick<Answered, "outcome"> {
  const { topic } = input.conversation.state;
  const last = lastAnswered(input);
  if (last.length === 0) showTopics(input, reply);
  const wish = repeatWish(question);
  const more = last.length === 1 && wish === "more" ? last[0] : undefined;
  if (more !== undefined && input.knowledge.intents.get(more)?.answer?.[reply.language].more)
    return { outcome: answerMore(more, input, reply).outcome };
  const telling = repeating(wish, reply);
  for (const id of last) {
    const asked = topic?.intents.includes(id) ? topic : null;
    answerIntent(id, asked?.question ?? "", asked?.seminar ?? null, input, telling);
  }
  return { outcome: "answer" };
}

/** Who is responsible, the intent's links, its official sources with the day on which a person last compared them. */
function linksOf(intent: FaqIntent, reply: Reply, responsible?: Responsible): Link[] {
  const checked = `${reply.label("source.checked")} ${shortDate(intent.reviewedOn, reply.language)}`;
  const links = [
    ...intent.links.map(({ label, url }) => ({ label: label[reply.language], url })),
    ...intent.source.map(({ title, url }) => ({
      label: `${reply.label("source")}: ${title} (${checked})`,
      url,
    })),
  ].flatMap(({ label, url }) => {
    const target = reply.url(url);
    return target ? [{ label, url: target }] : [];
  });
  const first = responsible?.links ?? [];
  // a page that is link and source is named once, as the source; one that is link and responsible, as that
  return [
    ...first,
    ...links.filter(
      ({ url }, index) =>
        links.findLastIndex((other) => other.url === url) === index &&
        !first.some((other) => other.url === url),
    ),
  ];
}

function isExpired(intent: FaqIntent, input: DecisionInput): boolean {
  return intent.validUntil !== null && intent.validUntil < input.facts.today;
}
