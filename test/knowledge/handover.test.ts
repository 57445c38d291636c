import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HandoverRules } from "../../src/knowledge/model.js";
import { noHandover } from "../blank-entries.js";
import { assembled, FILES, type Files, told } from "./fixture.js";

const withRules = (text: string): Files => ({
  ...FILES,
  "partners.yaml": `${FILES["partners.yaml"]}- { id: centre, kind: start-up-centre, name: { de: Zentrum, en: Centre } }\n`,
  "handover.yaml": text,
});
const rulesOf = (text: string): HandoverRules => assembled(withRules(text)).knowledge.handover;

const ROOMS = `general: office
rooms:
  - { id: office, name: Tresen, channel: terminal }
  - { id: trade, name: Gewerbe, channel: slack, address: C0123456789, partners: [trade-office] }
`;
/** The rooms above, with this text in the place of that one. */
const changed = (from: string, to: string): string => {
  if (!ROOMS.includes(from)) throw new Error(`there is no ${from}`);
  return ROOMS.replace(from, to);
};

describe("handover.yaml", () => {
  it("says where staff answer, and what becomes of waiting", () => {
    const loaded = assembled(FILES);
    expect([told(loaded), loaded.kept, loaded.setAside]).toEqual([[], [], []]);
    expect(loaded.knowledge.handover).toEqual({
      ...noHandover,
      general: "office",
      usualWait: { de: "meist innerhalb von zehn Minuten", en: "usually within ten minutes" },
      remindAfter: [2, 4],
      escalateAfter: 5,
      rooms: [
        {
          id: "office",
          name: "Tresen",
          channel: "terminal",
          address: null,
          partners: [],
          shows: "transcript",
          sends: "at-once",
          language: "de",
        },
        {
          id: "trade",
          name: "Gewerbe",
          channel: "telegram",
          address: "-1001234567890",
          partners: ["trade-office"],
          shows: "matter",
          sends: "at-once",
          language: "de",
        },
      ],
    });
  });

  it.each([
    ["is missing", undefined],
    ["is empty", ""],
    ["names no room", "rooms: []\n"],
    ["is an empty group of keys", "{}\n"],
  ])("that %s means that nobody can be fetched, which is in order", (_, text) => {
    const { "handover.yaml": _own, ...others } = FILES;
    const loaded = assembled(text === undefined ? others : { ...others, "handover.yaml": text });
    expect([told(loaded), loaded.setAside]).toEqual([[], []]);
    expect(loaded.knowledge.handover).toEqual(noHandover);
  });

  it("takes all that can be said of a room and of the times", () => {
    const rules = rulesOf(`times:
  remind-after: []
  escalate-after: 1
  offer-message-after: 2
  end-waiting-after: 3
  warn-after-silence: 4
  close-after-silence: 5
  hold-seconds: 0
  remind-tickets-after-hours: 6
rooms:
  - id: a
    name: A
    channel: slack
    address: T012345:C0123456
    shows: transcript
    sends: confirmed
    language: en
`);
    expect(rules).toMatchObject({
      remindAfter: [],
      escalateAfter: 1,
      offerMessageAfter: 2,
      endWaitingAfter: 3,
      warnAfterSilence: 4,
      closeAfterSilence: 5,
      holdSeconds: 0,
      remindTicketsAfterHours: 6,
    });
    expect(rules.rooms[0]).toMatchObject({ shows: "transcript", sends: "confirmed", language: "en" });
  });

  it.each([
    ["slack", "C0123456789", "matter"],
    ["telegram", '"-1001234567890"', "matter"],
    ["teams", "19:abc@thread.tacv2", "transcript"],
  ])("shows in %s what is usual there", (channel, address, shows) => {
    const rules = rulesOf(`rooms: [{ id: a, name: A, channel: ${channel}, address: ${address} }]\n`);
    expect(rules.rooms[0]?.shows).toBe(shows);
  });

  it("takes the id of a Teams channel as it stands in the link to it", () => {
    const rules = rulesOf(
      'rooms: [{ id: a, name: A, channel: teams, address: "19%3Aabc%40thread.tacv2" }]\n',
    );
    expect(rules.rooms[0]?.address).toBe("19:abc@thread.tacv2");
  });

  it("need not say which room is the general one where there is only one", () => {
    const loaded = assembled(withRules("rooms: [{ id: a, name: A, channel: terminal }]\n"));
    expect(told(loaded)).toEqual([]);
    expect(loaded.knowledge.handover.general).toBe("a");
  });

  it("may have several rooms at the terminal, which is no place", () => {
    const loaded = assembled(withRules(changed("slack, address: C0123456789,", "terminal,")));
    expect(told(loaded)).toEqual([]);
    expect(loaded.knowledge.handover.rooms).toHaveLength(2);
  });
});

