import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../../src/text/index.js";
import { createGuest } from "../adapters/web/guest.js";
import { type SlackServer, startSlackServer } from "../servers/slack/index.js";
import { startTeams, type TeamsServer } from "../servers/teams.js";
import { startTelegram, type TelegramServer } from "../servers/telegram/index.js";
import type { GuestDriver } from "./conversation-script.js";
import { handoverIntents, type Matter, type RoomSetting } from "./handover-intents.js";
import { cli, freePort, freshFolder, type RunningDesk, startDesk } from "./running-desk.js";
import { eventually, talk } from "./slack-desk.js";
import {
  atTerminal,
  inSlackRoom,
  inTeamsRoom,
  inTelegramRoom,
  type StaffDriver,
  staffSees,
} from "./staff-drivers.js";
import { inTeams } from "./teams-drivers.js";
import { driverOf } from "./telegram-guest.js";

const GUESTS = ["web", "telegram", "slack", "teams"] as const;
const STAFF = ["slack", "teams", "telegram", "terminal"] as const;
const WORDS =
  "Ahorn Birke Buche Distel Eibe Erle Esche Fichte Ginster Hasel Holunder Kiefer Linde Mistel Pappel Ulme".split(
    " ",
  );
/** Parts of the city that are there when the office is; whoever has no room is answered at the terminal. */
const PARTNERS =
  "start-up-desk funding-desk land-desk business-desk digital-desk seminar-desk planning-office traffic-office city-management procurement-office statistics-office data-protection-officer".split(
    " ",
  );
const PAIRS = GUESTS.flatMap((guest, row) =>
  STAFF.map((staff, column) => {
    const index = row * STAFF.length + column;
    const partner = staff === "terminal" ? "office-desk" : (PARTNERS[row * 3 + column] ?? "");
    return {
      guest,
      staff,
      index,
      matter: { id: `matter-${index}`, partner, word: WORDS[index] ?? "" } satisfies Matter,
    };
  }),
);
type Pair = (typeof PAIRS)[number];

const place = freshFolder();
let slack: SlackServer;
let telegram: TelegramServer;
let teams: TeamsServer;
let desk: RunningDesk;
let intents: string;
const staffOf = new Map<number, StaffDriver>();
let nextGuest = 1_000;
let link = async (): Promise<void> => {};

/** A room of its own for each pair, and one person who answers on all of them. */
beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  [slack, telegram, teams] = await Promise.all([
    startSlackServer({ retries: [0, 500, 2_000] }),
    startTelegram(),
    startTeams({ endpoint: () => `${url}/api/messages` }),
  ]);
  slack.pointAt(`${url}/slack/events`);
  const onSlack = slack.guest("anna");
  const onTelegram = telegram.guest(1);
  const onTeams = teams.person("Anna");
  const team = teams.team(onTeams, teams.person("Bernd"));
  const rooms: RoomSetting[] = [{ id: "terminal", channel: "terminal" }];
  for (const { staff, index, matter } of PAIRS) {
    const room = { id: `room-${index}`, partners: [matter.partner] };
    if (staff === "slack") {
      const channel = slack.channel([onSlack]);
      staffOf.set(index, inSlackRoom(onSlack, channel));
      rooms.push({ ...room, channel: "slack", address: channel });
    } else if (staff === "telegram") {
      const group = telegram.group(onTelegram, { forum: true, admin: true });
      staffOf.set(index, inTelegramRoom(onTelegram, group));
      rooms.push({ ...room, channel: "telegram", address: String(group.id()) });
    } else if (staff === "teams") {
      const [anna] = team.channel();
      if (!anna) throw new Error("A channel has the team's people.");
      staffOf.set(index, inTeamsRoom(anna));
      rooms.push({ ...room, channel: "teams", address: anna.room.conversation.id });
    }
  }
  intents = handoverIntents(
    place.folder,
    rooms,
    PAIRS.map(({ matter }) => matter),
  );
  desk = await startDesk({
    folder: place.folder,
    port,
    intents,
    env: {
      GATHER_MS: "0",
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.office.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
    },
  });
  await team.install();
  const settings = { folder: place.folder, intents };
  const added = await cli(["staff", "add", "Anna Beispiel"], settings);
  expect(added.stderr + added.stdout).toMatch(/Anna Beispiel/);
  for (const { staff, index } of PAIRS)
    if (staff === "terminal")
      staffOf.set(
        index,
        atTerminal(() => desk, settings, "Anna Beispiel"),
      );
  link = async () => {
    // linked on each messenger by a code of its own
    for (const guest of [talk(onSlack), driverOf(onTelegram), inTeams(teams.personal(onTeams))]) {
      const { stdout } = await cli(["staff", "code", "1"], settings);
      await guest.write(/[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(stdout)?.[0] ?? "");
      await guest.hears(/Danke, Anna Beispiel/);
    }
  };
}, 180_000);
afterAll(async () => {
  await desk?.stop();
  await Promise.all([slack?.close(), telegram?.close(), teams?.stop()]);
  place.remove();
});

