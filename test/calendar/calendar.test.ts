import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarOptions, seminarCalendar } from "../../src/calendar/index.js";
import type { Seminar, SeminarDate } from "../../src/knowledge/model.js";
import { paragraph } from "../../src/text/index.js";
import { aSeminar } from "./seminar.js";

const options: CalendarOptions = { language: "de", site: "https://chat.stadt.example", name: null };
const record = { sequence: 3, changedAt: Date.parse("2026-11-20T09:30:15.250Z") };

const file = (seminar: Partial<Seminar> = {}, changed: Partial<CalendarOptions> = {}): string =>
  seminarCalendar([{ seminar: aSeminar(seminar), record }], { ...options, ...changed });

/** Read back by a parser that shares nothing with the one that wrote it. */
function read(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

function readOne(text: string): ICAL.Event {
  const [event, ...more] = read(text);
  if (!event || more.length > 0) throw new Error(`one event was expected:\n${text}`);
  return event;
}

const on = (start: string, from: string | null, to: string | null, end = start): { date: SeminarDate } => ({
  date: { kind: "full", start, end, from, to },
});

const utc = (time: ICAL.Time): string => time.toJSDate().toISOString();

const property = (event: ICAL.Event, name: string) => event.component.getFirstPropertyValue(name);

describe("the time of an event", () => {
  it.each([
    ["in winter", on("2027-01-14", "16:00", "18:00"), "2027-01-14T15:00", "2027-01-14T17:00"],
    ["in summer", on("2027-07-14", "16:00", "18:00"), "2027-07-14T14:00", "2027-07-14T16:00"],
    [
      "over several days",
      on("2027-03-04", "09:00", "16:30", "2027-03-05"),
      "2027-03-04T08:00",
      "2027-03-05T15:30",
    ],
    [
      "over the change to summer time",
      on("2027-03-27", "09:00", "12:00", "2027-03-28"),
      "2027-03-27T08:00",
      "2027-03-28T10:00",
    ],
    [
      "over the change to winter time",
      on("2027-10-30", "09:00", "12:00", "2027-10-31"),
      "2027-10-30T07:00",
      "2027-10-31T11:00",
    ],
    [
      "that begins in the missing hour",
      on("2027-03-28", "02:30", "04:00"),
      "2027-03-28T01:30",
      "2027-03-28T02:00",
    ],
    [
      "that ends in the missing hour",
      on("2027-03-28", "01:30", "02:30"),
      "2027-03-28T00:30",
      "2027-03-28T01:30",
    ],
    ["within the missing hour", on("2027-03-28", "02:15", "02:45"), "2027-03-28T01:15", "2027-03-28T01:45"],
    [
      "that begins in the missing hour and ends with it",
      on("2027-03-28", "02:30", "03:00"),
      "2027-03-28T01:30",
      "2027-03-28T02:00",
    ],
    ["before the doubled hour", on("2027-10-31", "01:00", "01:59"), "2027-10-30T23:00", "2027-10-30T23:59"],
    [
      "that begins in the doubled hour, the first of the two",
      on("2027-10-31", "02:30", "03:30"),
      "2027-10-31T00:30",
      "2027-10-31T02:30",
    ],
    ["within the doubled hour", on("2027-10-31", "02:15", "02:45"), "2027-10-31T00:15", "2027-10-31T00:45"],
    ["after the doubled hour", on("2027-10-31", "03:00", "04:00"), "2027-10-31T02:00", "2027-10-31T03:00"],
  ])("%s is right in UTC", (_, date, start, end) => {
    const event = readOne(file(date));
    expect([utc(event.startDate), utc(event.endDate)]).toEqual([`${start}:00.000Z`, `${end}:00.000Z`]);
  });

  it("carries the zone and its rules, so that a calendar elsewhere shows German time", () => {
    const text = file(on("2027-01-14", "16:00", "18:00"));
    expect(text).toContain("\r\nDTSTART;TZID=Europe/Berlin:20270114T160000\r\n");
    expect(text).toContain("\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n");
    expect(text.indexOf("BEGIN:VTIMEZONE")).toBeLessThan(text.indexOf("BEGIN:VEVENT"));
  });

  it.each([
    on("2027-03-28", "02:30", "04:00"),
    on("2027-10-31", "02:30", "04:00"),
    on("2027-10-31", "00:30", "02:30"),
  ])("is written in UTC where a clock time is missing or doubled: programs disagree on it", (date) => {
    expect(file(date)).toMatch(/^DTSTART:\d{8}T\d{6}Z\r\nDTEND:\d{8}T\d{6}Z\r$/m);
  });

  it.each([
    ["one day", on("2027-03-04", null, null), "2027-03-04", "2027-03-05"],
    ["several days", on("2027-03-04", null, null, "2027-03-05"), "2027-03-04", "2027-03-06"],
    ["the last day of a year", on("2027-12-31", null, null), "2027-12-31", "2028-01-01"],
    [
      "several days of which only the beginning is known",
      on("2027-03-04", "09:00", null, "2027-03-05"),
      "2027-03-04",
      "2027-03-06",
    ],
    ["a day of which only the end is known", on("2027-03-04", null, "16:00"), "2027-03-04", "2027-03-05"],
  ])("is whole days with an exclusive end for %s", (_, date, start, end) => {
    const text = file(date);
    const event = readOne(text);
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      start,
      end,
    ]);
    expect(text).not.toContain("VTIMEZONE");
  });

  it("has no invented end where only the beginning is known, and says so", () => {
    const event = readOne(file(on("2027-01-14", "16:00", null)));
    expect(event.component.hasProperty("dtend") || event.component.hasProperty("duration")).toBe(false);
    expect(utc(event.startDate)).toBe("2027-01-14T15:00:00.000Z");
    expect(event.description).toContain("Ende: in der Ankündigung nicht genannt");
  });

  it.each([
    ["the beginning", on("2027-03-04", "09:00", null, "2027-03-05"), "Beginn am ersten Tag: 09:00 Uhr"],
    ["the end", on("2027-03-04", null, "16:00"), "Ende am letzten Tag: 16:00 Uhr"],
  ])("says %s in words where whole days hide it", (_, date, words) => {
    expect(readOne(file(date)).description).toContain(words);
  });

  it.each<[string, { date: SeminarDate | null }]>([
    ["a date without a year", { date: { kind: "yearless", month: 11, days: [24, 25] } }],
    ["no date", { date: null }],
  ])("is not guessed for %s: there is no event", (_, date) => {
    expect(read(file(date))).toEqual([]);
  });
});

