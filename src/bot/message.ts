import { personButton, topicsButton } from "../conversation/buttons.js";
import { type Comprehension, type DecisionInput, OUT_OF_SCOPE } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import { seminarIntent } from "../conversation/seminar-intent.js";
import { proceedForm } from "../forms/index.js";
import type { Question } from "../nlu/model.js";
import type { IntentId, RankedIntent } from "../vocabulary/index.js";
import { actOn } from "./action.js";
import { answerIntent, answerMore } from "./answer.js";
import { bookingsInWords, showBookings, sureInWords, withdraw } from "./bookings.js";
import { eraseInWords } from "./erasing.js";
import { formStep, thenAskAgain } from "./form-step.js";
import { requestIn } from "./language.js";
import { bestNamed } from "./named-seminar.js";
import { commandOf, onCommand } from "./on-command.js";
import { fallback } from "./person.js";
import { namesPlace } from "./seminar-filter.js";
import { openSeminars } from "./seminar-list.js";
import { asksForCalendar } from "./seminars.js";
import { liveTopic, movedTopic } from "./topic.js";
import { type Answered, introduce, type Turn } from "./turn.js";
import { moreWanted, pickedByNumber } from "./typed-button.js";

/** "Did you mean" offers at most so many intents. */
const OFFERED = 3;
/**
 * From this confidence in the first intent on, what was not understood is asked back all the same, with the honest word
 * that it is a guess: on held-out messages the right intent is among the three nine times in ten, and a guest on a phone
 * taps sooner than they write again. What is about nothing of ours mostly stays below.
 */
const WORTH_A_GUESS = 0.1;
/** "Und was gibt es in Musterstadt?": a longer message with a place in it is about something else. */
const LONGEST_PLACE = 6;

/**
 * Decides on what a guest wrote. A command does what it says at any time; while a form is open all else is an answer
 * there, unless it is a question.
 */
export function onMessage(input: DecisionInput, reply: Reply): Turn {
  const introduction = introduce(input, reply);
  const command = commandOf(input);
  if (command) {
    const turn = onCommand(command, input, reply);
    return { ...introduction, ...thenAskAgain(turn, { ...input, text: null, words: null }, reply) };
  }
  if (!input.conversation.state.form) return { ...introduction, ...answerMessage(input, reply) };
  const step = proceedForm(input, reply);
  return {
    ...introduction,
    ...(step === "not-an-answer"
      ? thenAskAgain(answerMessage(input, reply), input, reply)
      : formStep(step, input, reply)),
  };
}

function answerMessage(input: DecisionInput, reply: Reply): Turn {
  const { comprehension } = input;
  const text = input.text?.trim() ?? "";
  if (!comprehension || text === "") return wordless(input, reply);
  const { state } = input.conversation;
  const erasing = eraseInWords(text, input);
  if (erasing) return actOn(erasing, input, reply);
  const sure = sureInWords(text, input);
  if (sure) return sure.does === "withdraw" ? withdraw(sure, input, reply) : showBookings(input, reply);
  const bookings = bookingsInWords(text, input, reply);
  if (bookings) return bookings;

  const changed = reply.language !== state.language;
  if (changed && state.disclosed && requestIn(input) === null) reply.say(reply.words("language.recognised"));

  const picked = pickedByNumber(text, input);
  const more = picked ? [] : moreWanted(text, input);
  const results = picked
    ? [
        picked === "none"
          ? { ...fallback("fallback.after-none", input, reply), refused: clarified(input) }
          : answerIntent(picked, clarified(input), null, input, reply),
      ]
    : more.length > 0
      ? more.map((intent) => answerMore(intent, input, reply))
      : comprehension.understanding.questions.map((question) => answerQuestion(question, input, reply));
  if (comprehension.understanding.truncated) reply.say(reply.words("message.truncated"));

  return {
    ...combine(results, picked ? clarified(input) : text, input),
    intents: ranking(comprehension),
    reasons: [
      ...(comprehension.byHeart ? ["word for word one of the examples"] : []),
      ...(changed ? [`language changed to ${reply.language}`] : []),
      ...(comprehension.understanding.followUp
        ? [`follow-up of "${liveTopic(state, input.now)?.intents.join(", ")}"`]
        : []),
      ...results.flatMap((result) => result.reasons),
      ...(comprehension.understanding.truncated ? ["cut at 2,000 characters"] : []),
    ],
  };
}

/** A message without words: a picture, a location, nothing. */
function wordless(input: DecisionInput, reply: Reply): Turn {
  const { what } = input.event;
  const attached = what.kind === "message" && what.attachments.length > 0;
  reply.say(reply.words(attached ? "message.attachment" : "message.empty"), {
    buttons: [topicsButton(reply)],
  });
  return { outcome: "fallback", reasons: [attached ? "an attachment without words" : "no words"] };
}

function answerQuestion(question: Question, input: DecisionInput, reply: Reply): Answered {
  const best = question.ranked[0];
  if (best && question.verdict !== "none") {
    if (best.id.startsWith(OUT_OF_SCOPE)) {
      const list = listedBefore(question.text, input);
      if (list) return answerIntent(list, question.text, null, input, reply);
      return outOfScope(best.id, input, reply);
    }
    if (question.verdict === "sure") return answerIntent(best.id, question.text, null, input, reply);
  }
  const calendar = calendarIntent(question.text, input);
  if (calendar) return answerIntent(calendar, question.text, null, input, reply);
  const offered = offers(question, input);
  const [first] = offered;
  if (first && (question.verdict !== "none" || first.confidence >= WORTH_A_GUESS))
    return clarify(
      question,
      offered.map(({ id }) => id),
      input,
      reply,
    );
  const key = input.conversation.state.fallbacksInARow > 0 ? "fallback.again" : "fallback";
  return fallback(key, input, reply);
}

