import { commandIn, contextOf, decide, isAnsweredAnew, isForTheBot } from "./bot/index.js";
import { type Compiled, comprehend, seamsNamed } from "./comprehension.js";
import type { DecisionInput } from "./conversation/input.js";
import { isPlainQuestion } from "./conversation/plain-question.js";
import { type Sign, signedPath } from "./conversation/signed-path.js";
import { standingAction } from "./conversation/standing.js";
import { standingStaffAction } from "./conversation/standing-staff.js";
import { codeIn, decideHandover } from "./handover/index.js";
import { factsAt, type Knowledge } from "./knowledge/index.js";
import type { Action, Decision, DeskEvent, Language } from "./vocabulary/index.js";

/** Signed addresses are good for as long as buttons are. */
const LINK_DAYS = 30;

/** One thing to decide: what a guest wrote (several lines typed in a row count as one), or one other event. */
export interface TurnInput
  extends Pick<DecisionInput, "eventId" | "action" | "edited" | "seats" | "now">,
    Pick<DecisionInput, "staff" | "waiting" | "staffed" | "claimant" | "caseFile" | "draft" | "linking"> {
  readonly conversation: DecisionInput["conversation"] & { readonly id: number };
  /** In order; the last one is decided on, messages before it are read together with it. */
  readonly events: readonly DeskEvent[];
}

/** What a turn came to, for the store and the log. */
export interface TurnResult {
  readonly decision: Decision;
  /** What was asked, masked, for the log; null where nothing was. */
  readonly question: string | null;
  /** Microseconds that understanding and deciding took. */
  readonly micros: number;
}

export interface TurnOptions {
  /** The knowledge of this moment; one turn uses one snapshot throughout. */
  readonly compiled: () => Compiled;
  /** Takes personal data out of a text before anything else sees it. */
  readonly mask: (text: string) => string;
  /** Where guests reach the desk's pages, without a slash at the end; null where there are none. */
  readonly site: () => string | null;
  /** Days after which a conversation is erased, for what guests are told of it; 30 unless said otherwise. */
  readonly retentionDays?: number;
  /** A keyed hash, with which addresses in messages are signed; without it they are not. */
  readonly sign?: Sign;
  /**
   * A token for links into the web chat, which goes on from this conversation then (its id, milliseconds since 1970);
   * left out: it begins anew there.
   */
  readonly carry?: (conversationId: number, now: number) => string;
  /** Whether the desk can send e-mail at the moment; left out: it cannot. */
  readonly mail?: () => boolean;
  /** A clock for measuring, in milliseconds with fractions. */
  readonly stopwatch: () => number;
}

/** The conductor: understands, then asks the room that owns the conversation for a decision. Nothing is stored here. */
export function createTurn({
  compiled,
  mask,
  site,
  retentionDays,
  sign,
  carry,
  mail,
  stopwatch,
}: TurnOptions): (input: TurnInput) => TurnResult {
  return (input) => {
    const started = stopwatch();
    const learned = compiled();
    const { knowledge } = learned;
    const { state } = input.conversation;
    const about = { site: site(), ...(retentionDays === undefined ? {} : { retentionDays }) };
    const event = input.events.at(-1);
    if (!event) throw new RangeError("A turn needs at least one event.");
    const words = meant(changed(event, input) ?? textOf(input.events));
    const text = words === null ? null : mask(words);
    const comprehension =
      text?.trim() &&
      !commandIn(text)?.name &&
      (state.owner === "bot" || isForTheBot(text, state)) &&
      !input.staff &&
      !input.linking
        ? comprehend(learned, text, state.language, contextOf(state, knowledge, input.now))
        : null;
    const action = standing(event, input.staff, knowledge, state.language) ?? input.action;
    const { staff, waiting, staffed, claimant, caseFile, draft, linking } = input;
    const given: DecisionInput = {
      event,
      eventId: input.eventId,
      text,
      words,
      comprehension,
      action,
      edited: input.edited ?? null,
      conversation: input.conversation,
      seats: input.seats,
      site: about.site,
      ...(sign
        ? { signed: (path: string) => signedPath(path, { now: input.now, days: LINK_DAYS, sign }) }
        : {}),
      carry: carry?.(input.conversation.id, input.now) ?? null,
      knowledge,
      facts: factsAt(knowledge, input.now, about),
      seamsIn: (words, language) => seamsNamed(learned, words, language),
      now: input.now,
      mail: mail?.() === true,
      ...(staff === undefined ? {} : { staff }),
      ...(waiting ? { waiting } : {}),
      ...(staffed === undefined ? {} : { staffed }),
      ...(claimant === undefined ? {} : { claimant }),
      ...(caseFile === undefined ? {} : { caseFile }),
      ...(draft === undefined ? {} : { draft }),
      ...(linking ? { linking } : {}),
    };
    const decision = decideHandover(given, (said) => isForTheBot(said, state)) ?? decide(given);
    const label = action && action !== "expired" ? action.label : null;
    const { outcome } = decision.log;
    // what is answered in a form is the form's alone; so is, while one is open, what nobody took up and what is not
    // plainly a question: it may be an answer that was misunderstood
    const asked = text === null || isPlainQuestion(text);
    const isPersons = outcome === "relayed" || outcome === "staff";
    const isForms =
      isPersons || outcome === "form" || (state.form !== null && (outcome === "ignored" || !asked));
    const question = isForms || decision.erase ? null : (decision.log.refused ?? text ?? label);
    return { decision, question, micros: Math.round((stopwatch() - started) * 1000) };
  };
}

export { codeIn };

/** A command is not read together with other lines. */
export function standsAlone({ what }: DeskEvent): boolean {
  return what.kind === "message" && commandIn(what.text) !== null;
}

/** The words of all messages among the events; null when there is none. What two tabs send at once is said once. */
function textOf(events: readonly DeskEvent[]): string | null {
  const texts = events.flatMap(({ what }) => (what.kind === "message" ? [what.text] : []));
  return texts.length > 0 ? [...new Set(texts)].join("\n") : null;
}

/** All that was answered together, with the guest's change in it; null where nothing is answered anew. */
function changed({ what }: DeskEvent, { edited, conversation }: TurnInput): string | null {
  if (what.kind !== "edit" || !edited || !isAnsweredAnew(edited, conversation.state)) return null;
  return edited.lines.map(({ id, text }) => (id === what.id ? what.text : text)).join("\n");
}

/** A command that is not known means its words: "/gewerbe" is "gewerbe". */
function meant(text: string | null): string | null {
  const command = text === null ? null : commandIn(text);
  return command && command.name === null ? command.words : text;
}

/** What a button that stands on pages and in links means, or, of staff, in their entrance; null for any other. */
function standing(
  { what }: DeskEvent,
  staff: TurnInput["staff"],
  knowledge: Knowledge,
  language: Language,
): Action | null {
  if (what.kind !== "action") return null;
  return staff === undefined
    ? standingAction(what.action, knowledge, language)
    : standingStaffAction(what.action);
}
