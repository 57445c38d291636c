import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postcodeIn } from "../../src/handover/postcode.js";
import { type Errand, route } from "../../src/handover/routing.js";
import type { Partner, PartnerKind, Presence } from "../../src/knowledge/model.js";
import { blankIntent, blankPartner } from "../blank-entries.js";

const partner = (id: string, some: Partial<Partner> = {}): Partner => ({
  ...blankPartner,
  id,
  topics: ["founding"],
  ...some,
});

const routed = (
  partners: readonly Partner[],
  errand: Partial<Errand> = {},
  there: Readonly<Record<string, Presence>> = {},
  responsible: string | null = null,
): string | null => {
  const intents = new Map([["register", { ...blankIntent, id: "register", responsible }]]);
  const knowledge = { intents, partners: new Map(partners.map((one) => [one.id, one])) };
  const asked = { intents: ["register"], language: "de", postcode: null, ...errand } as const;
  return route(asked, knowledge, ({ id }) => there[id] ?? "unknown")?.id ?? null;
};

describe("routing", () => {
  it("goes to whoever is responsible for the intent, whatever speaks for others", () => {
    const partners = [partner("first"), partner("office", { topics: [], languages: ["de"] })];
    expect(routed(partners, { language: "en" }, { first: "now" }, "office")).toBe("office");
  });

  it("goes to somebody else for the topic where the responsible one is not for this postcode", () => {
    const partners = [partner("office", { area: [["10000", "10999"]] }), partner("other")];
    expect(routed(partners, { postcode: "12345" }, {}, "office")).toBe("other");
    expect(routed(partners, { postcode: "10500" }, {}, "office")).toBe("office");
    expect(routed(partners, {}, {}, "office")).toBe("office");
  });

  it.each<[string, Partial<Partner>, Partial<Partner>, Partial<Errand>, Readonly<Record<string, Presence>>]>([
    [
      "language before area",
      { languages: ["en"] },
      { area: [["1", "9"]] },
      { language: "en", postcode: "5" },
      {},
    ],
    ["area before presence", { area: [["1", "9"]] }, {}, { postcode: "5" }, { worse: "now" }],
    ["presence before inside", { kind: "authority" }, { kind: "desk" }, {}, { better: "now" }],
    ["open now before later", {}, {}, {}, { better: "now", worse: { from: "2026-11-23T14:00" } }],
    [
      "sooner before later",
      {},
      {},
      {},
      { better: { from: "2026-11-23T14:00" }, worse: { from: "2026-11-24T09:00" } },
    ],
    ["later before not known", {}, {}, {}, { better: { from: "2027-01-04T09:00" } }],
    ["inside before outside", { kind: "department" }, { kind: "chamber-of-crafts" }, {}, {}],
  ])("weighs %s", (_, better, worse, errand, there) => {
    expect(routed([partner("worse", worse), partner("better", better)], errand, there)).toBe("better");
  });

  it("takes the first of the file where nothing tells two apart", () => {
    expect(routed([partner("first"), partner("second")])).toBe("first");
  });

  it("goes to the general desk where nobody handles the topic, or nothing was talked about", () => {
    expect(routed([partner("other", { topics: ["seminars"] })])).toBeNull();
    expect(routed([partner("any")], { intents: [] })).toBeNull();
    expect(routed([partner("any")], { intents: ["gone"] })).toBeNull();
  });

  it("goes by topics alone as well", () => {
    expect(routed([partner("any")], { intents: [], topics: ["founding"] })).toBe("any");
  });
});

