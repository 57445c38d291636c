import { TelegramServer as Emulator } from "telegram-test-api/lib/telegramServer.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Guest, startTelegram, type TelegramServer } from "../servers/telegram/index.js";
import { conversationScript, type GuestDriver } from "./conversation-script.js";
import { freePort, freshFolder, logged, type RunningDesk } from "./running-desk.js";
import { deskOn, driverOf, SECRET, telegramHealth, visible } from "./telegram-guest.js";

/** Guests on Telegram, as our own server and an emulator of others play it. */

// the calendar file comes as a file, which Telegram opens with one tap
const expects = {
  calendarLink: /example-start-up-basics\.ics\nBEGIN:VCALENDAR/,
  person: /So erreichen Sie einen Menschen/,
};

let places: ReturnType<typeof freshFolder>[] = [];
function folder(): string {
  const place = freshFolder();
  places = [...places, place];
  return place.folder;
}
afterAll(() => {
  for (const place of places) place.remove();
});

describe("by long polling", () => {
  let telegram: TelegramServer;
  let desk: RunningDesk;
  let data: string;
  beforeAll(async () => {
    telegram = await startTelegram();
    data = folder();
    desk = await deskOn(telegram, { folder: data });
  });
  afterAll(async () => {
    expect(await desk?.stop()).toBe(0);
    await telegram?.close();
  });
  let guests = 0;
  const newGuest = (language = "de"): Guest => telegram.guest(++guests, { language });

  /** What the bot says in a chat after this message. */
  const answered = async (
    sees: () => ReturnType<Guest["sees"]>,
    message: number,
    pattern: RegExp,
  ): Promise<string> => {
    const said = () => visible(sees().filter(({ id, from }) => from === "bot" && id > message));
    await expect.poll(said, { timeout: 20_000, interval: 20 }).toMatch(pattern);
    return said();
  };

  it("a guest asks, follows up, is asked back, finds a seminar and a person", async () => {
    const guest = newGuest();
    await conversationScript(driverOf(guest), expects);
    await expect.poll(telegram.pending).toEqual([]);
    await expect.poll(telegram.openQueries).toBe(0);
    expect(telegram.calls.filter(({ outcome }) => outcome !== 200 && outcome !== null)).toEqual([]);
    expect(telegram.calls.some(({ method }) => method === "sendChatAction")).toBe(true);
  });

  it("the commands are offered in both languages", () => {
    expect(telegram.commands("de")).toContain("mensch");
    expect(telegram.commands("en")).toContain("human");
    expect(telegram.commands("")).not.toEqual([]);
  });

  it("an English guest is answered in English", async () => {
    const guest = newGuest("en");
    await answered(guest.sees, guest.write("How do I register a business?"), /automated|automatic/i);
    await answered(guest.sees, guest.write("When are you open?"), /open|closed/i);
  });

  it("a thumb is noted, and the button rests", async () => {
    const guest = newGuest();
    await answered(guest.sees, guest.write("Wann haben Sie geöffnet?"), /Nicht hilfreich/);
    const newest = guest.sees().at(-1)?.id ?? 0;
    guest.press(/Nicht hilfreich/);
    await answered(guest.sees, newest, /notiert/);
    await expect.poll(telegram.openQueries).toBe(0);
  });

  it("in a group only what is meant for the desk is answered, and nothing else is stored", async () => {
    const guest = newGuest();
    // as an administrator of the group it gets everything
    const group = telegram.group(guest, { supergroup: true, admin: true });
    group.write(guest, "Habt ihr das Kennwort Mirabelle?");
    const asked = group.write(guest, `@${telegram.username} Wie melde ich ein Gewerbe an?`);
    await answered(() => group.sees(), asked, /§ 14 GewO/);
    const replyTo = group.sees().findLast(({ from }) => from === "bot")?.id ?? 0;
    const followed = group.write(guest, "und was kostet das?", { replyTo });
    await answered(() => group.sees(), followed, /15 bis 65 Euro/);
    group.write(guest, "Danke allen");
    await expect.poll(telegram.pending).toEqual([]);
    const turns = await logged(data, 50);
    expect(turns.map(({ question }) => question)).toContain("und was kostet das?");
    expect(JSON.stringify(turns)).not.toMatch(/Mirabelle|Danke allen/);
  });

  it("in a topic of a forum the answer stands in the same topic", async () => {
    const guest = newGuest();
    const forum = telegram.group(guest, { forum: true });
    const [one, other] = [forum.openTopic(guest, "Gewerbe"), forum.openTopic(guest, "Anderes")];
    const asked = forum.write(guest, `Wie melde ich ein Gewerbe an, @${telegram.username}?`, { topic: one });
    await answered(() => forum.sees(one), asked, /§ 14 GewO/);
    expect(forum.sees(other).filter(({ from }) => from === "bot")).toEqual([]);
    expect(forum.sees().filter(({ from, topic }) => from === "bot" && topic !== one)).toEqual([]);
  });

  it("a group that becomes a supergroup is answered at its new place", async () => {
    const guest = newGuest();
    const group = telegram.group(guest);
    const asked = group.write(guest, `@${telegram.username} Wann haben Sie geöffnet?`);
    await answered(() => group.sees(), asked, /Uhr/);
    group.migrate(guest);
    const again = group.write(guest, `@${telegram.username} Wie melde ich ein Gewerbe an?`);
    await answered(() => group.sees(), again, /§ 14 GewO/);
  });

  it("a guest who has blocked the bot costs nobody anything, and is answered once they are back", async () => {
    const [leaving, staying] = [newGuest(), newGuest()];
    await answered(leaving.sees, leaving.write("Wann haben Sie geöffnet?"), /Uhr/);
    leaving.write("Wie melde ich ein Gewerbe an?");
    leaving.block();
    await answered(staying.sees, staying.write("Wo ist Ihr Büro?"), /Rathausplatz/);
    leaving.unblock();
    await answered(leaving.sees, leaving.write("Wo ist Ihr Büro?"), /Rathausplatz/);
    expect(await telegramHealth(desk)).toEqual({ trouble: null, refused: {} });
  });

  it("a voice message is answered with what the desk can do", async () => {
    const guest = newGuest();
    const voice = { voice: { file_id: "v", file_unique_id: "v", duration: 3 } };
    await answered(guest.sees, guest.write("", voice), /Sprachnachrichten und Dateien kann ich nicht lesen/);
  });

  it("a link to a seminar begins with its card", async () => {
    const guest = newGuest();
    await answered(
      guest.sees,
      guest.start("seminar-example-start-up-basics"),
      /example-start-up-basics\.ics\n/,
    );
  });

  it("a question that is changed within a minute has its answer changed", async () => {
    const guest = newGuest();
    const asked = guest.write("Wo ist Ihr Büro?");
    await answered(guest.sees, asked, /Rathausplatz/);
    const answer = guest.sees().findLast(({ text }) => /Rathausplatz/.test(text));
    guest.edit(asked, "Wie melde ich ein Gewerbe an?");
    const now = () => guest.sees().find(({ id }) => id === answer?.id)?.text;
    await expect.poll(now, { timeout: 20_000 }).toMatch(/§ 14 GewO/);
  });
});

