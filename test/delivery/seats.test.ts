import { afterEach, describe, expect, it } from "vitest";
import type { TurnInput, TurnResult } from "../../src/turn.js";
import type { BookingChange } from "../../src/vocabulary/index.js";
import { booking, decision, message, outgoing, submission, temporaryFile } from "../store/setup.js";
import { type Process, startProcess, textOf } from "./setup.js";

const processes: Process[] = [];
afterEach(async () => {
  for (const process of processes.splice(0)) await process.close();
});

const SEATS = 20;
const GUESTS = 200;

/**
 * A turn with one seminar in it: "register" takes a seat or a place on the waiting list, "withdraw" gives it back, a
 * timer is told to the guest. What happened is said.
 */
function registering({ conversation, seats, events, eventId }: TurnInput): TurnResult {
  const what = events.at(-1)?.what;
  const asked = what?.kind === "message" ? what.text : what?.kind === "timer" ? what.name : "";
  const taken = seats["brand"]?.booked ?? 0;
  const mine = conversation.bookings.find(({ status }) => status !== "withdrawn");
  const free = taken < SEATS;
  const register = asked === "register" && !mine;
  const changes: BookingChange[] = [];
  if (register) changes.push(booking(`R-${eventId}`, { as: free ? "booked" : "waiting" }));
  if (asked === "withdraw" && mine) changes.push({ does: "withdraw", booking: mine.id, seats: SEATS });
  const said = register ? (free ? "booked" : "waiting") : asked;
  return {
    decision: {
      ...decision(conversation, {
        say: [{ to: conversation.place, message: outgoing(`${eventId}.0`, said) }],
        bookings: changes,
        ...(register ? { submission: submission(`R-${eventId}`) } : {}),
      }),
      expects: {
        owner: conversation.owner,
        version: conversation.version,
        ...(register && free ? { seat: { seminar: "brand", fewerThan: SEATS } } : {}),
      },
    },
    question: asked,
    micros: 5,
  };
}

async function started(): Promise<Process> {
  const desk = await startProcess({ file: temporaryFile(), turn: registering });
  processes.push(desk);
  await desk.store.noteSeminars([{ id: "brand", fingerprint: "print", seats: SEATS, cancelled: false }]);
  await desk.delivery.start();
  return desk;
}

/** What each guest was told, in order. */
function heard({ channel }: Process): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const { to, message: line } of channel.taken)
    lines.set(to.address, [...(lines.get(to.address) ?? []), textOf(line)]);
  return lines;
}

const guests = Array.from({ length: GUESTS }, (_, index) => `guest ${index}`);

describe("the seats of a seminar", () => {
  it("are given to exactly as many as there are when 200 guests register at once, and the rest wait in order", async () => {
    const desk = await started();
    await Promise.all(guests.map((guest) => desk.delivery.receive(message(guest, guest, "register"))));
    await desk.delivery.settled();
    expect((await desk.store.seminars()).get("brand")).toMatchObject({
      booked: SEATS,
      waiting: GUESTS - SEATS,
    });
    const all = await desk.store.registrations({ seminar: "brand" });
    expect(all.map(({ status }) => status)).toEqual([
      ...Array.from({ length: SEATS }, () => "booked"),
      ...Array.from({ length: GUESTS - SEATS }, () => "waiting"),
    ]);
    expect(all.flatMap(({ position }) => position ?? [])).toEqual(
      Array.from({ length: GUESTS - SEATS }, (_, place) => place + 1),
    );
    // what each was told is what they have
    const told = [...heard(desk).values()];
    expect(told).toHaveLength(GUESTS);
    expect(told.filter(([first]) => first === "booked")).toHaveLength(SEATS);
    expect(told.every((lines) => lines.length === 1)).toBe(true);
    expect(desk.logged.filter(({ level }) => level === "error")).toEqual([]);
  }, 60_000);

  it("go to who waits, in order and each told once, when all withdraw in whatever order", async () => {
    const desk = await started();
    for (const guest of guests) await desk.delivery.receive(message(guest, guest, "register"));
    await desk.delivery.settled();
    // 61 and 200 have no common divisor: everybody comes once, far from who stands beside them
    const order = guests.map((_, index) => guests[(index * 61) % GUESTS] ?? "");
    for (let first = 0; first < GUESTS; first += 10) {
      const some = order.slice(first, first + 10);
      await Promise.all(some.map((guest) => desk.delivery.receive(message(`${guest}-w`, guest, "withdraw"))));
      await desk.delivery.settled();
      const { booked, waiting } = (await desk.store.seminars()).get("brand") ?? { booked: 0, waiting: 0 };
      expect(booked + waiting).toBe(GUESTS - first - some.length);
      expect(booked).toBe(Math.min(SEATS, booked + waiting));
      const all = await desk.store.registrations({ seminar: "brand" });
      const ids = all.map(({ id }) => id);
      // the list keeps the order of registration, so whoever has a seat came before whoever waits
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    }
    const moved = [...heard(desk)].filter(([, lines]) => lines.some((line) => line.startsWith("moved-up:")));
    expect(moved.length).toBeGreaterThan(0);
    for (const [address, lines] of moved) {
      expect(
        lines.filter((line) => line.startsWith("moved-up:")),
        address,
      ).toHaveLength(1);
      expect(lines[0]).toBe("waiting");
    }
    expect(await desk.store.figures()).toMatchObject({ openEvents: 0, queued: 0 });
  }, 60_000);

  it("are told of by themselves, without anybody writing, when the office finds a larger room", async () => {
    const desk = await started();
    await Promise.all(
      guests.slice(0, 22).map((guest) => desk.delivery.receive(message(guest, guest, "register"))),
    );
    await desk.delivery.settled();
    await desk.store.noteSeminars([{ id: "brand", fingerprint: "larger", seats: 21, cancelled: false }]);
    desk.delivery.wake();
    await desk.delivery.settled();
    const lines = [...heard(desk).values()].flat();
    expect(lines.filter((line) => line.startsWith("moved-up:"))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith("seminar-changed:"))).toHaveLength(22);
  });

  it("wait for the start with what is due, whoever wakes before", async () => {
    const desk = await startProcess({ file: temporaryFile(), turn: registering });
    processes.push(desk);
    desk.delivery.wake();
    await desk.delivery.receive(message("1", "anna", "register"));
    await desk.time.pass(0);
    expect(desk.decided).toEqual([]);
    await desk.delivery.start();
    await desk.delivery.settled();
    expect(heard(desk).get("chat-of-anna")).toEqual(["booked"]);
  });
});
