import { describe, expect, it } from "vitest";
import { decide, initialState } from "../../src/bot/index.js";
import { parse } from "../../src/text/index.js";
import {
  decided,
  inputFor,
  intent,
  knowledge,
  labels,
  NOW,
  pressed,
  question,
  said,
  TODAY,
} from "./fixture.js";

describe("an answer", () => {
  it("is the intent's text with thumbs, more and its official source", () => {
    const decision = decided({});
    expect(said(decision)).toEqual(["Beim Gewerbeamt."]);
    expect(labels(decision)).toEqual(["«button.more»", "«button.helpful»", "«button.not-helpful»"]);
    expect(decision.say[0]?.message.links?.[0]?.url).toContain("gewo/__14");
    expect(decision.log).toMatchObject({
      outcome: "answer",
      answered: ["registration"],
      knowledge: knowledge.version,
    });
  });

  it("answers both questions when a message asks two", () => {
    const decision = decided({ questions: [question("registration"), question("hours")] });
    expect(said(decision)[0]).toBe("Beim Gewerbeamt.");
    expect(said(decision)[1]).toContain("Montag 9 bis 12 Uhr");
    expect(decision.log.answered).toEqual(["registration", "hours"]);
  });

  it("never carries thumbs on small talk", () => {
    const decision = decided({ questions: [question("greeting")] });
    expect(labels(decision)).toEqual(["«button.topics»"]);
  });

  it("is not given past its date: it is said that it is being revised, and a person is offered", () => {
    const decision = decided({ questions: [question("subsidy")] });
    expect(said(decision)).toEqual(["«answer.expired»"]);
    expect(labels(decision)).toContain("«button.person»");
    expect(decision.log).toMatchObject({ expired: true, answered: ["subsidy"] });
  });

  it("is given on the last day of its validity", () => {
    const decision = decided({ questions: [question("subsidy")], today: "2026-11-22" });
    expect(said(decision)).toEqual(["Antwort subsidy"]);
  });

  it("is led in where it is the very same as just before, also behind 'Mehr', and not where anything differs", () => {
    const hours = (text: string) => question("hours", "sure", [], text);
    const tomorrow = decided({ questions: [hours("habt ihr morgen offen?")] });
    const friday = decided({ questions: [hours("und am Freitag?")], state: tomorrow.state });
    expect(said(friday)[0]).toMatch(/^Am 2026-11-27/);
    expect(said(decided({ questions: [hours("am Freitag?")], state: friday.state }))[0]).toMatch(
      /^«answer\.again»\n\nAm 2026-11-27/,
    );
    const more = pressed({ does: "more", intent: "registration" });
    expect(said(pressed({ does: "more", intent: "registration" }, { state: more.state }))).toEqual([
      "«answer.again»\n\nUnd noch mehr.",
    ]);
  });

  it("of what is not ours has other words the second time where messages.yaml has them", () => {
    const again = parse("Auch zum Wetter nichts.");
    const withAgain = {
      ...knowledge,
      messages: { ...knowledge.messages, "weather.again": { de: [again], en: [again] } },
    };
    const first = decided({ questions: [question("none/weather")], knowledge: withAgain });
    const second = decided({
      questions: [question("none/weather")],
      knowledge: withAgain,
      state: first.state,
    });
    expect([said(first), said(second)]).toEqual([["Kein Wetter."], ["Auch zum Wetter nichts."]]);
  });

  it("is said again rather than nothing where words for the second time come to nothing", () => {
    const empty = parse("{office.nothing}");
    const withEmpty = {
      ...knowledge,
      messages: { ...knowledge.messages, "weather.again": { de: [empty], en: [empty] } },
    };
    const told = { questions: [question("none/weather")], knowledge: withEmpty };
    const first = decided(told);
    expect(said(decided({ ...told, state: first.state }))).toEqual(["«answer.again»\n\nKein Wetter."]);
  });

  it("begins with the day asked for where it shows the opening hours", () => {
    const decision = decided({ questions: [question("hours", "sure", [], "habt ihr morgen offen?")] });
    expect(said(decision)[0]).toMatch(/^Am 2026-11-24: 9 bis 12 Uhr/);
  });
});

