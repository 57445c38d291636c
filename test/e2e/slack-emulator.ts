import { startEmulator } from "../servers/emulate/index.js";
import { buttonsOf, textOf } from "../servers/slack/seen.js";
import type { Blocks } from "../servers/slack/world.js";
import type { GuestDriver } from "./conversation-script.js";
import { freePort, freshFolder, startDesk } from "./running-desk.js";
import { eventually } from "./slack-desk.js";

const GUEST = "xoxp-anna";
const BOT = "xoxb-desk";
const SECRET = "signing-secret-of-the-emulator";

interface Said {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: Blocks;
}

/** A desk beside Vercel Labs' Slack emulator, and a person who talks with it there. */
export async function talkThroughEmulator(
  conversation: (guest: GuestDriver) => Promise<void>,
): Promise<void> {
  const place = freshFolder();
  const [emulatorPort, deskPort] = [await freePort(), await freePort()];
  const emulator = await startEmulator({
    port: emulatorPort,
    events: `http://127.0.0.1:${deskPort}/slack/events`,
    seed: {
      team: { name: "office", domain: "office" },
      signing_secret: SECRET,
      users: [{ name: "anna" }, { name: "desk" }],
      tokens: [
        { token: GUEST, user: "anna" },
        { token: BOT, user: "desk", type: "bot" },
      ],
    },
  });
  const desk = await startDesk({
    folder: place.folder,
    port: deskPort,
    env: {
      GATHER_MS: "0",
      SLACK_API_URL: emulator.apiUrl,
      SLACK_BOT_TOKEN: BOT,
      SLACK_SIGNING_SECRET: SECRET,
    },
  });
  try {
    const { user_id: bot } = await emulator.call(BOT, "auth.test", {});
    const { user_id: anna } = await emulator.call(GUEST, "auth.test", {});
    const opened = await emulator.call(GUEST, "conversations.open", { users: String(bot) });
    const { id: channel } = opened["channel"] as { id: string };
    await conversation(guestIn(channel, String(anna)));
  } finally {
    await desk.stop();
    await emulator.stop();
    place.remove();
  }

  function guestIn(channel: string, self: string): GuestDriver {
    const fromDesk = async (): Promise<Said[]> => {
      const { messages } = await emulator.call(GUEST, "conversations.history", { channel, limit: "200" });
      return (messages as Said[]).filter(({ user }) => user !== self).toReversed();
    };
    let before = 0;
    const write = async (text: string): Promise<void> => {
      before = (await fromDesk()).length;
      await emulator.call(GUEST, "chat.postMessage", { channel, text });
    };
    return {
      write,
      // the emulator has no buttons that can be pressed: their words are written, which the desk takes as a press
      async press(label) {
        const labels = (await fromDesk())
          .toReversed()
          .map(({ blocks = [] }) => buttonsOf(blocks).map((button) => button.label));
        const found = labels.flatMap((each) => each.find((each) => label.test(each)) ?? [])[0];
        if (found === undefined) throw new Error(`There is no button ${label}.`);
        await write(found);
      },
      async hears(pattern) {
        const since = async (): Promise<string> =>
          (await fromDesk())
            .slice(before)
            .map(({ text, blocks = [] }) =>
              blocks.length > 0
                ? [
                    textOf(blocks),
                    ...buttonsOf(blocks).map(({ label, url = "" }) => `[${label}] ${url}`),
                  ].join("\n")
                : text,
            )
            .join("\n\n");
        return eventually(since, (text) => pattern.test(text));
      },
    };
  }
}