describe("a room with a mistake is set aside alone, with the place and what to do", () => {
  it.each([
    ["no name", changed("name: Gewerbe, ", ""), '4:5 – "name" is missing. Add it, or remove the room.'],
    [
      "a name with braces",
      changed("name: Gewerbe", 'name: "{office.name}"'),
      '4:24 – "name" has braces, but variables are not filled in here: "{office.name}". Write the words themselves.',
    ],
    [
      "a channel where nobody can answer",
      changed("channel: slack", "channel: slak"),
      '4:42 – "channel" is "slak", which is none of the allowed words. Did you mean "slack"?',
    ],
    [
      "no address",
      changed("address: C0123456789, ", ""),
      '4:5 – "address" is missing. Add the id of the room in slack; the head of this file says how to find it.',
    ],
    [
      "an address at the terminal",
      changed("channel: slack", "channel: terminal"),
      '4:61 – "address" belongs to rooms of a messenger only: "C0123456789". Remove it, or name the messenger as channel.',
    ],
    [
      "an address that is a number with a comma",
      changed("C0123456789", "1.5"),
      '4:58 – "address" is a number, but text is needed. Put it in quotes: "1.5".',
    ],
    [
      "a word for what is shown that is none",
      changed("partners:", "shows: all, partners:"),
      '4:78 – "shows" is "all", which is none of the allowed words. Allowed are: transcript, matter.',
    ],
    [
      "a misspelt key",
      changed("partners:", "partner:"),
      '4:71 – "partner" is no key that is known here. Did you mean "partners"?',
    ],
    [
      "partners that are no list",
      changed("[trade-office]", "trade-office"),
      '4:81 – "partners" is text, but a list is needed. Write [ "trade-office" ], or one entry a line after "- ".',
    ],
    [
      "an anchor",
      changed("[trade-office]", "&a [trade-office]"),
      '4:84 – the anchor "&a" is not allowed. Remove it, or put the text in quotes.',
    ],
  ])("%s", (_, text, message) => {
    const cold = assembled(withRules(text));
    expect(told(cold)).toEqual([`intents/handover.yaml:${message}`]);
    expect(cold.setAside).toEqual(["room trade"]);
    expect(cold.knowledge.handover.rooms.map(({ id }) => id)).toEqual(["office"]);
    const good = assembled(withRules(ROOMS)).knowledge;
    const warm = assembled(withRules(text), good);
    expect(warm.kept).toEqual(["room trade"]);
    expect(warm.knowledge.handover).toEqual(good.handover);
  });

  it("the id of another one", () => {
    const loaded = assembled(withRules(changed("id: trade", "id: office")));
    expect(told(loaded)).toEqual([
      'intents/handover.yaml:4:11 – the room "office" is already in intents/handover.yaml:3. This second one is not used. Put the two together, or give this one its own id.',
    ]);
    expect(loaded.knowledge.handover.rooms.map(({ channel }) => channel)).toEqual(["terminal"]);
  });

  it("the address of another one: no line would know where it belongs", () => {
    const third =
      "  - { id: third, name: Dritter, channel: slack, address: C0123456789, partners: [centre] }\n";
    const cold = assembled(withRules(`${ROOMS}${third}`));
    expect(told(cold)).toEqual([
      'intents/handover.yaml:5:58 – the room "trade" has this address already. Give each room its own, or name all partners in the first one.',
    ]);
    expect(cold.setAside).toEqual(["room third"]);
    expect(cold.knowledge.handover.rooms.map(({ id }) => id)).toEqual(["office", "trade"]);
  });

  it("whose last good version would be at the place of another one now is not used either", () => {
    const third = "  - { id: third, name: Dritter, channel: slack, address: C0999999999 }\n";
    const good = assembled(withRules(`${ROOMS}${third}`)).knowledge;
    const text = changed("C0123456789", "C0999999999") + third.replace("name: Dritter", "nme: Dritter");
    const { rooms } = assembled(withRules(text), good).knowledge.handover;
    expect(rooms.map(({ id, address }) => [id, address])).toEqual([
      ["office", null],
      ["trade", "C0999999999"],
    ]);
  });
});

