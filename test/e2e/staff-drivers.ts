import type { SlackGuest } from "../servers/slack/guest.js";
import type { Guest as TeamsGuest } from "../servers/teams.js";
import type { Group, Guest as TelegramGuest } from "../servers/telegram/index.js";
import { cli, type RunningDesk } from "./running-desk.js";
import { eventually } from "./slack-desk.js";
import { visible } from "./telegram-guest.js";

/** Somebody of the office who answers one enquiry, wherever they do. */
export interface StaffDriver {
  /** All that they see of the enquiry: texts and the labels of buttons. */
  sees(): Promise<string>;
  /** Waits until they see the enquiry of this number. */
  finds(number: string): Promise<void>;
  press(label: RegExp): Promise<void>;
  /** Writes as the card says that one answers. */
  write(text: string): Promise<void>;
}

/** Waits until what staff see matches. */
export async function staffSees(staff: StaffDriver, pattern: RegExp): Promise<string> {
  return eventually(
    () => staff.sees(),
    (seen) => pattern.test(seen),
    60_000,
  );
}

/** In a channel of Slack: the enquiry is a thread. */
export function inSlackRoom(person: SlackGuest, channel: string): StaffDriver {
  let thread: string | undefined;
  const lines = () => person.sees({ channel, ...(thread === undefined ? {} : { thread }) });
  return {
    sees: async () =>
      lines()
        .map(({ text, buttons }) => [text, ...buttons.map(({ label }) => `[${label}]`)].join("\n"))
        .join("\n\n"),
    async finds(number) {
      const card = await eventually(
        () => person.sees({ channel }).find(({ text }) => text.includes(number)),
        (found) => found !== undefined,
        60_000,
      );
      thread = card?.thread ?? card?.ts;
    },
    async press(label) {
      await person.press(label, { channel, ...(thread === undefined ? {} : { thread }) }).delivered;
    },
    async write(text) {
      await person.write(text, { channel, ...(thread === undefined ? {} : { thread }) }).delivered;
    },
  };
}

/** In a channel of a team: the enquiry is a chain, and the bot hears only what mentions it. */
export function inTeamsRoom(person: TeamsGuest): StaffDriver {
  let root: string | undefined;
  const lines = () => person.sees(root);
  return {
    sees: async () =>
      lines()
        .map(({ text, buttons }) => [text, ...buttons.map(({ label }) => `[${label}]`)].join("\n"))
        .join("\n\n"),
    async finds(number) {
      const card = await eventually(
        () => person.heard().find(({ text }) => text.includes(number)),
        (found) => found !== undefined,
        60_000,
      );
      root = card?.root ?? card?.id;
    },
    async press(label) {
      await person.press(label);
    },
    async write(text) {
      await person.mention(text, root === undefined ? {} : { root });
    },
  };
}

/** In a group of Telegram with topics: the enquiry is a topic. */
export function inTelegramRoom(person: TelegramGuest, group: Group): StaffDriver {
  let topic: number | undefined;
  return {
    // word joiners keep names and commands from being live; nobody sees them
    sees: async () => visible(group.sees(topic)).replaceAll("\u2060", ""),
    async finds(number) {
      const card = await eventually(
        () => group.sees().find(({ text, topic: of }) => text.includes(number) && of != null),
        (found) => found !== undefined,
        60_000,
      );
      topic = card?.topic ?? undefined;
    },
    async press(label) {
      group.press(person, label, topic);
    },
    async write(text) {
      group.write(person, text, topic === undefined ? {} : { topic });
    },
  };
}

/** On the command line of the server. */
export function atTerminal(
  desk: () => RunningDesk,
  settings: { readonly folder: string; readonly intents: string },
  as: string,
): StaffDriver {
  let number = "";
  let sent = "";
  const call = async (...args: readonly string[]): Promise<string> => {
    const port = new URL(desk().url).port;
    const ran = await cli(["desk", ...args, "--as", as], {
      folder: settings.folder,
      intents: settings.intents,
      env: { PORT: port },
    });
    if (ran.code !== 0) throw new Error(`desk ${args.join(" ")}: ${ran.stdout}${ran.stderr}`);
    return ran.stdout;
  };
  const COMMANDS: readonly (readonly [RegExp, string])[] = [
    [/Übernehmen/, "take"],
    [/Beenden/, "close"],
    [/Senden/, "send"],
    [/Zurückholen/, "recall"],
  ];
  return {
    sees: async () => `${await call("show", number)}\n${sent}`,
    async finds(wanted) {
      number = wanted;
      await eventually(
        () => call("list"),
        (listed) => listed.includes(wanted),
        60_000,
      );
    },
    async press(label) {
      const command = COMMANDS.find(([known]) => known.source === label.source)?.[1];
      if (!command) throw new Error(`There is no command for ${label}.`);
      sent = await call(command, number);
    },
    async write(text) {
      sent = text.startsWith("!!")
        ? await call("note", number, text.slice(2).trim())
        : await call("reply", number, text);
    },
  };
}
