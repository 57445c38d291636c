import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedPath } from "../../src/conversation/signed-path.js";
import { paragraph } from "../../src/text/index.js";
import { privatePlace } from "../store/setup.js";
import { DAY, handedOver, mainOf } from "./handed-over.js";

const KINDS = ["answer", "handover"] as const;

describe.each(KINDS)("the link to /%s", (kind) => {
  it("opens a page that no cache keeps, no search engine lists and that has no script", async () => {
    const desk = await handedOver();
    const response = await desk.get(desk.link(kind));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("etag")).toBeNull();
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
    const page = await response.text();
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).not.toMatch(/<script|<style| style=| on[a-z]+=|rel="canonical"|<form/);
  });

  it("opens nothing when it was made up, changed, cut, or made for another page or number", async () => {
    const desk = await handedOver();
    const right = desk.link(kind);
    const other = kind === "answer" ? "handover" : "answer";
    for (const wrong of [
      `/${kind}/M-3F2K?lang=de`,
      `/${kind}/M-3F2K`,
      right.replace("M-3F2K", "M-3F2L"),
      right.replace("lang=de", "lang=en"),
      right.replace(/exp=\d+/, "exp=9999999999"),
      right.replace(`/${kind}/`, `/${other}/`),
      right.slice(0, -1),
      `${right}x`,
      `${right}&more=1`,
    ]) {
      const response = await desk.get(wrong);
      expect([wrong, response.status]).toEqual([wrong, 403]);
      expect(response.headers.get("cache-control")).toBe("no-store");
      const page = await response.text();
      expect(page).toMatch(/Dieser Link ist nicht vollständig|This link is not complete/);
      expect(page).not.toContain("Wer hilft mir");
    }
  });

  it("is good for 30 days, and says then what to do, without asking the store", async () => {
    const desk = await handedOver();
    const link = desk.link(kind);
    desk.clock.time += 30 * DAY;
    expect((await desk.get(link)).status).toBe(200);
    desk.clock.time += 2 * DAY;
    await desk.store.close();
    const response = await desk.get(link);
    expect(response.status).toBe(410);
    const page = mainOf(await response.text());
    expect(page).toContain("Dieser Link ist abgelaufen");
    expect(page).toContain(kind === "answer" ? 'href="/?lang=de"' : "in Ihrem Raum");
    expect(page).not.toContain("Wer hilft mir");
  });

  it("leads to the same page in the other language, for as long and no longer", async () => {
    const desk = await handedOver();
    const german = await desk.page(kind);
    const href = /href="([^"]+)" lang="en"/.exec(german)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const english = await desk.get(href);
    expect(english.status).toBe(200);
    expect(english.headers.get("content-language")).toBe("en");
    expect(await english.text()).toContain('<html lang="en">');
    expect(href).toBe(desk.link(kind, "en"));
    desk.clock.time += 32 * DAY;
    expect((await desk.get(href)).status).toBe(410);
  });

  it("makes no good link out of a bad one", async () => {
    const desk = await handedOver();
    const page = await (await desk.get(`${desk.link(kind)}x`)).text();
    for (const [, href = ""] of page.matchAll(new RegExp(`href="(/${kind}/[^"]+)"`, "g")))
      expect((await desk.get(href.replaceAll("&amp;", "&"))).status).toBe(403);
  });

  it("says that nothing is stored once the guest has erased the conversation", async () => {
    const desk = await handedOver();
    await desk.staffSays("Guten Tag", "Anna");
    await desk.store.forget({ place: privatePlace(), sender: "anna" });
    const response = await desk.get(desk.link(kind));
    expect(response.status).toBe(404);
    const page = await response.text();
    expect(page).toContain("Zu dieser Nummer ist nichts gespeichert");
    expect(page).not.toMatch(/Wer hilft mir|Guten Tag/);
  });

  it("says the same of a number that never was", async () => {
    const desk = await handedOver();
    const path = `/${kind}/M-0000?lang=en`;
    const link = signedPath(path, { now: desk.clock.now(), days: 30, sign: desk.store.sign });
    const response = await desk.get(link);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("Nothing is stored under this number");
  });

  it("shows what anybody wrote as text, whatever it is", async () => {
    const evil = fc.string({ maxLength: 30 }).map((more) => `</script><x-evil a='"'>&amp;${more}`);
    await fc.assert(
      fc.asyncProperty(evil, async (word) => {
        const desk = await handedOver(word, word);
        await desk.guestSays(`${word} [a](javascript:alert(1)) **b**`);
        await desk.assistantSays(paragraph(word, { type: "link", url: "javascript:alert(1)", children: [] }));
        await desk.staffSays(`!! ${word}`);
        await desk.staffSays(word, word);
        const page = await desk.page(kind);
        expect(page).toContain("&lt;/script&gt;&lt;x-evil a=");
        expect(page).not.toMatch(/<x-evil|<script|<\/script|(?:href|src|action)="javascript:/i);
        const [, ...lists] = page.split("<main");
        expect(lists).toHaveLength(1);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe("the page for a guest who has gone", () => {
  it("shows what the office wrote, and the guest's message; no other line, and no address", async () => {
    const desk = await handedOver("Ich suche eine Halle\nab 500 m²");
    await desk.guestSays("Und was kostet das?");
    await desk.assistantSays(paragraph("Das sagt der Assistent."));
    await desk.staffSays("!! der ruft ständig an");
    await desk.staffSays("Guten Tag,\n\nwir haben eine.", "Anna");
    await desk.staffSays("Bernd fragt nach dem Preis");
    const page = await desk.page("answer");
    const main = mainOf(page);
    expect(main).toContain("Antwort auf Ihre Nachricht M-3F2K");
    expect(main).toMatch(
      /<strong>Anna<\/strong> · <time datetime="2027-03-01T09:00:00.000Z">Montag, 1. März 2027, 10:00 Uhr/,
    );
    expect(main).toContain('<p class="kern-body">Guten Tag,</p><p class="kern-body">wir haben eine.</p>');
    expect(main).toContain("Ich suche eine Halle<br>ab 500 m²");
    expect(main).toContain('href="/?lang=de"');
    expect(page).not.toMatch(
      /Was kostet|was kostet|Assistent|ruft ständig|Bernd|Anna:|erika@|Ich brauche jemanden/,
    );
  });

  it("is in English where the guest writes so", async () => {
    const desk = await handedOver();
    await desk.staffSays("Good morning", "Anna");
    const main = mainOf(await desk.page("answer", "en"));
    for (const words of [
      "Reply to your message",
      "Monday 1 March 2027, 10:00",
      "Go to the chat",
      "Good morning",
    ])
      expect(main).toContain(words);
  });

  it("shows no line that is still held, or was recalled", async () => {
    const desk = await handedOver();
    const holdUntil = new Date(desk.clock.now() + 10_000).toISOString();
    await desk.staffSays("Falscher Chat!", "Anna", { holdUntil });
    const held = await desk.page("answer");
    expect(held).toContain("Zurzeit steht hier noch keine Antwort.");
    expect(held).not.toContain("Falscher Chat");
    desk.clock.time += 10_000;
    expect(await desk.page("answer")).toContain("Falscher Chat!");
  });

  it("says so while there is no answer, and shows the message", async () => {
    const main = mainOf(await (await handedOver()).page("answer"));
    expect(main).toContain("Zurzeit steht hier noch keine Antwort.");
    expect(main).toContain("Wer hilft mir?");
  });

  it("says so when the answer had its time, and never that there was none", async () => {
    const desk = await handedOver();
    await desk.staffSays("Guten Tag", "Anna");
    desk.clock.time += 20 * DAY;
    await desk.guestSays("Noch da?");
    desk.clock.time += 9 * DAY;
    const link = desk.link("answer");
    desk.clock.time += 2 * DAY;
    await desk.store.sweep({ now: desk.clock.now(), messageDays: 30 });
    const main = mainOf(await (await desk.get(link)).text());
    expect(main).toContain("Die Antwort ist gelöscht");
    expect(main).not.toMatch(/noch keine Antwort|Guten Tag/);
  });

  it("shows nothing of another handover in the same conversation", async () => {
    const desk = await handedOver();
    await desk.staffSays("Zur ersten Sache", "Anna");
    await desk.becomes({ does: "end", number: desk.number, end: "closed" });
    desk.clock.time += 60_000;
    await desk.becomes({ does: "ask", number: "G-0002", partner: null, room: null });
    await desk.staffSays("Zur zweiten Sache", "Bernd");
    const page = await desk.page("answer");
    expect(page).toContain("Zur ersten Sache");
    expect(page).not.toContain("Zur zweiten Sache");
  });
});

describe("the page for staff", () => {
  it("shows the brief before all, then who said what, and marks what the guest did not get", async () => {
    const desk = await handedOver("Ich suche eine Halle");
    await desk.guestSays("Ich bin von der Huber GmbH");
    await desk.assistantSays(
      paragraph("Das sagt der ", { type: "bold", children: [{ type: "text", text: "Assistent" }] }),
    );
    await desk.staffSays("!! kennt den jemand?");
    await desk.staffSays("Guten Tag");
    await desk.assistantSays(paragraph("Einen Moment."));
    await desk.staffSays("Guten Tag", "Anna");
    await desk.staffSays("Guten Tag");
    const main = mainOf(await desk.page("handover"));
    expect(main).toContain("Gespräch M-3F2K");
    expect(main).toContain("<strong>Firma</strong>: Huber GmbH");
    expect(main).toContain("Hinterlassene Nachricht M-3F2K");
    expect(main.indexOf("Hinterlassene Nachricht")).toBeLessThan(main.indexOf("Bisheriger Verlauf"));
    const lines = [
      ...main.matchAll(/<li class="said said--(\w+)">.*?<strong>(.*?)<\/strong>.*?<div[^>]*>(.*?)<\/div>/gs),
    ];
    expect(lines.map(([, by, who, text = ""]) => [by, who, text.replace(/<[^>]+>/g, "")])).toEqual([
      ["guest", "Gast", "Ich brauche jemanden"],
      ["guest", "Gast", "Ich bin von der Huber GmbH"],
      ["guest", "Gast", "weiter"],
      ["assistant", "Assistent", "Das sagt der Assistent"],
      ["internal", "Intern, der Gast liest das nicht", "!! kennt den jemand?"],
      ["internal", "Intern, der Gast liest das nicht", "Guten Tag"],
      ["guest", "Gast", "weiter"],
      ["assistant", "Assistent", "Einen Moment."],
      ["staff", "Anna", "Guten Tag"],
      ["internal", "Intern, der Gast liest das nicht", "Guten Tag"],
    ]);
  });

  it("says of a line that it is still held back", async () => {
    const desk = await handedOver();
    const holdUntil = new Date(desk.clock.now() + 10_000).toISOString();
    await desk.staffSays("Moment bitte", "Anna", { holdUntil });
    expect(await desk.page("handover")).toContain("wird noch zurückgehalten");
    desk.clock.time += 10_000;
    expect(await desk.page("handover")).not.toContain("wird noch zurückgehalten");
  });

  it("is in the language of the room, and names the language of what was said", async () => {
    const desk = await handedOver();
    await desk.guestSays("Guten Morgen");
    const page = await desk.page("handover", "en");
    expect(page).toMatch(/Conversation M-3F2K.*For reading only.*At a glance.*Said so far/s);
    expect(page).toContain('<div lang="de"><p class="kern-body">Guten Morgen</p></div>');
  });

  it("offers nothing that could be pressed", async () => {
    const desk = await handedOver();
    expect(mainOf(await desk.page("handover"))).not.toMatch(/<(?:a|button|form|input)\b/);
  });
});
