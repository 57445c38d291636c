import type {
  AuditEntry,
  ConversationState,
  Decision,
  HandoverChange,
  OpenHandover,
  PastHandover,
  TurnRecord,
} from "../vocabulary/index.js";
import { ownerIn, stateOf } from "./states.js";

/** What one event came to in a handover; what is left out stays as it is. */
export interface HandoverStep {
  readonly outcome: TurnRecord["outcome"];
  readonly reasons: readonly string[];
  /** Null: it is over. */
  readonly handover?: OpenHandover | null;
  readonly past?: PastHandover;
  readonly changes?: readonly HandoverChange[];
  readonly audit?: readonly AuditEntry[];
  readonly timers?: Decision["timers"];
  readonly verbatim?: true;
  readonly practised?: number;
  /** A line was changed: it counts as this turn's from now on. */
  readonly inPlaceOf?: number;
}

/** A conversation's state after a step. */
export function stateAfter(
  state: ConversationState,
  { handover, past }: Pick<HandoverStep, "handover" | "past">,
): ConversationState {
  const { handover: before, handedOver, ...rest } = state;
  const now = handover === undefined ? before : handover;
  const over = past ?? handedOver;
  return {
    ...rest,
    owner: ownerIn[stateOf(now ?? undefined)],
    ...(now ? { handover: now } : {}),
    ...(over ? { handedOver: over } : {}),
  };
}

/** What a step adds to a decision beside what is said. */
export function partsOf(
  step: Pick<HandoverStep, "changes" | "audit" | "verbatim" | "practised" | "inPlaceOf">,
): Pick<Decision, "handover" | "audit" | "verbatim" | "practised" | "inPlaceOf"> {
  return {
    ...(step.changes?.length ? { handover: step.changes } : {}),
    ...(step.audit?.length ? { audit: step.audit } : {}),
    ...(step.verbatim ? { verbatim: true } : {}),
    ...(step.inPlaceOf === undefined ? {} : { inPlaceOf: step.inPlaceOf }),
    ...(step.practised === undefined ? {} : { practised: step.practised }),
  };
}

/** Nothing happens, and why. */
export function ignored(reason: string): HandoverStep {
  return { outcome: "ignored", reasons: [reason] };
}

/** What staff do that no guest sees. */
export function staffOnly(reason: string): HandoverStep {
  return { outcome: "staff", reasons: [reason] };
}
