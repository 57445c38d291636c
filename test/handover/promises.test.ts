import { beforeAll, describe, expect, it } from "vitest";
import type { Channel, Place } from "../../src/vocabulary/index.js";
import { failure } from "../delivery/setup.js";
import { general, type HandoverDesk, learnShipped, openHandoverDesk } from "./desk.js";

beforeAll(learnShipped, 120_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A guest who is answered by Anna; Bernd is there, too. */
async function answered(options: Parameters<typeof openHandoverDesk>[0] = {}): Promise<HandoverDesk> {
  const desk = await openHandoverDesk(options);
  await desk.addStaff("Anna");
  await desk.addStaff("Bernd");
  await desk.says("mensch");
  await desk.staffPresses("Anna", "Übernehmen");
  await desk.staffSays("Anna", "Guten Tag");
  await desk.staffPresses("Anna", "Senden");
  await desk.pass(10_000);
  return desk;
}

describe("the assistant never talks over a person", () => {
  it("says nothing to what the guest writes while somebody has the conversation", async () => {
    const desk = await answered();
    const before = desk.guest.lines().length;
    await desk.says("Wie melde ich ein Gewerbe an?");
    await desk.says("Wann haben Sie geöffnet?");
    expect(desk.guest.lines()).toHaveLength(before);
  });

  it("nor to its own older buttons, but shows the way back", async () => {
    const desk = await answered();
    await desk.presses("Themen");
    expect(desk.guest.lines().at(-1)).toMatch(/Sie sprechen gerade mit Anna/);
    await desk.presses("Zurück zum Assistenten");
    expect(desk.guest.lines().at(-1)).toMatch(/Ab jetzt antworte ich Ihnen wieder/);
    await desk.says("Wann haben Sie geöffnet?");
    expect(desk.guest.lines().at(-1)).toMatch(/Uhr/);
  });

  it("but privacy, what is stored and the language stay the guest's at any time", async () => {
    const desk = await answered({ guestChannel: "telegram" });
    await desk.says("/auskunft");
    expect(desk.guest.lines().at(-1)).toMatch(/gespeichert/);
    await desk.says("/datenschutz");
    expect(desk.guest.lines().at(-1)).toMatch(/Daten/);
    expect(await desk.state()).toMatchObject({ owner: "person" });
  });

  it("erasing ends it, and staff are asked to erase what their room shows", async () => {
    const desk = await answered({ guestChannel: "telegram" });
    await desk.says("/loeschen");
    await desk.says("ja");
    await desk.pass(10);
    expect(await desk.state()).toMatchObject({ owner: "bot" });
    expect((await desk.state()).handover).toBeUndefined();
    expect(desk.room.lines().at(-1)).toMatch(/Der Gast hat das Gespräch gelöscht/);
  });
});

describe("an internal remark never reaches a guest", () => {
  it("a line that begins with !!, the line after the button, and lines of others stay where they are", async () => {
    const desk = await answered();
    const before = desk.guest.lines();
    await desk.staffSays("Anna", "!! ruft der schon wieder an");
    await desk.staffSays("Anna", "  !! mit Leerzeichen davor");
    await desk.staffPresses("Anna", "Interne Notiz");
    await desk.staffSays("Anna", "das bleibt unter uns");
    await desk.staffSays("Bernd", "frag mal nach der Größe");
    await desk.staffSays("Mallory", "ich gehöre nicht dazu");
    await desk.pass(60_000);
    expect(desk.guest.lines()).toEqual(before);
    expect(desk.room.lines()).toContainEqual(expect.stringMatching(/Anna antwortet dem Gast/));
    expect(desk.room.lines()).toContainEqual(expect.stringMatching(/Ich kenne Sie noch nicht/));
  });

  it("nor one that is written before anybody has taken it, or after it is over", async () => {
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    await desk.says("mensch");
    await desk.staffSays("Anna", "soll ich?");
    expect(desk.room.lines().at(-1)).toMatch(/Noch hat niemand übernommen/);
    await desk.staffPresses("Anna", "Übernehmen");
    await desk.staffPresses("Anna", "Beenden");
    const before = desk.guest.lines();
    await desk.staffSays("Anna", "der war anstrengend");
    await desk.pass(60_000);
    expect(desk.guest.lines()).toEqual(before);
    expect(desk.room.lines().at(-1)).toMatch(/beendet/);
  });

  it("nothing of a room is stored that belongs to no enquiry", async () => {
    const desk = await answered();
    const lunch = { kind: "message", id: "lunch", text: "Mittagessen?", attachments: [] } as const;
    expect(await desk.staffDoes("Anna", lunch, `${general.address}/999`)).toBe("dropped");
    expect(await desk.staffDoes("Anna", lunch)).toBe("accepted");
  });

  it("a guest can neither press a button of staff nor give a command to them", async () => {
    const desk = await answered();
    const close = desk.room.button("Beenden");
    await desk.does({ kind: "action", action: close.action, on: close.on });
    await desk.says("!! schließen");
    expect(await desk.state()).toMatchObject({ owner: "person" });
    expect(desk.room.lines().at(-1)).toBe("Gast: !! schließen");
  });
});

describe("a reply", () => {
  it("is shown before it is sent the first time, and goes by itself later", async () => {
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    await desk.says("mensch");
    await desk.staffPresses("Anna", "Übernehmen");
    await desk.staffSays("Anna", "Guten Tag");
    expect(desk.room.lines().at(-1)).toMatch(/So liest es der Gast.*Anna: Guten Tag/s);
    await desk.pass(MINUTE);
    expect(desk.guest.lines().at(-1)).not.toMatch(/Guten Tag$/);
    await desk.restart();
    await desk.staffPresses("Anna", "Senden");
    await desk.staffPresses("Anna", "Senden");
    await desk.staffSays("Anna", "Worum geht es?");
    await desk.pass(MINUTE);
    expect(desk.guest.lines().slice(-2)).toEqual(["Anna: Guten Tag", "Anna: Worum geht es?"]);
  });

  it("that is shown and waits for the button is shown anew when its writer changes it, and goes out as it reads then", async () => {
    const desk = await openHandoverDesk({ guestChannel: "telegram" });
    await desk.addStaff("Anna");
    await desk.says("mensch");
    await desk.staffPresses("Anna", "Übernehmen");
    const id = await desk.staffSays("Anna", "Guten Tga");
    await desk.staffDoes("Anna", { kind: "edit", id, text: "Guten Tg" });
    await desk.staffDoes("Anna", { kind: "edit", id, text: "Guten Tag" });
    const shown = desk.room.lines().filter((line) => /So liest es der Gast/.test(line));
    expect(shown).toEqual([expect.stringMatching(/Anna: Guten Tag$/)]);
    await desk.staffPresses("Anna", "Senden");
    await desk.pass(MINUTE);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Guten Tag");
    await desk.staffDoes("Anna", { kind: "edit", id, text: "Guten Tag!" });
    await desk.pass(MINUTE);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Guten Tag!");
    await desk.staffDoes("Anna", { kind: "deletion", id });
    await desk.pass(MINUTE);
    expect(desk.guest.lines().join()).not.toMatch(/Anna: Guten T/);
  });

  it.each([
    ["deletes it", null],
    ["makes a note of it", "!! lieber nicht"],
  ])("that waits for the button never goes out once its writer %s", async (_, text) => {
    const desk = await answered({ rules: { rooms: [{ ...general, sends: "confirmed" }] } });
    const before = desk.guest.lines();
    const id = await desk.staffSays("Anna", "Das ist vertraulich");
    expect(desk.room.lines().at(-1)).toMatch(/So liest es der Gast.*vertraulich/s);
    const send = desk.room.button("Senden");
    await desk.staffDoes("Anna", text === null ? { kind: "deletion", id } : { kind: "edit", id, text });
    expect(desk.room.lines().join()).not.toMatch(/So liest es der Gast.*vertraulich/s);
    // pressed in the very moment in which it goes
    await desk.staffDoes("Anna", { kind: "action", action: send.action, on: send.on }, send.thread);
    await desk.pass(MINUTE);
    expect(desk.guest.lines()).toEqual(before);
  });

  it("needs the button each time in a room that is set so, and can be dropped there", async () => {
    const desk = await answered({ rules: { rooms: [{ ...general, sends: "confirmed" }] } });
    await desk.staffSays("Anna", "Das ist falsch");
    await desk.staffPresses("Anna", "Verwerfen");
    await desk.staffSays("Anna", "Das ist richtig");
    await desk.staffPresses("Anna", "Senden");
    await desk.pass(MINUTE);
    expect(desk.guest.lines().filter((line) => line.startsWith("Anna:"))).toEqual([
      "Anna: Guten Tag",
      "Anna: Das ist richtig",
    ]);
  });

  it("can be recalled while it is held: the guest reads nothing of it", async () => {
    const desk = await answered();
    await desk.staffSays("Anna", "Falscher Chat!");
    await desk.pass(9_000);
    await desk.staffPresses("Anna", "Zurückholen");
    await desk.pass(MINUTE);
    expect(desk.guest.lines().join()).not.toMatch(/Falscher Chat/);
    expect(desk.room.lines().at(-1)).toMatch(/Der Gast hat nichts gelesen/);
    await desk.staffSays("Anna", "Es geht weiter");
    await desk.pass(MINUTE);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Es geht weiter");
  });

  it("that was delivered is taken back where the guest's messenger can", async () => {
    const desk = await answered({ guestChannel: "telegram" });
    await desk.staffSays("Anna", "Falscher Chat!");
    await desk.pass(11_000);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Falscher Chat!");
    await desk.staffPresses("Anna", "Zurückholen");
    await desk.pass(1_000);
    expect(desk.guest.lines().join()).not.toMatch(/Falscher Chat/);
  });

  it("follows what its writer changes or deletes", async () => {
    const desk = await answered({ guestChannel: "telegram" });
    const id = await desk.staffSays("Anna", "Am Dienstga");
    await desk.pass(11_000);
    await desk.staffDoes("Anna", { kind: "edit", id, text: "Am Dienstag" });
    await desk.pass(11_000);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Am Dienstag");
    await desk.staffDoes("Anna", { kind: "deletion", id });
    await desk.pass(11_000);
    expect(desk.guest.lines().join()).not.toMatch(/Dienst/);
  });

  it("that is changed while it is held goes out once, as changed", async () => {
    const desk = await answered({ guestChannel: "telegram" });
    const id = await desk.staffSays("Anna", "Am Dienstga");
    await desk.pass(2_000);
    await desk.staffDoes("Anna", { kind: "edit", id, text: "Am Dienstag" });
    await desk.pass(MINUTE);
    expect(desk.guest.lines().filter((line) => /Dienst/.test(line))).toEqual(["Anna: Am Dienstag"]);
  });

  it("that the platform never takes is told to whoever wrote it", async () => {
    const desk = await answered({ guestChannel: "telegram" });
    const guests = desk.process.channels.get("telegram") as unknown as { gone: Set<string> };
    guests.gone.add("chat-of-guest");
    await desk.staffSays("Anna", "Sind Sie da?");
    await desk.pass(MINUTE);
    expect(desk.room.lines().at(-1)).toMatch(/konnte dem Gast nicht zugestellt werden/);
  });
});

describe("a room that takes no more messages just now", () => {
  it("gets what a guest writes in a row as one, and the guest a reply without waiting for it", async () => {
    const desk = await openHandoverDesk({ guestChannel: "telegram" });
    Object.assign(desk.slack, { rates: [{ most: 3, withinMs: MINUTE, of: "chat" }] });
    await desk.addStaff("Anna", true);
    await desk.says("mensch");
    await desk.staffPresses("Anna", "Übernehmen");
    await desk.pass(2 * MINUTE);
    for (const line of ["eins", "zwei", "drei", "vier", "fünf", "sechs"]) {
      await desk.says(line);
      await desk.pass(400);
    }
    await desk.staffSays("Anna", "Ich lese mit.");
    await desk.pass(11_000);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Ich lese mit.");
    await desk.pass(3 * MINUTE);
    const lines = desk.room.lines().filter((line) => line.startsWith("Gast: "));
    expect(lines.slice(0, 3)).toEqual(["Gast: eins", "Gast: zwei", "Gast: drei"]);
    expect(lines.slice(3)).toEqual([expect.stringMatching(/^Gast: vier\s+fünf\s+sechs$/)]);
  });
});

describe("what the guest changes", () => {
  it("changes in the room, too", async () => {
    const desk = await answered({ guestChannel: "telegram" });
    await desk.does({ kind: "message", id: "g1", text: "Halle mit 500 qm", attachments: [] });
    await desk.does({ kind: "edit", id: "g1", text: "Halle mit 5000 qm" });
    expect(desk.room.lines().filter((line) => /Halle/.test(line))).toEqual(["Gast: Halle mit 5000 qm"]);
    await desk.does({ kind: "deletion", id: "g1" });
    expect(desk.room.lines().filter((line) => /Halle/.test(line))).toEqual([]);
  });

  it("files are not passed on, and both are told", async () => {
    const desk = await answered();
    await desk.does({ kind: "message", id: "f1", text: "", attachments: [{ kind: "image" }] });
    expect(desk.guest.lines().at(-1)).toMatch(/kann ich leider nicht weitergeben/);
    expect(desk.room.lines().at(-1)).toMatch(/etwas geschickt/);
  });
});

describe("the way back", () => {
  it.each([
    "zurück zum Assistenten",
    "Zurueck zum Bot, bitte!",
    "Bitte wieder mit dem Assistenten",
    "Gespräch beenden",
    "back to the assistant",
    "end chat",
  ])("is there in words, too: %s", async (words) => {
    const desk = await answered();
    await desk.says(words);
    expect(await desk.state()).toMatchObject({ owner: "bot" });
    expect(desk.guest.lines().at(-1)).toMatch(/Das Gespräch mit Anna ist beendet/);
  });

  it("is not taken for words that may mean something else", async () => {
    const desk = await answered();
    await desk.says("Ich möchte zurück zum Thema");
    await desk.says("abbrechen");
    expect(await desk.state()).toMatchObject({ owner: "person" });
  });

  it("is warned of and taken after silence", async () => {
    const desk = await answered();
    await desk.pass(20 * MINUTE);
    expect(desk.guest.lines().at(-1)).toMatch(/Sind Sie noch da/);
    await desk.pass(10 * MINUTE);
    expect(desk.guest.lines().at(-1)).toMatch(/Weil länger niemand geschrieben hat/);
    expect(await desk.state()).toMatchObject({ owner: "bot" });
  });

  it("a word from either side puts the end off", async () => {
    const desk = await answered();
    await desk.pass(20 * MINUTE);
    await desk.says("Ja, ich suche die Unterlagen");
    await desk.pass(15 * MINUTE);
    expect(await desk.state()).toMatchObject({ owner: "person" });
  });

  it("asks how it was, once, and gives what was said in short", async () => {
    const desk = await answered();
    await desk.staffPresses("Anna", "Beenden");
    await desk.presses("Zusammenfassung");
    expect(desk.guest.lines().at(-1)).toMatch(/mit Anna.*Guten Tag/s);
    await desk.presses("Hat mir geholfen");
    expect(desk.guest.lines().at(-1)).toMatch(/das freut uns/);
    const [record] = await desk.process.store.handovers({ since: 0 });
    expect(record).toMatchObject({ ended: "closed", points: 5, replies: 1, claimedBy: 2 });
  });

  it("asking again within four hours leads to the same one; later to anybody", async () => {
    const desk = await answered();
    await desk.staffPresses("Anna", "Beenden");
    await desk.pass(2 * HOUR - 20 * MINUTE);
    await desk.says("mensch");
    expect(desk.guest.lines().at(-1)).toMatch(/Ich frage zuerst wieder Anna/);
    expect(desk.slack.threads).toHaveLength(1);
    await desk.staffPresses("Bernd", "Übernehmen");
    expect(desk.room.lines().at(-1)).toMatch(/Bitte lassen Sie Anna die ersten 3 Minuten/);
    await desk.staffPresses("Anna", "Übernehmen");
    expect(await desk.state()).toMatchObject({ owner: "person" });
    await desk.staffPresses("Anna", "Beenden");
    await desk.pass(5 * HOUR);
    await desk.says("mensch");
    expect(desk.guest.lines().at(-1)).not.toMatch(/Anna/);
  });
});

describe("a person who is not there", () => {
  it("is not offered: the guest is told when somebody will be, and may leave a message that is answered here", async () => {
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    await desk.pass(12 * HOUR);
    await desk.says("mensch");
    expect(desk.guest.lines().at(-1)).toMatch(/Im Moment ist niemand da.*Dienstag.*9:00/s);
    await desk.presses("Nachricht dalassen");
    await desk.says("Ich suche eine Halle");
    await desk.says("gast@firma.example");
    await desk.presses("Absenden");
    expect(await desk.state()).toMatchObject({ owner: "bot", handover: { stage: "ticket" } });
    expect(desk.room.lines().join("\n")).toMatch(/bittet um Antwort.*Nachricht: Ich suche eine Halle/s);
    expect(desk.mail.taken.map(({ to }) => to.address)).toEqual([
      "wirtschaftsfoerderung@musterstadt.example",
    ]);
    await desk.says("Wann haben Sie geöffnet?");
    expect(desk.guest.lines().at(-1)).toMatch(/Uhr/);
    await desk.staffPresses("Anna", "Übernehmen");
    await desk.staffSays("Anna", "Im Gewerbegebiet Nord ist eine frei.");
    await desk.staffPresses("Anna", "Senden");
    await desk.pass(MINUTE);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Im Gewerbegebiet Nord ist eine frei.");
    await desk.staffPresses("Anna", "Beenden");
    expect(await desk.process.store.submissions({ status: "open" })).toEqual([]);
  });

  it("who has left gives it back: the guest waits again and is told", async () => {
    const desk = await answered();
    await desk.process.store.removeStaff(2);
    await desk.says("Hallo?");
    expect(desk.guest.lines().at(-1)).toMatch(/nicht mehr da/);
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
    await desk.staffPresses("Bernd", "Übernehmen");
    expect(desk.guest.lines().at(-1)).toMatch(/Bernd ist jetzt für Sie da/);
  });

  it("who leaves the room gives back what they have there", async () => {
    const desk = await answered();
    await desk.staffDoes("Anna", { kind: "membership", change: "left" });
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
  });
});

describe("a thread in a room", () => {
  it("whose opening was taken without a word of it is taken up where the messenger can tell, and not opened again", async () => {
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    const slack: Partial<Channel> = desk.slack;
    const open = slack.openThread?.bind(slack);
    let lost = 1;
    slack.openThread = async (room, first, begun) => {
      if (begun) return { place: { ...room, thread: desk.slack.lastThread() }, receipt: begun };
      const opened = await open?.(room, first);
      if (!opened || lost-- > 0) throw failure("unknown");
      return opened;
    };
    slack.lookUp = async (_, { id }) =>
      desk.slack.taken.some(({ message }) => message.id === id) ? { id: `receipt of ${id}` } : null;
    await desk.says("mensch");
    await desk.pass(MINUTE);
    expect(desk.slack.threads).toHaveLength(1);
    await desk.staffPresses("Anna", "Übernehmen");
    expect(desk.guest.lines().at(-1)).toMatch(/Anna ist jetzt für Sie da/);
    expect(desk.room.lines()[0]).toMatch(/übernommen von Anna/);
  });

  it("is that of one enquiry: the next one of the same guest gets its own, which the room notices", async () => {
    const desk = await answered();
    await desk.staffPresses("Anna", "Beenden");
    await desk.pass(5 * HOUR);
    await desk.says("mensch");
    expect(desk.slack.threads).toEqual(["C-GENERAL/1", "C-GENERAL/2"]);
    expect(desk.room.lines("C-GENERAL/2").join("\n")).toMatch(/Ein Gast wartet/);
    await desk.says("abbrechen");
    await desk.says("mensch");
    expect(desk.slack.threads).toHaveLength(3);
  });
});

describe("somebody who leaves a room", () => {
  it("gives back nothing that they have in another one", async () => {
    const desk = await answered();
    const { store, delivery } = desk.process;
    const elsewhere: Place = { channel: "slack", scope: "room", address: "C-FOUNDING" };
    expect(await store.staffLeft(elsewhere, "Anna")).toHaveLength(1);
    delivery.wake();
    await desk.pass(1_000);
    expect(await desk.state()).toMatchObject({ owner: "person", handover: { claim: { name: "Anna" } } });
  });

  it("gives back what they have, not what somebody else has taken meanwhile", async () => {
    const desk = await answered();
    await desk.staffDoes("Anna", { kind: "membership", change: "left" });
    expect(desk.guest.lines().at(-1)).toMatch(/ist nicht mehr da\. Ich hole Ihnen jemand anderen/);
    expect(desk.room.lines().at(-1)).toMatch(/wartet wieder auf jemanden/);
    await desk.staffPresses("Bernd", "Übernehmen");
    // Telegram tells twice of somebody who leaves
    await desk.staffDoes("Anna", { kind: "membership", change: "left" });
    expect(await desk.state()).toMatchObject({ owner: "person", handover: { claim: { name: "Bernd" } } });
  });
});

describe("a room that is gone", () => {
  const bot = { kind: "membership", change: "left" } as const;

  it("is told of twice, and its enquiry moves once: to the general desk, with one word of why", async () => {
    const desk = await openHandoverDesk();
    await desk.says("Ich möchte gründen, wo bekomme ich Beratung?");
    await desk.says("mensch");
    expect(desk.slack.threads).toEqual(["C-FOUNDING/1"]);
    desk.slack.gone.add("C-FOUNDING");
    for (let times = 0; times < 2; times += 1) await desk.staffDoes("bot", bot, "C-FOUNDING/1");
    await desk.pass(1_000);
    expect(desk.slack.threads).toEqual(["C-FOUNDING/1", "C-GENERAL/2"]);
    expect(await desk.state()).toMatchObject({ owner: "waiting", handover: { room: "general" } });
    const told = desk.room.lines().filter((line) => /nicht mehr erreichbar/.test(line));
    expect(told).toHaveLength(1);
    expect(desk.guest.lines().at(-1)).toMatch(/geht weiter an: .*Wirtschaftsförderung/);
  });

  it("leaves nobody waiting for somebody who cannot read any more", async () => {
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    await desk.addStaff("Bernd");
    await desk.says("Ich möchte gründen, wo bekomme ich Beratung?");
    await desk.says("mensch");
    await desk.staffPresses("Anna", "Übernehmen");
    desk.slack.gone.add("C-FOUNDING");
    await desk.staffDoes("bot", bot, "C-FOUNDING/1");
    await desk.pass(1_000);
    expect(desk.guest.lines().at(-1)).toMatch(/ist nicht mehr da\. Ich hole Ihnen jemand anderen/);
    await desk.staffPresses("Bernd", "Übernehmen");
    expect(await desk.state()).toMatchObject({
      owner: "person",
      handover: { room: "general", claim: { name: "Bernd" } },
    });
    // an enquiry that comes later tries the room again
    desk.slack.gone.delete("C-FOUNDING");
    await desk.says("Ich möchte gründen, wo bekomme ich Beratung?", "another");
    await desk.says("mensch", "another");
    await desk.pass(1_000);
    expect(desk.slack.threads.slice(1)).toContain("C-FOUNDING/3");
  });

  it("a deleted thread is opened again, with what was said since", async () => {
    const desk = await answered();
    desk.slack.gone.add("C-GENERAL/1");
    await desk.says("Das darf nicht verloren gehen");
    await desk.pass(1_000);
    expect(desk.slack.threads).toEqual(["C-GENERAL/1", "C-GENERAL/2"]);
    expect(desk.room.lines("C-GENERAL/2").join("\n")).toMatch(/Das darf nicht verloren gehen/);
    await desk.staffSays("Anna", "Ich bin noch da", "C-GENERAL/2");
    await desk.pass(MINUTE);
    expect(desk.guest.lines().at(-1)).toBe("Anna: Ich bin noch da");
  });

  it("an archived room sends its enquiries to the general desk", async () => {
    const desk = await openHandoverDesk();
    desk.slack.gone.add("C-FOUNDING");
    await desk.says("Ich möchte gründen, wo bekomme ich Beratung?");
    await desk.says("mensch");
    await desk.pass(1_000);
    expect(desk.slack.threads).toEqual(["C-GENERAL/1"]);
    expect(desk.room.lines().join("\n")).toMatch(/Ein Gast wartet/);
  });

  it("where nothing is left it stays in the desk, and nobody is told anything wrong", async () => {
    const desk = await openHandoverDesk({ rules: { rooms: [general] } });
    desk.slack.gone.add("C-GENERAL");
    await desk.says("mensch");
    await desk.pass(1_000);
    expect(await desk.state()).toMatchObject({ owner: "waiting", handover: { stage: "waiting" } });
    expect(await desk.process.store.openCases()).toMatchObject([{ stage: "waiting" }]);
  });
});

describe("an enquiry that staff end before anybody has taken it", () => {
  it("ends with a word to the guest", async () => {
    const desk = await openHandoverDesk();
    await desk.addStaff("Anna");
    await desk.says("mensch");
    await desk.staffPresses("Anna", "Beenden");
    expect(desk.guest.lines().at(-1)).toMatch(/^Anna hat das Gespräch beendet/);
    expect(await desk.state()).toMatchObject({ owner: "bot" });
  });
});

describe("passing on", () => {
  it("leads to another room, and the guest is told", async () => {
    const desk = await answered();
    await desk.staffPresses("Anna", "Weitergeben");
    await desk.staffPresses("Anna", desk.room.labels().find((label) => /Gründ/.test(label)) ?? "");
    expect(desk.guest.lines().at(-1)).toMatch(/geht weiter an/);
    expect(desk.slack.threads).toEqual(["C-GENERAL/1", "C-FOUNDING/2"]);
    expect(desk.room.lines("C-FOUNDING/2").join("\n")).toMatch(/Anna: Guten Tag/);
    await desk.staffPresses("Bernd", "Übernehmen");
    expect(desk.guest.lines().at(-1)).toMatch(/Bernd ist jetzt für Sie da/);
  });
});

describe("ways to a person", () => {
  it("an intent can demand it: its answer comes, and somebody is fetched", async () => {
    const desk = await openHandoverDesk({ always: ["business-registration"] });
    await desk.says("Wie melde ich ein Gewerbe an?");
    expect(desk.guest.lines().slice(-2).join("\n")).toMatch(/Gewerbe.*Ich hole Ihnen einen Menschen dazu/s);
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
  });

  it("two fallbacks in a row and a complaint lead to an offer, and to nothing more", async () => {
    const desk = await openHandoverDesk();
    await desk.says("xqzt wrrmpf");
    await desk.says("qqq zzz");
    expect(desk.guest.lines().at(-1)).toMatch(/Mit einem Menschen sprechen/);
    await desk.says("Ich möchte mich beschweren");
    expect(await desk.state()).toMatchObject({ owner: "bot" });
    await desk.presses("Mit einem Menschen sprechen");
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
  });

  it("several who wait are told their place in the queue", async () => {
    const desk = await openHandoverDesk();
    await desk.says("mensch", "first");
    await desk.says("mensch");
    expect(desk.guest.lines().at(-1)).toMatch(/Sie sind an Platz 2/);
  });

  it("waiting can be stopped in words and by the button", async () => {
    const desk = await openHandoverDesk();
    await desk.says("mensch");
    await desk.says("abbrechen");
    expect(desk.guest.lines().at(-1)).toMatch(/Sie warten nicht mehr/);
    await desk.says("mensch");
    await desk.presses("Nicht mehr warten");
    expect(await desk.state()).toMatchObject({ owner: "bot" });
    expect(desk.room.lines().at(-1)).toMatch(/zum Assistenten zurückgekehrt/);
  });

  it("where the office has no room, guests get contacts and nobody is promised", async () => {
    const desk = await openHandoverDesk({ rules: { rooms: [], general: null } });
    await desk.says("mensch");
    expect(await desk.state()).toMatchObject({ owner: "bot" });
    expect(desk.guest.lines().at(-1)).not.toMatch(/Ich hole/);
  });

  it("nor where nobody has an account yet: somebody could wait for ever", async () => {
    const desk = await openHandoverDesk({ staffed: false });
    await desk.says("mensch");
    expect(await desk.state()).toMatchObject({ owner: "bot" });
    await desk.addStaff("Anna");
    await desk.says("mensch");
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
  });

  it("what the guest says while waiting goes along, and is confirmed once", async () => {
    const desk = await openHandoverDesk();
    await desk.says("mensch");
    await desk.says("Es geht um eine Halle");
    await desk.says("Mindestens 500 qm");
    expect(desk.guest.lines().filter((line) => /gebe ich mit weiter/.test(line))).toHaveLength(1);
    expect(desk.room.lines().slice(-2)).toEqual(["Gast: Es geht um eine Halle", "Gast: Mindestens 500 qm"]);
  });

  it("a second message goes to whoever has the first", async () => {
    const desk = await openHandoverDesk();
    await desk.pass(12 * HOUR);
    for (const words of ["Ich suche eine Halle", "Mindestens 500 qm"]) {
      await desk.says("mensch");
      await desk.presses("Nachricht dalassen");
      await desk.says(words);
      await desk.presses("Überspringen");
      await desk.presses("Absenden");
    }
    expect(desk.slack.threads).toHaveLength(1);
    expect(desk.room.lines().at(-1)).toMatch(/Nachricht: Mindestens 500 qm/);
  });
});

describe("who may answer", () => {
  it("a code is good once, and for its time only", async () => {
    const desk = await openHandoverDesk();
    const { store } = desk.process;
    const id = await store.addStaff("Clara");
    const code = String(await store.staffCode(id, desk.process.time.now() + 60_000));
    await desk.says(code);
    expect(desk.guest.lines().at(-1)).toMatch(/Danke, Clara/);
    await desk.says(code);
    expect(desk.guest.lines().at(-1)).toMatch(/gilt nicht/);
    const late = String(await store.staffCode(id, desk.process.time.now() + 60_000));
    await desk.pass(2 * MINUTE);
    await desk.says(late);
    expect(desk.guest.lines().at(-1)).toMatch(/gilt nicht/);
    expect((await store.log({ last: 10 })).flatMap(({ question }) => question ?? [])).toEqual([]);
  });

  it("somebody who is not linked can neither take nor close", async () => {
    const desk = await openHandoverDesk();
    await desk.says("mensch");
    await desk.staffPresses("Mallory", "Übernehmen");
    await desk.staffPresses("Mallory", "Beenden");
    expect(await desk.state()).toMatchObject({ owner: "waiting" });
    expect(desk.room.lines().at(-1)).toMatch(/Ich kenne Sie noch nicht/);
  });

  it("everything that staff do stands in the audit log, without content", async () => {
    const desk = await answered();
    await desk.staffSays("Anna", "!! geheim");
    await desk.staffPresses("Anna", "Beenden");
    const audit = await desk.process.store.audit({ last: 10 });
    expect(audit.map(({ name, did }) => [name, did]).reverse()).toEqual([
      ["Anna", "link slack"],
      ["Bernd", "link slack"],
      ["Anna", "take"],
      ["Anna", "reply"],
      ["Anna", "note"],
      ["Anna", "close"],
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/geheim/);
  });
});
