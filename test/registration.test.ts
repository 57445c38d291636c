import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "../src/desk.js";
import { plain } from "../src/text/index.js";
import type { ChannelName, Happening, Log, OutgoingMessage, Place } from "../src/vocabulary/index.js";
import { type FakeChannel, fakeChannel, fakeTime } from "./delivery/setup.js";

/** A whole desk in a time of its own: what comes days after a guest has registered, and what goes by itself. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const shipped = resolve(import.meta.dirname, "../intents");
/** The examples are the same in every test. */
const learnedDir = process.env["LEARNED_DIR"] ? `${process.env["LEARNED_DIR"]}-of-tests` : null;
const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
let time: ReturnType<typeof fakeTime>;
let desk: Desk;
let web: FakeChannel;
let telegram: FakeChannel;
let count = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "registration-"));
  mkdirSync(join(folder, "intents/faq"), { recursive: true });
  for (const file of ["office", "messages", "topics", "partners", "forms", "faq/office-contact"])
    cpSync(join(shipped, `${file}.yaml`), join(folder, `intents/${file}.yaml`));
  announce({});
  time = fakeTime(async () => {
    for (let round = 0; round < 12; round += 1) await new Promise(setImmediate);
  });
  await begin();
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The seminar of the tenth of March, nine days after the beginning of time. */
function announce(changes: object): void {
  const seminar = {
    id: "brand",
    title: { de: "Marke mit Wirkung", en: "A brand that works" },
    date: { start: "2027-03-10", from: "16:00", to: "18:00" },
    seats: 3,
    registration: { form: "seminar-registration" },
    ...changes,
  };
  writeFileSync(join(folder, "intents/seminars.yaml"), JSON.stringify([seminar]));
}

async function begin(): Promise<void> {
  web = fakeChannel("web", time.now);
  telegram = fakeChannel("telegram", time.now);
  desk = await openDesk({
    config: {
      dataDir: join(folder, "data"),
      intentsDir: join(folder, "intents"),
      synchronous: "NORMAL",
      gatherMs: 0,
      deskSecret: undefined,
      watchPolling: false,
      retentionDays: 60,
      learnedDir,
    },
    channels: [web, telegram],
    routes: { get: () => {}, post: () => {} },
    clock: time,
    timers: time.timers,
    log: silent,
    site: () => "https://desk.example",
  });
  await desk.ready;
  await time.pass(0);
}

/** The desk ends, and begins anew on the same data with what stands in intents/ then. */
async function again(): Promise<void> {
  await desk.close();
  await begin();
}

function guest(name: string, channel: ChannelName = "web") {
  const place: Place = { channel, scope: "private", address: name };
  const to = channel === "telegram" ? () => telegram : () => web;
  const messages = (): OutgoingMessage[] =>
    to()
      .taken.filter((taken) => taken.to.address === name)
      .map(({ message }) => message);
  async function does(what: Happening): Promise<string> {
    const before = messages().length;
    count += 1;
    await desk.delivery.receive({
      keys: [`${channel}:${count}`],
      channel,
      place,
      sender: { id: name },
      addressed: true,
      sentAt: new Date(time.now()).toISOString(),
      what,
    });
    await desk.delivery.settled();
    return said().slice(before).join("\n\n");
  }
  const said = (): string[] => messages().map(({ text }) => plain(text));
  const act = (action: string) => does({ kind: "action", action, on: "page" });
  return {
    messages,
    said,
    act,
    write: (text: string) => does({ kind: "message", id: String(count), text, attachments: [] }),
    press(label: string): Promise<string> {
      const button = messages()
        .flatMap(({ buttons = [] }) => buttons)
        .findLast((one) => one.label === label);
      if (!button) throw new Error(`There is no button "${label}": ${said().at(-1)}`);
      return act(button.action);
    },
  };
}

async function registered(name: string, reminder: "Ja" | "Nein") {
  const one = guest(name);
  await one.act("~register:brand");
  await one.write("Erika Muster");
  await one.write("erika@beispiel.example");
  await one.press("Überspringen");
  await one.press("Überspringen");
  await one.press(reminder);
  expect(await one.press("Absenden")).toContain("Sie sind angemeldet");
  return one;
}

const REMINDER = /Sie wollten erinnert werden: Morgen ist Marke mit Wirkung/;
const reminders = (one: ReturnType<typeof guest>) => one.said().filter((text) => REMINDER.test(text));