/** "Gibt es den Termin als Kalenderdatei?" of a seminar that is named or talked about: what answers when it is. */
function calendarIntent(text: string, input: DecisionInput): IntentId | null {
  const named = input.comprehension?.seminars.length ?? 0;
  const spokenOf = liveTopic(input.conversation.state, input.now)?.seminar;
  if (!asksForCalendar(text) || (named === 0 && !spokenOf)) return null;
  return seminarIntent(input.knowledge, "date-place");
}

/** "In Musterstadt?" after a list of seminars asks for those that take place there, not for another city. */
function listedBefore(text: string, input: DecisionInput): IntentId | null {
  const before = liveTopic(input.conversation.state, input.now)?.intents ?? [];
  const list = before.find((id) => {
    const aspect = input.knowledge.intents.get(id)?.seminars;
    return aspect === "list" || aspect === "search";
  });
  const short = text.trim().split(/\s+/).length <= LONGEST_PLACE;
  return list !== undefined && short && namesPlace(text, openSeminars(input)) ? list : null;
}

function outOfScope(id: string, input: DecisionInput, reply: Reply): Answered {
  const kind = input.knowledge.outOfScope.find((candidate) => candidate.id === id.slice(OUT_OF_SCOPE.length));
  if (!kind) return fallback("fallback", input, reply);
  reply.say(reply.named(kind.id, reply.fill(kind.answer[reply.language])), {
    buttons: [topicsButton(reply)],
  });
  return { outcome: "fallback", kind: kind.id, reasons: [`out of scope: ${kind.id}`] };
}

/** The intents worth asking back for: known here, different, small talk left out. */
function offers(question: Question, input: DecisionInput): RankedIntent[] {
  return question.ranked
    .filter(({ id }) => {
      const intent = input.knowledge.intents.get(id);
      return intent !== undefined && (intent.behaviour === null || intent.behaviour === "handover");
    })
    .slice(0, OFFERED);
}

function clarify(
  question: Question,
  offered: readonly IntentId[],
  input: DecisionInput,
  reply: Reply,
): Answered {
  // a pressed button brings no words in which the seminar would be found again
  const seminar = bestNamed(input)[0];
  const guessed = question.verdict === "none";
  reply.say(reply.words(guessed ? "clarify.guess" : "clarify"), {
    buttons: [
      ...offered.map((intent) =>
        reply.button(reply.title(intent), {
          does: "ask",
          intent,
          question: question.text,
          ...(seminar ? { seminar } : {}),
        }),
      ),
      reply.button(reply.label("button.none-of-these"), { does: "none-of-these", question: question.text }),
      ...(guessed ? [personButton(reply)] : []),
    ],
  });
  return {
    outcome: "clarify",
    ...(guessed ? { guessed } : {}),
    clarification: { question: question.text, intents: offered },
    reasons: [`${guessed ? "guessed" : "unsure"} between ${offered.join(", ")}`],
  };
}

function clarified(input: DecisionInput): string {
  return input.conversation.state.clarification?.question ?? input.text ?? "";
}

/** Several questions make one turn: what was answered counts before what was not. */
function combine(results: readonly Answered[], text: string, input: DecisionInput): Turn {
  const order = ["handover", "answer", "clarify", "fallback"] as const;
  const outcome =
    order.find((candidate) => results.some((result) => result.outcome === candidate)) ?? "ignored";
  const answered = results.flatMap((result) => result.answered ?? []);
  const onTopic = results.filter((result) => result.topical).flatMap((result) => result.answered ?? []);
  const first = <K extends keyof Answered>(key: K): Answered[K] | undefined =>
    results.find((result) => result[key] !== undefined)?.[key];
  const clarification = first("clarification");
  const kind = first("kind");
  const refused = first("refused");
  const languageHeld = first("languageHeld");
  const form = first("form");
  const topic = first("topic");
  const handedOver = results.find(({ handover }) => handover !== undefined);
  return {
    outcome,
    answered: [...new Set(answered)],
    reasons: [],
    ...(results.some((result) => result.expired) ? { expired: true } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(refused === undefined ? {} : { refused }),
    ...(outcome === "clarify" && first("guessed") ? { guessed: true } : {}),
    ...(form === undefined ? {} : { form }),
    ...(handedOver ? handoverOf(handedOver) : {}),
    ...(clarification ? { clarification } : {}),
    ...(languageHeld === undefined ? {} : { languageHeld }),
    ...(topic ? { topic } : {}),
    ...(onTopic.length > 0
      ? {
          topic: movedTopic(liveTopic(input.conversation.state, input.now), {
            answered: onTopic,
            question: text,
            followUp: input.comprehension?.understanding.followUp ?? false,
            seminar: first("seminar") ?? null,
            now: input.now,
          }),
        }
      : {}),
  };
}

/** What asking for a person brought about. */
function handoverOf({ handover, changes, timers, verbatim }: Answered): Partial<Turn> {
  return {
    ...(handover === undefined ? {} : { handover }),
    ...(changes ? { changes } : {}),
    ...(timers ? { timers } : {}),
    ...(verbatim ? { verbatim } : {}),
  };
}

/** The best five intents of the catalogue; out-of-scope kinds are logged as `kind`, not here. */
function ranking(comprehension: Comprehension): RankedIntent[] {
  return comprehension.understanding.whole.ranked
    .filter(({ id }) => !id.startsWith(OUT_OF_SCOPE))
    .slice(0, 5);
}
