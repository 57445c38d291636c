import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDataFolder } from "../../src/data-folder.js";
import { systemClock } from "../../src/time.js";
import { startTeams, type Team, type Guest as TeamsGuest, type TeamsServer } from "../servers/teams.js";
import { type Group, type Guest, startTelegram, type TelegramServer } from "../servers/telegram/index.js";
import { message, outgoing, turn } from "../store/setup.js";
import type { GuestDriver } from "./conversation-script.js";
import { handoverIntents, type Matter, type RoomSetting } from "./handover-intents.js";
import { quiet } from "./kills.js";
import { cli, freePort, freshFolder, type RunningDesk, startDesk } from "./running-desk.js";
import { eventually } from "./slack-desk.js";
import { inTeamsRoom, inTelegramRoom, type StaffDriver, staffSees } from "./staff-drivers.js";
import { inTeams } from "./teams-drivers.js";
import { driverOf } from "./telegram-guest.js";

/** A room of its own for each thing that happens to rooms; the general desk is a channel of Teams. */
const MATTERS = {
  topic: { partner: "start-up-desk", word: "Ahorn" },
  kicked: { partner: "funding-desk", word: "Birke" },
  rights: { partner: "land-desk", word: "Buche" },
  flat: { partner: "business-desk", word: "Distel" },
  grown: { partner: "digital-desk", word: "Eibe" },
  silent: { partner: "seminar-desk", word: "Erle" },
  teams: { partner: "planning-office", word: "Esche" },
  mute: { partner: "traffic-office", word: "Fichte" },
  blocked: { partner: "city-management", word: "Ginster" },
  leaves: { partner: "procurement-office", word: "Hasel" },
  restart: { partner: "statistics-office", word: "Holunder" },
} as const;
type Name = keyof typeof MATTERS;
/** Of its standing button `~ask:<id>` a Telegram button cannot hold the name: 64 bytes. */
const LONG = `a-matter-with-a-name-${"of-many-words-".repeat(3)}that-is-long`;

const place = freshFolder();
let telegram: TelegramServer;
let teams: TeamsServer;
let desk: RunningDesk;
let restart: () => Promise<void>;
let settings: { folder: string; intents: string; env: Record<string, string> };
/** On Telegram. */
let anna: Guest;
let bernd: Guest;
let carla: Guest;
/** At the general desk, in Teams. */
let front: TeamsGuest;
let apart: Team;
const groups = new Map<Name, Group>();
/** Of the two rooms in Teams. */
const channels = new Map<Name, TeamsGuest>();
let guests = 2_000;
let old: Guest;

beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  [telegram, teams] = await Promise.all([
    startTelegram(),
    startTeams({ endpoint: () => `${url}/api/messages` }),
  ]);
  [anna, bernd, carla] = [telegram.guest(1), telegram.guest(2), telegram.guest(3)];
  const annaOnTeams = teams.person("Anna");
  const house = teams.team(annaOnTeams);
  [front] = house.channel() as [TeamsGuest];
  apart = teams.team(annaOnTeams);
  const rooms: RoomSetting[] = [
    { id: "general", channel: "teams", address: front.room.conversation.id, shows: "transcript" },
  ];
  for (const [id, { partner }] of Object.entries(MATTERS)) {
    const name = id as Name;
    const common = { id, partners: [partner], shows: "transcript" } as const;
    if (name === "teams" || name === "mute") {
      const [inIt] = (name === "teams" ? apart : house).channel() as [TeamsGuest];
      channels.set(name, inIt);
      rooms.push({ ...common, channel: "teams", address: inIt.room.conversation.id });
      continue;
    }
    const flat = name === "grown" || name === "silent";
    const group = telegram.group(anna, { forum: !flat, admin: true });
    groups.set(name, group);
    rooms.push({ ...common, channel: "telegram", address: String(group.id()) });
  }
  const matters: Matter[] = Object.entries(MATTERS).map(([id, given]) => ({ id: `matter-${id}`, ...given }));
  const intents = handoverIntents(place.folder, rooms, [
    ...matters,
    { id: LONG, partner: "office-desk", word: "Kiefer" },
  ]);
  old = telegram.guest(1_999);
  old.write("Guten Tag");
  await leaveLongButton(old);
  restart = async () => {
    desk = await startDesk({
      folder: place.folder,
      port,
      intents,
      env: { GATHER_MS: "0", TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root },
    });
  };
  settings = { folder: place.folder, intents, env: { PORT: String(port) } };
  await restart();
  await house.install();
  await apart.install();
  for (const [index, name] of ["Anna Beispiel", "Bernd Muster", "Carla Probe"].entries()) {
    await cli(["staff", "add", name], settings);
    const identities: GuestDriver[] = [driverOf([anna, bernd, carla][index] as Guest)];
    if (index === 0) identities.push(inTeams(teams.personal(annaOnTeams)));
    for (const identity of identities) {
      const { stdout } = await cli(["staff", "code", String(index + 1)], settings);
      await identity.write(/[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(stdout)?.[0] ?? "");
      await identity.hears(new RegExp(`Danke, ${name}`));
    }
  }
}, 180_000);
afterAll(async () => {
  await desk?.stop();
  await Promise.all([telegram?.close(), teams?.stop()]);
  place.remove();
});

