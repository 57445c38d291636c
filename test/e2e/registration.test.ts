import { readFileSync, writeFileSync } from "node:fs";
import ICAL from "ical.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { raceForSeats } from "./last-seat.js";
import {
  clockChange,
  type Guest,
  nameOf,
  openGuest,
  openOffice,
  register,
  SEND,
  type SeminarEntry,
  seminar,
  toSummary,
} from "./registering.js";
import { freshFolder } from "./running-desk.js";

/** Registering for a seminar with the built desk, many guests, and staff who edit seminars.yaml meanwhile. */

let place: ReturnType<typeof freshFolder>;
let office: Awaited<ReturnType<typeof openOffice>>;
const guests: Guest[] = [];

beforeAll(() => {
  place = freshFolder();
});
afterAll(() => place.remove());

/** A guest whose stream is closed after the test. */
async function guest(options?: Parameters<typeof openGuest>[1]): Promise<Guest> {
  const opened = await openGuest(office.desk.url, options);
  guests.push(opened);
  return opened;
}

afterEach(() => {
  for (const one of guests.splice(0)) one.leave();
});

describe("the last seat", () => {
  it("is given to one of 40 guests who send at once, and the rest get places that follow each other", async () => {
    const own = freshFolder();
    try {
      await raceForSeats(40, own.folder);
    } finally {
      own.remove();
    }
  }, 120_000);
});

