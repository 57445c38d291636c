import { personButton } from "../conversation/buttons.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Answered } from "./turn.js";

/** One topic shows at most so many intents as buttons. */
const SHOWN = 12;

/** What the desk can do, with its topics as buttons. */
export function showTopics(input: DecisionInput, reply: Reply): void {
  const used = new Set(
    [...input.knowledge.intents.values()].filter((intent) => !intent.behaviour).map(({ topic }) => topic),
  );
  const topics = input.knowledge.topics.filter(({ id }) => used.has(id) && id !== "conversation");
  reply.say(reply.words("help"), {
    buttons: [
      ...topics.map((topic) => reply.button(topic.title[reply.language], { does: "topic", topic: topic.id })),
      personButton(reply),
    ],
  });
}

/** The questions of one topic as buttons. */
export function showTopic(id: string, input: DecisionInput, reply: Reply): Answered {
  const topic = input.knowledge.topics.find((candidate) => candidate.id === id);
  const intents = [...input.knowledge.intents.values()].filter(
    (intent) => intent.topic === id && !intent.behaviour,
  );
  if (!topic || intents.length === 0) {
    showTopics(input, reply);
    return { outcome: "answer", reasons: [`the topic ${id} is empty`] };
  }
  reply.say(reply.words("topic", { title: topic.title[reply.language] }), {
    buttons: intents
      .slice(0, SHOWN)
      .map((intent) => reply.button(reply.title(intent.id), { does: "ask", intent: intent.id })),
  });
  return { outcome: "answer", reasons: [`topic ${id} shown`] };
}
