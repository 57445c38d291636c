import type { OpenHandover } from "../vocabulary/index.js";

/**
 * How it is remembered that a guest was told by e-mail of a reply: once for each time that somebody takes the conversation.
 * @param event the one in which the reply was said
 */
export function mailedName(handover: OpenHandover, event: number): string {
  return `${prefix(handover)}${event}`;
}

/** The guest has had their e-mail since the conversation was taken. */
export function wasMailed(handover: OpenHandover): boolean {
  return handover.told.some((name) => name.startsWith(prefix(handover)));
}

/** A reply (the id of its message) was recalled while it was held, and its notice with it: the next one needs its own. */
export function withoutNotice(handover: OpenHandover, message: string): OpenHandover {
  const [event] = message.split(".");
  return { ...handover, told: handover.told.filter((name) => name !== `${prefix(handover)}${event}`) };
}

function prefix({ claim }: OpenHandover): string {
  return `mail:${claim?.at ?? ""}:`;
}
