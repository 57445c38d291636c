import { topicsButton } from "../conversation/buttons.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { beginForm, proceedForm } from "../forms/index.js";
import { afterHandover } from "../handover/afterwards.js";
import { ask as askForPerson } from "../handover/ask.js";
import type { Act } from "../vocabulary/index.js";
import { answerIntent, answerMore } from "./answer.js";
import { showBookings, withdraw } from "./bookings.js";
import { erase } from "./erasing.js";
import { onRating } from "./feedback.js";
import { formStep, thenAskAgain } from "./form-step.js";
import { showTopic, showTopics } from "./menu.js";
import { showStored } from "./own-data.js";
import { fallback, toPerson } from "./person.js";
import { liveTopic, movedTopic, seminarTopic } from "./topic.js";
import { type Answered, introduce, type Turn } from "./turn.js";

/** Decides on a pressed button. */
export function onAction(input: DecisionInput, reply: Reply): Turn {
  const introduction = introduce(input, reply);
  const turn =
    input.action === null || input.action === "expired"
      ? gone("the button is unknown, of another conversation or too old", reply)
      : actOn(input.action.act, input, reply);
  const ends = turn.outcome === "form" || turn.erase;
  return { ...introduction, ...(ends ? turn : thenAskAgain(turn, input, reply)) };
}

/** What a button does, with the topic that it opens or keeps. */
export function actOn(act: Act, input: DecisionInput, reply: Reply): Turn {
  const result = pressed(act, input, reply);
  const answered = result.topical ? (result.answered ?? []) : [];
  return {
    ...result,
    ...(answered.length > 0
      ? {
          topic: movedTopic(liveTopic(input.conversation.state, input.now), {
            answered,
            question: ("question" in act && act.question) || titles(answered, input, reply),
            followUp: false,
            seminar: result.seminar ?? null,
            now: input.now,
          }),
        }
      : {}),
  };
}

function pressed(act: Act, input: DecisionInput, reply: Reply): Answered {
  switch (act.does) {
    case "ask":
      return answerIntent(act.intent, act.question ?? "", act.seminar ?? null, input, reply);
    case "more":
      return answerMore(act.intent, input, reply);
    case "none-of-these":
      return {
        ...fallback("fallback.after-none", input, reply),
        refused: act.question,
        reasons: ["none of the offered intents was meant"],
      };
    case "person":
      return toPerson(input, reply);
    case "menu":
      showTopics(input, reply);
      return { outcome: "answer", reasons: ["topics shown"] };
    case "topic":
      return showTopic(act.topic, input, reply);
    case "rate":
      return onRating(act, input, reply);
    case "form":
      return openForm(act, input, reply);
    case "form-choose":
    case "form-move":
    case "form-correct": {
      const step = proceedForm(input, reply);
      return step === "not-an-answer"
        ? gone("the button belongs to no open form", reply)
        : formStep(step, input, reply);
    }
    case "withdraw":
      return withdraw(act, input, reply);
    case "bookings":
      return showBookings(input, reply);
    case "erase":
      return erase(act, input, reply);
    case "stored":
      return showStored(input, reply);
    case "ask-anyway":
      return askForPerson(null, input, reply);
    case "back-to-bot":
    case "rate-handover":
    case "handover-summary":
      return afterHandover(act, input, reply);
    case "staff-take":
    case "staff-pass":
    case "staff-close":
    case "staff-note":
    case "staff-recall":
    case "staff-send":
    case "staff-drop":
      // nobody but staff in their room: a guest may have made up its name
      return gone("a button of staff", reply);
    case "language":
      // the reply is in that language already (see `language.ts`)
      reply.say(reply.words("language.held"));
      return { outcome: "answer", languageHeld: true, reasons: ["chose a language"] };
  }
}

/** Begins a form; what is asked in the middle of a registration is about its seminar. */
function openForm(act: Extract<Act, { does: "form" }>, input: DecisionInput, reply: Reply): Answered {
  const step = beginForm(act.form, act.seminar ?? null, input, reply);
  const seminar = input.knowledge.seminars.find(({ id }) => id === step.form?.seminar);
  return {
    ...formStep(step, input, reply),
    ...(seminar ? { topic: seminarTopic(seminar, input.knowledge, reply.language, input.now) } : {}),
  };
}

/** The button means nothing any more. */
function gone(reason: string, reply: Reply): Answered {
  reply.say(reply.words("button.expired"), { buttons: [topicsButton(reply)] });
  return { outcome: "ignored", reasons: [reason] };
}

function titles(ids: readonly string[], input: DecisionInput, reply: Reply): string {
  return ids.map((id) => input.knowledge.intents.get(id)?.title[reply.language] ?? id).join(", ");
}
