/** So many writes a minute are taken, all at once if need be. */
export interface Pace {
  readonly perSession: number;
  /** Sessions that begin to write, or write again after a pause of a minute or more. */
  readonly arrivals: number;
}

/** A bucket that fills evenly: what it held at `at`, in writes. */
interface Bucket {
  level: number;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * Holds back who writes faster than a person can. Counted by session and not by address, because behind a proxy all
 * guests share one; since a stranger can invent sessions, those that turn up within a minute are counted as well.
 * Only sessions of the last minute are remembered, and the arrivals limit how many those can be.
 *
 * @returns For a session that wants to write now: 0 when it may, else the seconds after which it may.
 */
export function createPace(limits: Pace): (session: string, now: number) => number {
  const writers = new Map<string, Bucket>();
  const arrivals: Bucket = { level: limits.arrivals, at: 0 };

  return (session, now) => {
    dropIdle(writers, now);
    const known = writers.get(session);
    if (!known) {
      const wait = take(arrivals, limits.arrivals, now);
      if (wait > 0) return wait;
    }
    const bucket = known ?? { level: limits.perSession, at: now };
    const wait = take(bucket, limits.perSession, now);
    // Whoever wrote last stands last, so that the idle ones are found at the front.
    writers.delete(session);
    writers.set(session, bucket);
    return wait;
  };
}

function take(bucket: Bucket, perMinute: number, now: number): number {
  // A clock that was put back must not empty the bucket.
  const passed = Math.max(0, now - bucket.at);
  bucket.level = Math.min(perMinute, bucket.level + (passed * perMinute) / minute);
  bucket.at = now;
  if (bucket.level < 1) return Math.ceil(((1 - bucket.level) * minute) / perMinute / 1_000);
  bucket.level -= 1;
  return 0;
}

/** After a minute of silence a bucket is full again and need not be remembered. */
function dropIdle(writers: Map<string, Bucket>, now: number): void {
  for (const [session, { at }] of writers) {
    if (Math.abs(now - at) < minute) return;
    writers.delete(session);
  }
}

const minute = 60_000;
