import type { Engine } from "./engine.js";

/** Puts a timer event into a conversation; inside a transaction. */
export type SetTimer = (conversation: number, name: string, dueAt: number) => void;

/** A timer is stored by its name alone; all else follows from its conversation. */
export function timerSetting({ statements, sealing }: Engine): SetTimer {
  const insert = statements.prepare(
    (query, given: { conversation: number; dueAt: number; payload: Buffer }) =>
      query.insertInto("event").values({
        conversation_id: given.conversation,
        kind: "timer",
        received_at: given.dueAt,
        due_at: given.dueAt,
        payload: given.payload,
        turn_id: null,
        failures: 0,
        by_staff: 0,
      }),
  );
  return (conversation, name, dueAt) => {
    insert.run({ conversation, dueAt, payload: sealing.seal("event.payload", name) });
  };
}
