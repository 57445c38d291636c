import { type Bot, botMembership, installed, type Person, type Sending, teamChange } from "./activities.js";
import type { Deliver } from "./delivering.js";
import type { Guest } from "./guest.js";
import { channelId, type Room, type Rooms } from "./rooms.js";

/** A team of people, with channels. What happens to it is told in its general channel. */
export interface Team {
  /** The general channel has the same. */
  readonly id: string;
  /** Its people in its general channel. */
  readonly general: readonly Guest[];
  /** A further channel, each of its people as a guest in it. */
  channel(): Guest[];
  /** Installs the app in the team. */
  install(): Promise<void>;
  /** Takes the app out of the team. */
  uninstall(): Promise<void>;
  /** Somebody leaves the team, or is removed. */
  remove(person: Person): Promise<void>;
  deleteChannel(room: Room): Promise<void>;
  archive(): Promise<void>;
}

export function createTeam(
  people: readonly Person[],
  {
    rooms,
    guest,
    bot,
    serviceUrl,
    deliver,
  }: {
    readonly rooms: Rooms;
    readonly guest: (person: Person, room: Room) => Guest;
    readonly bot: Bot;
    readonly serviceUrl: () => string;
    readonly deliver: Deliver;
  },
): Team {
  const id = channelId();
  const [owner] = people;
  if (!owner) throw new Error("A team has somebody in it.");
  const general = rooms.channel(people, { id, general: true });
  const all = [general];
  const sending = (): Sending => ({
    id: `f:${rooms.nextId()}`,
    from: owner,
    in: general.conversation,
    bot,
    serviceUrl: serviceUrl(),
    now: new Date(),
  });
  const blocked = (is: boolean): void => {
    for (const room of all) room.blocked = is;
  };
  return {
    id,
    general: people.map((person) => guest(person, general)),
    channel() {
      const room = rooms.channel(people, { id });
      all.push(room);
      return people.map((person) => guest(person, room));
    },
    async install() {
      blocked(false);
      await deliver(installed(sending(), "add"));
      await deliver(botMembership(sending(), "membersAdded"));
    },
    async uninstall() {
      blocked(true);
      await deliver(installed(sending(), "remove"));
      await deliver(botMembership(sending(), "membersRemoved"));
    },
    remove: async (person) =>
      void (await deliver(teamChange(sending(), "teamMemberRemoved", { removed: [person] }))),
    async deleteChannel(room) {
      rooms.close(room);
      await deliver(teamChange(sending(), "channelDeleted", { channel: room.conversation.id }));
    },
    async archive() {
      blocked(true);
      await deliver(teamChange(sending(), "teamArchived"));
    },
  };
}