describe("a seminar that is edited", () => {
  beforeAll(async () => {
    office = await openOffice(place.folder);
  });
  afterAll(async () => {
    expect(office.desk.output()).not.toMatch(/"level":"(error|fatal)"|^(error|fatal): /m);
    expect(await office.desk.stop()).toBe(0);
  });

  const later = { start: seminarDay(15), from: "17:00", to: "19:00" };

  it("is shown again to who stands at the summary when its date was changed, and books on the new one", async () => {
    await office.edit(seminar({ id: "other" }), seminar());
    const erika = await guest();
    await toSummary(erika, "Erika Muster");
    await office.edit(seminar({ date: later }));
    const again = await erika.press(SEND, /haben sich eben geändert/);
    expect(again).toContain("15. September");
    expect(again).toContain("17:00");
    expect(await office.registrations()).toEqual([]);
    expect(await erika.press(SEND, /S-[2-9A-Z]{4}/)).toContain("15. September");
    expect(await office.registrations()).toMatchObject([{ status: "booked" }]);
    await office.quiet();
    expect(erika.texts().filter((text) => text.includes("hat sich etwas geändert"))).toEqual([]);
    await withdraw(erika);
  });

  it.each<[what: string, entries: readonly SeminarEntry[], telling: RegExp]>([
    [
      "called off",
      [seminar({ cancelled: { de: "Die Referentin ist erkrankt.", en: "The speaker is ill." } })],
      /Marke mit Wirkung ist abgesagt[\s\S]*Die Referentin ist erkrankt/,
    ],
    ["registered for elsewhere", [seminar({ registration: null })], /nehmen wir hier keine Anmeldungen an/],
    [
      "registered for at an address",
      [seminar({ registration: { url: "https://www.musterstadt.example/marke" } })],
      /nicht hier im Chat an, sondern auf der Anmeldeseite/,
    ],
    [
      "past its last day",
      [seminar({ registration: { form: "seminar-registration", until: "2026-01-02" } })],
      /zu spät/,
    ],
    ["over", [seminar({ date: { start: "2026-01-14" } })], /ist vorbei/],
    ["taken off the list", [seminar({ id: "other" })], /steht nicht mehr in unserer Liste/],
  ])("books nobody who stood at the summary when it was %s, and says why", async (_, entries, telling) => {
    await office.edit(seminar({ id: "warm-up" }), seminar());
    const erika = await guest();
    await toSummary(erika, "Erika Muster");
    await office.edit(...entries);
    const told = await erika.press(SEND, telling);
    expect(told).not.toMatch(/\{|S-[2-9A-Z]{4}/);
    expect(await office.registrations("brand").catch(() => [])).toEqual([]);
    // the form is closed, and a question is a question again
    expect(await erika.write("Wann haben Sie offen?", /Uhr|geschlossen/)).not.toMatch(/Absenden|prüfen/);
  });

  it("puts who stood at the summary on the waiting list when its seats were lowered to none", async () => {
    await office.edit(seminar({ id: "warm-up" }), seminar());
    const erika = await guest();
    expect(await toSummary(erika, "Erika Muster")).toContain("Freie Plätze: 3");
    await office.edit(seminar({ seats: 0 }));
    expect(await erika.press(SEND, /S-[2-9A-Z]{4}/)).toContain("Warteliste, Platz 1");
    expect(await office.registrations()).toMatchObject([{ status: "waiting", position: 1 }]);
    await office.edit(seminar({ seats: 1 }));
    await erika.hears(/ist ein Platz frei geworden, Sie sind dabei/);
    expect(await office.registrations()).toMatchObject([{ status: "booked", position: null }]);
    await withdraw(erika);
  });

  it("says that the form is gone, and not that it was sent, when staff take the form away at the summary", async () => {
    const file = `${office.dir}/forms.yaml`;
    const forms = readFileSync(file, "utf8");
    await office.edit(seminar({ id: "warm-up" }), seminar());
    const erika = await guest();
    await toSummary(erika, "Erika Muster");
    writeFileSync(file, forms.slice(0, forms.indexOf("- id: seminar-registration")));
    await office.edit(seminar());
    const told = await erika.press(SEND, /\S/);
    writeFileSync(file, forms);
    expect(told).toContain("Das bieten wir hier nicht mehr an");
    await office.edit(seminar({ id: "warm-up" }), seminar());
    await toSummary(erika, "Erika Muster");
    await erika.press(/Abbrechen/, /Abgebrochen/);
  });

  it("tells all who registered or wait once that it is called off, each in their language, also after a restart", async () => {
    await office.edit(seminar({ id: "warm-up" }), seminar({ seats: 1 }));
    const [erika, ada, max] = [await guest(), await guest({ locale: "en" }), await guest()];
    await register(erika, "Erika Muster");
    await ada.write("I would like to talk to you in English please", /\S/);
    await register(ada, "Ada Sample");
    await register(max, "Max Muster");
    await ada.write("withdraw", /really/);
    await ada.press(/withdraw/i, /no longer on the waiting list|withdrawn/i);
    await register(ada, "Ada Sample");
    const before = await sequence("brand");

    const calledOff = seminar({ seats: 1, cancelled: { de: "Krankheit.", en: "Illness." } });
    await office.edit(calledOff);
    await erika.hears(/findet Marke mit Wirkung nicht statt[\s\S]*Krankheit/);
    await ada.hears(/A brand that works will not take place[\s\S]*Illness/);
    await max.hears(/findet Marke mit Wirkung nicht statt/);
    // the same file saved again, a restart, and another entry beside it
    await office.edit(calledOff, seminar({ id: "beside" }));
    await office.desk.kill();
    await office.begin();
    await office.edit(calledOff);
    await office.quiet();
    for (const one of [erika, ada, max]) {
      const here = await guest({ session: one.session });
      const notices = here.texts().filter((text) => /findet .* nicht statt|will not take place/.test(text));
      expect(notices).toHaveLength(1);
    }
    const after = await sequence("brand");
    expect(after).toMatchObject({ status: "CANCELLED" });
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(await office.staff("seminars", "brand")).toMatch(/1 booked .*2 waiting.*cancelled/);
  });

  it("tells who is registered while the desk was down, at its next start", async () => {
    await office.edit(seminar({ id: "down", seats: 5 }));
    const erika = await guest();
    await register(erika, "Erika Muster", { id: "down" });
    await office.desk.kill();
    office.write(seminar({ id: "down", seats: 5, cancelled: { de: "Krankheit.", en: "Illness." } }));
    await office.begin();
    const again = await guest({ session: erika.session });
    await again.hears(/findet Marke mit Wirkung nicht statt/);
    await office.quiet();
    expect(again.texts().filter((text) => /findet .* nicht statt/.test(text))).toHaveLength(1);
  });

  it("taken off the list by mistake keeps its registrations, says nothing false of them, and comes back", async () => {
    await office.edit(seminar({ id: "lost" }));
    const erika = await guest();
    const reference = await register(erika, "Erika Muster", { id: "lost" });
    await office.edit(seminar({ id: "beside" }));
    const told = await erika.write("abmelden", /\S/);
    expect(told).toContain(
      `Zu Ihrer Anmeldung ${reference} finde ich das Seminar nicht mehr in unserer Liste`,
    );
    expect(await office.staff("seminars", "lost")).toContain(reference);
    expect(await office.staff("seminars")).toMatch(/lost .*1 booked.*NO LONGER IN seminars.yaml/);
    await office.edit(seminar({ id: "lost" }));
    await office.quiet();
    expect(erika.texts().at(-1)).toBe(told);
    await withdraw(erika);
  });

  it("moves to half past two in the night in which that time comes twice, and is right in file, page and chat", async () => {
    await office.edit(seminar({ id: "night" }));
    const erika = await guest();
    await register(erika, "Erika Muster", { id: "night" });
    const before = await sequence("night");
    await office.edit(seminar({ id: "night", date: { start: clockChange, from: "02:30", to: "04:00" } }));
    await erika.hears(/hat sich etwas geändert[\s\S]*Oktober[\s\S]*2:30/);
    const { event, ...after } = await sequence("night");
    expect(after).toMatchObject({ status: "CONFIRMED", sequence: before.sequence + 1 });
    // the first of the two: summer time still, two hours before UTC; four o'clock is winter time, one hour
    expect(event.startDate.toJSDate().toISOString()).toBe(`${clockChange}T00:30:00.000Z`);
    expect(event.endDate.toJSDate().toISOString()).toBe(`${clockChange}T03:00:00.000Z`);
    const page = await (await fetch(`${office.desk.url}/seminars/night?lang=de`)).text();
    expect(page).toMatch(/\d\d\. Oktober/);
    expect(page).toMatch(/0?2:30/);
    expect(page).toContain(`${clockChange}T02:30:00+02:00`);
  });
});

describe("a waiting list", () => {
  beforeAll(async () => {
    office = await openOffice(place.folder);
  });
  afterAll(async () => {
    expect(await office.desk.stop()).toBe(0);
  });

  it("moves up in order when somebody withdraws, and tells each in their own open chat and language", async () => {
    await office.edit(seminar({ id: "list", seats: 1 }));
    const [erika, ada, max] = [await guest(), await guest({ locale: "en" }), await guest()];
    await register(erika, "Erika Muster", { id: "list" });
    await ada.write("I would like to talk to you in English please", /\S/);
    const reference = await register(ada, "Ada Sample", { id: "list" });
    await register(max, "Max Muster", { id: "list" });
    await withdraw(erika);
    expect(await ada.hears(/Good news: a place has become free/)).toContain(
      `Your number is still ${reference}`,
    );
    await office.quiet();
    expect(max.texts().join()).not.toContain("Platz frei geworden");
    expect(await office.registrations("list")).toMatchObject([
      { status: "booked", reference },
      { status: "waiting", position: 1 },
    ]);
    await ada.write("withdraw", /really/);
    await ada.press(/Yes, withdraw|withdraw/i, /You have withdrawn/);
    await max.hears(/Gute Nachricht: Bei Marke mit Wirkung ist ein Platz frei geworden/);
    await office.quiet();
    for (const one of [ada, max]) {
      const news = one.texts().filter((text) => /place has become free|Platz frei geworden/.test(text));
      expect(news).toHaveLength(1);
    }
  });
});

describe("two tabs of one guest", () => {
  beforeAll(async () => {
    office = await openOffice(place.folder);
  });
  afterAll(async () => {
    expect(await office.desk.stop()).toBe(0);
  });

  it("fill in one form together: nothing is lost, left out unasked, mixed or sent twice", async () => {
    await office.edit(seminar({ id: "tabs" }));
    const one = await guest();
    const two = await guest({ session: one.session });
    await Promise.all([one.act("~register:tabs", /Wer nimmt teil/), two.hears(/Wer nimmt teil/)]);
    const both = (bodies: readonly [object, object]) =>
      Promise.all([one.post(bodies[0]), two.post(bodies[1])]).then(async (statuses) => {
        expect(statuses).toEqual([202, 202]);
        await office.quiet();
      });
    // the same words sent in both
    await both([{ text: "Erika Muster" }, { text: "Erika Muster" }]);
    await two.write("erika@beispiel.example", /Unternehmen/);
    // the same button pressed in both leaves out one question
    await both([one.button(/^Überspringen$/), two.button(/^Überspringen$/)]);
    expect(one.texts().at(-1)).toContain("Brauchen Sie etwas, um gut teilnehmen zu können?");
    await one.write("Einen Platz für den Rollstuhl, Kennwort eins", /erinnern/);
    // different answers: the first one counts, and both see which
    await both([one.button(/^Ja$/), two.button(/^Nein$/)]);
    const [shown = "", other] = [one.texts().at(-1), two.texts().at(-1)];
    expect(shown).toBe(other);
    const reminder = /Erinnerung: (Ja|Nein)/.exec(shown)?.[1];
    expect(shown).toContain("Name: Erika Muster\n");
    // sent in both
    await both([one.button(SEND), two.button(SEND)]);
    expect(one.texts()).toEqual(two.texts());
    const confirmed = one.texts().filter((text) => text.includes("Ihre Vorgangsnummer"));
    expect(confirmed).toHaveLength(1);
    const stored = await office.registrations("tabs");
    expect(stored).toHaveLength(1);
    expect(stored[0]?.submission.answers.map(({ value }) => value)).toEqual([
      "Erika Muster",
      "erika@beispiel.example",
      null,
      "Einen Platz für den Rollstuhl, Kennwort eins",
      reminder === "Ja" ? "yes" : "no",
    ]);
  });
});

describe("a power cut while many register", () => {
  it("neither doubles nor loses a registration", async () => {
    const own = freshFolder();
    office = await openOffice(own.folder);
    try {
      await office.edit(seminar({ seats: 5 }));
      const all = await Promise.all(
        Array.from({ length: 16 }, async (_, index) => {
          const one = await guest();
          await toSummary(one, nameOf(index));
          return {
            one,
            body: { id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`, ...one.button(SEND) },
          };
        }),
      );
      for (const pause of [0, 15, 40]) {
        const sending = all.map(({ one, body }) => one.post(body));
        await new Promise((done) => setTimeout(done, pause));
        await office.desk.kill();
        await Promise.all(sending);
        await office.begin();
        for (const each of all) each.one = await guest({ session: each.one.session });
      }
      // a page sends again what nobody acknowledged
      for (const { one, body } of all) expect([200, 202]).toContain(await one.post(body));
      await office.quiet();
      const stored = await office.registrations();
      expect(stored.map(({ status, position }) => position ?? status)).toEqual([
        ...Array(5).fill("booked"),
        ...Array.from({ length: 11 }, (_, index) => index + 1),
      ]);
      expect(stored.map(nameIn).sort()).toEqual(all.map((_, index) => nameOf(index)).sort());
      for (const { one } of all) {
        const confirmed = one.texts().filter((text) => /Ihre Vorgangsnummer/.test(text));
        expect(confirmed).toHaveLength(1);
        const mine = stored.find(({ reference }) => confirmed[0]?.includes(reference));
        expect(/Warteliste, Platz (\d+)/.exec(confirmed[0] ?? "")?.[1] ?? null).toBe(
          mine?.position?.toString() ?? null,
        );
      }
    } finally {
      await office.desk.kill();
      own.remove();
    }
  }, 120_000);
});

async function withdraw(one: Guest): Promise<void> {
  await one.write("abmelden", /wirklich/);
  await one.press(/^Ja/, /Sie sind von .* abgemeldet/);
}

function nameIn({
  submission,
}: {
  submission: { answers: readonly { field: string; value: string }[] };
}): string {
  return submission.answers.find(({ field }) => field === "name")?.value ?? "";
}

async function sequence(id: string) {
  const text = await (await fetch(`${office.desk.url}/seminars/${id}.ics`)).text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  return {
    event,
    sequence: Number(event.component.getFirstPropertyValue("sequence") ?? 0),
    status: event.component.getFirstPropertyValue("status"),
  };
}

function seminarDay(day: number): string {
  return String((seminar() as { date: { start: string } }).date.start).replace(/\d\d$/, String(day));
}
