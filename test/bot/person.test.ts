import { describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/knowledge/model.js";
import { blankPartner } from "../blank-entries.js";
import { intent, knowledge, linksOf, NOW, pressed, said } from "./fixture.js";

const tradeOffice = { ...blankPartner, id: "trade-office", name: { de: "Gewerbeamt", en: "Trade office" } };

const withPartner = (
  some: Partial<typeof tradeOffice> = {},
  kind: "desk" | "department" = "department",
): Knowledge => ({
  ...knowledge,
  intents: new Map([["registration", intent("registration", { responsible: "trade-office" })]]),
  partners: new Map([["trade-office", { ...tradeOffice, kind, ...some }]]),
});

const talkedAbout = (minutes: number) => ({
  topic: {
    intents: ["registration"],
    question: "Gewerbe anmelden",
    at: new Date(NOW - minutes * 60_000).toISOString(),
    turns: 0,
  },
});

const values = {
  "trade-office.email": "amt@stadt.example",
  "trade-office.link": "https://stadt.example/amt",
  "trade-office.today": "Heute: 9 bis 12 Uhr.",
};

const contacts = (decision: ReturnType<typeof pressed>) =>
  decision.say.flatMap(({ message }) =>
    (message.cards ?? []).flatMap((card) => (card.kind === "contact" ? [card] : [])),
  );

const person = (told: Parameters<typeof pressed>[1]) => pressed({ does: "person" }, { values, ...told });

describe("asking for a person", () => {
  it("after a topic shows who is responsible for it, as far as known, before the office", () => {
    const decision = person({ knowledge: withPartner(), state: talkedAbout(1) });
    expect(said(decision)[0]).toBe("«handover»\n\n«handover.partner»");
    expect(contacts(decision)).toEqual([
      {
        kind: "contact",
        name: "Gewerbeamt",
        address: null,
        phone: null,
        email: "amt@stadt.example",
        hours: "Heute: 9 bis 12 Uhr.",
      },
      expect.objectContaining({ name: "Wirtschaftsförderung Musterstadt" }),
    ]);
    expect(linksOf(decision)).toEqual({ "Zuständig: Gewerbeamt": "https://stadt.example/amt" });
    expect(decision.log.reasons).toEqual(["asked for a person", "routed to trade-office"]);
  });

  it.each([
    ["before anything was talked about", withPartner(), {}],
    ["long after it was", withPartner(), talkedAbout(31)],
    ["about what a desk handles that is reached as the office is", withPartner({}, "desk"), talkedAbout(1)],
    [
      "where the responsible one is for another area",
      withPartner({ area: [["10000", "10999"]] }),
      {
        topic: { ...talkedAbout(1).topic, question: "Gewerbe anmelden, 12345 Musterstadt" },
      },
    ],
  ])("%s shows the office alone", (_, known, state) => {
    const decision = person({ knowledge: known, state });
    expect(said(decision)[0]).toBe("«handover»");
    expect(contacts(decision).map(({ name }) => name)).toEqual(["Wirtschaftsförderung Musterstadt"]);
    expect(decision.log.reasons).toEqual(["asked for a person"]);
  });

  it("shows a desk of the office that has an address of its own", () => {
    const decision = person({
      knowledge: withPartner({ values: { email: "amt@stadt.example" } }, "desk"),
      state: talkedAbout(1),
    });
    expect(contacts(decision)).toHaveLength(2);
  });
});
