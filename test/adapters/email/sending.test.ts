import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel } from "../../../src/vocabulary/index.js";
import type { TestDesk } from "../desk-setup.js";
import { LOGIN, type MailServer, mailServer } from "./mail-server.js";
import { emailTo, failureOf, placeOf, saying, started } from "./setup.js";

let server: MailServer;
let channel: Channel;
let desk: TestDesk;

beforeEach(async () => {
  server = await mailServer();
  channel = emailTo(server.port);
  desk = await started(channel);
});

afterEach(async () => {
  desk.close();
  await channel.stop();
  await server.close();
});

const STAFF = "erika.mustermann@stadt.example.org";

describe("an e-mail", () => {
  it("arrives with umlauts, long lines and dots, as plain text and nothing else", async () => {
    const long = "Donaudampfschifffahrtsgesellschaft grüßt. ".repeat(60).trim();
    await channel.send(
      placeOf(STAFF, { subject: "Anfrage W-2026-17: Gewerbefläche für Bäckerei – „Süße Öfen“ gesucht 🥐" }),
      saying(`Guten Tag,\n\n.\n\n..zwei Punkte\n\n${long}\n\nFrom hier\n\n**fett** <b>kein HTML</b>`),
    );
    const [mail] = server.mails;
    expect(mail?.text.trimEnd()).toBe(
      `Guten Tag,\n\n.\n\n..zwei Punkte\n\n${long}\n\nFrom hier\n\nfett <b>kein HTML</b>`,
    );
    expect(mail).toMatchObject({ from: "desk@stadt.example.org", to: [STAFF] });
    expect(mail?.headers).toMatchObject({
      from: "Wirtschaftsförderung Müsterstadt <desk@stadt.example.org>",
      to: STAFF,
      subject: "Anfrage W-2026-17: Gewerbefläche für Bäckerei – „Süße Öfen“ gesucht 🥐",
      "content-type": "text/plain; charset=utf-8",
      "content-transfer-encoding": "quoted-printable",
      "content-language": "de",
      "auto-submitted": "auto-generated",
      date: "Sat, 14 Mar 2026 09:26:53 +0000",
    });
    expect(mail?.names.toSorted()).toEqual([
      "auto-submitted",
      "content-language",
      "content-transfer-encoding",
      "content-type",
      "date",
      "from",
      "message-id",
      "mime-version",
      "subject",
      "to",
    ]);
    // RFC 5322 2.1.1, and nothing that an old server could spoil
    for (const line of mail?.source.split("\r\n") ?? []) expect(line.length).toBeLessThanOrEqual(78);
    expect(mail?.source).toMatch(/^[\x20-\x7e\r\n\t]*$/u);
  });

  it("has cards and links as lines, and no buttons", async () => {
    await channel.send(
      placeOf(STAFF),
      saying("Hier ist [die Seite](https://stadt.example.org/gruenden).", {
        language: "en",
        buttons: [{ label: "Take", action: "a1" }],
        links: [{ label: "Enquiry", url: "https://desk.stadt.example.org/t/1?a=1&b=2" }],
        cards: [
          {
            kind: "contact",
            name: "Erika Mustermann",
            address: null,
            phone: "02303 1",
            email: "e@stadt.example.org",
            hours: null,
          },
          {
            kind: "seminar",
            seminar: "gruenden",
            title: "Gründen",
            when: "14 March",
            where: null,
            leaders: null,
            fee: null,
            url: null,
            example: false,
            pageUrl: "https://desk.stadt.example.org/seminars/gruenden",
            calendarUrl: null,
            status: null,
            cancelled: false,
            register: { label: "Register", action: "a2" },
          },
        ],
      }),
    );
    expect(server.mails[0]?.text.trimEnd()).toBe(
      [
        "Hier ist die Seite (https://stadt.example.org/gruenden).",
        "",
        "Erika Mustermann",
        "Phone: 02303 1",
        "E-mail: e@stadt.example.org",
        "",
        "Gründen",
        "When: 14 March",
        "Where: not stated in the announcement",
        "Led by: not stated in the announcement",
        "Fee: not stated in the announcement",
        "All about the seminar: https://desk.stadt.example.org/seminars/gruenden",
        "",
        "Enquiry: https://desk.stadt.example.org/t/1?a=1&b=2",
      ].join("\n"),
    );
    expect(server.mails[0]?.headers["content-language"]).toBe("en");
  });

  it("without a subject names the office, in the message's language", async () => {
    await channel.send(placeOf(STAFF), saying("Hallo"));
    await channel.send(placeOf(STAFF, { subject: " \n" }), saying("Hello", { language: "en" }));
    expect(server.mails.map(({ headers }) => headers["subject"])).toEqual([
      "Nachricht von: Wirtschaftsförderung",
      "Message from: Business Office",
    ]);
  });

  it("is answered to whom the place names, unless that is no address", async () => {
    await channel.send(placeOf(STAFF, { replyTo: "gast@bäckerei.example" }), saying("eins"));
    await channel.send(placeOf(STAFF, { replyTo: "Gast <gast@web.example>, b@c.example" }), saying("zwei"));
    expect(server.mails.map(({ headers }) => headers["reply-to"])).toEqual([
      "gast@xn--bckerei-5wa.example",
      undefined,
    ]);
  });

  it("that is sent again has the same Message-ID, and another e-mail another one", async () => {
    const receipt = await channel.send(placeOf(STAFF), saying("eins"));
    await channel.send(placeOf(STAFF), saying("eins"));
    await channel.send(placeOf(STAFF), saying("zwei", { id: "web:4711.1" }));
    const ids = server.mails.map(({ headers }) => headers["message-id"]);
    expect(ids[0]).toMatch(/^<[\w-]{43}@stadt\.example\.org>$/u);
    expect(ids).toEqual([receipt.id, receipt.id, expect.not.stringContaining(receipt.id)]);
    // a guest's id on their platform may be part of the message's id
    expect(ids.join()).not.toContain("4711");
  });

  it("goes to a domain with umlauts", async () => {
    await channel.send(placeOf("info@müller.example"), saying("Hallo"));
    expect(server.mails[0]?.headers["to"]).toBe("info@xn--mller-kva.example");
  });

  it("goes to nobody when the address is none, or several", async () => {
    for (const address of ["", "erika", "a@b.example, c@d.example", "a@b.example\r\nRCPT TO:<c@d.example>"]) {
      const failure = await failureOf(channel.send(placeOf(address), saying("Hallo")));
      expect(failure).toMatchObject({ delivery: "undeliverable" });
    }
    expect(server.mails).toEqual([]);
  });

  it("waits for the channel's start", async () => {
    const failure = await failureOf(emailTo(server.port).send(placeOf(STAFF), saying("Hallo")));
    expect(failure).toMatchObject({ delivery: "retryable" });
  });
});