describe("first contact", () => {
  it("says what the law wants before anything else, once per conversation", () => {
    const first = decided({ state: { disclosed: false } });
    expect(said(first)).toEqual(["«first-contact»", "Beim Gewerbeamt."]);
    expect(first.state.disclosed).toBe(true);
    const second = decided({ state: first.state });
    expect(said(second)).toEqual(["«answer.again»\n\nBeim Gewerbeamt."]);
  });

  it("is a greeting already, so that a mere hello is not greeted twice", () => {
    expect(said(decided({ state: { disclosed: false }, questions: [question("greeting")] }))).toEqual([
      "«first-contact»",
    ]);
  });

  it("greets a guest who joins without having written", () => {
    const decision = decided({ what: { kind: "membership", change: "joined" }, state: { disclosed: false } });
    expect(said(decision)).toEqual(["«first-contact»"]);
    expect(decision.log.outcome).toBe("greeting");
  });

  it("shows the notice of the day once, on its days only", () => {
    const office = {
      ...knowledge.office,
      notice: {
        from: "2026-11-20",
        to: "2026-11-24",
        text: { de: [{ type: "paragraph", children: [{ type: "text", text: "Heute zu." }] }], en: [] },
      },
    } as const;
    const withNotice = { ...knowledge, office };
    const first = decided({ knowledge: withNotice });
    expect(said(first)[0]).toBe("Heute zu.");
    expect(said(decided({ knowledge: withNotice, state: first.state }))[0]).not.toBe("Heute zu.");
    expect(said(decided({ knowledge: withNotice, today: "2026-11-25" }))[0]).not.toBe("Heute zu.");
  });
});

describe("not being sure", () => {
  const unsure = question("registration", "unsure", ["registration-fee", "hours", "subsidy"]);

  it("asks back with up to three buttons and none of these", () => {
    const decision = decided({ questions: [unsure] });
    expect(said(decision)).toEqual(["«clarify»"]);
    expect(labels(decision)).toEqual([
      "Titel registration",
      "Titel registration-fee",
      "Titel hours",
      "«button.none-of-these»",
    ]);
    expect(decision.log.outcome).toBe("clarify");
  });

  it.each([
    ["2", "registration-fee"],
    ["das erste", "registration"],
    ["Nr. 3!", "hours"],
  ])("takes %j after asking back as the button it means", (text, chosen) => {
    const asked = decided({ questions: [unsure] });
    const decision = decided({ text, state: asked.state, questions: [question("x", "none")] });
    expect(decision.log.answered).toEqual([chosen]);
  });

  it("admits its misunderstanding when none is meant", () => {
    const asked = decided({ questions: [unsure] });
    const decision = decided({ text: "nein, keins", state: asked.state, questions: [question("x", "none")] });
    expect(said(decision)).toEqual(["«fallback.after-none»"]);
  });

  it("says that it guesses where nothing fits well, and offers a person beside what comes nearest", () => {
    const far = question("registration", "none", ["registration-fee", "hours", "subsidy"], "Hm?", 0.2);
    const decision = decided({ questions: [far] });
    expect(said(decision)).toEqual(["«clarify.guess»"]);
    expect(labels(decision)).toEqual([
      "Titel registration",
      "Titel registration-fee",
      "Titel hours",
      "«button.none-of-these»",
      "«button.person»",
    ]);
    expect(decision.log).toMatchObject({ outcome: "clarify", answered: [] });
  });

  it("admits not knowing and offers a person", () => {
    const decision = decided({ questions: [question("registration", "none")] });
    expect(said(decision)[0]).toMatch(/fallback [AB]/);
    expect(labels(decision)).toEqual(["«button.person»", "«button.topics»"]);
    expect(decision.log).toMatchObject({ outcome: "fallback", answered: [] });
  });

  it("offers the person more plainly the second time in a row, and starts anew after an answer", () => {
    const first = decided({ questions: [question("x", "none")] });
    const second = decided({ questions: [question("x", "none")], state: first.state });
    expect(said(second)).toEqual(["«fallback.again»"]);
    expect(decided({ state: second.state }).state.fallbacksInARow).toBe(0);
  });

  it("does not say the same words twice in a row", () => {
    const first = decided({ questions: [question("x", "none")], eventId: 2 });
    const again = decided({
      questions: [question("x", "none")],
      eventId: 4,
      state: { ...first.state, fallbacksInARow: 0 },
    });
    expect(said(again)[0]).not.toBe(said(first)[0]);
  });

  it("says where to go with what is not ours", () => {
    const decision = decided({ questions: [question("none/weather")] });
    expect(said(decision)).toEqual(["Kein Wetter."]);
    expect(decision.log).toMatchObject({ outcome: "fallback", kind: "weather" });
  });
});