/** A new guest on this channel. */
async function guestOn(channel: Pair["guest"]): Promise<GuestDriver> {
  nextGuest += 1;
  switch (channel) {
    case "slack":
      return talk(slack.guest(`guest-${nextGuest}`));
    case "telegram":
      return driverOf(telegram.guest(nextGuest));
    case "teams":
      return inTeams(teams.personal(teams.person(`Guest ${nextGuest}`)));
    case "web":
      return onWeb(desk.url);
  }
}

async function onWeb(url: string): Promise<GuestDriver> {
  const guest = createGuest(url);
  const stream = await guest.stream();
  let before = 0;
  const said = async () =>
    (await stream.lines(0)).flatMap(({ message }) =>
      message ? [[plain(message.text), ...(message.buttons ?? []).map(({ label }) => label)].join("\n")] : [],
    );
  const since = async () => (await said()).slice(before).join("\n\n");
  return {
    async write(text) {
      before = (await said()).length;
      expect((await guest.post(text)).ok).toBe(true);
    },
    async press(label) {
      before = (await said()).length;
      const lines = await stream.lines(0);
      const on = lines.findLast(({ message }) =>
        message?.buttons?.some((button) => label.test(button.label)),
      );
      const action = on?.message?.buttons?.find((button) => label.test(button.label))?.action;
      await guest.postRaw(JSON.stringify({ id: crypto.randomUUID(), action, on: on?.message?.id }));
    },
    hears: (pattern) => eventually(since, (text) => pattern.test(text), 60_000),
  };
}

describe("somebody of the office", () => {
  it("is known on each messenger once they have sent their code there", () => link());
});

/** Whatever a guest writes, nothing of it is a command, a mention, a link or markup in a room. */
const HOSTILE = "Bitte <b>fett</b> an @channel <!here> [hier](https://evil.example) *so* !! /close";

describe.concurrent("a guest and somebody of the office, wherever each of them is", () => {
  it.each(PAIRS)(
    "$guest and $staff: asks, is answered, and is given back to the assistant",
    async (pair) => {
      const staff = staffOf.get(pair.index);
      if (!staff) throw new Error("Every pair has somebody who answers.");
      const guest = await guestOn(pair.guest);
      await guest.write(`Frage zu ${pair.matter.word}`);
      await guest.hears(new RegExp(`Zu ${pair.matter.word} hilft`));
      await guest.write("Ich möchte mit einem Menschen sprechen");
      const told = await guest.hears(/Ich hole Ihnen einen Menschen dazu[\s\S]*G-[0-9A-Z]{4}/);
      const number = /G-[0-9A-Z]{4,}/.exec(told)?.[0] ?? "";

      await staff.finds(number);
      await staffSees(staff, new RegExp(`Anliegen ${pair.matter.word}`));
      await staff.press(/Übernehmen/);
      await guest.hears(/Anna Beispiel ist jetzt für Sie da/);

      await staff.write(`!! intern ${pair.index}`);
      await staff.write(`Guten Tag, hier ist Anna (${pair.index})`);
      await firstReply(staff, pair);
      await guest.hears(new RegExp(`Anna Beispiel:[*\\s]*Guten Tag, hier ist Anna \\(${pair.index}\\)`));

      await guest.write(`${HOSTILE} ${pair.index}`);
      const read = await staffSees(staff, new RegExp(`evil\\.example\\)? \\*so\\* !! /close ${pair.index}`));
      expect(read).toContain("<b>fett</b>");
      expect(read).toContain("<!here>");

      await staff.press(/Beenden/);
      const ended = await guest.hears(/Anna Beispiel hat das Gespräch beendet/);
      expect(ended).not.toMatch(/intern/);
      await guest.write(`Frage zu ${pair.matter.word}`);
      await guest.hears(new RegExp(`Zu ${pair.matter.word} hilft`));
    },
    240_000,
  );
});

/** The first reply of all is shown before it is sent; which pair comes to write it is chance. */
async function firstReply(staff: StaffDriver, { index }: Pair): Promise<void> {
  const seen = await staffSees(
    staff,
    new RegExp(
      `So liest es der Gast[\\s\\S]*\\(${index}\\)|Geht in (?:\\d+ Sekunden|einer Sekunde) an den Gast`,
    ),
  );
  if (/So liest es der Gast/.test(seen) && !/Geht in (?:\d+ Sekunden|einer Sekunde)/.test(seen))
    await staff.press(/Senden/);
}
