/** How the server goes wrong. */
export type How =
  | { readonly status: 429; readonly retryAfter: number }
  | 500
  /** Never answers. */
  | "silence"
  /** Cuts the connection before it has done anything. */
  | "reset"
  /** 200, and a body that is no JSON. */
  | "malformed"
  /** Does what was asked, then goes wrong. */
  | "taken-then-reset"
  | "taken-then-500"
  | "taken-then-silence";

export interface Fault {
  /** Such as "chat.postMessage"; left out: any. */
  readonly method?: string;
  /** So many calls of the method go well before. Default 0. */
  readonly after?: number;
  readonly times: number;
  readonly how: How;
}

/** What will go wrong, in the order in which it was asked for. */
export interface Faults {
  add(fault: Fault): void;
  /** Takes one; null: nothing goes wrong this time. */
  take(method: string): How | null;
  /** Faults that were asked for and have not happened. */
  left(): number;
  clear(): void;
}

export function createFaults(): Faults {
  const planned: { method?: string; after?: number; times: number; how: How }[] = [];
  return {
    add: (fault) => void planned.push({ ...fault }),
    take(method) {
      const next = planned.find((fault) => fault.times > 0 && (fault.method ?? method) === method);
      if (!next) return null;
      if (next.after) {
        next.after -= 1;
        return null;
      }
      next.times -= 1;
      return next.how;
    },
    left: () => planned.reduce((sum, { times }) => sum + times, 0),
    clear: () => void planned.splice(0),
  };
}
