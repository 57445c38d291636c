import { topicsButton } from "../conversation/buttons.js";
import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { FormField } from "../knowledge/model.js";
import type { Act } from "../vocabulary/index.js";
import {
  ask,
  askNext,
  askWhichField,
  beginButton,
  refuse,
  remind,
  summarise,
  summaryButtons,
} from "./ask.js";
import { check, stillFits } from "./check.js";
import { chosen, mentioned } from "./choice.js";
import { handIn } from "./hand-in.js";
import { agrees, leavesOut, type Move, moveIn } from "./moves.js";
import { askedField, askedFields, fieldBefore, nextUnanswered, SUMMARY, withAnswer } from "./path.js";
import { isQuestionAtSummary, isQuestionInstead, isQuestionRather } from "./question.js";
import { closed, currentStep, type FormStep, goesOn, moved } from "./step.js";
import type { FormTurn } from "./turn.js";

/**
 * What the guest wrote or pressed (form-choose, form-move, form-correct) while a form is open. Buttons of a form that
 * is no longer open may come here, too. "not-an-answer": a question of the guest; the bot answers it, then calls
 * `askAgain` with the same input and reply.
 */
export function proceedForm(input: DecisionInput, reply: Reply): FormTurn | "not-an-answer" {
  const { action } = input;
  const act = action === "expired" ? null : action?.act;
  const isOurs = act?.does === "form-choose" || act?.does === "form-move" || act?.does === "form-correct";
  const words = input.words?.trim() ?? "";
  if (!isOurs && words === "") return "not-an-answer";
  const step = currentStep(input, reply);
  if (!step && !isOurs) return "not-an-answer";
  if (!step) {
    // of a form that staff took away nothing was sent, so it must not be called completed
    const taken = input.conversation.state.form !== null;
    reply.say(reply.words(taken ? "form.gone" : "form.closed"), {
      buttons: [topicsButton(reply)],
    });
    return closed(taken ? "the form was taken away" : "no form is open");
  }
  const cancels = isOurs ? act.does === "form-move" && act.to === "cancel" : moveIn(words) === "cancel";
  if (step.open.asks !== input.conversation.state.form?.asks && !cancels) return overtaken(step);
  if (isOurs) return pressed(act, step);
  const field = askedField(step.form, step.open.answers, step.open.asks);
  return field ? onAnswer(words, field, step) : onSummary(words, step);
}

/**
 * Repeats, in short, what the open form asks, after something else was answered. Words that may have been an answer
 * after all are kept, with a button that says so. Says nothing where no form is open.
 */
export function askAgain(input: DecisionInput, reply: Reply): FormTurn {
  const step = currentStep(input, reply);
  if (!step) {
    // staff took the form away in the middle of it
    if (input.conversation.state.form) reply.say(reply.words("form.gone"));
    return closed();
  }
  const field = askedField(step.form, step.open.answers, step.open.asks);
  const words = input.words?.trim() ?? "";
  const takesAnything = field?.kind === "name" || field?.kind === "text" || field?.kind === "long-text";
  const mayAnswer = field !== undefined && takesAnything && check(field, words, readerOf(step)).ok;
  return remind(moved(step, mayAnswer ? { pending: words } : {}));
}

/** Staff changed the form, or a day went by: what the guest answers now is no longer what is asked. */
function overtaken(step: FormStep): FormTurn {
  return ask(step, step.open.asks === SUMMARY ? [] : step.reply.words("form.missing"));
}

function pressed(act: Extract<Act, { does: `form-${string}` }>, step: FormStep): FormTurn {
  const { form, open } = step;
  switch (act.does) {
    case "form-choose": {
      const field = askedField(form, open.answers, act.field);
      const takes = field?.kind === "choice" || field?.kind === "date";
      if (!takes || open.asks !== act.field || !stillFits(field, act.option, step.input.facts.today))
        return stale(step);
      return store(step, field, act.option);
    }
    case "form-correct":
      if (!askedField(form, open.answers, act.field) || !Object.hasOwn(open.answers, act.field))
        return stale(step);
      return correct(step, act.field);
    case "form-move":
      return act.to === "skip" && act.field !== undefined && act.field !== open.asks
        ? stale(step)
        : make(act.to, step);
  }
}

