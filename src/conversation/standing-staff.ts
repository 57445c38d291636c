import type { Action, ActionId, StaffAct } from "../vocabulary/index.js";

/** Whom a handover is passed on to when it is nobody in particular: the general desk. */
export const GENERAL_DESK = "general";

/**
 * The names of the buttons that staff have beside those that the desk shows them: for entrances that draw their own, such
 * as the terminal. Each names the handover it means, so that one that is over is never taken for the next one.
 */
export const staffAction = {
  take: (number: string): ActionId => `~staff-take:${number}`,
  close: (number: string): ActionId => `~staff-close:${number}`,
  /** @param to an id of partners.yaml; null: the general desk */
  pass: (number: string, to: string | null): ActionId => `~staff-pass:${number}:${to ?? GENERAL_DESK}`,
} as const;

/** What such a name stands for; null: it is none. To be asked only about what staff pressed: a guest has none of them. */
export function standingStaffAction(id: ActionId): Action | null {
  const [, name = "", number = "", about = ""] =
    /^~staff-(take|close|pass):([A-Z]-[0-9A-Z]+)(?::([a-z0-9-]+))?$/.exec(id) ?? [];
  const act = meaning(name, number, about);
  return act && { id, label: name, act, until: "9999-12-31T00:00:00Z" };
}

function meaning(name: string, number: string, about: string): StaffAct | null {
  switch (name) {
    case "take":
      return about === "" ? { does: "staff-take", number } : null;
    case "close":
      return about === "" ? { does: "staff-close", number } : null;
    case "pass":
      return about === "" ? null : { does: "staff-pass", number, to: about === GENERAL_DESK ? null : about };
    default:
      return null;
  }
}
