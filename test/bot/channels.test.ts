import { describe, expect, it } from "vitest";
import type { Place } from "../../src/vocabulary/index.js";
import {
  bookable,
  booking,
  cardsOf,
  decided,
  forms,
  intent,
  knowledge,
  linksOf,
  pressed,
  said,
} from "./fixture.js";

const on = (channel: Place["channel"], scope: Place["scope"] = "private"): Place => ({
  channel,
  scope,
  address: "chat",
});
const known = {
  ...knowledge,
  seminars: [bookable],
  forms,
  intents: new Map([
    ...knowledge.intents,
    ["seminar-overview", intent("seminar-overview", { seminars: "overview", answer: null })],
    ["business", intent("business", { form: "callback" })],
  ]),
};
const site = "https://desk.example";
const told = (place: Place, more = {}) => ({ place, knowledge: known, site, carry: "token", ...more });
const first = (place: Place, more = {}) =>
  said(decided(told(place, { state: { disclosed: false }, ...more })))[0]?.split("\n\n");

describe("first contact", () => {
  it("says beside the general notice what must be known of the channel", () => {
    expect(first(on("web"))).toEqual(["«first-contact»"]);
    expect(first(on("telegram"))).toEqual([
      "«first-contact»",
      "«first-contact.telegram»",
      "«first-contact.link»",
    ]);
    expect(first(on("teams"))).toEqual(["«first-contact»", "«first-contact.teams»"]);
    expect(first(on("slack"))).toEqual(["«first-contact»", "«first-contact.slack»"]);
    expect(first(on("teams", "room"))).toEqual([
      "«first-contact»",
      "«first-contact.teams»",
      "«first-contact.room»",
    ]);
  });

  it("promises no link where there is no page, or forms are filled in here", () => {
    expect(first(on("telegram"), { site: undefined })).not.toContain("«first-contact.link»");
    const here = { ...known.office, forms: { ...known.office.forms, telegram: "here" as const } };
    expect(first(on("telegram"), { knowledge: { ...known, office: here } })).not.toContain(
      "«first-contact.link»",
    );
  });

  it("is in the guest's language", () => {
    expect(first(on("slack"), { state: { language: "en", disclosed: false }, text: "hi", words: 1 })).toEqual(
      ["<first-contact>", "<first-contact.slack>"],
    );
  });
});

describe("where the office wants nothing personal", () => {
  it("leads who wants a person into the web chat, beside the ways to the office", () => {
    const decision = pressed({ does: "person" }, told(on("telegram")));
    expect(said(decision)[0]).toContain("«handover»");
    expect(linksOf(decision)["«button.web-chat»"]).toBe(`${site}/?do=person&lang=de&carry=token`);
    expect(linksOf(pressed({ does: "person" }, told(on("teams"))))).not.toHaveProperty("«button.web-chat»");
  });

  it("makes a card's button a link into the form, which carries the conversation over", () => {
    const ask = { does: "ask", intent: "seminar-overview", seminar: "bookable" } as const;
    const linked = pressed(ask, told(on("telegram")));
    expect(cardsOf(linked)[0]?.register).toBeNull();
    expect(linksOf(linked)["«button.register»"]).toBe(`${site}/?do=register:bookable&lang=de&carry=token`);
    const here = pressed(ask, told(on("teams")));
    expect(cardsOf(here)[0]?.register?.label).toBe("«button.register»");
    expect(linksOf(here)).not.toHaveProperty("«button.register»");
  });

  it("links each of several seminars by its name, but none that the guest has a seat at", () => {
    const other = { ...bookable, id: "other", title: { de: "Anderes", en: "Other" } };
    const list = told(on("telegram"), { knowledge: { ...known, seminars: [bookable, other] } });
    const links = Object.keys(linksOf(pressed({ does: "ask", intent: "seminar-list" }, list)));
    expect(links).toContain("«button.register»: Seminar bookable");
    expect(links).toContain("«button.register»: Anderes");
    const booked = told(on("telegram"), { bookings: [booking()] });
    expect(linksOf(pressed({ does: "ask", intent: "seminar-list" }, booked))).not.toHaveProperty(
      "«button.register»",
    );
  });

  it("carries over from a private chat only, and not from the page to itself", () => {
    const link = (place: Place, more = {}) =>
      linksOf(pressed({ does: "ask", intent: "business" }, told(place, more)))["«button.form.callback»"];
    expect(link(on("telegram"))).toBe(`${site}/?do=form:callback&lang=de&carry=token`);
    expect(link(on("telegram"), { carry: undefined })).toBe(`${site}/?do=form:callback&lang=de`);
    expect(link(on("teams", "room"))).toBe(`${site}/?do=form:callback&lang=de`);
    const web = { ...known.office, forms: { ...known.office.forms, web: "link" as const } };
    expect(link(on("web"), { knowledge: { ...known, office: web } })).toBe(
      `${site}/?do=form:callback&lang=de`,
    );
  });
});
