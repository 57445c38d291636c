import type { HandoverRecord } from "../store/model.js";

/** How handing over goes. Times in milliseconds, medians; null where there is nothing to take one of. */
export interface HandoverFigures {
  /** Guests who asked for a person and waited in the chat. */
  readonly asked: number;
  /** Of these: somebody took it. */
  readonly taken: number;
  /** Of these: it was over before anybody took it, whoever ended it. */
  readonly abandoned: number;
  /** From asking until somebody took it for the first time. */
  readonly waiting: number | null;
  /** From then until it was over. */
  readonly handling: number | null;
  /** Messages that were left. */
  readonly tickets: number;
  /** Of these: they have a reply. */
  readonly replied: number;
  /** From leaving a message until the first reply. */
  readonly untilReply: number | null;
  /** How many guests said how it was, and what: 1 (bad) to 5 (good), on average. */
  readonly rated: number;
  readonly points: number | null;
}

/** The same, of all and apart. */
export interface HandoverReport {
  readonly all: HandoverFigures;
  /** By whom it ended up with, most often asked first; null: the general desk. */
  readonly byPartner: readonly (HandoverFigures & { readonly partner: string | null })[];
  /** By the hour of the day (0 to 23, local time) in which guests asked; hours without any are left out. */
  readonly byHour: readonly (HandoverFigures & { readonly hour: number })[];
}

/** @param timeZone IANA name, of the hours */
export function handoverReport(records: readonly HandoverRecord[], timeZone: string): HandoverReport {
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone });
  const byPartner = grouped(records, ({ partner }) => partner);
  const byHour = grouped(records, ({ askedAt }) => Number(clock.format(askedAt)));
  return {
    all: figuresOf(records),
    byPartner: [...byPartner]
      .map(([partner, some]) => ({ partner, ...figuresOf(some) }))
      .sort((a, b) => b.asked + b.tickets - a.asked - a.tickets),
    byHour: [...byHour].map(([hour, some]) => ({ hour, ...figuresOf(some) })).sort((a, b) => a.hour - b.hour),
  };
}

function figuresOf(records: readonly HandoverRecord[]): HandoverFigures {
  const waited = records.filter(({ ticket }) => !ticket);
  const left = records.filter(({ ticket }) => ticket);
  const points = records.flatMap((record) => record.points ?? []);
  return {
    asked: waited.length,
    taken: waited.filter(({ claimedAt }) => claimedAt !== null).length,
    abandoned: waited.filter(({ claimedAt, endedAt }) => claimedAt === null && endedAt !== null).length,
    waiting: median(waited.flatMap(({ askedAt, claimedAt }) => span(askedAt, claimedAt))),
    handling: median(waited.flatMap(({ claimedAt, endedAt }) => span(claimedAt, endedAt))),
    tickets: left.length,
    replied: left.filter(({ repliedAt }) => repliedAt !== null).length,
    untilReply: median(left.flatMap(({ askedAt, repliedAt }) => span(askedAt, repliedAt))),
    rated: points.length,
    points: points.length === 0 ? null : points.reduce((sum, one) => sum + one, 0) / points.length,
  };
}

function grouped<K>(
  records: readonly HandoverRecord[],
  keyOf: (record: HandoverRecord) => K,
): ReadonlyMap<K, readonly HandoverRecord[]> {
  const groups = new Map<K, HandoverRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

/** A clock that was set back makes no time negative. */
function span(from: number | null, to: number | null): number[] {
  return from === null || to === null ? [] : [Math.max(0, to - from)];
}

/** Of an even number of values the mean of the two in the middle. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