/** A move, by button or in words. One that fits nothing now gets the present question again. */
function make(to: Move, step: FormStep): FormTurn {
  const { form, open, reply, input } = step;
  const field = askedField(form, open.answers, open.asks);
  switch (to) {
    case "back":
      return back(step);
    case "skip":
      if (!field) return stale(step);
      if (!field.optional) return ask(step, reply.words("form.required"));
      return store(step, field, null);
    case "cancel":
      reply.say(reply.words("form.cancelled", { title: form.title[reply.language] }), {
        buttons: [beginButton(reply.label("form.button.again"), form, open.seminar ?? null, reply)],
      });
      return closed(`cancelled form "${form.id}"`);
    case "confirm":
      return field ? stale(step) : handIn(step);
    case "correct":
      return field && !open.correcting ? stale(step) : askWhichField(step);
    case "keep": {
      if (!field) return stale(step);
      if (open.pending === undefined)
        return Object.hasOwn(open.answers, field.id) ? askNext(step) : stale(step);
      const checked = check(field, open.pending, readerOf(step));
      return checked.ok ? store(step, field, checked.value) : stale(step);
    }
    case "resume":
      return ask(
        moved(step, {}),
        input.words === null ? [] : reply.words("form.again", { title: form.title[reply.language] }),
      );
  }
}

function back(step: FormStep): FormTurn {
  const { form, open, reply } = step;
  if (open.correcting && nextUnanswered(form, open.answers) === SUMMARY) return summarise(step);
  const before = fieldBefore(form, open.answers, open.asks);
  if (!before) return ask(step, reply.words("form.first"));
  return ask(moved(step, { asks: before.id, failures: 0 }));
}

function onAnswer(words: string, field: FormField, step: FormStep): FormTurn | "not-an-answer" {
  const named = field.kind === "choice" ? chosen(words, field.options) : null;
  if (named?.match === "exact") return store(step, field, named.option);
  if (step.open.pending !== undefined) {
    if (agrees(words)) return make("keep", step);
    if (leavesOut(words)) return ask(moved(step, {}));
  }
  const move = moveIn(words);
  if (move !== null && move !== "confirm" && move !== "correct") return make(move, step);
  if (field.optional && field.kind !== "choice" && leavesOut(words)) return store(step, field, null);

  const checked = check(field, words, readerOf(step));
  const isQuestion = checked.ok
    ? isQuestionInstead(step.input, field.kind)
    : isQuestionRather(step.input, checked.attempt);
  if (isQuestion) return "not-an-answer";
  return checked.ok ? store(step, field, checked.value) : refuse(step, field, checked);
}

/** At the summary: to send, to change, to cancel, or the name of what is to be changed. */
function onSummary(words: string, step: FormStep): FormTurn | "not-an-answer" {
  const { form, open, reply } = step;
  const move = moveIn(words);
  if (move !== null && move !== "skip" && move !== "keep") return make(move, step);
  const other = isQuestionAtSummary(step.input);
  if (other === "question") return "not-an-answer";
  const fields = askedFields(form, open.answers);
  const wrong = mentioned(words, fields);
  if (wrong !== null) return correct(step, wrong);
  if (other === "remark") return "not-an-answer";
  reply.say(reply.words("form.summary.unclear"), { buttons: summaryButtons(step) });
  return goesOn(step, `neither sent nor changed form "${form.id}"`);
}

function correct(step: FormStep, field: string): FormTurn {
  const complete = nextUnanswered(step.form, step.open.answers) === SUMMARY;
  return ask(moved(step, { asks: field, correcting: complete, failures: 0 }));
}

function store(step: FormStep, field: FormField, value: string | null): FormTurn {
  const answers = withAnswer(step.form, step.open.answers, field.id, value);
  return askNext(moved(step, { answers }));
}

/** A button of an earlier question, or words that fit nothing now: the present question is asked again. */
function stale(step: FormStep): FormTurn {
  return ask(step, step.input.words === null ? step.reply.words("form.stale") : []);
}

function readerOf({ input, reply }: FormStep): { today: string; language: FormStep["reply"]["language"] } {
  return { today: input.facts.today, language: reply.language };
}