describe("by webhook", () => {
  it("a guest has the same conversation, and every update comes with the secret", async () => {
    const telegram = await startTelegram();
    const desk = await deskOn(telegram, { folder: folder(), by: "webhook" });
    try {
      await expect.poll(() => telegram.calls.some(({ method }) => method === "setWebhook")).toBe(true);
      expect(telegram.calls.find(({ method }) => method === "setWebhook")?.params).toMatchObject({
        secret_token: SECRET,
      });
      await conversationScript(driverOf(telegram.guest(1, { language: "de" })), expects);
      await expect.poll(telegram.pending).toEqual([]);
      expect(telegram.deliveries.filter(({ status }) => status !== 200)).toEqual([]);
      expect(telegram.calls.some(({ method }) => method === "getUpdates")).toBe(false);
      expect(await telegramHealth(desk)).toEqual({ trouble: null, refused: {} });
      expect(desk.output()).not.toContain(SECRET);
    } finally {
      expect(await desk.stop()).toBe(0);
      await telegram.close();
    }
  });
});

describe("against telegram-test-api, which we did not write", () => {
  it("a guest has the same conversation", async () => {
    const port = await freePort();
    const server = new Emulator({ port, host: "127.0.0.1" });
    await server.start();
    const token = "4712:a-token_of-the-emulator";
    const root = `http://127.0.0.1:${port}`;
    const desk = await deskOn({ root, token }, { folder: folder() });
    try {
      // the emulator takes no files, so a link comes instead
      await conversationScript(driverOfEmulator(server, token), {
        ...expects,
        calendarLink: /In den Kalender/,
      });
    } finally {
      expect(await desk.stop()).toBe(0);
      await server.stop();
    }
  });
});

/** The emulator keeps what the bot sent as it was sent; its ids tell what is new. */
function driverOfEmulator(server: Emulator, token: string): GuestDriver {
  const client = server.getClient(token, { userId: 7, chatId: 7 });
  let before = 0;
  const fresh = () => server.storage.botMessages.filter(({ messageId }) => messageId > before);
  const keysOf = ({
    message,
  }: (typeof server.storage.botMessages)[0]): readonly { text: string; callback_data?: string }[] =>
    message.reply_markup && "inline_keyboard" in message.reply_markup
      ? message.reply_markup.inline_keyboard.flat()
      : [];
  const said = (): string =>
    fresh()
      .map((sent) => [sent.message.text, ...keysOf(sent).map(({ text }) => `[${text}]`)].join("\n"))
      .join("\n\n");
  const turnOver = (): void => {
    before = Math.max(0, ...server.storage.botMessages.map(({ messageId }) => messageId));
  };
  return {
    async write(text) {
      turnOver();
      await client.sendMessage(client.makeMessage(text));
    },
    async press(label) {
      const sent = server.storage.botMessages.findLast((one) =>
        keysOf(one).some(({ text }) => label.test(text)),
      );
      const key = sent && keysOf(sent).find(({ text }) => label.test(text));
      if (!sent || !key?.callback_data) throw new Error(`There is no button ${label}.`);
      turnOver();
      await client.sendCallback(
        client.makeCallbackQuery(key.callback_data, { message: { message_id: sent.messageId } }),
      );
    },
    async hears(pattern) {
      await expect.poll(said, { timeout: 20_000, interval: 50 }).toMatch(pattern);
      return said();
    },
  };
}
