import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailAddress, mailbox } from "../../../adapters/email/address.js";
import { encode } from "../../../adapters/email/encode.js";
import { toLetter } from "../../../adapters/email/letter.js";
import type { RichText } from "../../../src/vocabulary/index.js";
import { mailServer } from "./mail-server.js";
import { readMail } from "./read-mail.js";
import { emailTo, FROM, failureOf, NOW, placeOf, saying, started } from "./setup.js";

/** Text as an attacker writes it: any characters, and pieces that end a header, a command or an address. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "\r\n",
        "\n",
        "\r",
        "\0",
        "\u2028",
        "\u0085",
        "\r\nBcc: victim@example.org\r\n",
        "\r\n\r\n<html>",
        "\r\n.\r\nRCPT TO:<victim@example.org>\r\n",
        "=?utf-8?q?=0D=0ABcc:_victim@example.org?=",
        ", victim@example.org",
        "<victim@example.org>",
        '"',
        "erika@stadt.example.org",
      ),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

const HEADERS = [
  "auto-submitted",
  "content-language",
  "content-type",
  "date",
  "from",
  "message-id",
  "mime-version",
  "subject",
  "to",
];

/** ASCII, and no line break but the one that all servers take for one. */
const LINES = /^(?:[\x20-\x7e\t]{0,200}\r\n)*[\x20-\x7e\t]{0,200}$/u;
const MAY_BE = ["reply-to", "content-transfer-encoding"];

const paragraph = (text: string): RichText => [{ type: "paragraph", children: [{ type: "text", text }] }];

describe("what guests have written", () => {
  it("adds no header, in subject, reply address, text or id", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, hostile, async (subject, replyTo, text, id) => {
        const place = placeOf("erika@stadt.example.org", { subject, replyTo });
        const letter = toLetter(place, { ...saying("", { id }), text: paragraph(text) }, FROM, "Büro");
        const mail = readMail(letter ? await encode(letter, new Date(NOW)) : Buffer.from(""));
        // no encoding is named where there is nothing to encode
        expect(mail.names.filter((name) => !MAY_BE.includes(name)).toSorted()).toEqual(HEADERS);
        expect(new Set(mail.names).size).toBe(mail.names.length);
        expect(mail.headers["to"]).toBe("erika@stadt.example.org");
        expect(mail.headers["content-type"]).toMatch(/^text\/plain\b/u);
        expect(mail.source).toMatch(LINES);
      }),
      { numRuns: 500 },
    );
  });

  it("adds no recipient and no command on the way to the server", async () => {
    const server = await mailServer();
    const channel = emailTo(server.port);
    const desk = await started(channel);
    const samples = fc.sample(fc.tuple(hostile, hostile, hostile), { numRuns: 40, seed: 7 });
    await Promise.all(
      samples.map(([subject, replyTo, text], index) =>
        channel.send(placeOf("erika@stadt.example.org", { subject, replyTo }), {
          ...saying("", { id: `web:${index}.0` }),
          text: paragraph(text),
        }),
      ),
    );
    for (const { source } of server.mails) expect(source).toMatch(LINES);
    expect(server.mails.map(({ to }) => to)).toEqual(samples.map(() => ["erika@stadt.example.org"]));
    desk.close();
    await server.close();
  });

  it("is no recipient where an address is expected, unless it is exactly one", async () => {
    const server = await mailServer();
    const channel = emailTo(server.port);
    const desk = await started(channel);
    await fc.assert(
      fc.asyncProperty(hostile, async (address) => {
        fc.pre(mailAddress(address) === null);
        const failure = await failureOf(channel.send(placeOf(address), saying("Hallo")));
        expect(failure).toMatchObject({ delivery: "undeliverable" });
      }),
      { numRuns: 150 },
    );
    expect(server.mails).toEqual([]);
    desk.close();
    await server.close();
  });

  it("has in the text one kind of line break, and no other control characters but tabs", () => {
    const message = { ...saying(""), text: paragraph("a\r\nb\rc\u2028d\u0085e\0\u001b[1m\tf") };
    expect(toLetter(placeOf("a@b.example"), message, FROM, "Büro")?.text).toBe("a\nb\nc\nd\ne[1m\tf");
  });

  it("makes a subject of one line that is not too long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (subject) => {
        const letter = toLetter(placeOf("a@b.example", { subject }), saying("x"), FROM, "Büro");
        expect(letter?.subject).toMatch(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e]{1,200}$/u);
        expect(letter?.subject).toBe(letter?.subject.trim());
      }),
    );
  });
});

describe("an address", () => {
  it.each([
    ["erika@stadt.example.org", "erika@stadt.example.org"],
    ["o'neill+x@a-b.example", "o'neill+x@a-b.example"],
    ["info@MÜLLER.example", "info@xn--mller-kva.example"],
    ["erika", null],
    ["@b.example", null],
    ["a@b", null],
    ["a b@c.example", null],
    ["a@b.example,c@d.example", null],
    ["<a@b.example>", null],
    ["a@b.example\n", null],
    ["a@b.example/x", null],
    [`${"a".repeat(250)}@b.example`, null],
  ])("is taken only as one that can be written to: %j", (text, expected) => {
    expect(mailAddress(text)).toBe(expected);
  });

  it("has neither white space nor anything that ends it, whatever it was made of", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map((text) => `a@${text}.example`),
        ),
        (text) => {
          const address = mailAddress(text);
          if (address !== null) expect(address).toMatch(/^[\w.'+-]+@[\w.-]+$/u);
        },
      ),
    );
  });

  it.each([
    ["a@b.example", { name: null, address: "a@b.example" }],
    ["<a@b.example>", { name: null, address: "a@b.example" }],
    ["Amt für Wirtschaft <a@b.example>", { name: "Amt für Wirtschaft", address: "a@b.example" }],
    ['"Amt, für Wirtschaft" <a@b.example>', { name: "Amt, für Wirtschaft", address: "a@b.example" }],
    ["Amt <a@b.example>, c@d.example", null],
    ["Amt\nBcc: x <a@b.example>", null],
    ["Amt", null],
  ])("with a name is read: %j", (text, expected) => {
    expect(mailbox(text)).toEqual(expected);
  });
});
