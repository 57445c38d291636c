import { expect, it } from "vitest";
import { freshFolder, smallIntents } from "../e2e/running-desk.js";
import { deskOn } from "../e2e/telegram-guest.js";
import { surviveOnTelegram } from "../e2e/telegram-kills.js";
import { refuseAll } from "../e2e/telegram-refusals.js";
import { startTelegram } from "../servers/telegram/index.js";

it.each(["polling", "webhook"] as const)("nothing is lost in 50 kills, by %s", async (by) => {
  const place = freshFolder();
  try {
    const fates = await surviveOnTelegram(50, place.folder, by);
    expect(fates.delivered).toBeGreaterThan(0);
    console.info(by, fates);
  } finally {
    place.remove();
  }
});

it("1,000 of each kind of forged or malformed request are refused and counted", async () => {
  const place = freshFolder();
  const telegram = await startTelegram();
  const desk = await deskOn(telegram, {
    folder: place.folder,
    intents: smallIntents(place.folder),
    by: "webhook",
  });
  try {
    await refuseAll(desk, 1_000);
  } finally {
    expect(await desk.stop()).toBe(0);
    await telegram.close();
    place.remove();
  }
});