describe("routing, whatever the table", () => {
  const topics = fc.subarray(["founding", "seminars", "funding"]);
  const postcode = fc.integer({ min: 1_000, max: 99_999 }).map((code) => String(code).padStart(5, "0"));
  const range = fc.tuple(postcode, postcode).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
  const partners = fc.uniqueArray(
    fc.record<Omit<Partner, "name" | "hours" | "values">>({
      id: fc.constantFrom("a", "b", "c", "d", "e"),
      kind: fc.constantFrom<PartnerKind[]>("desk", "department", "authority", "job-centre"),
      topics,
      languages: fc.subarray<"de" | "en">(["de", "en"], { minLength: 1 }),
      area: fc.option(fc.array(range, { minLength: 1, maxLength: 3 })),
    }),
    { selector: ({ id }) => id },
  );
  const presence = fc.constantFrom<Presence[]>(
    "now",
    "unknown",
    { from: "2026-11-23T14:00" },
    { from: "2026-11-24T09:00" },
  );
  const table = fc
    .record({
      partners,
      there: fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), presence),
      responsible: fc.option(fc.constantFrom("a", "b", "gone")),
      language: fc.constantFrom<("de" | "en")[]>("de", "en"),
      postcode: fc.option(postcode),
      topics,
    })
    .map(({ partners, there, responsible, language, postcode, topics }) => {
      const all = partners.map((one): Partner => ({ ...blankPartner, ...one }));
      const ask = (given: readonly Partner[]): Partner | null => {
        const id = routed(given, { intents: ["register"], topics, language, postcode }, there, responsible);
        return given.find((one) => one.id === id) ?? null;
      };
      const serves = ({ area }: Partner): boolean =>
        !area || postcode === null || area.some(([from, to]) => from <= postcode && postcode <= to);
      const handles = (one: Partner): boolean =>
        one.topics.some((topic) => topic === "founding" || topics.includes(topic as never));
      return { all, ask, serves, handles, responsible, language, there };
    });

  it("never goes to anybody who is not responsible for the postcode, or handles nothing of it", () => {
    fc.assert(
      fc.property(table, ({ all, ask, serves, handles, responsible }) => {
        const chosen = ask(all);
        if (!chosen) return;
        expect(serves(chosen)).toBe(true);
        expect(chosen.id === responsible || handles(chosen)).toBe(true);
      }),
    );
  });

  it("goes to the general desk only when nobody is left", () => {
    fc.assert(
      fc.property(table, ({ all, ask, serves, handles, responsible }) => {
        const left = all.filter((one) => serves(one) && (one.id === responsible || handles(one)));
        expect(ask(all) === null).toBe(left.length === 0);
      }),
    );
  });

  it("keeps its choice when anybody else leaves", () => {
    fc.assert(
      fc.property(table, fc.nat(), ({ all, ask }, which) => {
        const chosen = ask(all);
        const leaver = all[which % Math.max(all.length, 1)];
        if (!chosen || !leaver || leaver.id === chosen.id) return;
        expect(ask(all.filter((one) => one !== leaver))).toEqual(chosen);
      }),
    );
  });

  it("passes over nobody who speaks the guest's language for one who does not", () => {
    fc.assert(
      fc.property(table, ({ all, ask, serves, handles, responsible, language }) => {
        const chosen = ask(all);
        if (!chosen || chosen.id === responsible || chosen.languages.includes(language)) return;
        const speaking = all.filter((one) => one.languages.includes(language) && serves(one) && handles(one));
        expect(speaking).toEqual([]);
      }),
    );
  });
});

describe("a postcode", () => {
  it.each([
    ["Unsere PLZ ist 12345.", "12345"],
    ["Postleitzahl: 01067, wer hilft?", "01067"],
    ["my postcode is 50667", "50667"],
    ["Wir sitzen in 12345 Musterstadt", "12345"],
    ["Rathausplatz 1, 12345 Musterstadt", "12345"],
    ["12345 Musterstadt", "12345"],
  ])("is found in %j", (text, postcode) => {
    expect(postcodeIn(text)).toBe(postcode);
  });

  it.each([
    "Ich brauche 25000 Euro",
    "in 25000 Euro Kredit",
    "rund 25000 Stück im Jahr",
    "PLZ 123456",
    "Umsatz von 100.000 Euro",
    "",
  ])("is not read into %j", (text) => {
    expect(postcodeIn(text)).toBeNull();
  });
});