describe("what an event says", () => {
  it("keeps its identity over changes, with a rising sequence and the time of the change", () => {
    const event = readOne(file());
    expect(event.uid).toBe("some-seminar@chat.stadt.example");
    expect(event.sequence).toBe(3);
    const text = file();
    expect(text).toContain("\r\nDTSTAMP:20261120T093015Z\r\n");
    expect(text).toContain("\r\nLAST-MODIFIED:20261120T093015Z\r\n");
  });

  it("names place, people, fee and page", () => {
    const event = readOne(
      file({
        place: { city: "Musterstadt", venue: "Rathaus; Saal 2, links" },
        leaders: [{ name: "Prof. Ada Beispiel", affiliation: "Hochschule" }],
        fee: { de: "25 Euro", en: "25 euros" },
      }),
    );
    expect(event.location).toBe("Rathaus; Saal 2, links, Musterstadt");
    expect(event.description).toBe(
      "Worum es geht.\n\nLeitung: Prof. Ada Beispiel (Hochschule)\nKosten: 25 Euro\n\n" +
        "Einzelheiten und aktueller Stand: https://chat.stadt.example/seminars/some-seminar",
    );
    expect(property(event, "url")).toBe("https://chat.stadt.example/seminars/some-seminar");
  });

  it.each([
    [{ place: null, online: true }, "Online"],
    [{ place: { city: "Berlin", venue: null }, online: true }, "Berlin / Online"],
    [{ place: { city: "Berlin", venue: null }, online: null }, "Berlin"],
    [{ place: null, online: null }, null],
  ])("says where %j takes place", (where, expected) => {
    expect(readOne(file(where)).location).toBe(expected);
  });

  it("speaks English too", () => {
    const event = readOne(file({ ...on("2027-01-14", "16:00", null), example: true }, { language: "en" }));
    expect(event.summary).toBe("Example: Some seminar");
    expect(event.description).toContain("invented example");
    expect(event.description).toContain("End: not stated in the announcement");
  });

  it("is confirmed and keeps the time busy", () => {
    const event = readOne(file());
    expect([property(event, "status"), property(event, "transp")]).toEqual(["CONFIRMED", "OPAQUE"]);
  });

  it("stays in as cancelled, in its status and in its title, and frees the time", () => {
    const reason = paragraph("Die Referentin ist erkrankt.");
    const event = readOne(file({ cancelled: { de: [reason], en: [] } }));
    expect([property(event, "status"), property(event, "transp")]).toEqual(["CANCELLED", "TRANSPARENT"]);
    expect(event.summary).toBe("Abgesagt: Ein Seminar");
    expect(event.description).toMatch(/^Die Referentin ist erkrankt\./);
  });

  it.each([
    ["Gründung Basiswissen", "Beispiel: Gründung Basiswissen"],
    ["Beispiel: Gründung Basiswissen", "Beispiel: Gründung Basiswissen"],
  ])("marks an example once: %s", (title, expected) => {
    const event = readOne(file({ title: { de: title, en: title }, example: true }));
    expect(event.summary).toBe(expected);
    expect(event.description).toContain("erfundenes Beispiel");
  });

  const office = { name: 'Amt "Wirtschaft", Stadt', email: "amt@stadt.example" };

  it("names the office as organiser of its own seminars", () => {
    const organizer = readOne(file({ organiser: office.name }, { office })).component.getFirstProperty(
      "organizer",
    );
    expect(organizer?.getFirstValue()).toBe("mailto:amt@stadt.example");
    expect(organizer?.getParameter("cn")).toBe("Amt 'Wirtschaft', Stadt");
  });

  it.each([
    ["of others' seminars", "IHK", office],
    ["where nobody is stated", null, office],
    ["without an address", office.name, undefined],
  ])("invents no organiser %s", (_, organiser, known) => {
    expect(file({ organiser }, { office: known })).not.toContain("ORGANIZER");
  });
});