describe("a person", () => {
  it("is promised only as far as there is one: the contact is named and the handover logged", () => {
    const decision = decided({ questions: [question("human")] });
    expect(said(decision)).toEqual(["«handover»"]);
    expect(decision.say[0]?.message.cards?.[0]).toMatchObject({
      kind: "contact",
      name: "Wirtschaftsförderung Musterstadt",
    });
    expect(decision.log).toMatchObject({ outcome: "handover", answered: ["human"] });
    expect(decision.state.owner).toBe("bot");
  });

  it("is not talked over: while one owns the conversation the bot is silent", () => {
    const input = inputFor({});
    const decision = decide({ ...input, conversation: { ...input.conversation, owner: "person" } });
    expect(decision.say).toEqual([]);
    expect(decision.log.outcome).toBe("ignored");
  });
});

describe("the language", () => {
  it("follows a message of three or more words recognised above 0.9, and says so", () => {
    const decision = decided({ language: "en", confidence: 0.95, words: 3 });
    expect(said(decision)).toEqual(["<language.recognised>", "At the trade office."]);
    expect(decision.state.language).toBe("en");
  });

  it.each([
    { confidence: 0.9, words: 5 },
    { confidence: 0.99, words: 2 },
  ])("does not change on $words words recognised at $confidence", (recognised) => {
    expect(decided({ language: "en", ...recognised }).state.language).toBe("de");
  });

  it("holds once it was asked for", () => {
    const asked = decided({
      questions: [question("language", "sure", [], "English please")],
      language: "en",
      words: 2,
    });
    expect(said(asked)).toEqual(["<language.held>"]);
    expect(asked.state).toMatchObject({ language: "en", languageHeld: true });
    const later = decided({ state: asked.state, language: "de", confidence: 0.99, words: 9 });
    expect(later.state.language).toBe("en");
  });

  it("says which languages there are when another is asked for", () => {
    const decision = decided({ questions: [question("language", "sure", [], "Türkçe konuşabilir misin")] });
    expect(said(decision)).toEqual(["«language.unsupported»"]);
    expect(decision.state.languageHeld).toBe(false);
  });
});

