import { describe, expect, it } from "vitest";
import { initialState } from "../../src/bot/index.js";
import type { OpenForm } from "../../src/vocabulary/index.js";
import { compileShipped, converse } from "../shipped-desk.js";
import {
  acts,
  bookable,
  booking,
  decided,
  forms,
  intent,
  knowledge,
  labels,
  NOW,
  pressed,
  said,
} from "./fixture.js";

const place = { channel: "telegram", scope: "private", address: "chat" } as const;
const room = { channel: "teams", scope: "room", address: "channel" } as const;
const web = { channel: "web", scope: "private", address: "session" } as const;
const known = {
  ...knowledge,
  seminars: [...knowledge.seminars, bookable],
  forms,
  intents: new Map([
    ...knowledge.intents,
    ["delete-my-data", intent("delete-my-data")],
    ["privacy-info", intent("privacy-info")],
  ]),
};
const write = (text: string, more = {}) => decided({ text, place, knowledge: known, ...more });
const stored = {
  messages: 12,
  since: NOW - 86_400_000,
  submissions: [{ reference: "R-3F2K", form: "callback" }],
};
const form: OpenForm = {
  form: "callback",
  answers: { name: "Erika" },
  asks: "note",
  correcting: false,
  failures: 0,
  startedAt: new Date(NOW).toISOString(),
  touchedAt: new Date(NOW).toISOString(),
};

describe("a guest who wants everything erased", () => {
  it("is asked once, then it is erased and said", () => {
    const asked = write("/loeschen");
    expect(asked.erase).toBeUndefined();
    expect(said(asked)).toEqual(["«erase.sure»"]);
    expect(labels(asked)).toEqual(["«button.erase-sure»", "«button.erase-not»"]);
    const done = pressed({ does: "erase", sure: true }, { place, knowledge: known, state: { form } });
    expect(done.erase).toBe(true);
    expect(said(done)).toEqual(["«erase.done»\n\n«erase.elsewhere.telegram»"]);
    expect(done.actions).toEqual([]);
  });

  it("begins anew after it, in their language", () => {
    const state = {
      language: "en" as const,
      languageHeld: true,
      form,
      topic: { intents: [], question: "Nagelstudio?", at: new Date(NOW).toISOString(), turns: 0 },
    };
    const done = pressed({ does: "erase", sure: true }, { place, knowledge: known, state });
    expect(done.state).toEqual({ ...initialState, language: "en", languageHeld: true });
    expect(JSON.stringify(done)).not.toContain("Nagelstudio");
  });

  it("may answer in words, and may think better of it", () => {
    const { said: before } = write("/loeschen").state;
    expect(write("Ja bitte", { state: { said: before } }).erase).toBe(true);
    const kept = write("nein", { state: { said: before } });
    expect([kept.erase, said(kept)]).toEqual([undefined, ["«erase.kept»"]]);
    expect(write("ja").erase).toBeUndefined();
  });

  it("is sent to a private chat from a room, and to the menu on the web page", () => {
    expect(said(write("/loeschen", { place: room }))).toEqual(["«own-data.room»"]);
    expect(pressed({ does: "erase", sure: true }, { place: room, knowledge: known }).erase).toBeUndefined();
    expect(pressed({ does: "erase", sure: true }, { place: web, knowledge: known }).erase).toBeUndefined();
    const onPage = write("/loeschen", { place: web });
    expect([said(onPage), labels(onPage)]).toEqual([
      ["Antwort delete-my-data"],
      ["«button.helpful»", "«button.not-helpful»"],
    ]);
  });

  it("finds the way under the answer of the catalogue where the chat is private", () => {
    const answer = (where: object) =>
      acts(pressed({ does: "ask", intent: "delete-my-data" }, { place, knowledge: known, ...where }));
    expect(answer({})["«button.erase»"]).toEqual({ does: "erase" });
    expect(answer({ place: room })["«button.erase»"]).toBeUndefined();
    expect(answer({ place: web })["«button.erase»"]).toBeUndefined();
  });
});

describe("a guest who wants to know what is stored", () => {
  const texts = {
    ...known.messages,
    stored: {
      de: [
        [
          {
            type: "paragraph" as const,
            children: [{ type: "text" as const, text: "{messages}|{since}|{form}|{bookings}|{submissions}" }],
          },
        ],
      ],
      en: [],
    },
  };

  it("is told how much, what is open, booked and handed in", () => {
    const decision = write("/auskunft", {
      knowledge: { ...known, messages: texts },
      stored,
      bookings: [booking(), booking({ id: 2, status: "withdrawn", reference: "S-GONE" })],
      state: { form },
    });
    expect(said(decision)[0]).toContain(
      "12|22.11.2026|Formular callback|Seminar bookable (S-AAAA)|Formular callback (R-3F2K)",
    );
    expect(said(decision)[0]).toContain("«stored.transcript»\n\n«stored.rights»");
    expect(said(decision)[0]).not.toContain("Erika");
    expect(decision.state.form?.asks).toBe("note");
  });

  it("finds the download on the web page, and nothing in a room", () => {
    expect(said(write("/auskunft", { place: web, stored }))[0]).toContain("«stored.transcript.web»");
    expect(said(write("/mydata", { place: room, stored }))).toEqual(["<own-data.room>"]);
  });

  it("finds the way under what the catalogue says of privacy", () => {
    const answer = acts(pressed({ does: "ask", intent: "privacy-info" }, { place, knowledge: known }));
    expect(answer["«button.stored»"]).toEqual({ does: "stored" });
  });
});

it("is erased in the shipped words, in both languages", () => {
  const compiled = compileShipped();
  expect(converse(compiled, ["/loeschen", "ja"]).at(-1)?.text).toContain("ist bei uns gelöscht");
  expect(converse(compiled, ["/delete", "yes"]).at(-1)?.text).toContain("we have erased");
  expect(converse(compiled, ["/mydata"]).at(-1)?.text).toContain("30 days");
});
