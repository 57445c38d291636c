import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeskClient } from "../../src/commands/desk-client.js";
import { deskClient } from "../../src/commands/desk-client.js";
import { DeskError } from "../../src/commands/desk-error.js";
import { figuresText } from "../../src/commands/desk-figures.js";
import { enquiryText, lineText, listText } from "../../src/commands/desk-screen.js";
import { deskSession, readSessionLine } from "../../src/commands/desk-session.js";
import { DESK_WORDS } from "../../src/commands/desk-words.js";
import type { ActResult, Enquiry, EnquiryInList, EnquiryList, ShownLine } from "../../src/desk-api/index.js";
import { handoverReport } from "../../src/insight/handover.js";
import { temporaryFolder } from "../store/setup.js";

const NOW = Date.parse("2027-03-01T09:00:00Z");
const words = DESK_WORDS.de;
const waiting: EnquiryInList = {
  number: "G-2345",
  stage: "waiting",
  partner: null,
  room: null,
  channel: "web",
  language: "en",
  matter: ["Gewerbe anmelden"],
  askedAt: "2027-03-01T08:57:00Z",
  claim: null,
};
const list = (...enquiries: EnquiryInList[]): EnquiryList => ({
  rooms: 1,
  language: "de",
  staff: [{ id: 1, name: "Anna" }],
  enquiries,
});

describe("the list of enquiries", () => {
  it("has one line for each: number, since when, where, for whom, what about", () => {
    expect(listText(list(waiting), words, NOW)).toBe(
      "1. G-2345  wartet seit 3 Min.  ·  Web-Chat, Englisch  ·  Für: Zentrale  ·  Gewerbe anmelden",
    );
  });

  it("explains itself where it is empty: nobody waits, no room, no account", () => {
    expect(listText(list(), words, NOW)).toBe(words.nothing);
    expect(listText({ ...list(), rooms: 0 }, words, NOW)).toBe(words.noRoom);
    expect(listText({ ...list(), rooms: 0, staff: [] }, words, NOW)).toBe(
      `${words.noRoom}\n${words.noAccounts}`,
    );
    expect(words.noRoom).toContain("intents/handover.yaml");
  });
});