describe("a connection", () => {
  it("is encrypted by STARTTLS before the login", async () => {
    const sending = emailTo(server.port, { security: "starttls", login: LOGIN });
    await started(sending);
    await sending.send(placeOf(STAFF), saying("Hallo"));
    expect(server.mails).toMatchObject([{ secure: true, user: LOGIN.user }]);
  });

  it("is encrypted from its first byte", async () => {
    const secure = await mailServer({ secure: true });
    const sending = emailTo(secure.port, { security: "tls", login: LOGIN });
    await started(sending);
    await sending.send(placeOf(STAFF), saying("Hallo"));
    expect(secure.mails).toMatchObject([{ secure: true, user: LOGIN.user }]);
    await secure.close();
  });

  it("on the same machine is as it is", async () => {
    await channel.send(placeOf(STAFF), saying("Hallo"));
    expect(server.mails).toMatchObject([{ secure: false, user: null }]);
  });

  it("that cannot be encrypted carries neither login nor e-mail", async () => {
    const open = await mailServer({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true });
    const sending = emailTo(open.port, { security: "starttls", login: LOGIN });
    const told = await started(sending);
    const failure = await failureOf(sending.send(placeOf(STAFF), saying("Hallo")));
    expect(failure).toMatchObject({ delivery: "retryable" });
    expect(failure.message).toMatch(/no secure connection .*STARTTLS/u);
    expect(told.troubles.at(-1)).toBe(failure.message);
    expect([open.logins, open.mails]).toEqual([[], []]);
    told.close();
    await open.close();
  });

  it.each(["starttls", "tls"] as const)(
    "to a server that nobody vouches for is none (%s)",
    async (security) => {
      const unknown = await mailServer({ secure: security === "tls" });
      const sending = emailTo(unknown.port, { security, login: LOGIN, authorities: null });
      const told = await started(sending);
      const failure = await failureOf(sending.send(placeOf(STAFF), saying("Hallo")));
      expect(failure).toMatchObject({ delivery: "retryable" });
      expect(failure.message).toMatch(/no secure connection .*SELF_SIGNED/u);
      expect([unknown.logins, unknown.mails]).toEqual([[], []]);
      told.close();
      await unknown.close();
    },
  );
});
