import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { signedPath } from "../../src/conversation/signed-path.js";
import type { Seminar, SeminarDate } from "../../src/knowledge/model.js";
import { paragraph } from "../../src/text/index.js";
import { aSeminar } from "../calendar/seminar.js";
import { legalText, NOW, SITE, sign, siteOf } from "./site-of.js";

const yearless: SeminarDate = { kind: "yearless", month: 11, days: [24, 25] };
const over: SeminarDate = { kind: "full", start: "2026-03-04", end: "2026-03-04", from: null, to: null };

const here = { url: null, form: "registration", until: null };
const there = { url: "https://veranstalter.example/anmelden", form: null, until: null };

/** The page of one seminar. */
async function detail(
  seminar: Partial<Seminar>,
  booked = 0,
  query = "",
): Promise<{ text: string; status: number }> {
  const get = await siteOf({ seminars: [aSeminar(seminar)], records: { "some-seminar": { booked } } });
  const response = await get(`/seminars/some-seminar${query}`);
  return { text: await response.text(), status: response.status };
}

/** The overview of some seminars. */
async function overview(seminars: readonly Partial<Seminar>[], query = ""): Promise<string> {
  const get = await siteOf({ seminars: seminars.map((seminar) => aSeminar(seminar)) });
  return (await get(`/seminars${query}`)).text();
}

/** The titles on the cards, in their order. */
const titles = (page: string): string[] =>
  [...page.matchAll(/<h3[^>]*><a[^>]*>([^<]*)<\/a>/g)].map(([, title]) => title ?? "");

const named = (id: string, more: Partial<Seminar> = {}): Partial<Seminar> => ({
  id,
  title: { de: id, en: `${id} in English` },
  ...more,
});

describe("every page", () => {
  const pages = [
    "/seminars",
    "/seminars/some-seminar",
    "/seminars/unknown",
    "/seminars/a/b",
    "/privacy",
    "/imprint",
  ];

  it.each(pages)("%s has the chat, the seminars and the legal pages one step away", async (path) => {
    const get = await siteOf({ seminars: [aSeminar()], legal: { privacy: legalText("Text.") } });
    const text = await (await get(path)).text();
    for (const link of ["/", "/seminars", "/privacy", "/imprint", "/accessibility"])
      expect(text).toContain(`href="${link}"`);
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('href="#content"');
    expect(text).toContain('<main id="content"');
  });

  it.each(pages)("%s asks no other server and has no script or style in it", async (path) => {
    const get = await siteOf({ seminars: [aSeminar({ registration: there })], legal: {} });
    const text = await (await get(path)).text();
    const loaded = [...text.matchAll(/<(?:link rel="(?:icon|stylesheet)"|script|img|iframe)[^>]*>/g)].map(
      ([tag]) => tag,
    );
    expect(loaded.filter((tag) => !/href="(?:data:,|\/site\.css)"|ld\+json/.test(tag))).toEqual([]);
    expect(text).not.toMatch(/<style| style=| on[a-z]+=/);
  });

  it.each([
    ["de", "", "de-DE,de;q=0.9,en;q=0.5"],
    ["en", "", "en-GB,en;q=0.9,de;q=0.5"],
    ["en", "", "fr, en;q=0.4, de;q=0.3"],
    ["de", "", "en;q=0, de;q=0.1"],
    ["de", "", "fr"],
    ["de", "", "*"],
    ["de", "", ";;q=x,,"],
    ["en", "?lang=en", "de"],
    ["de", "?lang=de", "en"],
    ["de", "?lang=xx", ""],
  ])("is in %s for the address %j and the preference %j", async (language, query, preference) => {
    const get = await siteOf({ seminars: [aSeminar()] });
    const response = await get(`/seminars${query}`, { "accept-language": preference });
    expect(response.headers.get("content-language")).toBe(language);
    expect(await response.text()).toContain(`<html lang="${language}">`);
    expect(response.headers.get("vary")).toBe("accept-language");
  });

  it("goes on in the language of its address, and leads to itself in the other one", async () => {
    const text = await overview([{ topics: { de: ["a&b"], en: [] } }], "?topic=a%26b&lang=en");
    expect(text).toContain('href="/seminars/some-seminar?lang=en"');
    expect(text).toContain('href="/?lang=en"');
    expect(text).toContain('href="/seminars?topic=a%26b&amp;lang=de"');
    expect(text).toContain(`<link rel="alternate" hreflang="de" href="${SITE}/seminars?lang=de">`);
  });

  it("is not sent again to who has it", async () => {
    const get = await siteOf({ seminars: [aSeminar()] });
    for (const path of ["/seminars", "/seminars/some-seminar.ics", "/seminars.ics"]) {
      const etag = (await get(path)).headers.get("etag") ?? "";
      for (const tags of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await get(path, { "if-none-match": tags });
        expect([path, again.status, await again.text()]).toEqual([path, 304, ""]);
      }
      expect((await get(path, { "if-none-match": '"other"' })).status).toBe(200);
    }
  });
});

