import type { Entry } from "./entries.js";
import type { StaffRoomEntry } from "./format-handover.js";
import type { LiveItem } from "./last-good.js";
import type { Problem, StaffRoom } from "./model.js";
import { didYouMean } from "./nearest.js";
import { isUnknownPartner, type Names } from "./references.js";

/** How the platforms write the id of a room that has threads. */
const ADDRESSES: Readonly<Record<StaffRoom["channel"], { readonly usual: RegExp; readonly advice: string }>> =
  {
    slack: {
      usual: /^(?:[TE][A-Z0-9]{5,}:)?[CG][A-Z0-9]{5,}$/,
      advice: "It begins with C and stands at the very end of the channel's details: C0123456789.",
    },
    teams: {
      usual: /^19:[^\s;]+@thread\.(?:tacv2|skype)$/i,
      advice:
        'It stands in the link to the channel, between "channel/" and the next "/": 19:...@thread.tacv2.',
    },
    telegram: {
      usual: /^-100\d{5,}$/,
      advice: "Only groups with topics can be used; their id begins with -100.",
    },
    terminal: { usual: /^$/, advice: "" },
  };

/**
 * What is wrong with one room beside the others. A second room at the same address is an error: each line of it would be
 * two things at once. Doubts are partners that are not there, or are in another room already, and addresses that look
 * like none.
 */
export function roomDoubts(
  items: readonly LiveItem<StaffRoomEntry, StaffRoom>[],
  names: Names,
): (entry: Entry<StaffRoomEntry>, room: StaffRoom) => Problem[] {
  const rooms = items.map(({ model }) => model);
  return ({ position }, room) => {
    const problems: Problem[] = [];
    const tell = (
      severity: Problem["severity"],
      path: readonly (string | number)[],
      message: string,
      suggestion: string,
    ): void => {
      problems.push({ severity, ...position(path), message, suggestion });
    };
    const first = rooms.find((other) => isSamePlace(other, room));
    if (first && first !== room)
      tell(
        "error",
        ["address"],
        `the room "${first.id}" has this address already.`,
        "Give each room its own, or name all partners in the first one.",
      );
    const { usual, advice } = ADDRESSES[room.channel];
    if (room.address !== null && !usual.test(room.address))
      tell("warning", ["address"], `this looks like no room of ${room.channel}.`, advice);
    for (const [index, partner] of room.partners.entries()) {
      const path = ["partners", index];
      const holder = rooms.find(({ partners }) => partners.includes(partner));
      if (isUnknownPartner(partner, names))
        tell(
          "warning",
          path,
          `there is no partner "${partner}"; it is left out.`,
          didYouMean(partner, names.partners.keys(), "Add it to partners.yaml, or remove it here."),
        );
      else if (holder && holder.id !== room.id)
        tell(
          "warning",
          path,
          `the enquiries of "${partner}" go to the room "${holder.id}" already.`,
          "Name it in one room only.",
        );
    }
    return problems;
  };
}

/** The rooms with one place and one partner in one of them only, the first; partners that are not there are left out. */
export function usableRooms(rooms: readonly StaffRoom[], names: Names): StaffRoom[] {
  const apart = rooms.filter((room) => rooms.find((other) => isSamePlace(other, room)) === room);
  return apart.map((room) => ({
    ...room,
    partners: [...new Set(room.partners)].filter(
      (partner) =>
        names.partners.has(partner) &&
        apart.find(({ partners }) => partners.includes(partner))?.id === room.id,
    ),
  }));
}

/** The terminal is no place: several rooms may be there. */
function isSamePlace(one: StaffRoom, other: StaffRoom): boolean {
  return (
    one === other || (one.address !== null && one.channel === other.channel && one.address === other.address)
  );
}
