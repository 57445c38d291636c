import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { factsAt, loadKnowledge } from "../src/knowledge/index.js";
import { startDetails } from "../src/start-details.js";
import { CREATED_ON, NOW } from "./shipped-desk.js";

const { knowledge } = loadKnowledge(resolve(import.meta.dirname, "../intents"), { createdOn: CREATED_ON });
const at = (now: number, known = knowledge) => startDetails(known, factsAt(known, now));

describe("what the chat page shows first", () => {
  it("is the office, all topics in their order, three seminars and three questions, in both languages", () => {
    const { de, en } = at(NOW);
    for (const details of [de, en]) {
      expect(details.office.name).toMatch(/\S/);
      expect(details.topics.map(({ id }) => id)).toEqual(knowledge.topics.map(({ id }) => id));
      expect(details.seminars).toHaveLength(3);
      expect(details.examples).toHaveLength(3);
      for (const question of details.examples) expect(question).toMatch(/^\p{Lu}.*\?$/u);
    }
    expect(de.examples).not.toEqual(en.examples);
    expect(de.seminars[0]).toEqual({
      id: "wifoe-4-0",
      title: "Wirtschaftsförderung 4.0 und Strukturpolitik im Digitalen Zeitalter",
      when: "24./25. November (ohne Jahresangabe)",
      pageUrl: "/seminars/wifoe-4-0?lang=de",
    });
    expect(en.seminars[0]?.pageUrl).toBe("/seminars/wifoe-4-0?lang=en");
  });

  it("names the seminars that come next, and none that is over or called off", () => {
    const dated = (now: number, known = knowledge) =>
      at(now, known)
        .de.seminars.map(({ id }) => knowledge.seminars.find((seminar) => seminar.id === id))
        .flatMap((seminar) => (seminar?.date?.kind === "full" ? seminar.date.start : []));
    const coming = dated(NOW);
    expect(coming.length).toBeGreaterThan(0);
    expect(coming).toEqual([...coming].sort());
    const dayAfter = Date.parse(coming[0] ?? "") + 2 * 86_400_000;
    expect(dated(dayAfter)).not.toContain(coming[0]);
    const calledOff = {
      ...knowledge,
      seminars: knowledge.seminars.map((seminar) => ({ ...seminar, cancelled: { de: [], en: [] } })),
    };
    expect(at(NOW, calledOff).de.seminars).toEqual([]);
  });

  it("stays whole where next to nothing is known", () => {
    const office = { ...knowledge.office, values: {}, localised: {} };
    const bare = { ...knowledge, office, topics: [], seminars: [], intents: new Map() };
    expect(at(NOW, bare)).toEqual({
      de: {
        office: { name: "Wirtschaftsförderung", phone: null, email: null },
        topics: [],
        seminars: [],
        examples: [],
      },
      en: {
        office: { name: "Economic Development Office", phone: null, email: null },
        topics: [],
        seminars: [],
        examples: [],
      },
    });
  });
});
