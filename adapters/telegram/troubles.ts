/** What is wrong, by where it was noticed; health shows one at a time. */
export interface Troubles {
  set(where: "receiving" | "sending", what: string | null): void;
}

/** Passes on only what changes, so that a loop may say after each round how it stands. */
export function createTroubles(tell: (what: string | null) => void): Troubles {
  const current = new Map<string, string>();
  let told: string | null = null;
  return {
    set(where, what) {
      if (what === null) current.delete(where);
      else current.set(where, what);
      const now = current.get("receiving") ?? current.get("sending") ?? null;
      if (now !== told) tell(now);
      told = now;
    },
  };
}