/** What an earlier desk had decided to say: with a button that stands for more than Telegram lets it carry. */
async function leaveLongButton({ user }: Guest): Promise<void> {
  const store = await openDataFolder(
    { dataDir: `${place.folder}/data`, synchronous: "NORMAL", deskSecret: undefined },
    systemClock,
  );
  const chat = { channel: "telegram", scope: "private", address: String(user.id) } as const;
  const event = {
    ...message("1"),
    channel: "telegram",
    place: chat,
    sender: { id: String(user.id) },
  } as const;
  const buttons = [{ label: "Zu Kiefer", action: `~ask:${LONG}` }];
  await turn(store, event, {
    say: [{ to: chat, message: { ...outgoing("1.0", "Meinen Sie das?"), buttons } }],
  });
  await store.close();
}

const group = (name: Name): Group => groups.get(name) as Group;
const newGuest = (): GuestDriver => {
  guests += 1;
  return inTeams(teams.personal(teams.person(`Guest ${guests}`)));
};

/** Asks for a person about this matter. @returns the number */
async function asks(guest: GuestDriver, name: Name): Promise<string> {
  await guest.write(`Frage zu ${MATTERS[name].word}`);
  await guest.hears(new RegExp(`Zu ${MATTERS[name].word} hilft`));
  await guest.write("Ich möchte mit einem Menschen sprechen");
  const told = await guest.hears(/Ich hole Ihnen einen Menschen dazu[\s\S]*G-[0-9A-Z]{4}/);
  return /G-[0-9A-Z]{4,}/.exec(told)?.[0] ?? "";
}

/** What the general desk reads of this enquiry, once it has it, and why. */
async function atGeneralDesk(number: string): Promise<string> {
  const staff = inTeamsRoom(front);
  await staff.finds(number);
  const read = await staffSees(staff, /nicht mehr erreichbar/);
  expect(read.match(/nicht mehr erreichbar/g)).toHaveLength(1);
  return read;
}

async function takes(staff: StaffDriver, number: string, guest: GuestDriver, who: RegExp): Promise<void> {
  await staff.finds(number);
  await staff.press(/Übernehmen/);
  await guest.hears(who);
}

/** The first reply of all is shown before it is sent. */
async function replies(staff: StaffDriver, text: string): Promise<void> {
  const noticed = async () =>
    (await staff.sees()).match(/So liest es der Gast|Geht in (?:\d+ Sekunden|einer Sekunde)/g) ?? [];
  const before = await noticed();
  await staff.write(text);
  const after = await eventually(noticed, (found) => found.length > before.length, 60_000);
  if (/So liest es der Gast/.test(after.at(-1) ?? "")) await staff.press(/Senden/);
}