describe("the overview", () => {
  const day = (start: string): { date: SeminarDate } => ({
    date: { kind: "full", start, end: start, from: null, to: null },
  });

  it("shows real seminars before examples, each by date, those without a year last, past ones not", async () => {
    const page = await overview([
      named("example", { example: true, ...day("2026-12-01") }),
      named("yearless", { date: yearless }),
      named("undated", { date: null }),
      named("later", day("2027-05-01")),
      named("sooner", day("2027-01-01")),
      named("past", { date: over }),
    ]);
    expect(titles(page)).toEqual(["sooner", "later", "undated", "yearless", "example"]);
    expect(page).toContain("5 Seminare");
    expect(page).toContain("Seminare mit dem Vermerk „Beispiel“ sind erfunden.");
  });

  const many: readonly Partial<Seminar>[] = [
    named("berlin", { ...day("2027-01-14"), place: { city: "Berlin", venue: null }, online: true }),
    named("köln", {
      date: { kind: "full", start: "2027-01-31", end: "2027-03-01", from: null, to: null },
      place: { city: "Köln", venue: "Messe" },
      topics: { de: ["Förderung", "Straße"], en: ["funding"] },
    }),
    named("november", { date: yearless, online: false }),
  ];

  it.each([
    ["topic=f%C3%B6rderung", ["köln"]],
    ["topic=FORDERUNG", ["köln"]],
    ["topic=strasse", ["köln"]],
    ["topic=funding", ["köln"]],
    ["topic=funding+english", ["köln"]],
    ["topic=funding+berlin", []],
    ["month=2027-01", ["berlin", "köln"]],
    ["month=2027-02", ["köln"]],
    ["month=2027-03", ["köln"]],
    ["month=2027-11", ["november"]],
    ["month=11", ["november"]],
    ["month=2027-04", []],
    ["place=K%C3%B6ln", ["köln"]],
    ["online=yes", ["berlin"]],
    ["online=yes&place=K%C3%B6ln", []],
    ["topic=&month=&place=", ["berlin", "köln", "november"]],
    ["month=soon&online=maybe", ["berlin", "köln", "november"]],
  ])("finds for %s: %j", async (query, expected) => {
    const page = await overview(many, `?${query}`);
    expect(titles(page)).toEqual(expected);
    if (expected.length === 0) expect(page).toContain("Keine Seminare gefunden");
  });

  it("offers only months and places in which there is something, and keeps what was chosen", async () => {
    const page = await overview(many, "?month=2027-02&place=K%C3%B6ln&topic=%22%3E&online=yes");
    const options = [...page.matchAll(/<option value="([^"]*)"( selected)?>([^<]*)/g)].map(
      ([, value, chosen, label]) => [value, label, chosen ? "chosen" : ""].join("|"),
    );
    expect(options).toEqual([
      "|Alle Monate|",
      "2027-01|Januar 2027|",
      "2027-02|Februar 2027|chosen",
      "2027-03|März 2027|",
      "11|November (ohne Jahresangabe)|",
      "|Alle Orte|",
      "Berlin|Berlin|",
      "Köln|Köln|chosen",
    ]);
    expect(page).toContain('value="&quot;&gt;"');
    expect(page).toMatch(/id="online"[^>]* checked/);
  });

  it("says so when nothing is announced, without an empty form", async () => {
    const page = await overview([]);
    expect(page).toContain("Zurzeit sind keine Seminare angekündigt.");
    expect(page).not.toContain("<form");
    expect(page).not.toContain("webcal:");
  });

  it("offers the feed where there is a full date", async () => {
    expect(await overview([{}])).toContain('href="webcal://chat.stadt.example/seminars.ics?lang=de"');
    expect(await overview([{ date: yearless }])).not.toContain("webcal:");
  });

  it.each([
    ["real seminars", [{}], "", true],
    ["nothing but examples", [{ example: true }], "", false],
    ["a search", [{}], "?topic=x", false],
  ])("is for search engines with %s: %s", async (_, seminars, query, indexed) => {
    expect((await overview(seminars, query)).includes('content="noindex"')).toBe(!indexed);
  });
});