describe("a room with a doubt is used, and staff are told", () => {
  it.each([
    [
      "a partner that is not there",
      changed("[trade-office]", "[trade-ofice]"),
      '4:82 – there is no partner "trade-ofice"; it is left out. Did you mean "trade-office"?',
      [[], []],
    ],
    [
      "a partner that is in another room already",
      changed("channel: terminal", "channel: terminal, partners: [trade-office]"),
      '4:82 – the enquiries of "trade-office" go to the room "office" already. Name it in one room only.',
      [["trade-office"], []],
    ],
    [
      "an address that is a name",
      changed("C0123456789", '"#gewerbe"'),
      "4:58 – this looks like no room of slack. It begins with C and stands at the very end of the channel's details: C0123456789.",
      [[], ["trade-office"]],
    ],
    [
      "a group of Telegram without topics",
      changed("slack, address: C0123456789", "telegram, address: -1234567"),
      "4:61 – this looks like no room of telegram. Only groups with topics can be used; their id begins with -100.",
      [[], ["trade-office"]],
    ],
    [
      "a group chat of Teams",
      changed("slack, address: C0123456789", "teams, address: 19:a@thread.v2"),
      '4:58 – this looks like no room of teams. It stands in the link to the channel, between "channel/" and the next "/": 19:...@thread.tacv2.',
      [[], ["trade-office"]],
    ],
  ])("%s", (_, text, message, partners) => {
    const loaded = assembled(withRules(text));
    expect(told(loaded)).toEqual([`intents/handover.yaml:${message}`]);
    expect(loaded.setAside).toEqual([]);
    expect(loaded.knowledge.handover.rooms.map((room) => room.partners)).toEqual(partners);
  });

  it("is not complained about for a partner that is broken itself", () => {
    const files = { ...withRules(ROOMS), "partners.yaml": "- { id: trade-office, kind: nothing }\n" };
    expect(told(assembled(files)).filter((line) => line.includes("handover.yaml"))).toEqual([]);
  });
});

describe("the general room", () => {
  it.each([
    [
      "is not named among several",
      changed("general: office\n", ""),
      '1:1 – it is not said which room is that of the general desk; another one stands in. Write "general: " with its id. The rooms are: office, trade.',
    ],
    [
      "is not there",
      changed("general: office", "general: ofice"),
      '1:10 – there is no room "ofice" that can be used; another one stands in. Did you mean "office"?',
    ],
    [
      "has an id that is none",
      changed("general: office", "general: Office"),
      '1:10 – "general" is not an id: "Office". Use lower-case letters, digits and hyphens, such as business-registration.',
    ],
  ])("that %s is an error, and the first or the last good one stands in", (_, text, message) => {
    const cold = assembled(withRules(text));
    expect(told(cold)).toEqual([`intents/handover.yaml:${message}`]);
    expect(cold.knowledge.handover.general).toBe("office");
    const good = assembled(withRules(changed("general: office", "general: trade"))).knowledge;
    expect(assembled(withRules(text), good).knowledge.handover.general).toBe("trade");
  });

  it("that is broken is stood in for by another, and both is told", () => {
    const loaded = assembled(withRules(changed("name: Tresen", "nme: Tresen")));
    expect(told(loaded)).toEqual([
      'intents/handover.yaml:1:10 – there is no room "office" that can be used; another one stands in. Repair it below rooms.',
      'intents/handover.yaml:3:5 – "name" is missing. Add it, or remove the room.',
      'intents/handover.yaml:3:19 – "nme" is no key that is known here. Did you mean "name"?',
    ]);
    expect(loaded.knowledge.handover.general).toBe("trade");
  });

  it("cannot be one where there is no room", () => {
    const loaded = assembled(withRules("general: office\n"));
    expect(told(loaded)).toEqual([
      'intents/handover.yaml:1:10 – there is no room "office" that can be used. Add it below rooms.',
    ]);
    expect(loaded.knowledge.handover.general).toBeNull();
  });
});

