import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MailServer, mailServer, type Received } from "../adapters/email/mail-server.js";
import { handoverIntents } from "./handover-intents.js";
import { openGuest } from "./registering.js";
import { cli, freePort, freshFolder, project, type RunningDesk, startDesk } from "./running-desk.js";

/** A guest leaves a message and goes; what they and the office are told by e-mail, over a real mail server. */

const OFFICE = "wirtschaftsfoerderung@musterstadt.example";
const GUEST = "erika@beispiel.example";

let place: ReturnType<typeof freshFolder>;
let intents: string;
let desk: RunningDesk;
let port: number;
let post: MailServer | undefined;
beforeAll(async () => {
  place = freshFolder();
  intents = handoverIntents(place.folder, [{ id: "empfang", channel: "terminal" }], []);
  cpSync(join(project, "intents/forms.yaml"), join(intents, "forms.yaml"));
  // nothing listens there yet
  port = await freePort();
  desk = await startDesk({
    folder: place.folder,
    intents,
    env: {
      GATHER_MS: "0",
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: "desk@musterstadt.example",
    },
  });
  expect(await said("staff", "add", "Anna Beispiel")).toContain("account 1");
}, 120_000);
afterAll(async () => {
  await desk?.stop();
  await post?.close();
  place?.remove();
});

/** What a command says; it must succeed. */
async function said(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await cli(args, {
    folder: place.folder,
    intents,
    env: { PORT: new URL(desk.url).port },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

/** Leaves a message and closes the chat. @returns the ticket's number. */
async function leaveMessage(text: string): Promise<string> {
  const guest = await openGuest(desk.url);
  await guest.act("~form:ticket", /Was sollen wir wissen\?/);
  await guest.write(text, /Möchten Sie eine E-Mail/);
  await guest.write(GUEST, /prüfen Sie Ihre Angaben/);
  const confirmed = await guest.press(/^Absenden$/, /Vorgangsnummer: H-\w+/);
  guest.leave();
  return /H-\w+/.exec(confirmed)?.[0] ?? "";
}

const mailsTo = (address: string): Received[] => (post?.mails ?? []).filter(({ to }) => to.includes(address));
const patient = { timeout: 60_000, interval: 100 };

/** Opens a page of the desk's own site. */
async function opened(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${desk.url}${path}`);
  return { status: response.status, text: await response.text() };
}

describe("a message that a guest leaves", () => {
  it("is before staff at once while the mail server is down, and by e-mail, once, as soon as it is back", async () => {
    const number = await leaveMessage("Ich suche eine Halle im Norden");
    await expect.poll(() => said("desk", "list"), patient).toContain(number);
    expect(await said("desk", "show", number)).toContain("Ich suche eine Halle im Norden");
    // it has been tried and waits to be tried again
    const queued = async (): Promise<unknown> => {
      const health = (await (await fetch(`${desk.url}/healthz`)).json()) as { queued?: unknown };
      return health.queued;
    };
    await expect.poll(queued, patient).toBe(1);

    post = await mailServer({ port, hideSTARTTLS: true });
    await expect.poll(() => mailsTo(OFFICE).length, patient).toBe(1);
    await expect.poll(queued, patient).toBe(0);
    expect(mailsTo(OFFICE)).toHaveLength(1);
    expect(mailsTo(OFFICE)[0]?.text).toContain(number);
    expect(mailsTo(GUEST)).toEqual([]);
  });

  it("is answered on a page that an e-mail without a word of it leads to", async () => {
    const number = await leaveMessage("Darf ich die Garage als Werkstatt nutzen?");
    await expect.poll(() => said("desk", "list"), patient).toContain(number);
    await said("desk", "take", number);
    await said("desk", "reply", number, "Ja, mit einer Nutzungsänderung.");
    await said("desk", "send", number);
    await expect.poll(() => mailsTo(GUEST).length, patient).toBe(1);

    const [mail] = mailsTo(GUEST);
    expect(mail?.source).not.toMatch(/Garage|Nutzungs|Anna/);
    const link = /http:\/\/\S+\/answer\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
    const { pathname, search } = new URL(link);
    const page = await opened(pathname + search);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(
      /Ja, mit einer Nutzungsänderung\..*Darf ich die Garage als Werkstatt nutzen\?/s,
    );

    const other = await leaveMessage("Etwas ganz anderes");
    for (const forged of [
      pathname,
      pathname.replace(number, other) + search,
      pathname + search.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
    ]) {
      const { status, text } = await opened(forged);
      expect([forged, status]).toEqual([forged, 403]);
      expect(text).not.toMatch(/Garage|Nutzungs|anderes/);
    }
  });

  it("whose e-mail the mail server refuses for good stays with staff, who are told so", async () => {
    if (post) post.answers.recipient = [550, "no such user"];
    const number = await leaveMessage("Wann ist der nächste Markt?");
    await expect
      .poll(() => said("desk", "show", number), patient)
      .toContain("konnte nicht zugestellt werden");
    expect(await said("desk", "show", number)).toContain("Wann ist der nächste Markt?");
    expect(await said("desk", "list")).toContain(number);
  });
});