describe("the page of a seminar", () => {
  it("says of everything that the announcement leaves out that it is not stated", async () => {
    const { text } = await detail({ date: null, abstract: null });
    expect(text.match(/in der Ankündigung nicht genannt/g)?.length).toBeGreaterThanOrEqual(13);
    expect(text).toContain("Die Ankündigung nennt keinen Termin.");
    expect(text).toContain("Wie man sich anmeldet, ist in der Ankündigung nicht genannt.");
  });

  it.each<[string, Partial<Seminar>, number, string[], string[]]>([
    [
      "in the chat",
      { registration: here, seats: 20 },
      17,
      ["Im Chat anmelden", 'href="/?do=register%3Asome-seminar"', "noch 3 von 20 frei"],
      ["Zur Anmeldeseite"],
    ],
    [
      "elsewhere",
      { registration: there, seats: 20 },
      0,
      ["Zur Anmeldeseite", 'href="https://veranstalter.example/anmelden"'],
      ["Im Chat anmelden", "von 20"],
    ],
    [
      "both ways",
      { registration: { ...there, form: "registration" } },
      0,
      ["Zur Anmeldeseite", "Im Chat anmelden"],
      [],
    ],
    [
      "on the waiting list",
      { registration: here, seats: 20 },
      20,
      ["Auf die Warteliste setzen", "20, alle vergeben"],
      ["Im Chat anmelden"],
    ],
    [
      "no longer",
      { registration: { ...here, until: "2026-11-22" } },
      0,
      ["Anmeldeschluss war am Sonntag, 22. November 2026."],
      ["do=register"],
    ],
    [
      "on the last day",
      { registration: { ...here, until: "2026-11-23" } },
      0,
      ["Im Chat anmelden"],
      ["Anmeldeschluss war"],
    ],
    [
      "not: it is over",
      { registration: here, date: over },
      0,
      ["Dieses Seminar ist vorbei"],
      ["do=register", ".ics"],
    ],
    [
      "not: it is cancelled",
      { registration: here, cancelled: { de: [paragraph("Die Referentin ist erkrankt.")], en: [] } },
      0,
      ["Dieses Seminar findet nicht statt", "Die Referentin ist erkrankt."],
      ["do=register", ".ics"],
    ],
  ])("lets one register %s", async (_, seminar, booked, contains, lacks) => {
    const { text } = await detail(seminar, booked);
    const main = text.slice(text.indexOf("<main"));
    for (const words of contains) expect(main).toContain(words);
    for (const words of lacks) expect(main).not.toContain(words);
  });

  it("has a button for the calendar with a full date", async () => {
    expect((await detail({})).text).toContain('href="/seminars/some-seminar.ics"');
  });

  it("says why there is none without a year, and warns", async () => {
    const { text } = await detail({ date: yearless });
    expect(text).toContain("Eine Kalenderdatei gibt es nicht: Die Ankündigung nennt kein Jahr.");
    expect(text).toContain("Ob dieser Termin noch bevorsteht, wissen wir nicht.");
    expect(text).not.toContain(".ics");
  });

  it("keeps examples from search engines and says that they are invented", async () => {
    const { text } = await detail({ example: true });
    expect(text).toContain("Es ist erfunden und findet nicht statt.");
    expect(text).toContain('content="noindex"');
    expect((await detail({})).text).not.toContain("noindex");
  });

  it.each(["/seminars/unknown", "/seminars/unknown.ics", "/seminars/.ics", "/seminars/a/b"])(
    "%s is not there and shows the way on",
    async (path) => {
      const response = await (await siteOf({ seminars: [aSeminar()] }))(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain("Zur Übersicht aller Seminare");
    },
  );
});

describe("the data for search engines", () => {
  async function data(seminar: Partial<Seminar>, booked = 0): Promise<Record<string, unknown> | null> {
    const { text } = await detail(seminar, booked);
    const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1];
    return found === undefined ? null : (JSON.parse(found) as Record<string, unknown>);
  }

  it.each([
    [
      "in winter",
      { start: "2027-01-14", end: "2027-01-14", from: "16:00", to: "18:00" },
      "2027-01-14T16:00:00+01:00",
      "2027-01-14T18:00:00+01:00",
    ],
    [
      "in summer",
      { start: "2027-07-14", end: "2027-07-15", from: "09:00", to: null },
      "2027-07-14T09:00:00+02:00",
      "2027-07-15",
    ],
    [
      "without times",
      { start: "2027-07-14", end: "2027-07-15", from: null, to: null },
      "2027-07-14",
      "2027-07-15",
    ],
  ])("tell the time %s", async (_, date, startDate, endDate) => {
    expect(await data({ date: { kind: "full", ...date } })).toMatchObject({
      "@type": "Event",
      name: "Ein Seminar",
      url: `${SITE}/seminars/some-seminar`,
      eventStatus: "https://schema.org/EventScheduled",
      startDate,
      endDate,
    });
  });

  it.each<SeminarDate | null>([yearless, null])("are left out without a full date: %j", async (date) => {
    expect(await data({ date })).toBeNull();
  });

  const berlin = { city: "Berlin", venue: "Haus 1" };

  it.each([
    [
      { place: berlin, online: false },
      "Offline",
      { "@type": "Place", name: "Haus 1", address: { "@type": "PostalAddress", addressLocality: "Berlin" } },
    ],
    [
      { place: null, online: true },
      "Online",
      { "@type": "VirtualLocation", url: `${SITE}/seminars/some-seminar` },
    ],
    [
      { place: berlin, online: true },
      "Mixed",
      [
        expect.objectContaining({ "@type": "Place" }),
        expect.objectContaining({ "@type": "VirtualLocation" }),
      ],
    ],
    [{ place: berlin, online: null }, null, expect.objectContaining({ "@type": "Place" })],
    [{ place: { city: null, venue: null }, online: null }, null, undefined],
    [{ place: null, online: null }, null, undefined],
  ])("guess neither place nor mode: %j", async (where, mode, location) => {
    const found = await data(where);
    expect(found?.["eventAttendanceMode"]).toBe(
      mode ? `https://schema.org/${mode}EventAttendanceMode` : undefined,
    );
    expect(found?.["location"]).toEqual(location);
  });

  it("tell that it is cancelled", async () => {
    const found = await data({ cancelled: { de: [paragraph("Krank.")], en: [] } });
    expect(found?.["eventStatus"]).toBe("https://schema.org/EventCancelled");
  });

  it.each([
    ["kostenfrei", { price: 0, priceCurrency: "EUR", description: "kostenfrei" }],
    ["kostenfrei für Gründende, sonst 20 Euro", { description: "kostenfrei für Gründende, sonst 20 Euro" }],
  ])("name a price only where the fee is nothing but free: %s", async (de, expected) => {
    const offer = (await data({ fee: { de, en: de } }))?.["offers"];
    expect(offer).toEqual({ "@type": "Offer", url: `${SITE}/seminars/some-seminar`, ...expected });
  });

  it("count the places where one registers here, and only there", async () => {
    const fee = { de: "25 Euro", en: "25 euros" };
    expect(await data({ seats: 20, fee, registration: here }, 20)).toMatchObject({
      maximumAttendeeCapacity: 20,
      remainingAttendeeCapacity: 0,
      offers: { availability: "https://schema.org/SoldOut" },
    });
    const elsewhere = await data({ seats: 20, fee, registration: there }, 20);
    expect(elsewhere).not.toHaveProperty("remainingAttendeeCapacity");
    expect(elsewhere).not.toHaveProperty("offers.availability");
  });
});