describe("times that cannot be kept are told, and the last good or usual ones hold", () => {
  it.each([
    [
      "reminders out of order",
      "remind-after: [3, 7, 7]",
      '1:31 – "remind-after" is not later than the one before it: "7". Write the shortest time first, such as [3, 7].',
    ],
    [
      "the general room before the first reminder",
      "remind-after: [6, 8], escalate-after: 5",
      '1:48 – "escalate-after" is not after "remind-after" (6, 8): "5". Correct one of the two.',
    ],
    [
      "the general room before the usual reminder",
      "escalate-after: 2",
      '1:26 – "escalate-after" is not after "remind-after" (3, 7): "2". Correct one of the two.',
    ],
    [
      "a reminder after the end",
      "remind-after: [3, 45]",
      '1:24 – "remind-after" is not before "end-waiting-after" (45). Correct one of the two.',
    ],
    [
      "the end before the general room has it",
      "escalate-after: 20, offer-message-after: 5, end-waiting-after: 20",
      '1:73 – "end-waiting-after" is not after "escalate-after" (20): "20". Correct one of the two.',
    ],
    [
      "the end before a message could be left",
      "offer-message-after: 45",
      '1:31 – "offer-message-after" is not before "end-waiting-after" (45): "45". Correct one of the two.',
    ],
    [
      "a warning after the closing",
      "close-after-silence: 20",
      '1:31 – "close-after-silence" is not after "warn-after-silence" (20): "20". Correct one of the two.',
    ],
    [
      "half a minute",
      "escalate-after: 5.5",
      '1:26 – "escalate-after" is a number, but a whole number is needed. Compare it with its neighbours.',
    ],
    [
      "no time at all",
      "escalate-after: 0",
      '1:26 – "escalate-after" is too small, 1 is the least. Correct the number.',
    ],
    [
      "a reply held too long",
      "hold-seconds: 600",
      '1:24 – "hold-seconds" is too large, 120 is the most. Correct the number.',
    ],
    [
      "a misspelt time",
      "hold-secs: 5",
      '1:10 – "hold-secs" is no key that is known here. Did you mean "hold-seconds"?',
    ],
  ])("%s", (_, times, message) => {
    const text = `times: { ${times} }\n${ROOMS}`;
    const cold = assembled(withRules(text));
    expect(told(cold)).toEqual([`intents/handover.yaml:${message}`]);
    expect(cold.setAside).toEqual(["times of handover"]);
    expect(cold.knowledge.handover).toEqual(rulesOf(ROOMS));
    const good = assembled(withRules(`times: { hold-seconds: 20 }\n${ROOMS}`)).knowledge;
    const warm = assembled(withRules(text), good);
    expect(warm.kept).toEqual(["times of handover"]);
    expect(warm.knowledge.handover).toEqual(good.handover);
  });

  it("whichever are written, what holds is in order", () => {
    const names = [
      "escalate-after",
      "offer-message-after",
      "end-waiting-after",
      "warn-after-silence",
      "close-after-silence",
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.integer({ min: -1, max: 60 })),
        fc.option(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 })),
        (given, reminders) => {
          const times = { ...given, ...(reminders ? { "remind-after": reminders } : {}) };
          const rules = rulesOf(JSON.stringify({ times }));
          const { remindAfter: [first = 0] = [], escalateAfter, endWaitingAfter } = rules;
          expect(rules.remindAfter).toEqual([...new Set(rules.remindAfter)].sort((a, b) => a - b));
          expect(first).toBeLessThanOrEqual(escalateAfter);
          const last = Math.max(escalateAfter, rules.offerMessageAfter, ...rules.remindAfter);
          expect(last).toBeLessThan(endWaitingAfter);
          expect(rules.warnAfterSilence).toBeLessThan(rules.closeAfterSilence);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("what is wrong elsewhere in handover.yaml", () => {
  it.each([
    [
      "a misspelt section",
      ROOMS.replace("rooms:", "room:"),
      '2:1 – "room" is no key that is known here. Did you mean "rooms"?',
    ],
    [
      "rooms that are no list",
      "rooms: office\n",
      '1:8 – "rooms" is text, but a list is needed. Write [ "office" ], or one entry a line after "- ".',
    ],
    [
      "a list",
      "- office\n",
      "1:1 – the file is not a group of keys. Write `key: value` lines, such as `general: office`.",
    ],
  ])("%s leaves the rooms as they were", (_, text, message) => {
    const good = assembled(withRules(ROOMS)).knowledge;
    const warm = assembled(withRules(text), good);
    expect(told(warm)).toContain(`intents/handover.yaml:${message}`);
    expect(warm.knowledge.handover).toEqual(good.handover);
    const cold = assembled(withRules(text));
    expect(cold.knowledge.handover).toEqual(noHandover);
    expect(cold.setAside).toContain("room ?");
  });

  it("a wait without English is a doubt, one with a variable an error", () => {
    const german = assembled(withRules(`usual-wait: { de: bald }\n${ROOMS}`));
    expect(told(german)).toEqual([
      'intents/handover.yaml:1:13 – "usual-wait" has no English text; German stands in for it. Translate it.',
    ]);
    expect(german.knowledge.handover.usualWait).toEqual({ de: "bald", en: "bald" });
    const variable = assembled(withRules(`usual-wait: { de: "{office.wait}", en: soon }\n${ROOMS}`));
    expect(told(variable)).toEqual([
      expect.stringMatching(
        /^intents\/handover\.yaml:1:19 – "de" has braces, .* Write the words themselves\.$/,
      ),
    ]);
    expect(variable.knowledge.handover.usualWait).toEqual(noHandover.usualWait);
  });

  it("an empty file where there were rooms is a write that was cut short, and can be told how to mean it", () => {
    const warm = assembled(withRules(""), assembled(withRules(ROOMS)).knowledge);
    expect(told(warm)).toEqual([
      "intents/handover.yaml:1:1 – the file is empty; what it held before is still used. Restore it, or write {} if nothing is meant.",
    ]);
    expect(warm.knowledge.handover.rooms).toHaveLength(2);
  });

  it("nothing that can be written stops the desk, and the general room is always one of the rooms", () => {
    const good = assembled(withRules(ROOMS)).knowledge;
    const word = fc.constantFrom(
      ..."general: office|rooms:|  - id: a|    id: office|    channel: slack|    channel: terminal|    name: A|    address: -100|    address: C0123456789|    partners: [trade-office, x]|times: {}|times:|usual-wait: 5|  remind-after: [1, x]|  - {}|  - 5|  - &a {}|null|[|}|---|general: [a]|rooms: {a: 1}".split(
        "|",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(word, { maxLength: 14 }).map((lines) => lines.join("\n")),
      fc
        .tuple(fc.nat(ROOMS.length), fc.nat(30))
        .map(([at, length]) => ROOMS.slice(0, at) + ROOMS.slice(at + length)),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (written, warm) => {
        const loaded = assembled(withRules(written), warm ? good : undefined);
        const { rooms, general } = loaded.knowledge.handover;
        expect(rooms.some(({ id }) => id === general)).toBe(rooms.length > 0);
        expect(general === null).toBe(rooms.length === 0);
        const partners = rooms.flatMap((room) => room.partners);
        expect(new Set(partners).size).toBe(partners.length);
        if (loaded.setAside.length > 0) expect(loaded.knowledge.problems).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