describe("the reminder", () => {
  it("comes at ten o'clock on the day before, once, to who wants it, with a way to withdraw", async () => {
    const [erika, max] = [await registered("erika", "Ja"), await registered("max", "Nein")];
    await time.pass(8 * DAY - 1);
    expect(reminders(erika)).toEqual([]);
    await time.pass(1);
    // 1 March, 10:00 in Germany and eight days later
    expect(new Date(time.now()).toISOString()).toBe("2027-03-09T09:00:00.000Z");
    expect(reminders(erika)).toHaveLength(1);
    expect(
      erika
        .messages()
        .at(-1)
        ?.buttons?.map(({ label }) => label),
    ).toEqual(["Abmelden"]);
    await time.pass(5 * DAY);
    expect(reminders(erika)).toHaveLength(1);
    expect(reminders(max)).toEqual([]);
  });

  it("is not lost when the desk is down at its time, and comes while it is still tomorrow", async () => {
    await registered("erika", "Ja");
    await desk.close();
    await time.pass(8 * DAY + 5 * HOUR);
    await begin();
    expect(reminders(guest("erika"))).toHaveLength(1);
    await again();
    expect(reminders(guest("erika"))).toEqual([]);
  });

  it("does not come when the desk was down until the day itself", async () => {
    await registered("erika", "Ja");
    await desk.close();
    await time.pass(9 * DAY);
    await begin();
    expect(reminders(guest("erika"))).toEqual([]);
  });

  it("moves with the seminar, and does not come for one that is called off or that was withdrawn from", async () => {
    await registered("erika", "Ja");
    announce({ date: { start: "2027-03-17", from: "16:00", to: "18:00" } });
    await again();
    const erika = guest("erika");
    expect(erika.said().join()).toContain("hat sich etwas geändert");
    await time.pass(8 * DAY);
    expect(reminders(erika)).toEqual([]);
    await time.pass(7 * DAY);
    expect(reminders(erika)).toHaveLength(1);

    announce({ date: { start: "2027-03-24", from: "16:00", to: "18:00" } });
    await again();
    const max = await registered("max", "Ja");
    await max.write("abmelden");
    expect(await max.press("Ja, abmelden")).toContain("abgemeldet");
    announce({ date: { start: "2027-03-24" }, cancelled: { de: "Krankheit.", en: "Illness." } });
    await again();
    expect(guest("erika").said().join()).toContain("findet Marke mit Wirkung nicht statt");
    await time.pass(9 * DAY);
    expect([reminders(guest("erika")), reminders(guest("max"))]).toEqual([[], []]);
  });

  it("comes once to who withdrew and registered again", async () => {
    const erika = await registered("erika", "Ja");
    await erika.write("abmelden");
    await erika.press("Ja, abmelden");
    await registered("erika", "Ja");
    await time.pass(9 * DAY);
    expect(reminders(erika)).toHaveLength(1);
  });
});

describe("a form that was left lying", () => {
  it("is dropped a day after it was last touched, says so, and takes no seat any more", async () => {
    const erika = guest("erika");
    await erika.act("~register:brand");
    await time.pass(20 * HOUR);
    await erika.write("Erika Muster");
    await time.pass(23 * HOUR);
    expect(erika.said().join()).not.toContain("unfertig");
    await time.pass(HOUR);
    expect(erika.said().at(-1)).toMatch(/lag einen Tag lang unfertig da.*verworfen/);
    await time.pass(9 * DAY);
    expect(erika.said().filter((text) => text.includes("unfertig"))).toHaveLength(1);
    expect(await erika.press("Zurück")).toContain("schon abgeschlossen oder abgebrochen");
    expect(await desk.store.submissions({})).toEqual([]);
  });

  it("is dropped at the next start when the desk was down meanwhile", async () => {
    const erika = guest("erika");
    await erika.act("~form:callback");
    await erika.write("Erika Muster");
    await desk.close();
    await time.pass(3 * DAY);
    await begin();
    expect(guest("erika").said()).toEqual([expect.stringContaining("unfertig")]);
  });
});

describe("a messenger that the office takes no personal details on", () => {
  it.each([
    ["~form:callback", "https://desk.example/?do=form:callback"],
    ["~register:brand", "https://desk.example/?do=register:brand"],
  ])("answers %s with a link to the web chat and opens no form", async (action, link) => {
    const erika = guest("erika", "telegram");
    const told = await erika.act(action);
    expect(told).toContain("nehmen wir in diesem Messenger nicht entgegen");
    expect(told).toContain(link);
    // what follows is no answer to anything
    await erika.write("Erika Muster");
    expect(erika.said().join()).not.toMatch(/E-Mail-Adresse\?|Unter welcher Nummer/);
    expect(await desk.store.submissions({})).toEqual([]);
  });
});
