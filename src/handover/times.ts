import type { HandoverRules } from "../knowledge/model.js";
import type { Decision, OpenHandover } from "../vocabulary/index.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A timer of a handover: what it is for, of which handover, and since when its time counts. */
export interface HandoverTimer {
  readonly kind: TimerKind;
  readonly number: string;
  /** Of another waiting or another claim it means nothing any more. */
  readonly stamp: string;
}

/** What timers of a handover are for. "announce": at once. */
export type TimerKind = "announce" | "remind" | "escalate" | "offer" | "end" | "silence" | "ticket";

/** A timer's name; `handover:<kind>:<number>:<stamp>`. */
export function timerName(kind: TimerKind, { number }: Pick<OpenHandover, "number">, since: string): string {
  return `handover:${kind}:${number}:${stampOf(since)}`;
}

/** The timer that a name stands for; null: it is none of a handover's. */
export function timerOf(name: string): HandoverTimer | null {
  const [, kind = "", number = "", stamp = ""] =
    /^handover:([a-z]+):([A-Z]-[0-9A-Z]+):([0-9a-z]+)$/.exec(name) ?? [];
  return KINDS.has(kind) ? { kind: kind as TimerKind, number, stamp } : null;
}

const KINDS: ReadonlySet<string> = new Set<TimerKind>([
  "announce",
  "remind",
  "escalate",
  "offer",
  "end",
  "silence",
  "ticket",
]);

/** A moment as part of a timer's name. @param at ISO 8601 */
export function stampOf(at: string): string {
  return Date.parse(at).toString(36);
}

/** All that happens while somebody waits, counted from then. */
export function waitingTimers(handover: OpenHandover, rules: HandoverRules): Decision["timers"] {
  const { waitingSince } = handover;
  const minutes = (kind: TimerKind, after: number) => ({
    at: new Date(Date.parse(waitingSince) + after * MINUTE).toISOString(),
    name: timerName(kind, handover, waitingSince),
  });
  return [
    minutes("announce", 0),
    ...rules.remindAfter.map((after) => minutes("remind", after)),
    minutes("escalate", rules.escalateAfter),
    minutes("offer", rules.offerMessageAfter),
    minutes("end", rules.endWaitingAfter),
  ];
}

/** A ticket is announced at once, and shown again while nobody takes it. */
export function ticketTimers(handover: OpenHandover, rules: HandoverRules): Decision["timers"] {
  const { waitingSince } = handover;
  return [
    { at: waitingSince, name: timerName("announce", handover, waitingSince) },
    nextTicketTimer(handover, rules, Date.parse(waitingSince)),
  ];
}

/** When a ticket is shown again. @param now milliseconds since 1970 */
export function nextTicketTimer(
  handover: OpenHandover,
  rules: HandoverRules,
  now: number,
): Decision["timers"][number] {
  return {
    at: new Date(now + rules.remindTicketsAfterHours * HOUR).toISOString(),
    name: timerName("ticket", handover, handover.waitingSince),
  };
}

/** When it is looked at next whether anybody still says something. @param at milliseconds since 1970 */
export function silenceTimer(handover: OpenHandover, at: number): Decision["timers"][number] {
  const since = handover.claim?.at ?? handover.waitingSince;
  return { at: new Date(at).toISOString(), name: timerName("silence", handover, since) };
}
