import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Act } from "../vocabulary/index.js";
import { type Answered, answerIntent, answerMore, fallback, help, toPerson } from "./answer.js";
import { liveTopic, movedTopic } from "./topic.js";
import { introduce, type Turn } from "./turn.js";

/** One topic shows at most so many intents as buttons. */
const SHOWN = 12;

/** Decides on a pressed button. */
export function onAction(input: DecisionInput, reply: Reply): Turn {
  const introduction = introduce(input, reply);
  if (input.action === null || input.action === "expired") {
    reply.say(reply.words("button.expired"), {
      buttons: [reply.button(reply.label("button.topics"), { does: "menu" })],
    });
    return {
      ...introduction,
      outcome: "ignored",
      reasons: ["the button is unknown, of another conversation or too old"],
    };
  }
  const { act } = input.action;
  const result = pressed(act, input, reply);
  const answered = result.topical ? (result.answered ?? []) : [];
  return {
    ...introduction,
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

function pressed(act: Act, input: DecisionInput, reply: Reply): Answered & Pick<Turn, "rated"> {
  switch (act.does) {
    case "ask":
      return answerIntent(act.intent, act.question ?? "", act.seminar ?? null, input, reply);
    case "more":
      return answerMore(act.intent, input, reply);
    case "none-of-these":
      return {
        ...fallback(reply, "fallback.after-none"),
        reasons: ["none of the offered intents was meant"],
      };
    case "person":
      return toPerson(input, reply);
    case "menu":
      help(input, reply);
      return { outcome: "answer", reasons: ["topics shown"] };
    case "topic":
      return topicMenu(act.topic, input, reply);
    case "form":
    case "form-choose":
    case "form-move":
    case "form-correct":
    case "withdraw":
    case "bookings":
      return fallback(reply, "fallback");
    case "rate":
      reply.say(reply.words(act.helpful ? "feedback.helpful" : "feedback.not-helpful"), {
        buttons: act.helpful ? [] : [reply.button(reply.label("button.person"), { does: "person" })],
      });
      return {
        outcome: "feedback",
        rated: { turn: act.turn, helpful: act.helpful },
        reasons: ["rated an answer"],
      };
  }
}

function topicMenu(id: string, input: DecisionInput, reply: Reply): Answered {
  const topic = input.knowledge.topics.find((candidate) => candidate.id === id);
  const intents = [...input.knowledge.intents.values()].filter(
    (intent) => intent.topic === id && !intent.behaviour,
  );
  if (!topic || intents.length === 0) {
    help(input, reply);
    return { outcome: "answer", reasons: [`the topic ${id} is empty`] };
  }
  reply.say(reply.words("topic", { title: topic.title[reply.language] }), {
    buttons: intents
      .slice(0, SHOWN)
      .map((intent) => reply.button(reply.title(intent.id), { does: "ask", intent: intent.id })),
  });
  return { outcome: "answer", reasons: [`topic ${id} shown`] };
}

function titles(ids: readonly string[], input: DecisionInput, reply: Reply): string {
  return ids.map((id) => input.knowledge.intents.get(id)?.title[reply.language] ?? id).join(", ");
}
