import { describe, expect, it } from "vitest";
import { factsAt } from "../../src/knowledge/facts.js";
import type { Presence } from "../../src/knowledge/model.js";
import { assembled, FILES, type Files, told } from "./fixture.js";

/** The office in order, with this partner beside its trade office. */
const withPartner = (more: string): Files => ({
  ...FILES,
  "partners.yaml": `${FILES["partners.yaml"]}- id: centre\n  kind: start-up-centre\n  name: { de: Zentrum, en: Centre }\n${more}`,
});

const partnerOf = (more: string) => assembled(withPartner(more)).knowledge.partners.get("centre");

describe("a partner", () => {
  it("that states nothing but its name helps in German, everywhere, at hours that nobody knows", () => {
    expect(partnerOf("")).toEqual({
      id: "centre",
      kind: "start-up-centre",
      name: { de: "Zentrum", en: "Centre" },
      topics: [],
      languages: ["de"],
      area: null,
      hours: {},
      values: {},
    });
  });

  it("keeps what it states, and leaves out what is not known", () => {
    const partner = partnerOf(`  topics: [founding]
  languages: [en, de]
  area: ["12345", "12300-12399", 50667]
  hours: { monday: ["9:00-12:00"] }
  values: { link: "https://centre.org", phone: null }
`);
    expect(partner).toMatchObject({
      topics: ["founding"],
      languages: ["en", "de"],
      area: [
        ["12345", "12345"],
        ["12300", "12399"],
        ["50667", "50667"],
      ],
      values: { link: "https://centre.org" },
    });
    expect(partner?.hours[1]).toEqual([["09:00", "12:00"]]);
    expect(partner?.hours[2]).toEqual([]);
  });

  it.each([
    [
      "a topic that is not there",
      "  topics: [fuonding]\n",
      'intents/partners.yaml:9:12 – there is no topic "fuonding". Did you mean "founding"?',
    ],
    [
      "a postcode that lost its zero because it was written without quotes",
      "  area: [01067]\n",
      'intents/partners.yaml:9:10 – "1067" is no postcode and no range of postcodes; it is not used. Write five digits in quotes, "01067" or "12300-12399", the smaller one first.',
    ],
    [
      "a range that runs backwards",
      '  area: ["12345", "12399-12300"]\n',
      'intents/partners.yaml:9:19 – "12399-12300" is no postcode and no range of postcodes; it is not used. Write five digits in quotes, "01067" or "12300-12399", the smaller one first.',
    ],
  ])("with %s is used all the same, and staff are told", (_, more, message) => {
    const loaded = assembled(withPartner(more));
    expect(told(loaded)).toEqual([message]);
    expect(loaded.setAside).toEqual([]);
  });

  it("of a kind that is none is set aside with the kinds at hand", () => {
    const files = {
      ...FILES,
      "partners.yaml": `${FILES["partners.yaml"]}- { id: b, kind: bnak, name: { de: B } }\n`,
    };
    expect(told(assembled(files))[0]).toMatch(
      /^intents\/partners\.yaml:6:18 – "kind" is "bnak", which is none of the allowed words\. Allowed are: desk, department,/,
    );
  });

  it("with invented values is named in one warning, with its hours and without what nobody knows", () => {
    const more = `  hours: { monday: ["9:00-12:00"] }
  values: { link: "https://centre.example/x", phone: null, email: a@centre.example, page: "https://example.org" }
- id: other
  kind: authority
  name: { de: Amt, en: Office }
  values: { link: "https://www.example.com", fax: "https://amt.example" }
`;
    expect(told(assembled(withPartner(more)))).toEqual([
      "intents/partners.yaml:10:19 – these values are those of an invented town: centre (link, email, hours), other (fax). Write your own; null where there is none.",
    ]);
  });

  it("is missed where nobody handles a topic", () => {
    const files = { ...FILES, "partners.yaml": FILES["partners.yaml"]?.replace("[founding]", "[]") ?? "" };
    expect(told(assembled(files))).toEqual([
      'intents/topics.yaml:1:9 – nobody handles the topic "founding". Name it below "topics" of a partner in partners.yaml.',
    ]);
  });

  it("that was kept from before is complained about once, for what broke it", () => {
    const good = assembled(withPartner("  topics: [fuonding]\n")).knowledge;
    const broken = assembled(withPartner("  topics: [fuonding]\n  colour: red\n"), good);
    expect(told(broken)).toHaveLength(1);
    expect(broken.knowledge.partners.get("centre")).toEqual(good.partners.get("centre"));
  });
});

describe("whether a partner is there", () => {
  // 23 November 2026 is a Monday; 25 December a holiday on a Friday
  const hours = '  hours: { monday: ["09:00-12:00", "14:00-16:00"], friday: ["09:00-12:00"] }\n';
  const at = (more: string, moment: string, language: "de" | "en" = "de") => {
    const { knowledge } = assembled({
      ...withPartner(more),
      "messages.yaml": `facts.span: { de: "{from} bis {to} Uhr", en: "{from} to {to}" }
facts.both: { de: "{first} und {last}", en: "{first} and {last}" }
facts.today.open: { de: "Heute, {day}: {hours}.", en: "Today, {day}: {hours}." }
facts.partner.closed: { de: "Heute, {day}, ist geschlossen.", en: "Closed today, {day}." }
`,
    });
    const facts = factsAt(knowledge, Date.parse(`${moment}+01:00`));
    const partner = knowledge.partners.get("centre");
    return { presence: partner && facts.presence(partner), today: facts.value("centre.today", language) };
  };

  it.each<[string, string, Presence]>([
    ["in its hours", "2026-11-23T11:59", "now"],
    ["in the break", "2026-11-23T12:00", { from: "2026-11-23T14:00" }],
    ["after hours", "2026-11-23T16:00", { from: "2026-11-27T09:00" }],
    ["before a holiday, not on it", "2026-12-25T09:30", { from: "2026-12-28T09:00" }],
  ])("is told %s", (_, moment, presence) => {
    expect(at(hours, moment).presence).toEqual(presence);
  });

  it("is not known of one that states no hours", () => {
    expect(at("", "2026-11-23T10:00")).toEqual({ presence: "unknown", today: undefined });
  });

  it("goes by the office's hours and closing days for a desk of the office without its own", () => {
    const desk = (more: string) => `${more}- id: desk\n  kind: desk\n  name: { de: Tresen, en: Desk }\n`;
    const { knowledge } = assembled(withPartner(desk("")));
    const own = knowledge.partners.get("desk");
    const presence = (moment: string) =>
      own && factsAt(knowledge, Date.parse(`${moment}+01:00`)).presence(own);
    expect(presence("2026-11-23T10:00")).toBe("now");
    expect(presence("2026-11-27T09:30")).toEqual({ from: "2026-11-27T10:00" });
  });

  it("does not take over the closing days of the office for anybody else", () => {
    expect(at(hours, "2026-12-28T10:00").presence).toBe("now");
  });

  it("is a sentence about the day, in which nobody says we", () => {
    expect(at(hours, "2026-11-23T10:00").today).toBe(
      "Heute, Montag, 23. November: 9:00 bis 12:00 Uhr und 14:00 bis 16:00 Uhr.",
    );
    expect(at(hours, "2026-11-24T10:00", "en").today).toBe("Closed today, Tuesday 24 November.");
  });
});