describe("the calendar around the events", () => {
  it("is a named feed that says how often to ask again", () => {
    const text = file({}, { name: "Seminare; Stadt, Land\nFluss" });
    const calendar = new ICAL.Component(ICAL.parse(text));
    // the parser leaves the escapes of names that it does not know, as RFC 5545 wants it
    expect(text).toContain(
      "\r\nNAME:Seminare\\; Stadt\\, Land Fluss\r\nX-WR-CALNAME:Seminare\\; Stadt\\, Land Fluss\r\n",
    );
    expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT6H");
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("prodid")).toBe("-//Nahtstelle//Seminare//DE");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  });

  it("has no name as the file of one seminar: Outlook would open it as a calendar of its own", () => {
    expect(file()).not.toMatch(/^(X-WR-CAL|REFRESH|X-PUBLISHED|NAME)/m);
  });

  it("holds all seminars with a full date, each once", () => {
    const seminars = ["a", "b", "c"].map((id) => ({ seminar: aSeminar({ id }), record }));
    const yearless = aSeminar({ id: "d", date: { kind: "yearless", month: 11, days: [24] } });
    const events = read(
      seminarCalendar([...seminars, { seminar: yearless, record }], { ...options, name: "Alle" }),
    );
    expect(events.map(({ uid }) => uid)).toEqual(["a", "b", "c"].map((id) => `${id}@chat.stadt.example`));
  });

  it("states its own properties before any component (RFC 5545, 3.6)", () => {
    const lines = file({}, { name: "BEGIN:VEVENT" }).split("\r\n");
    const first = lines.findIndex((line) => /^BEGIN:(?!VCALENDAR)/.test(line));
    const outside: string[] = [];
    let open = 0;
    for (const line of lines.slice(first, -1)) {
      if (line.startsWith("BEGIN:")) open += 1;
      if (open === 0) outside.push(line);
      else if (line.startsWith("END:")) open -= 1;
    }
    expect(outside).toEqual(["END:VCALENDAR"]);
    expect(lines.filter((line) => line === "BEGIN:VTIMEZONE")).toHaveLength(1);
  });

  it("is a valid file without any seminar", () => {
    expect(read(seminarCalendar([], { ...options, name: "Leer" }))).toEqual([]);
  });
});

describe("hostile words", () => {
  const umlauts = "ä".repeat(100);
  const words = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.constantFrom(
          "\n",
          "\r",
          "\r\n",
          ";",
          ",",
          ":",
          "\\",
          '"',
          "\u2028",
          "\0",
          "\t",
          "END:VEVENT",
          "BEGIN:VEVENT",
          umlauts,
          "👩‍👩‍👧‍👦",
          "\ud800",
          "x",
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join("")),
  );

  it("never break the file: one event, its own lines only, none longer than 75 octets", () => {
    fc.assert(
      fc.property(words, words, words, words, (title, venue, about, name) => {
        const text = file(
          {
            title: { de: title, en: title },
            place: { city: "X", venue },
            organiser: name,
            abstract: { de: [paragraph(about)], en: [] },
          },
          { name, office: { name, email: "amt@stadt.example" } },
        );
        const event = readOne(text);
        expect(event.uid).toBe("some-seminar@chat.stadt.example");
        expect(event.summary).toBe(asOneLine(title));
        expect(text.endsWith("\r\nEND:VCALENDAR\r\n")).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]/u);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const names = text
          .replaceAll("\r\n ", "")
          .trimEnd()
          .split("\r\n")
          .map((line) => line.split(/[;:]/)[0]);
        expect(names.every((known) => /^[A-Z-]+$/.test(known ?? ""))).toBe(true);
      }),
    );
  });

  it.each([
    ["a line of the format", "Seminar\r\nBEGIN:VEVENT\r\nUID:x"],
    ["emoji", "Gründen 👩‍🔧🇩🇪 leicht gemacht"],
    ["a very long word", umlauts],
    ["signs of the format", 'a;b,c\\d:e"f\\n'],
  ])("survive as they are: %s", (_, title) => {
    expect(readOne(file({ title: { de: title, en: title } })).summary).toBe(asOneLine(title));
  });
});

/** What a title looks like on one line: line ends as spaces, nothing that cannot be shown. */
function asOneLine(title: string): string {
  return (
    title
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as the format wants it
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu, "")
      .replace(/\s*[\n\r\u0085\u2028\u2029]\s*/gu, " ")
      .replace(/\p{Surrogate}/gu, "\uFFFD")
      .trim()
  );
}