describe("the calendar files", () => {
  it("of a seminar is a file to be saved, in the page's language", async () => {
    const get = await siteOf({ seminars: [aSeminar()], records: { "some-seminar": { sequence: 7 } } });
    const response = await get("/seminars/some-seminar.ics?lang=en");
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="some-seminar.ics"');
    const calendar = new ICAL.Component(ICAL.parse(await response.text()));
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
    expect([event.summary, event.sequence, event.uid]).toEqual([
      "Some seminar",
      7,
      "some-seminar@chat.stadt.example",
    ]);
  });

  it("of all is German unless the address says otherwise: calendars state no preference", async () => {
    const get = await siteOf({ seminars: [aSeminar()] });
    expect(await (await get("/seminars.ics", { "accept-language": "en" })).text()).toContain(
      "SUMMARY:Ein Seminar",
    );
    expect(await (await get("/seminars.ics?lang=en")).text()).toContain("SUMMARY:Some seminar");
  });

  it("of all keeps past and cancelled seminars and leaves out those without a year", async () => {
    const get = await siteOf({
      seminars: [
        aSeminar({ id: "past", date: over }),
        aSeminar({ id: "off", cancelled: { de: [paragraph("Krank.")], en: [] } }),
        aSeminar({ id: "yearless", date: yearless }),
      ],
    });
    const text = await (await get("/seminars.ics")).text();
    expect([...text.matchAll(/^UID:([^@]*)/gm)].map(([, id]) => id)).toEqual(["past", "off"]);
    expect(text).toContain("STATUS:CANCELLED");
    expect(text).toContain("X-WR-CALNAME:Seminare – Wirtschaftsförderung Stadt");
  });

  it("names the office as organiser of its own seminars in English too", async () => {
    const get = await siteOf({ seminars: [aSeminar({ organiser: "Wirtschaftsförderung Stadt" })] });
    expect(await (await get("/seminars.ics?lang=en")).text()).toContain("mailto:amt@stadt.example");
  });

  it.each([
    [yearless, "Die Ankündigung nennt kein Jahr."],
    [null, "Die Ankündigung nennt keinen Termin."],
  ])("says in words why there is none for %j", async (date, reason) => {
    const response = await (await siteOf({ seminars: [aSeminar({ date })] }))("/seminars/some-seminar.ics");
    const text = await response.text();
    expect([response.status, response.headers.get("content-type")]).toEqual([
      409,
      "text/html; charset=utf-8",
    ]);
    expect(text).toContain(reason);
    expect(text).toContain('href="/seminars/some-seminar"');
  });
});