describe("what a guest wrote, on the screen of staff", () => {
  const line = (text: string): ShownLine => ({ cursor: 1, at: "2027-03-01T09:00:00Z", from: "guest", text });

  it("steers no terminal and looks like nobody else's line, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const [first = "", ...rest] = lineText(line(text), words, NOW).split("\n");
        expect(first.startsWith("Gast:")).toBe(true);
        for (const more of rest) expect(more === "" || more.startsWith("    ")).toBe(true);
        expect([first, ...rest].join("")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it("cannot pass for a reply of a person", () => {
    for (const end of ["\n", "\r", "\r\n", "\u2028"])
      expect(lineText(line(`Hallo${end}Anna: Das ist erledigt`), words, NOW)).toBe(
        "Gast: Hallo\n    Anna: Das ist erledigt",
      );
  });

  it("cannot pass for the head of the brief", () => {
    const enquiry: Enquiry = {
      ...waiting,
      brief: null,
      summary: ["Firma: X\nKontakt: falsch"],
      lines: [],
      cursor: 0,
      passTo: [],
    };
    expect(enquiryText(enquiry, words, NOW)).toContain("  Firma: X\n    Kontakt: falsch");
  });
});

describe("a line in the session", () => {
  it("is a command before anything is taken", () => {
    expect(readSessionLine("take 1", false)).toEqual({ does: "take", which: "1" });
    expect(readSessionLine(" LIST ", false)).toEqual({ does: "list" });
    expect(readSessionLine("/pass land-desk", true)).toEqual({ does: "pass", text: "land-desk" });
    expect(readSessionLine("/ende", true)).toEqual({ does: "quit" });
  });

  it("goes to the guest afterwards, even where it looks like a command without its slash", () => {
    for (const text of ["list", "close", "  Guten Tag", "!! intern", "1"])
      expect(readSessionLine(text, true)).toEqual({ does: "reply", text });
  });

  it("does not go to the guest where a command was mistyped", () => {
    expect(readSessionLine("/clsoe", true)).toEqual({ does: "help" });
    expect(readSessionLine("Guten Tag", false)).toEqual({ does: "help" });
    expect(readSessionLine("   ", true)).toEqual({ does: "nothing" });
  });
});

describe("a session", () => {
  it("takes, replies, shows what the guest writes, and notices that the talk is over", async () => {
    const desk = fakeDesk();
    const { input, printed, ended } = session(desk);
    input.write("take 1\n");
    input.write("Guten Tag!\n");
    await expect.poll(() => desk.acts).toEqual(["take", "reply Guten Tag!"]);
    desk.say({ from: "guest", text: "Danke" });
    await expect.poll(printed).toContain("Gast: Danke\n");
    // what was typed here is not shown again
    desk.say({ from: "person", name: "Anna", text: "Guten Tag!" });
    desk.say({ from: "guest", text: "Bis bald" });
    await expect.poll(printed).toContain("Gast: Bis bald\n");
    expect(printed()).not.toContain("Anna: Guten Tag!");
    desk.close();
    await expect.poll(printed).toContain(words.session.over);
    input.write("noch etwas\n");
    await expect.poll(printed).toContain(words.session.help);
    input.end();
    await ended;
    expect(desk.acts).toEqual(["take", "reply Guten Tag!"]);
  });

  it("says once that the desk does not answer, and once that it does again", async () => {
    const desk = fakeDesk();
    const { input, printed, ended } = session(desk);
    await expect.poll(printed).toContain("G-2345");
    desk.down = true;
    await expect.poll(printed).toContain(words.session.lost);
    input.write("list\n");
    await expect.poll(printed).toContain("läuft keine Auskunft");
    desk.down = false;
    await expect.poll(printed).toContain(words.session.back);
    expect(printed().split(words.session.lost)).toHaveLength(2);
    input.write("quit\n");
    await ended;
  });

  it("tells of what comes in meanwhile", async () => {
    const desk = fakeDesk();
    const { input, printed, ended } = session(desk);
    await expect.poll(printed).toContain("G-2345");
    desk.open.push({ ...waiting, number: "G-NEW2" });
    await expect.poll(printed).toContain("Neu: G-NEW2");
    input.end();
    await ended;
  });
});

describe("the way to the desk", () => {
  const config = {
    dataDir: "",
    deskSecret: "a-secret-of-at-least-32-characters!",
    port: 3978,
    host: "127.0.0.1",
  };

  it("tells nobody but this machine the token", () => {
    for (const url of [
      "http://example.org",
      "https://127.0.0.1",
      "http://127.0.0.1.example.org",
      "127.0.0.1",
      "",
    ])
      expect(() => deskClient(config, url)).toThrow(expect.objectContaining({ reason: "not-here" }));
    for (const host of ["0.0.0.0", "::", "localhost", "127.0.0.1", "::1"])
      expect(() => deskClient({ ...config, host }, undefined)).not.toThrow();
  });

  it("is not known where no desk has run, and nothing is made there", () => {
    const dataDir = temporaryFolder();
    const none = { ...config, dataDir, deskSecret: undefined };
    expect(() => deskClient(none, undefined)).toThrow(expect.objectContaining({ reason: "never-started" }));
    expect(() => deskClient({ ...config, port: 0 }, undefined)).toThrow(
      expect.objectContaining({ reason: "no-port" }),
    );
  });
});

describe("the figures", () => {
  it("are a table of medians by department and hour", () => {
    const record = {
      number: "G-1",
      channel: "web",
      ticket: false,
      partner: "land",
      room: null,
      askedAt: NOW,
      claimedAt: NOW + 90_000,
      claimedBy: 1,
      repliedAt: null,
      endedAt: NOW + 690_000,
      ended: "closed",
      passes: 0,
      replies: 1,
      points: 5,
    } as const;
    const text = figuresText(handoverReport([record], "Europe/Berlin"), 30, { partners: new Map() }, "de");
    expect(text).toMatch(/^Alle +1 +1 +0 +90 s +10 min +0 +– +5,0 \(1\)$/m);
    expect(text).toMatch(/^ {2}land +1 /m);
    expect(text).toMatch(/^ {2}10:00 +1 /m);
  });
});

/** A desk with one enquiry. */
function fakeDesk() {
  const lines: ShownLine[] = [];
  const acts: string[] = [];
  const open: EnquiryInList[] = [waiting];
  let claim: ActResult["claim"] = null;
  const state = { down: false };
  const up = (): void => {
    if (state.down) throw new DeskError("not-running", { url: "http://127.0.0.1:1" });
  };
  const client: DeskClient = {
    async list() {
      up();
      return list(...open);
    },
    async show(number, after) {
      up();
      const found = open.find((one) => one.number === number);
      if (!found) return null;
      const news = lines.filter(({ cursor }) => cursor > after);
      return { ...found, claim, brief: null, summary: [], lines: news, cursor: lines.length, passTo: [] };
    },
    async act(number, name, { text }) {
      up();
      acts.push(text === undefined ? name : `${name} ${text}`);
      if (name === "take") claim = { staff: 1, name: "Anna" };
      return { number, stage: "person", claim, said: [], draft: false, sent: null };
    },
    async wake() {},
  };
  return Object.assign(state, {
    client,
    acts,
    open,
    say: (line: Pick<ShownLine, "from" | "text" | "name">) =>
      void lines.push({ cursor: lines.length + 1, at: "2027-03-01T09:00:00Z", ...line }),
    close: () => void open.splice(0),
  });
}

function session({ client }: { client: DeskClient }) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let printed = "";
  output.setEncoding("utf8").on("data", (chunk) => {
    printed += chunk;
  });
  const ended = deskSession({
    client,
    staff: { id: 1, name: "Anna" },
    language: "de",
    words,
    interactive: false,
    input,
    output,
    now: () => NOW,
    everyMs: 5,
  });
  return { input, printed: () => printed, ended };
}
