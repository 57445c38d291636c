import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegram, type TelegramServer } from "./telegram/index.js";

/** Whether our own Telegram is as strict as Telegram, so that what passes here passes there. */

let telegram: TelegramServer;
beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(() => telegram.close());

interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { migrate_to_chat_id?: number; retry_after?: number };
}

async function call(method: string, params: object = {}, token = telegram.token): Promise<Answer> {
  const response = await fetch(`${telegram.root}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  const answer = (await response.json()) as Answer;
  expect(response.status).toBe(answer.ok ? 200 : answer.error_code);
  return answer;
}

const said = async (method: string, params: object): Promise<string> =>
  (await call(method, params)).description ?? "taken";
const updates = ({ result }: Answer) =>
  result as readonly { update_id: number; message?: { text: string } }[];
const ids = (answer: Answer): number[] => updates(answer).map(({ update_id }) => update_id);
const sent = ({ result }: Answer) => result as { message_id: number; message_thread_id: number };

it("knows its token and its methods", async () => {
  expect(await call("getMe", {}, "1:wrong")).toMatchObject({ error_code: 401 });
  expect(await call("getMe", {}, "wrong")).toMatchObject({ error_code: 404 });
  expect(await call("makeTea")).toMatchObject({ description: "Not Found: method not found" });
  expect(await call("GETME")).toMatchObject({ result: { is_bot: true } });
});

describe("updates", () => {
  it("stay until a higher offset is asked for", async () => {
    const guest = telegram.guest(1);
    for (const text of ["a", "b", "c"]) guest.write(text);
    const all = ids(await call("getUpdates"));
    expect(all).toHaveLength(3);
    expect(ids(await call("getUpdates", { offset: all[1], limit: 1 }))).toEqual([all[1]]);
    expect(ids(await call("getUpdates"))).toEqual(all.slice(1));
    expect(ids(await call("getUpdates", { offset: -1 }))).toEqual([all[2]]);
    expect(telegram.pending()).toEqual([all[2]]);
  });

  it("come to a poll that waits, and a second poll ends the first with 409", async () => {
    const first = call("getUpdates", { timeout: 30 });
    await expect.poll(() => telegram.calls.length).toBe(1);
    const second = call("getUpdates", { timeout: 30 });
    expect(await first).toMatchObject({ error_code: 409 });
    telegram.guest(1).write("hello");
    expect(ids(await second)).toHaveLength(1);
  });

  it("are only of the kinds that were asked for", async () => {
    await call("getUpdates", { allowed_updates: ["message"] });
    const guest = telegram.guest(1);
    guest.edit(guest.write("hello"), "hallo");
    guest.block();
    expect((await call("getUpdates")).result).toMatchObject([{ message: { text: "hello" } }]);
  });

  it("go to the webhook with its secret, again until it says 200, and to no poll meanwhile", async () => {
    const got: { secret: string | undefined; text: string }[] = [];
    const hook = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const secret = request.headers["x-telegram-bot-api-secret-token"];
        got.push({ secret: String(secret), text: JSON.parse(body).message.text });
        response.writeHead(got.length < 3 ? 500 : 200).end();
      });
    });
    await new Promise<void>((done) => hook.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
    expect(await said("setWebhook", { url, secret_token: "no spaces" })).toMatch(/unallowed/);
    expect(await said("setWebhook", { url: "http://example.org/" })).toMatch(/HTTPS/);
    await call("setWebhook", { url, secret_token: "s3cret" });
    expect(await call("getUpdates")).toMatchObject({ error_code: 409 });
    telegram.guest(1).write("hello");
    telegram.guest(1).write("again");
    await expect.poll(() => telegram.pending()).toEqual([]);
    expect(got.map(({ text }) => text)).toEqual(["hello", "hello", "hello", "again"]);
    expect(new Set(got.map(({ secret }) => secret))).toEqual(new Set(["s3cret"]));
    await call("deleteWebhook");
    expect(await call("getWebhookInfo")).toMatchObject({ result: { url: "", pending_update_count: 0 } });
    hook.close();
  });
});

describe("a message of the bot", () => {
  it.each([
    [{ chat_id: 99, text: "x" }, "Bad Request: chat not found"],
    [{ chat_id: 2, text: "x" }, "Forbidden: bot can't initiate conversation with a user"],
    [{ text: " \n" }, "Bad Request: message text is empty"],
    [{ text: "x".repeat(4097) }, "Bad Request: message is too long"],
    [{ text: "<b>x</b>".repeat(1000), parse_mode: "HTML" }, "taken"],
    [{ text: "a < b", parse_mode: "HTML" }, /can't parse entities/],
    [{ text: "<b>a", parse_mode: "HTML" }, /Can't find end tag corresponding to start tag "b"/],
    [{ text: "<b><i>a</b></i>", parse_mode: "HTML" }, /expected "<\/i>"/],
    [{ text: "<p>a</p>", parse_mode: "HTML" }, /Unsupported start tag "p"/],
    [{ text: "&lt;p&gt; &amp;amp;", parse_mode: "HTML" }, "taken"],
    [{ text: "abc", entities: [{ type: "bold", offset: 1, length: 3 }] }, /ends after the end/],
    [{ text: "abc", entities: [{ type: "bold", offset: 3, length: 1 }] }, /begins after the end/],
    [{ text: "😀b", entities: [{ type: "bold", offset: 1, length: 2 }] }, /begins in a middle/],
    [{ text: "a😀", entities: [{ type: "bold", offset: 0, length: 2 }] }, /ends in a middle/],
    [{ text: "a😀", entities: [{ type: "bold", offset: 1, length: 2 }] }, "taken"],
    [{ text: "x", message_thread_id: 5 }, "Bad Request: message thread not found"],
    [button({ callback_data: "ä".repeat(33) }), "Bad Request: BUTTON_DATA_INVALID"],
    [button({ callback_data: "ä".repeat(32) }), "taken"],
    [button({ url: "http://localhost:3978/" }), /Wrong HTTP URL/],
    [button({ url: "https://example.org/" }), "taken"],
    [button({}), /text buttons are unallowed/],
  ])("%j: %s", async (params, expected) => {
    telegram.guest(1).start();
    telegram.guest(2);
    expect(await said("sendMessage", { chat_id: 1, ...params })).toMatch(expected);
  });

  function button(key: object): object {
    return { text: "x", reply_markup: { inline_keyboard: [[{ text: "x", ...key }]] } };
  }

  it("is shown with its formats, changed, taken back, and refused by one who has blocked the bot", async () => {
    const guest = telegram.guest(1);
    guest.start();
    const text = "<b>Hallo</b> <a href='https://example.org'>da</a> &amp; dort";
    const { message_id } = sent(await call("sendMessage", { chat_id: 1, text, parse_mode: "HTML" }));
    const place = { chat_id: 1, message_id };
    expect(guest.sees().at(-1)).toMatchObject({
      text: "Hallo da & dort",
      formats: [
        { type: "bold", text: "Hallo" },
        { type: "text_link", text: "da", url: "https://example.org" },
      ],
    });
    expect(await said("editMessageText", { ...place, text, parse_mode: "HTML" })).toMatch(/not modified/);
    expect(await said("editMessageText", { ...place, text: "neu" })).toBe("taken");
    expect(guest.sees().at(-1)).toMatchObject({ text: "neu", formats: [], edited: true });
    expect(await said("deleteMessage", place)).toBe("taken");
    expect(await said("deleteMessage", place)).toMatch(/message to delete not found/);
    guest.block();
    expect(await said("sendMessage", { chat_id: 1, text })).toBe("Forbidden: bot was blocked by the user");
  });

  it("may be a file", async () => {
    const guest = telegram.guest(1);
    guest.start();
    const body = new FormData();
    body.set("chat_id", "1");
    body.set("document", "attach://part");
    body.set("part", new File(["BEGIN:VCALENDAR"], "termin.ics"));
    const response = await fetch(`${telegram.root}/bot${telegram.token}/sendDocument`, {
      method: "POST",
      body,
    });
    expect(response.status).toBe(200);
    expect(guest.sees().at(-1)?.file).toEqual({ name: "termin.ics", content: "BEGIN:VCALENDAR" });
  });
});

it("lets a button be pressed, which is answered once", async () => {
  const guest = telegram.guest(1);
  guest.start();
  const reply_markup = { inline_keyboard: [[{ text: "Ja", callback_data: "yes" }]] };
  await call("sendMessage", { chat_id: 1, text: "?", reply_markup });
  const callback_query_id = guest.press("Ja");
  expect((await call("getUpdates", { offset: -1 })).result).toMatchObject([
    { callback_query: { id: callback_query_id, data: "yes", message: { text: "?" } } },
  ]);
  expect(await said("answerCallbackQuery", { callback_query_id })).toBe("taken");
  expect(await said("answerCallbackQuery", { callback_query_id })).toMatch(/query is too old/);
});

it("takes commands of lower-case letters, digits and underscores only", async () => {
  const named = (command: string) => ({ commands: [{ command, description: "x" }] });
  expect(await said("setMyCommands", named("hilfe_2"))).toBe("taken");
  for (const name of ["Hilfe", "löschen", "", "x".repeat(33)])
    expect(await said("setMyCommands", named(name))).toMatch(/BOT_COMMAND_INVALID/);
});

describe("a group", () => {
  it("tells the bot what is meant for it, and an administrator everything", async () => {
    const guest = telegram.guest(1);
    const quiet = telegram.group(guest);
    const { message_id } = sent(await call("sendMessage", { chat_id: quiet.id(), text: "I am here" }));
    for (const text of ["chatter", `@${telegram.username} hello`, "/help@other_bot", "/help"])
      quiet.write(guest, text);
    quiet.write(guest, "an answer", { replyTo: message_id });
    const staff = telegram.group(guest, { admin: true });
    staff.write(guest, "staff chatter");
    const heard = updates(await call("getUpdates")).flatMap(({ message }) => message?.text ?? []);
    expect(heard).toEqual([`@${telegram.username} hello`, "/help", "an answer", "staff chatter"]);
  });

  it("has topics only where it is a forum and the bot its administrator", async () => {
    const guest = telegram.guest(1);
    const open = (group: { id(): number }) => said("createForumTopic", { chat_id: group.id(), name: "A" });
    expect(await open(telegram.group(guest, { admin: true }))).toMatch(/not a forum/);
    expect(await open(telegram.group(guest, { forum: true }))).toMatch(/not enough rights/);
    const forum = telegram.group(guest, { forum: true, admin: true });
    const created = await call("createForumTopic", { chat_id: forum.id(), name: "A" });
    const topic = sent(created).message_thread_id;
    const place = { chat_id: forum.id(), message_thread_id: topic, text: "x" };
    expect(await said("sendMessage", place)).toBe("taken");
    expect(forum.sees(topic).at(-1)).toMatchObject({ text: "x", topic });
    forum.closeTopic(topic);
    // administrators go on in a closed one
    expect(await said("sendMessage", place)).toBe("taken");
    forum.deleteTopic(topic);
    expect(await said("sendMessage", place)).toMatch(/message thread not found/);
  });

  it("that became a supergroup says where it is now", async () => {
    const guest = telegram.guest(1);
    const group = telegram.group(guest);
    const before = group.id();
    group.migrate(guest);
    expect(await call("sendMessage", { chat_id: before, text: "x" })).toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: group.id() },
    });
    expect((await call("getUpdates")).result).toMatchObject([
      { my_chat_member: {} },
      { message: { chat: { id: before }, migrate_to_chat_id: group.id() } },
      { message: { chat: { id: group.id() }, migrate_from_chat_id: before } },
    ]);
  });
});

it("fails as it is told to", async () => {
  const guest = telegram.guest(1);
  guest.start();
  const send = () => call("sendMessage", { chat_id: 1, text: "x" });
  telegram.fail({ method: "sendMessage", times: 1, how: 429, retryAfter: 7 });
  telegram.fail({ method: "sendMessage", times: 1, how: 500 });
  telegram.fail({ method: "sendMessage", times: 1, how: "malformed" });
  telegram.fail({ method: "sendMessage", times: 1, how: "reset" });
  expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
  expect(await send()).toMatchObject({ error_code: 500 });
  await expect(send()).rejects.toThrow(SyntaxError);
  await expect(send()).rejects.toThrow("fetch failed");
  expect(guest.sees()).toHaveLength(1);
  telegram.fail({ method: "sendMessage", times: 1, how: "taken-then-reset" });
  await expect(send()).rejects.toThrow("fetch failed");
  expect(guest.sees()).toHaveLength(2);
  expect(telegram.openFaults()).toBe(0);
});
