import { describe, expect, it } from "vitest";
import { compileShipped } from "../shipped-desk.js";
import { mainOf } from "../site/handed-over.js";
import { SITE, siteOf } from "../site/site-of.js";
import { general, type HandoverDesk, openHandoverDesk } from "./desk.js";

const { knowledge } = compileShipped();

/** The first link whose words are these, as it was sent. */
function linkIn(sent: HandoverDesk["mail"]["taken"], label: string): string {
  const links = sent.flatMap(({ message }) => message.links ?? []);
  const found = links.find((link) => link.label === label);
  if (!found?.url.startsWith(SITE)) throw new Error(`no link "${label}" among: ${JSON.stringify(links)}`);
  return found.url.slice(SITE.length);
}

/** What the desk's own site shows under a link. */
async function opened({ process: { store, time } }: HandoverDesk, path: string): Promise<string> {
  const get = await siteOf({
    knowledge,
    caseByNumber: (number) => store.caseByNumber(number),
    signing: () => "signed",
    now: time.now,
  });
  const response = await get(path);
  expect(response.status).toBe(200);
  return mainOf(await response.text());
}

describe("a link that a handover gives out", () => {
  it("shows staff whose room may show only the matter what the guest wrote", async () => {
    const desk = await openHandoverDesk({ site: SITE, rules: { rooms: [{ ...general, shows: "matter" }] } });
    await desk.says("Wie melde ich ein Gewerbe an?");
    await desk.says("mensch");
    expect(desk.room.lines().join()).not.toContain("Wie melde ich ein Gewerbe an?");
    const page = await opened(desk, linkIn(desk.slack.taken, "Gespräch ansehen"));
    expect(page).toMatch(/Gewerbe anmelden.*Bisheriger Verlauf.*Wie melde ich ein Gewerbe an\?/s);
  });

  /** A guest has left a message with their address, and Anna has taken it. */
  async function ticketTaken(): Promise<HandoverDesk> {
    const desk = await openHandoverDesk({ site: SITE });
    await desk.addStaff("Anna");
    await desk.does({ kind: "action", action: "~form:ticket", on: "" });
    await desk.says("Ich suche eine Halle");
    await desk.says("erika@beispiel.example");
    await desk.presses("Absenden");
    await desk.staffPresses("Anna", "Übernehmen");
    return desk;
  }
  const mailsToGuest = (desk: HandoverDesk) =>
    desk.mail.taken.filter(({ to }) => to.address === "erika@beispiel.example");

  it("is not sent before the answer has gone, and not with one that was recalled", async () => {
    const desk = await ticketTaken();
    await desk.staffSays("Anna", "Wir haben eine");
    await desk.staffPresses("Anna", "Senden");
    await desk.pass(5_000);
    expect(mailsToGuest(desk)).toEqual([]);
    await desk.staffPresses("Anna", "Zurückholen");
    await desk.pass(60_000);
    expect(mailsToGuest(desk)).toEqual([]);
    const id = await desk.staffSays("Anna", "Wir haben zwei");
    await desk.staffDoes("Anna", { kind: "deletion", id });
    await desk.pass(60_000);
    expect(mailsToGuest(desk)).toEqual([]);
    await desk.staffSays("Anna", "Wir haben drei");
    await desk.staffSays("Anna", "Und zwar im Norden");
    await desk.pass(60_000);
    expect(mailsToGuest(desk)).toHaveLength(1);
    expect(await opened(desk, linkIn(mailsToGuest(desk), "Antwort lesen"))).toMatch(
      /Wir haben drei.*Norden/s,
    );
  });

  it("shows a guest who has gone the answer, which the e-mail does not say", async () => {
    const desk = await ticketTaken();
    await desk.staffSays("Anna", "Wir haben eine");
    await desk.staffPresses("Anna", "Senden");
    await desk.pass(10_000);
    const toGuest = mailsToGuest(desk);
    expect(JSON.stringify(toGuest)).not.toMatch(/Wir haben eine|Halle/);
    const page = await opened(desk, linkIn(toGuest, "Antwort lesen"));
    expect(page).toMatch(/Anna.*Wir haben eine.*Ihre Nachricht.*Ich suche eine Halle/s);
  });
});
