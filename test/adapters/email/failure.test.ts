import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultOf } from "../../../adapters/email/failure.js";
import { testDesk } from "../desk-setup.js";
import { LOGIN, type MailServer, mailServer, type Refusal, scriptedServer } from "./mail-server.js";
import { emailTo, failureOf, placeOf, saying, started } from "./setup.js";

const STAFF = "erika.mustermann@stadt.example.org";
const SUBJECT = "Anfrage von Kasimir";

/** Closed after each test, desks before servers. */
let closing: (() => unknown)[] = [];
let server: MailServer;

beforeEach(async () => {
  server = await mailServer();
  closing = [() => server.close()];
});

afterEach(async () => {
  for (const close of closing.reverse()) await close();
});

async function channelTo(...options: Parameters<typeof emailTo>) {
  const channel = emailTo(...options);
  const desk = await started(channel);
  closing.push(() => desk.close());
  return {
    desk,
    send: () => channel.send(placeOf(STAFF, { subject: SUBJECT }), saying("Ein Geheimnis")),
  };
}

async function scripted(answer: Parameters<typeof scriptedServer>[0]) {
  const made = await scriptedServer(answer);
  closing.push(() => made.close());
  return made;
}

/** The right answers of a server, but for those in `over`, by the first word of the command; "text": the end of it. */
function answering(over: Readonly<Record<string, string | null>>) {
  let inText = false;
  return (line: string): string | null => {
    if (inText && line !== ".") return null;
    const command = inText ? "text" : (line.split(/[ :]/u)[0] ?? "");
    inText = command === "DATA" && !("DATA" in over);
    if (command in over) return over[command] ?? null;
    const usual: Readonly<Record<string, string>> = { "": "220 mail ESMTP", DATA: "354 go on" };
    return usual[command] ?? "250 ok";
  };
}

describe("an e-mail that was surely not taken", () => {
  it.each<[where: "sender" | "recipient" | "text", Refusal, words: string]>([
    ["recipient", [451, "4.7.1 Greylisted"], "(451 4.7.1 RCPT TO)"],
    ["recipient", [452, "Mailbox full"], "(452 RCPT TO)"],
    ["sender", [421, "Shutting down"], "(421 MAIL FROM)"],
    ["text", [451, "4.3.0 Try later"], "(451 4.3.0 DATA)"],
    ["text", [421, "4.3.2 Shutting down"], "(421 4.3.2 DATA)"],
    ["recipient", [503, "Bad sequence"], "(503 RCPT TO)"],
  ])("is sent again: %s %j", async (where, refusal, words) => {
    server.answers[where] = refusal;
    const { send } = await channelTo(server.port);
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ delivery: "retryable" });
    expect(failure.message).toContain(words);
    server.answers[where] = null;
    await send();
    expect(server.mails).toHaveLength(1);
  });

  it("is sent again when there is no server", async () => {
    const { port } = server;
    await server.close();
    const { send, desk } = await channelTo(port);
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ delivery: "retryable" });
    expect(failure.message).toMatch(/no connection .*\(ESOCKET ECONNREFUSED CONN\)/u);
    // that the server is away is for the outbox to tell; the start says so itself
    await expect.poll(() => desk.troubles.at(-1)).toMatch(/no connection/u);
  });

  it.each([
    [{ code: "EDNS", originalCode: "ENOTFOUND", command: "CONN" }, "(EDNS ENOTFOUND CONN)"],
    [{ code: "ESOCKET", originalCode: "EHOSTUNREACH", command: "CONN" }, "(ESOCKET EHOSTUNREACH CONN)"],
    [{ code: "ETIMEDOUT", command: "CONN" }, "(ETIMEDOUT CONN)"],
  ])("is sent again when the server cannot be found: %j", (error, words) => {
    expect(faultOf(Object.assign(new Error(STAFF), error), false)).toEqual({
      lies: "away",
      failure: expect.objectContaining({
        delivery: "retryable",
        message: `E-mail: no connection to the mail server ${words}`,
      }),
    });
  });

  it.each([
    ["at once", { "": null }],
    ["at the greeting", { EHLO: null }],
    ["at the address", { RCPT: null }],
    ["before the text", { DATA: null }],
  ])("is sent again when the server falls silent %s, and is not waited for long", async (_, over) => {
    const silent = await scripted(answering(over));
    const { send } = await channelTo(silent.port, { deadlineMs: 300 });
    expect(await failureOf(send())).toMatchObject({ delivery: "retryable" });
    expect(silent.lines.join("\n")).not.toContain(SUBJECT);
  });

  it.each([
    ["instead of a greeting", { "": "drop" }],
    ["at the address", { RCPT: "drop" }],
    ["before the text", { DATA: "drop" }],
  ])("is sent again when the server hangs up %s", async (_, over) => {
    const { port } = await scripted(answering(over));
    const { send } = await channelTo(port);
    expect(await failureOf(send())).toMatchObject({ delivery: "retryable" });
  });
});

