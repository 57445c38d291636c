import { describe, expect, it } from "vitest";
import { downloadAsJson, downloadAsText } from "../../../adapters/web/download.js";
import type { TranscriptEntry } from "../../../src/vocabulary/index.js";
import { message } from "./fake-desk.js";

const entries: readonly TranscriptEntry[] = [
  {
    cursor: 1,
    at: "2026-07-01T22:30:00.000Z",
    from: "guest",
    clientId: "c",
    text: "Wann ist das Seminar?\n<b>",
  },
  {
    cursor: 2,
    at: "2026-10-25T00:59:00.000Z",
    from: "desk",
    message: message("m", "", {
      text: [
        {
          type: "paragraph",
          children: [
            { type: "text", text: "Bald, siehe " },
            { type: "link", url: "https://example.org/s", children: [{ type: "text", text: "Seite" }] },
          ],
        },
        {
          type: "list",
          ordered: false,
          items: [[{ type: "bold", children: [{ type: "text", text: "eins" }] }]],
        },
      ],
      cards: [
        {
          kind: "seminar",
          seminar: "s",
          title: "Gründung",
          when: "Montag, 30. November 2026",
          where: null,
          leaders: null,
          fee: "kostenfrei",
          url: null,
          example: true,
          pageUrl: "https://chat.example.org/seminars/s",
          calendarUrl: null,
          status: "noch 3 von 20 Plätzen frei",
          cancelled: false,
          register: null,
        },
        {
          kind: "contact",
          name: "Amt",
          address: "Platz 1\n12345 Ort",
          phone: null,
          email: "a@example.org",
          hours: null,
        },
      ],
      links: [{ label: "§ 14 GewO", url: "https://example.org/gewo" }],
      buttons: [
        { label: "Mehr", action: "a1" },
        { label: "Hilfreich", action: "a2" },
      ],
    }),
  },
  { cursor: 3, at: "2026-10-25T01:01:00.000Z", from: "guest", pressed: { action: "a2", on: "m" } },
];
const download = {
  entries,
  language: "de",
  office: "Amt Musterstadt",
  now: Date.UTC(2026, 10, 23, 23, 30),
} as const;

describe("the conversation as a text file", () => {
  it("says who said what and when, on the clock of Germany, with every link's address", async () => {
    const response = downloadAsText(download);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="chat-2026-11-24.txt"');
    expect(await response.text()).toBe(`Chat: Amt Musterstadt
Gespeichert: Dienstag, 24. November 2026, 00:30 Uhr
Die Auskünfte sind unverbindlich. Alle Uhrzeiten sind Ortszeit in Deutschland.

— Sie, Donnerstag, 2. Juli 2026, 00:30 Uhr —
Wann ist das Seminar?
<b>

— Assistent, Sonntag, 25. Oktober 2026, 02:59 Uhr —
Bald, siehe Seite (https://example.org/s)

• eins

Gründung (Beispiel)
  Termin: Montag, 30. November 2026
  Ort: in der Ankündigung nicht genannt
  Leitung: in der Ankündigung nicht genannt
  Kosten: kostenfrei
  Stand: noch 3 von 20 Plätzen frei
  Seminarseite: https://chat.example.org/seminars/s

Amt
  Anschrift: Platz 1, 12345 Ort
  E-Mail: a@example.org

→ § 14 GewO: https://example.org/gewo

Auswahl: Mehr | Hilfreich

— Sie, Sonntag, 25. Oktober 2026, 02:01 Uhr —
Hilfreich
`);
  });

  it("speaks English where that is asked for", async () => {
    const text = await downloadAsText({ ...download, language: "en" }).text();
    expect(text).toContain("— You, Thursday, 2 July 2026, 00:30 —\nWann ist das Seminar?");
    expect(text).toContain("the German version prevails");
  });

  it("loses control characters that a terminal would obey", async () => {
    const hostile = [
      { cursor: 1, at: "2026-07-01T22:30:00.000Z", from: "guest", text: "a\u001b[2Jb\rc\td" },
    ] as const;
    expect(await downloadAsText({ ...download, entries: hostile }).text()).toContain("\na[2Jbc\td\n");
  });

  it("says so when nothing was written", async () => {
    expect(await downloadAsText({ ...download, entries: [] }).text()).toContain("noch nichts geschrieben");
  });
});

it("is all of the conversation as JSON, without what only the page needs", async () => {
  const response = downloadAsJson(download);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="chat-2026-11-24.json"');
  expect(await response.json()).toEqual({
    office: "Amt Musterstadt",
    savedAt: "2026-11-23T23:30:00.000Z",
    conversation: entries.map(({ cursor: _, ...entry }) => entry),
  });
});