describe.concurrent("a staff room", () => {
  it("whose topic somebody deletes gets a new one, once; then the general desk has it", async () => {
    const guest = newGuest();
    const number = await asks(guest, "topic");
    const staff = inTelegramRoom(anna, group("topic"));
    await takes(staff, number, guest, /Anna Beispiel ist jetzt für Sie da/);
    const topics = () => [
      ...new Set(
        group("topic")
          .sees()
          .flatMap(({ topic }) => topic ?? []),
      ),
    ];
    group("topic").deleteTopic(topics()[0] ?? 0);
    await guest.write("Das darf nicht verloren gehen");
    await staffSees(inTelegramRoom(anna, group("topic")), /Das darf nicht verloren gehen/);
    const again = inTelegramRoom(anna, group("topic"));
    await again.finds(number);
    await replies(again, "Ich lese es hier");
    await guest.hears(/Ich lese es hier/);

    group("topic").deleteTopic(topics()[0] ?? 0);
    await guest.write("Und das hier auch nicht");
    expect(await atGeneralDesk(number)).toMatch(/Und das hier auch nicht/);
    await guest.hears(/ist nicht mehr da\. Ich hole Ihnen jemand anderen/);
  }, 180_000);

  it("out of which the bot is kicked gives its enquiries to the general desk, and is used again when it is back", async () => {
    const guest = newGuest();
    const number = await asks(guest, "kicked");
    await inTelegramRoom(anna, group("kicked")).finds(number);
    group("kicked").removeBot(anna);
    await atGeneralDesk(number);
    await guest.hears(/geht weiter an/);
    const later = newGuest();
    await atGeneralDesk(await asks(later, "kicked"));
    await later.hears(/geht weiter an/);

    group("kicked").addBot(anna);
    const third = newGuest();
    const back = inTelegramRoom(bernd, group("kicked"));
    await takes(back, await asks(third, "kicked"), third, /Bernd Muster ist jetzt für Sie da/);
  }, 180_000);

  it("in which the bot may not open topics gives its enquiries to the general desk until it may", async () => {
    group("rights").setAdmin(anna, false);
    const guest = newGuest();
    await atGeneralDesk(await asks(guest, "rights"));
    await guest.hears(/geht weiter an/);
    group("rights").setAdmin(anna, true);
    await inTelegramRoom(anna, group("rights")).finds(await asks(newGuest(), "rights"));
  }, 180_000);

  it("whose topics are switched off gives what is open to the general desk, and no line stays among others", async () => {
    const guest = newGuest();
    const number = await asks(guest, "flat");
    await takes(inTelegramRoom(bernd, group("flat")), number, guest, /Bernd Muster ist jetzt für Sie da/);
    group("flat").setForum(false);
    await guest.write("Wer liest das jetzt?");
    expect(await atGeneralDesk(number)).toMatch(/Wer liest das jetzt\?/);
    await guest.hears(/ist nicht mehr da\. Ich hole Ihnen jemand anderen/);
    expect(
      group("flat")
        .sees()
        .map(({ text }) => text)
        .join("\n"),
    ).not.toMatch(/Wer liest das/);
  }, 180_000);

  it.each([
    ["grown", false],
    ["silent", true],
  ] as const)(
    "that becomes a supergroup goes on under its new id (%s; only an error tells: %s)",
    async (name, silently) => {
      // a group without topics is no room yet
      await atGeneralDesk(await asks(newGuest(), name));
      group(name).migrate(anna, { forum: true, silently });
      for (const words of ["Willkommen", "Auch willkommen"]) {
        const guest = newGuest();
        const staff = inTelegramRoom(bernd, group(name));
        await takes(staff, await asks(guest, name), guest, /Bernd Muster ist jetzt für Sie da/);
        await replies(staff, words);
        await guest.hears(new RegExp(words));
        await staff.press(/Beenden/);
        await guest.hears(/Bernd Muster hat das Gespräch beendet/);
      }
    },
    180_000,
  );

  it("in a team out of which the app is taken gives its enquiries to the general desk, and is used again", async () => {
    const inRoom = channels.get("teams") as TeamsGuest;
    const guest = newGuest();
    const number = await asks(guest, "teams");
    await takes(inTeamsRoom(inRoom), number, guest, /Anna Beispiel ist jetzt für Sie da/);
    await apart.uninstall();
    await atGeneralDesk(number);
    await guest.hears(/ist nicht mehr da\. Ich hole Ihnen jemand anderen/);
    const later = newGuest();
    await atGeneralDesk(await asks(later, "teams"));
    await later.hears(/geht weiter an/);

    await apart.install();
    const third = newGuest();
    await takes(inTeamsRoom(inRoom), await asks(third, "teams"), third, /Anna Beispiel ist jetzt für Sie da/);
  }, 180_000);

  it("in Teams that takes nothing any more, as only an error tells, gives its enquiries to the general desk", async () => {
    const inRoom = channels.get("mute") as TeamsGuest;
    const guest = newGuest();
    const number = await asks(guest, "mute");
    await takes(inTeamsRoom(inRoom), number, guest, /Anna Beispiel ist jetzt für Sie da/);
    inRoom.room.blocked = true;
    await guest.write("Liest das jemand?");
    expect(await atGeneralDesk(number)).toMatch(/Liest das jemand\?/);
    await guest.hears(/ist nicht mehr da\. Ich hole Ihnen jemand anderen/);
  }, 180_000);
});

