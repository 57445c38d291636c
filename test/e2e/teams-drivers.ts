import { expect } from "vitest";
import type { Guest } from "../servers/teams.js";
import type { GuestDriver } from "./conversation-script.js";
import type { Playground } from "./playground.js";
import { eventually } from "./slack-desk.js";

/** A guest in Microsoft's Agents Playground, in the chat that is open there. */
export function inPlayground(playground: Playground): GuestDriver {
  return driver({
    said: () => playground.said(),
    write: (text) => playground.write(text),
    press: (label) => playground.press(label),
  });
}

/** A guest in our own Teams; in rooms each message mentions the bot. */
export function inTeams(guest: Guest): GuestDriver {
  const alone = guest.room.conversation.type === "personal";
  let root: string | undefined;
  return driver({
    said: async () =>
      guest
        .heard(root)
        .map(({ text, buttons, links }) =>
          [
            text,
            ...buttons.map(({ label }) => label),
            ...links.map(({ label, url }) => `${label} ${url}`),
          ].join("\n"),
        ),
    async write(text) {
      const done = alone
        ? await guest.write(text)
        : await guest.mention(text, root === undefined ? {} : { root });
      // in a channel the first message begins a chain, and the conversation stays in it
      if (guest.room.conversation.type === "channel") root ??= done.id;
      expect(done.status).toBe(200);
    },
    async press(label) {
      for (const { status } of await guest.press(label)) expect(status).toBe(200);
    },
  });
}

function driver(guest: {
  said(): Promise<readonly string[]>;
  write(text: string): Promise<void>;
  press(label: RegExp): Promise<void>;
}): GuestDriver {
  let before = 0;
  const since = async (): Promise<string> => (await guest.said()).slice(before).join("\n\n");
  return {
    async write(text) {
      before = (await guest.said()).length;
      await guest.write(text);
    },
    async press(label) {
      before = (await guest.said()).length;
      await guest.press(label);
    },
    hears: (pattern) => eventually(since, (text) => pattern.test(text)),
  };
}
