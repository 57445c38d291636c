import type { AddressInfo } from "node:net";
import type { Activity, Bot, Person } from "./teams/activities.js";
import { type Call, createConnector } from "./teams/connector.js";
import { createDelivering, type Deliver } from "./teams/delivering.js";
import { createFaults, type Fault } from "./teams/faults.js";
import { createGuest, type Guest } from "./teams/guest.js";
import { createRooms, newPerson, type Room } from "./teams/rooms.js";
import { createTeam, type Team } from "./teams/team.js";

export type { Activity, Person } from "./teams/activities.js";
export type { Call } from "./teams/connector.js";
export type { Failing, Fault } from "./teams/faults.js";
export type { Guest } from "./teams/guest.js";
export type { Line, Room } from "./teams/rooms.js";
export type { Team } from "./teams/team.js";

/** Teams, as far as a bot sees of it: people who write, and the Bot Connector that takes the bot's answers. */
export interface TeamsServer {
  readonly bot: Bot;
  readonly tenant: string;
  /** Where the bot sends to. */
  readonly serviceUrl: string;
  /** What the bot has called so far. */
  readonly calls: readonly Call[];
  /** A person, to be taken into conversations. */
  person(name: string): Person;
  /** Alone with the bot. */
  personal(person: Person): Guest;
  /** A group chat of these people and the bot, each of them as a guest in it. */
  group(...people: Person[]): Guest[];
  /** A channel of a team of these people in which the bot is installed. */
  channel(...people: Person[]): Guest[];
  /** A team of these people, in which the app is not installed yet. */
  team(...people: Person[]): Team;
  /** Everything that is written in rooms reaches the bot from now on, or only mentions (the default). */
  consent(given: boolean): void;
  /** What the bot calls next fails so, in the order of these calls. */
  fail(fault: Fault): void;
  heal(): void;
  /** Posts an activity as it is. */
  readonly deliver: Deliver;
  stop(): Promise<void>;
}

export interface TeamsServerOptions {
  /** The bot's messaging endpoint, such as `http://127.0.0.1:3978/api/messages`. */
  readonly endpoint: () => string;
  /** The Authorization header of what is sent; without it there is none. */
  readonly authorization?: (activity: Activity) => string | null;
  readonly appId?: string;
  readonly tenant?: string;
  /** Times that an activity is sent until the bot has it. Default 5. */
  readonly attempts?: number;
  /** Milliseconds between two of them. Default 50. */
  readonly pause?: number;
  readonly port?: number;
}

/** Starts on a free port of this machine. */
export async function startTeams(options: TeamsServerOptions): Promise<TeamsServer> {
  const tenant = options.tenant ?? "72f988bf-0000-41af-91ab-2d7cd011db47";
  const bot: Bot = {
    id: `28:${options.appId ?? "c9e8c047-2a74-40a2-b28a-b162d5f5327c"}`,
    name: "Nahtstelle",
  };
  const rooms = createRooms(tenant);
  const faults = createFaults();
  const calls: Call[] = [];
  let changes: (() => void)[] = [];
  let consent = false;
  const changed = (): void => {
    const waiting = changes;
    changes = [];
    for (const tell of waiting) tell();
  };
  const server = createConnector({ rooms, faults, calls, changed });
  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const serviceUrl = `http://127.0.0.1:${port}/`;
  const deliver = createDelivering({
    endpoint: options.endpoint,
    authorization: options.authorization ?? (() => null),
    attempts: options.attempts ?? 5,
    pause: options.pause ?? 50,
    patience: 15_000,
  });
  const guest = (person: Person, room: Room): Guest =>
    createGuest({
      person,
      room,
      rooms,
      bot,
      deliver,
      serviceUrl: () => serviceUrl,
      consent: () => consent,
      nextChange: () => new Promise<void>((done) => void changes.push(done)),
    });

  return {
    bot,
    tenant,
    serviceUrl,
    calls,
    person: newPerson,
    personal: (person) => guest(person, rooms.personal(person)),
    group(...people) {
      const room = rooms.group(people);
      return people.map((person) => guest(person, room));
    },
    channel(...people) {
      const room = rooms.channel(people);
      return people.map((person) => guest(person, room));
    },
    team: (...people) => createTeam(people, { rooms, guest, bot, serviceUrl: () => serviceUrl, deliver }),
    consent(given) {
      consent = given;
    },
    fail: (fault) => faults.add(fault),
    heal: () => faults.clear(),
    deliver,
    async stop() {
      faults.stop();
      changed();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