describe("the legal pages", () => {
  it("are filled with the office's values; what is not known is left out, with its heading", async () => {
    const get = await siteOf({
      legal: { privacy: legalText("Amt: {office.name}", "Telefon {office.phone}") },
    });
    const text = await (await get("/privacy")).text();
    expect(text).toContain("Amt: Wirtschaftsförderung Stadt");
    expect(text).not.toMatch(/Telefon|Abschnitt 1|\{/);
    expect(await (await get("/privacy?lang=en")).text()).toContain("In English: Amt");
  });

  it("lead to the town's own page where legal.yaml has none", async () => {
    const get = await siteOf({ values: { imprintLink: "https://www.stadt.example/impressum" } });
    const response = await get("/imprint");
    expect([response.status, response.headers.get("location")]).toEqual([
      302,
      "https://www.stadt.example/impressum",
    ]);
  });

  it.each([undefined, `${SITE}/imprint`, "javascript:alert(1)"])(
    "say what is missing where there is no other page (%s)",
    async (imprintLink) => {
      const get = await siteOf({ values: imprintLink ? { imprintLink } : {} });
      const response = await get("/imprint");
      expect(response.status).toBe(404);
      const text = await response.text();
      expect(text).toContain("Das Impressum fehlt noch");
      expect(text).toContain('href="mailto:amt@stadt.example"');
    },
  );
});

describe("hostile words", () => {
  const evil = fc.string({ maxLength: 20 }).map((more) => `</script><x-evil a='"'>&${more}`);

  it("stay words, in the text, in attributes and in the data for search engines", async () => {
    await fc.assert(
      fc.asyncProperty(evil, async (word) => {
        const both = { de: word, en: word };
        const hostile = aSeminar({
          title: both,
          kindOf: both,
          abstract: {
            de: [paragraph(word, { type: "link", url: "javascript:alert(1)", children: [] })],
            en: [],
          },
          audience: both,
          place: { city: word, venue: word },
          leaders: [{ name: word, affiliation: word }],
          organiser: word,
          fee: both,
          registration: { url: `javascript:${word}`, form: null, until: null },
          topics: { de: [word], en: [word] },
          cancelled: null,
          source: { title: word, url: "javascript:alert(1)" },
        });
        const get = await siteOf({
          seminars: [hostile],
          legal: { privacy: legalText("{office.name}") },
          values: { name: word },
        });
        for (const path of [
          `/seminars?topic=${encodeURIComponent(word)}`,
          "/seminars/some-seminar",
          "/privacy",
        ]) {
          const text = await (await get(path)).text();
          expect(text).not.toContain("<x-evil");
          expect(text).not.toMatch(/(?:href|action|src|"url")[=:]\s*"javascript:/i);
          const scripts = text.split("<script").length - 1;
          expect(text.split("</script>").length - 1).toBe(scripts);
          if (scripts > 0) {
            const json = /ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? "";
            expect(JSON.parse(json)).toMatchObject({ name: word, organizer: { name: word } });
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("the calendar link of a message", () => {
  const link = (days: number, now = NOW) => signedPath("/ics/some-seminar?lang=en", { now, days, sign });

  it("is the seminar's file while it is valid", async () => {
    const get = await siteOf({ seminars: [aSeminar()] });
    const response = await get(link(30));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(await response.text()).toContain("BEGIN:VEVENT");
  });

  it("leads to the seminar's page when it has expired", async () => {
    const get = await siteOf({ seminars: [aSeminar()] });
    const response = await get(link(30, NOW - 40 * 86_400_000));
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('href="/seminars/some-seminar?lang=en"');
  });

  it("opens nothing when it was made up, changed or cut", async () => {
    const get = await siteOf({ seminars: [aSeminar()] });
    const right = link(30);
    for (const wrong of [
      "/ics/some-seminar?lang=en",
      right.replace("some-seminar", "other-seminar"),
      right.replace("lang=en", "lang=de"),
      right.replace(/exp=\d+/, "exp=9999999999"),
      right.slice(0, -1),
      `${right}x`,
      `${right}&more=1`,
    ])
      expect((await get(wrong)).status).toBe(404);
  });

  it("is the same for a whole day", () => {
    const noon = Date.parse("2026-11-23T12:00:00Z");
    expect(link(30, noon)).toBe(link(30, noon + 3_600_000));
    expect(link(30, noon)).not.toBe(link(30, noon + 86_400_000));
  });
});