describe("the topic", () => {
  it("is what was answered, ages with every turn, and a repeat says it again", () => {
    const first = decided({});
    expect(first.state.topic).toMatchObject({ intents: ["registration"], turns: 0 });
    const second = decided({ state: first.state, questions: [question("greeting")] });
    expect(second.state.topic).toMatchObject({ intents: ["registration"], turns: 1 });
    expect(said(decided({ state: second.state, questions: [question("repeat")] }))).toEqual([
      "«repeat.same»\n\nBeim Gewerbeamt.",
    ]);
  });

  it("is repeated by its first paragraph where it is to be shorter; one that announces a list comes with it", () => {
    const hours = decided({ questions: [question("hours")] });
    const shorter = question("repeat", "sure", [], "kürzer bitte");
    expect(said(decided({ state: hours.state, questions: [shorter] }))).toEqual([
      "«repeat.shortest»\n\nOffen:\n\n• Montag 9 bis 12 Uhr",
    ]);
  });

  it("of two questions is repeated as two answers, led in once", () => {
    const both = decided({ questions: [question("registration"), question("registration-fee")] });
    expect(said(decided({ state: both.state, questions: [question("repeat")] }))).toEqual([
      "«repeat.same»\n\nBeim Gewerbeamt.",
      "Antwort registration-fee",
    ]);
  });

  it("keeps the opening question through follow-ups that stay", () => {
    const first = decided({ text: "Wie melde ich ein Gewerbe an?" });
    const second = decided({ state: first.state, text: "und als Maler?", followUp: true });
    expect(second.state.topic?.question).toBe("Wie melde ich ein Gewerbe an?");
  });
});

describe("a button", () => {
  const press = (act: Parameters<typeof decided>[0]["action"]) =>
    decided({ what: { kind: "action", action: "7-0", on: "7.0" }, action: act ?? null });
  const action = (act: NonNullable<Exclude<Parameters<typeof decided>[0]["action"], "expired">>["act"]) =>
    press({ id: "7-0", label: "x", act, until: "2027-01-01T00:00:00Z" });

  it("answers what was offered", () => {
    const decision = action({ does: "ask", intent: "hours", question: "offen?" });
    expect(decision.log.answered).toEqual(["hours"]);
    expect(decision.state.topic?.question).toBe("offen?");
  });

  it("is meant, too, by who types its label after an answer", () => {
    const answered = decided({ questions: [question("registration")] });
    const typed = { text: "Button more!", questions: [question("x", "none")] };
    expect(said(decided({ ...typed, state: answered.state }))).toEqual(["Und noch mehr."]);
    expect(said(decided(typed))[0]).toMatch(/fallback/);
  });

  it("says more", () => {
    expect(said(action({ does: "more", intent: "registration" }))).toEqual(["Und noch mehr."]);
  });

  it("shows a topic's intents", () => {
    expect(labels(action({ does: "topic", topic: "founding" }))).toEqual([
      "Titel registration",
      "Titel registration-fee",
      "Titel subsidy",
    ]);
  });

  it("that is too old says so and does nothing", () => {
    expect(said(press("expired"))).toEqual(["«button.expired»"]);
  });
});

describe("odd messages", () => {
  it("answers emptiness politely", () => {
    expect(said(decided({ text: "   " }))).toEqual(["«message.empty»"]);
  });

  it("says that it cannot read a picture", () => {
    const what = { kind: "message", id: "1", text: "", attachments: [{ kind: "image" }] } as const;
    expect(said(decided({ what }))).toEqual(["«message.attachment»"]);
  });

  it("says so when the office has switched the channel off, and nothing else", () => {
    const off = {
      ...knowledge,
      office: {
        ...knowledge.office,
        switchedOff: {
          web: { de: [{ type: "paragraph", children: [{ type: "text", text: "Aus." }] }], en: [] },
        },
      },
    } as const;
    expect(said(decided({ knowledge: off, state: { disclosed: false } }))).toEqual(["Aus."]);
  });
});

it("decides the same twice", () => {
  const input = inputFor({
    questions: [question("registration", "unsure", ["hours"])],
    state: { disclosed: false },
  });
  expect(decide(input)).toEqual(decide(input));
});

it("promises the commit that nothing has changed meanwhile", () => {
  expect(decided({}).expects).toEqual({ owner: "bot", version: 3 });
});

it("starts with the bot, in German, with nothing said", () => {
  expect(initialState).toMatchObject({ owner: "bot", language: "de", disclosed: false });
  expect(intent("x").reviewedOn).toBe(TODAY);
  expect(NOW).toBeGreaterThan(0);
});