describe.concurrent("somebody who goes", () => {
  it("a guest who has blocked the bot: staff read that it was not delivered and end it, and nothing is repeated", async () => {
    guests += 1;
    const person = telegram.guest(guests);
    const guest = driverOf(person);
    const number = await asks(guest, "blocked");
    const staff = inTelegramRoom(bernd, group("blocked"));
    await takes(staff, number, guest, /Bernd Muster ist jetzt für Sie da/);
    person.block({ silently: true });
    await replies(staff, "Sind Sie noch da?");
    await staffSees(staff, /konnte dem Gast nicht zugestellt werden/);
    await staff.press(/Beenden/);
    await staffSees(staff, /erledigt/);
    await quiet(desk, 60_000);
    const refused = telegram.calls.filter(
      ({ method, params, outcome }) =>
        method === "sendMessage" && outcome === 403 && String(params["chat_id"]) === String(person.user.id),
    );
    // the reply, and that it was ended
    expect(refused).toHaveLength(2);
    expect((await staff.sees()).match(/nicht zugestellt/g)).toHaveLength(1);
    expect((await cli(["desk", "list", "--as", "2"], settings)).stdout).not.toContain(number);
  }, 180_000);

  it("a guest whose block is told: the talk ends, and staff read why", async () => {
    guests += 1;
    const person = telegram.guest(guests);
    const guest = driverOf(person);
    const staff = inTelegramRoom(bernd, group("blocked"));
    await takes(staff, await asks(guest, "blocked"), guest, /Bernd Muster ist jetzt für Sie da/);
    person.block();
    await staffSees(staff, /Der Gast ist nicht mehr erreichbar[\s\S]*/);
    await staffSees(staff, /erledigt/);
  }, 180_000);

  it("staff who leave the room, or have no account any more: it waits again, the room reads it, another takes it", async () => {
    const [first, second] = [newGuest(), newGuest()];
    const numbers = [await asks(first, "leaves"), await asks(second, "leaves")] as const;
    const room = group("leaves");
    const inIt = (person: Guest) => inTelegramRoom(person, room);
    // the newest card is the second one's
    await takes(inIt(carla), numbers[1], second, /Carla Probe ist jetzt für Sie da/);
    await takes(inIt(anna), numbers[0], first, /Anna Beispiel ist jetzt für Sie da/);
    room.leave(anna);
    await first.hears(/ist nicht mehr da\. Ich hole Ihnen jemand anderen/);
    await staffSees(inIt(bernd), new RegExp(`${numbers[0]} wartet wieder`));
    await takes(inIt(bernd), numbers[0], first, /Bernd Muster ist jetzt für Sie da/);

    const removed = await cli(["staff", "remove", "Carla Probe", "--yes"], settings);
    expect(removed.stdout).toContain(numbers[1]);
    await second.hears(/ist nicht mehr da\. Ich hole Ihnen jemand anderen/);
    await staffSees(inIt(bernd), new RegExp(`${numbers[1]} wartet wieder`));
    await takes(inIt(bernd), numbers[1], second, /Bernd Muster ist jetzt für Sie da/);
  }, 180_000);
});

describe("after a restart", () => {
  it("a line that answers another one in the topic reaches the guest, and one that comes too late its hint", async () => {
    const guest = newGuest();
    const room = group("restart");
    const staff = inTelegramRoom(bernd, room);
    await takes(staff, await asks(guest, "restart"), guest, /Bernd Muster ist jetzt für Sie da/);
    const topic = room.sees().findLast((seen) => seen.topic !== null)?.topic ?? 0;
    const note = room.write(anna, "!! bitte freundlich", { topic });
    await quiet(desk, 60_000);
    await desk.stop();
    await restart();
    room.write(bernd, "Eine Antwort auf eine Zeile", { topic, replyTo: note });
    await guest.hears(/Eine Antwort auf eine Zeile/);
    await staff.press(/Beenden/);
    await guest.hears(/Bernd Muster hat das Gespräch beendet/);
    room.write(bernd, "Noch etwas", { topic, replyTo: note });
    await staffSees(staff, /Dieses Gespräch ist beendet\. Der Gast hat nichts davon gelesen/);
  }, 180_000);

  it("a button whose name is longer than Telegram lets it carry does what it says", async () => {
    const key = old
      .sees()
      .flatMap(({ buttons }) => buttons.flat())
      .find(({ text }) => text === "Zu Kiefer");
    expect(`~ask:${LONG}`.length).toBeGreaterThan(64);
    expect(key?.callback_data).toMatch(/^#[\w-]{43}$/);
    old.press("Zu Kiefer");
    await expect
      .poll(
        () =>
          old
            .sees()
            .map(({ text }) => text)
            .join("\n"),
        { timeout: 30_000 },
      )
      .toMatch(/Zu Kiefer hilft/);
  });
});