describe("an e-mail that never will be taken", () => {
  it.each<[where: "recipient" | "text", Refusal]>([
    ["recipient", [550, "5.1.1 No such user"]],
    ["recipient", [553, "Bad mailbox"]],
    ["text", [554, "5.7.1 Looks like spam"]],
    ["text", [552, "5.3.4 Too big"]],
  ])("is given up, and the channel is well: %s %j", async (where, refusal) => {
    server.answers[where] = refusal;
    const { send, desk } = await channelTo(server.port);
    await Promise.all(desk.tries);
    expect(await failureOf(send())).toMatchObject({ delivery: "undeliverable" });
    expect(desk.troubles.at(-1)).toBeNull();
  });
});

describe("an e-mail that may have arrived", () => {
  it.each([
    ["hangs up after the text", { text: "drop" }],
    ["says nothing to the text", { text: null }],
  ])("has an unknown outcome: the server %s", async (_, over) => {
    const { port, lines } = await scripted(answering(over));
    const { send } = await channelTo(port, { deadlineMs: 2_000 });
    expect(await failureOf(send())).toMatchObject({ delivery: "unknown" });
    expect(lines.at(-1)).toBe(".");
  });
});

describe("what the administrator must mend", () => {
  it("stands in health until an e-mail has gone out: a wrong login", async () => {
    const { send, desk } = await channelTo(server.port, {
      security: "starttls",
      login: { ...LOGIN, password: "falsch" },
    });
    await Promise.all(desk.tries);
    const failure = await failureOf(send());
    expect(failure).toMatchObject({
      delivery: "retryable",
      message: "E-mail: the mail server refuses the login; check SMTP_URL (535 AUTH PLAIN)",
    });
    expect(desk.troubles.at(-1)).toBe(failure.message);
    const right = await channelTo(server.port, { security: "starttls", login: LOGIN });
    await right.send();
    expect(right.desk.troubles.at(-1)).toBeNull();
  });

  it("is not tried again and again where that would lock the account", async () => {
    const warnings: unknown[] = [];
    const channel = emailTo(server.port, { security: "starttls", login: { ...LOGIN, password: "falsch" } });
    const told = testDesk({ log: { info() {}, warn: (...line) => void warnings.push(line), error() {} } });
    await channel.start(told);
    await Promise.all(told.tries);
    expect(server.logins).toEqual([`${LOGIN.user}:falsch`]);
    expect(JSON.stringify(warnings)).toContain("refuses the login");
  });

  it.each<[where: "sender" | "recipient", Refusal, words: RegExp]>([
    ["sender", [553, "5.7.1 Sender address rejected: not owned by user"], /check MAIL_FROM \(553 5\.7\.1/u],
    ["sender", [530, "5.7.0 Authentication required"], /refuses the login/u],
    ["recipient", [554, "5.7.1 Relay access denied"], /passes on nothing .*554 5\.7\.1 RCPT TO/u],
  ])("is tried again: %s %j", async (where, refusal, words) => {
    server.answers[where] = refusal;
    const { send, desk } = await channelTo(server.port);
    const failure = await failureOf(send());
    expect(failure).toMatchObject({ delivery: "retryable" });
    expect(failure.message).toMatch(words);
    expect(desk.troubles).toContain(failure.message);
  });
});

describe("a mail server that is down when the desk starts", () => {
  it("stops nothing, stands in health, and is well as soon as it is there", async () => {
    let up = false;
    const { port } = await scripted((line) => (up ? answering({})(line) : "drop"));
    const { desk } = await channelTo(port);
    await expect.poll(() => desk.troubles.at(-1)).toMatch(/no connection to the mail server/u);
    up = true;
    await Promise.all(desk.tries);
    expect(desk.troubles.at(-1)).toBeNull();
  });
});

describe("the words for log and health", () => {
  it("have no password, no address and nothing of the e-mail, whatever the server says", async () => {
    const quoting = `${STAFF} ${SUBJECT} ${LOGIN.password} Geheimnis`;
    const failures: string[] = [];
    for (const where of ["sender", "recipient", "text"] as const)
      for (const code of [421, 451, 503, 530, 550, 554]) {
        server.answers.sender = null;
        server.answers.recipient = null;
        server.answers.text = null;
        server.answers[where] = [code, quoting];
        const { send } = await channelTo(server.port, { security: "starttls", login: LOGIN });
        failures.push((await failureOf(send())).message);
      }
    const wrong = await channelTo(server.port, {
      security: "starttls",
      login: { user: LOGIN.user, password: "falsch" },
    });
    failures.push((await failureOf(wrong.send())).message, ...wrong.desk.troubles.map(String));
    expect(failures.length).toBeGreaterThan(18);
    for (const secret of [...quoting.split(" "), LOGIN.user, "falsch", "Kasimir"])
      expect(failures.join("\n")).not.toContain(secret);
  });
});
