import { expect } from "vitest";
import { type Guest, nameOf, openGuest, openOffice, SEND, seminar, toSummary } from "./registering.js";

const SEATS = 7;

/**
 * So many guests stand at the summary of a seminar with few seats and press "Absenden" in the same moment; then looks
 * at who was told what, and what is stored.
 * @param folder of this run alone.
 */
export async function raceForSeats(count: number, folder: string): Promise<void> {
  const office = await openOffice(folder, { LOG_LEVEL: "info" });
  try {
    await office.edit(seminar({ seats: SEATS }));
    const guests: Guest[] = [];
    for (let first = 0; first < count; first += 20)
      guests.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(20, count - first) }, async (_, index) => {
            const guest = await openGuest(office.desk.url);
            await toSummary(guest, nameOf(first + index));
            return guest;
          }),
        )),
      );
    const told = await Promise.all(guests.map((guest) => guest.press(SEND, /S-[2-9A-Z]{4}/)));

    const references = told.map((text) => /S-[2-9A-Z]{4,}/.exec(text)?.[0] ?? "");
    const places = told.map((text) => Number(/Warteliste, Platz (\d+)/.exec(text)?.[1] ?? 0));
    expect(new Set(references).size).toBe(count);
    expect(places.filter((place) => place === 0)).toHaveLength(SEATS);
    expect(told.filter((text) => text.includes("Ihr Platz ist reserviert"))).toHaveLength(SEATS);

    const stored = await office.registrations();
    expect(stored).toHaveLength(count);
    expect(stored.flatMap(({ position }) => position ?? [])).toEqual(
      Array.from({ length: count - SEATS }, (_, index) => index + 1),
    );
    // what each was told is what each has, and no two were told the same place
    for (const { reference, position, submission } of stored) {
      const index = references.indexOf(reference);
      expect([reference, places[index]]).toEqual([reference, position ?? 0]);
      expect(submission.answers.find(({ field }) => field === "name")?.value).toBe(nameOf(index));
    }
    expect(office.desk.output()).not.toMatch(/"level":"(error|fatal)"|^(error|fatal): /m);
    for (const guest of guests) guest.leave();
  } finally {
    await office.desk.kill();
  }
}
