import { describe, expect, it } from "vitest";
import { at, callback, field, guest, knowledge, NOW } from "./fixture.js";

it("asks field after field, shows the summary, and hands in what was said", () => {
  const someone = guest();
  someone.begin("callback");
  expect(someone.write("Erika Muster").labels).toEqual([
    "Per E-Mail",
    "Am Telefon",
    "Keine Antwort nötig",
    "Zurück",
    "Abbrechen",
  ]);
  expect(someone.press("Am Telefon").said).toBe("Frage phone?");
  expect(someone.write("030 23125 000").labels).toEqual(["Zurück", "Überspringen", "Abbrechen"]);
  someone.write("am 3. Dezember");
  someone.press("Überspringen");
  const summary = someone.write("Ein Anbau.\nWie geht das?");
  expect(summary.said).toBe(
    "Bitte prüfen Sie Ihre Angaben (Rückruf):\n\n• Feld name: Erika Muster\n• Feld way: Am Telefon\n" +
      "• Feld phone: +49 30 23125000\n• Feld day: Donnerstag, 3. Dezember 2026\n• Feld company: keine Angabe\n" +
      "• Feld matter: Ein Anbau.\n  Wie geht das?\n\nStimmt alles? Erst mit „Absenden“ geht etwas an uns.",
  );
  expect(summary.labels).toEqual(["Absenden", "Etwas ändern", "Abbrechen"]);
  const { turn, said } = someone.press("Absenden");
  expect(turn.form).toBeNull();
  expect(turn.submission).toEqual({
    reference: "R-223J",
    form: "callback",
    language: "de",
    keepDays: 30,
    answers: [
      { field: "name", label: "Feld name", value: "Erika Muster", shown: "Erika Muster" },
      { field: "way", label: "Feld way", value: "phone", shown: "Am Telefon" },
      { field: "phone", label: "Feld phone", value: "+493023125000", shown: "+49 30 23125000" },
      { field: "day", label: "Feld day", value: "2026-12-03", shown: "Donnerstag, 3. Dezember 2026" },
      { field: "company", label: "Feld company", value: null, shown: "" },
      {
        field: "matter",
        label: "Feld matter",
        value: "Ein Anbau.\nWie geht das?",
        shown: "Ein Anbau.\nWie geht das?",
      },
    ],
  });
  expect(said).toBe("Danke! Ihre Nummer: R-223J");
});

it("goes on in the other language when the guest changes it", () => {
  const someone = at("day");
  someone.meanwhile({ language: "en" });
  expect(someone.write("in two weeks").said).toBe("Question company?");
  someone.write("skip");
  const { said, labels } = someone.write("An extension");
  expect(said).toContain("Field way: By phone");
  expect(said).toContain("Monday 7 December 2026");
  expect(labels).toEqual(["Send", "Change something", "Cancel"]);
});

it("never puts what was entered into the reasons", () => {
  const someone = at("company");
  const turns = [someone.write("Geheim GmbH"), someone.write("Vertraulich"), someone.write("absenden")];
  expect(JSON.stringify(turns.map(({ turn }) => turn.reasons))).not.toMatch(/Geheim|Vertraulich|Erika|23125/);
});

it("counts every step as a touch", () => {
  for (const step of [
    at("name").write("Erika Muster"),
    at("name").write("1"),
    at("name").again("Was ist das?"),
  ])
    expect(step.turn.form?.touchedAt).toBe(new Date(NOW).toISOString());
});

describe("moving about", () => {
  it.each(["zurück", "go back"])("goes back with %j and keeps what was answered there", (words) => {
    const someone = at("phone");
    const back = someone.write(words);
    expect(back.said).toBe("Frage way?\n\nBisher: Am Telefon");
    expect(back.labels).toContain("So lassen");
    expect(someone.press("So lassen").said).toBe("Frage phone?");
    expect(someone.form?.answers).toMatchObject({ way: "phone" });
  });

  it("goes back over fields that are not asked with these answers", () => {
    const someone = at("day");
    expect(someone.write("zurück").said).toContain("Frage phone?");
    expect(someone.write("zurück").said).toContain("Frage way?");
    expect(someone.write("Keine Antwort nötig").said).toBe("Frage day?");
    expect(someone.write("zurück").said).toContain("Frage way?");
  });

  it("drops an answer that a changed one makes unnecessary, and asks what it makes necessary", () => {
    const someone = at("summary");
    someone.write("ändern");
    expect(someone.press("Feld way").said).toContain("Frage way?");
    expect(someone.write("E-Mail").said).toBe("Frage email?");
    expect(someone.form?.answers).not.toHaveProperty("phone");
    expect(someone.write("erika@example.com").said).toContain("Feld email: erika@example.com");
    expect(someone.write("ja").turn.submission?.answers.map(({ field }) => field)).toEqual([
      "name",
      "way",
      "email",
      "day",
      "company",
      "matter",
    ]);
  });

  it("goes back from the summary to the last question", () => {
    expect(at("summary").write("zurück").said).toBe("Frage matter?\n\nBisher: Ein Anbau");
  });

  it("says that there is nothing before the first question", () => {
    const step = at("name").write("zurück");
    expect(step.said).toContain("erste Frage");
    expect(step.said).toContain("Frage name?");
    expect(step.labels).not.toContain("Zurück");
  });

  it("skips only what is optional", () => {
    expect(at("company").write("überspringen").turn.form?.answers).toHaveProperty("company", null);
    const step = at("matter").write("weiter");
    expect(step.said).toContain("Ohne diese Angabe geht es leider nicht");
    expect(step.turn.form).toMatchObject({ asks: "matter" });
  });

  it.each(["nein danke", "-", "keine"])("takes %j for leaving an optional field out", (words) => {
    expect(at("company").write(words).turn.form?.answers).toHaveProperty("company", null);
  });

  it("skips one field only, however often the button is pressed", () => {
    const someone = at("day");
    someone.again();
    someone.press("Überspringen");
    const second = someone.does({ does: "form-move", to: "skip", field: "day" });
    expect(second.said).toContain("früheren Frage");
    expect(second.turn.form).toMatchObject({ asks: "company" });
    expect(second.turn.form?.answers).not.toHaveProperty("company");
  });

  it("takes the words of a move as a whole only", () => {
    expect(at("company").write("Zurück in die Zukunft GmbH").turn.form?.answers).toHaveProperty(
      "company",
      "Zurück in die Zukunft GmbH",
    );
  });

  it.each(["name", "way", "phone", "day", "company", "matter", "summary"])(
    "can be cancelled at %s",
    (asks) => {
      const someone = at(asks);
      const { turn, said, labels } = someone.write("abbrechen");
      expect(turn).toMatchObject({ form: null, timers: [] });
      expect(turn.submission).toBeUndefined();
      expect(said).toContain("ist verworfen");
      expect(labels).toEqual(["Neu beginnen"]);
      expect(someone.press("Neu beginnen").turn.form).toMatchObject({ form: "callback", answers: {} });
    },
  );
});

describe("an unusable answer", () => {
  it("is told what is expected, with an example, and nothing else is lost", () => {
    const { said, turn } = at("phone").write("0");
    expect(said).toMatch(/zum Beispiel 030/);
    expect(turn.form).toMatchObject({
      asks: "phone",
      failures: 1,
      answers: { name: "Erika Muster", way: "phone" },
    });
  });

  it.each([
    ["phone", "phone.short", "form.stuck"],
    ["day", "date", "form.stuck.optional"],
  ])("of %s three times in a row is offered a person and the ways out", (asks) => {
    const someone = at(asks);
    expect(someone.write("12").labels).not.toContain("Mit einem Menschen sprechen");
    someone.write("12");
    const third = someone.write("12");
    expect(third.labels).toContain("Mit einem Menschen sprechen");
    expect(third.labels).toContain("Abbrechen");
    expect(third.labels.includes("Überspringen")).toBe(asks === "day");
    expect(third.said).toMatch(/mit einem Menschen/);
  });

  it("is counted anew after a usable one", () => {
    const someone = at("phone");
    someone.write("12");
    someone.write("12");
    expect(someone.write("030 23125000").turn.form?.failures).toBe(0);
  });

  it("that is nearly an e-mail address is asked back, and taken by button or by word", () => {
    for (const agree of ["button", "ja"]) {
      const someone = at("email");
      const asked = someone.write("erika at example.com");
      expect(asked.said).toContain("Meinten Sie erika@example.com?");
      const taken = agree === "button" ? someone.press("Ja, das meine ich") : someone.write(agree);
      expect(taken.turn.form?.answers).toHaveProperty("email", "erika@example.com");
      expect(taken.turn.form).not.toHaveProperty("pending");
    }
    const someone = at("email");
    someone.write("erika at example.com");
    expect(someone.write("nein").said).toBe("Frage email?");
  });

  it("of a day offers the days that may be meant", () => {
    const someone = at("day", { language: "en" });
    expect(someone.write("3/12").labels.slice(0, 2)).toEqual([
      "Thursday 3 December 2026",
      "Friday 12 March 2027",
    ]);
    expect(someone.press("Friday 12 March 2027").turn.form?.answers).toHaveProperty("day", "2027-03-12");
  });

  it("of a day names the weekday that the date has", () => {
    expect(at("day").write("Freitag, 3.12.2026").said).toContain(
      "Dieses Datum ist Donnerstag, 3. Dezember 2026",
    );
  });

  it("that is short is no follow-up of what was talked about before", () => {
    const { turn } = at("phone").write("12", { intent: "privacy-info", followUp: true });
    expect(turn.form).toMatchObject({ asks: "phone", failures: 1 });
  });

  it("of a choice shows the options again", () => {
    const { labels, said } = at("way").write("Brieftaube");
    expect(labels.slice(0, 3)).toEqual(["Per E-Mail", "Am Telefon", "Keine Antwort nötig"]);
    expect(said).toContain("Nummer");
  });
});

describe("a question in the middle", () => {
  it.each([
    ["phone", "Wann haben Sie offen", { intent: "office-hours" }],
    ["phone", "Warum wollen Sie das wissen?", undefined],
    ["name", "Wer liest das?", undefined],
    ["name", "Wann haben Sie offen", { intent: "office-hours" }],
    ["company", "Haben Sie freitags offen?", { intent: "office-hours" }],
    ["day", "Haben Sie am 3.12. offen?", { intent: "office-hours" }],
    ["way", "Was kostet das denn?", undefined],
    ["summary", "Wann rufen Sie an?", undefined],
    ["name", "Mensch bitte", { intent: "human-handover" }],
    ["company", "Datenschutz", { intent: "privacy-info" }],
    ["phone", "ich will mit jemandem reden", { intent: "human-handover" }],
    ["matter", "Mensch", { intent: "human-handover" }],
    ["summary", "Datenschutz", { intent: "privacy-info" }],
    ["name", "   ", undefined],
    ["company", "Und was kostet das?", { intent: "office-hours", followUp: true }],
    ["name", "Hallo", { intent: "greeting" }],
    ["name", "auf Englisch bitte", { intent: "language-switch" }],
    ["matter", "English please", { intent: "language-switch" }],
    ["company", "meine Daten löschen", { intent: "privacy-info" }],
  ])("at %s is not an answer: %j", (asks, words, understood) => {
    const someone = at(asks);
    const before = someone.form;
    const step = someone.write(words, understood);
    expect(step.result).toBe("not-an-answer");
    expect(step.messages).toEqual([]);
    expect(someone.form).toBe(before);
  });

  it.each([
    ["company", "Wann & Wo GmbH", undefined],
    ["company", "Förderberatung Muster", { intent: "office-hours" }],
    ["company", "Was geht?", undefined],
    ["matter", "Wann haben Sie offen?", { intent: "office-hours" }],
    ["matter", "Ich möchte mit einem Menschen über einen Anbau sprechen", { intent: "human-handover" }],
    ["way", "per Telefon?", { intent: "office-hours", verdict: "unsure" as const }],
    ["email", "erika@example.com", { intent: "office-hours" }],
    ["name", "Bernd Mensch", { intent: "human-handover" }],
    ["company", "Datenschutz Muster GmbH", { intent: "privacy-info" }],
    ["company", "English Tea House", { intent: "language-switch" }],
    ["company", "morgens", { intent: "greeting" }],
    ["company", "Beschwerde über eine Baustelle", { intent: "complaint" }],
    ["matter", "Datenschutz", { intent: "privacy-info" }],
    ["day", "am 3.12.", { intent: "office-hours" }],
    ["name", "Erika", { intent: "privacy-info", followUp: true }],
    ["company", "Muster", { intent: "privacy-info", followUp: true }],
  ])("at %s is an answer all the same: %j", (asks, words, understood) => {
    const { turn } = at(asks).write(words, understood);
    expect(turn.form?.asks).not.toBe(asks);
  });

  it("that was asked back is settled by its number first", () => {
    const clarification = { question: "Wie lange?", intents: ["office-hours"] };
    expect(at("phone", { clarification }).write("1").result).toBe("not-an-answer");
    expect(at("way", { clarification }).write("1").turn.form).toMatchObject({ asks: "email" });
  });

  it("is followed by the question, in short", () => {
    const step = at("phone").again("Wann haben Sie offen?");
    expect(step.said).toBe("Weiter mit „Rückruf“:\n\nFrage phone?");
    expect(step.turn.form).toMatchObject({ asks: "phone", failures: 0 });
    expect(step.turn.form).not.toHaveProperty("pending");
  });

  it("can turn out to have been the answer", () => {
    for (const agree of ["button", "ja", "das war meine Antwort"]) {
      const someone = at("company");
      someone.write("Wie wir wohnen?", { intent: "office-hours" });
      const again = someone.again("Wie wir wohnen?");
      expect(again.labels).toContain("Das war meine Antwort");
      expect(again.turn.form?.pending).toBe("Wie wir wohnen?");
      const kept = agree === "button" ? someone.press("Das war meine Antwort") : someone.write(agree);
      expect(kept.turn.form).toMatchObject({ asks: "matter", answers: { company: "Wie wir wohnen?" } });
    }
  });

  it("is forgotten when the answer comes", () => {
    const someone = at("company");
    someone.again("Wie wir wohnen?");
    const answered = someone.write("Muster GmbH");
    expect(answered.turn.form).not.toHaveProperty("pending");
    expect(answered.turn.form?.answers).toHaveProperty("company", "Muster GmbH");
  });

  it("at the summary is followed by its buttons, not by everything again", () => {
    const step = at("summary").again("Wann rufen Sie an?");
    expect(step.labels).toEqual(["Absenden", "Etwas ändern", "Abbrechen"]);
    expect(step.said).not.toContain("Erika");
  });
});

describe("a button of an earlier question", () => {
  it.each([
    ["a choice", "phone", { does: "form-choose", field: "way", option: "email" }],
    ["an option that is gone", "way", { does: "form-choose", field: "way", option: "pigeon" }],
    ["a field that is not asked", "phone", { does: "form-correct", field: "email" }],
    ["a field of nobody", "phone", { does: "form-correct", field: "shoe-size" }],
    ["a day that is over", "day", { does: "form-choose", field: "day", option: "2026-11-20" }],
    ["send", "phone", { does: "form-move", to: "confirm" }],
    ["change", "phone", { does: "form-move", to: "correct" }],
    ["keep", "phone", { does: "form-move", to: "keep" }],
  ] as const)("(%s) does nothing but bring the present one back", (_, asks, act) => {
    const someone = at(asks);
    const { answers } = someone.form ?? {};
    const { said, turn } = someone.does(act);
    expect(said).toContain("gehört zu einer früheren Frage");
    expect(said).toContain(`Frage ${asks}?`);
    expect(turn.form).toMatchObject({ asks, answers });
    expect(turn.submission).toBeUndefined();
  });

  it.each([
    { does: "form-move", to: "confirm" },
    { does: "form-choose", field: "way", option: "email" },
    { does: "form-correct", field: "name" },
  ] as const)("of a form that is no longer open says so (%#)", (act) => {
    const { said, turn } = guest().does(act);
    expect(said).toContain("schon abgeschlossen oder abgebrochen");
    expect(turn.form).toBeNull();
  });

  it("of a form that staff took away meanwhile says that, and not that anything was completed", () => {
    const someone = at("summary", { knowledge: { ...knowledge, forms: new Map() } });
    const { said, turn } = someone.does({ does: "form-move", to: "confirm" });
    expect(said).toContain("Das bieten wir hier nicht mehr an");
    expect(turn.form).toBeNull();
    expect(turn.submission).toBeUndefined();
  });
});

describe("the summary", () => {
  it("lets each field be put right, and comes back", () => {
    const someone = at("summary");
    someone.again();
    const which = someone.press("Etwas ändern");
    expect(which.labels).toEqual([
      "Feld name",
      "Feld way",
      "Feld phone",
      "Feld day",
      "Feld company",
      "Feld matter",
      "Nichts ändern",
      "Abbrechen",
    ]);
    expect(someone.press("Feld name").said).toBe("Frage name?\n\nBisher: Erika Muster");
    expect(someone.write("Erika Beispiel").said).toContain("Feld name: Erika Beispiel");
  });

  it("comes back unchanged with a step back, or when nothing is to be changed", () => {
    const someone = at("summary");
    someone.write("ändern");
    someone.press("Feld name");
    expect(someone.write("zurück").said).toContain("Feld name: Erika Muster");
    someone.write("ändern");
    expect(someone.press("Nichts ändern").said).toContain("Bitte prüfen Sie");
  });

  it.each(["phone", "die Phonenummer ist falsch", "please change the phone"])(
    "understands from %j which field is wrong",
    (words) => {
      expect(at("summary").write(words).said).toContain("Frage phone?");
    },
  );

  it("is not sent by anything but a plain yes", () => {
    for (const words of ["weiter", "vielleicht", "überspringen", "das war meine Antwort"]) {
      const { turn, said, labels } = at("summary").write(words);
      expect(turn.submission).toBeUndefined();
      expect(said).toContain("absenden, oder möchten Sie etwas ändern");
      expect(labels[0]).toBe("Absenden");
    }
  });

  it.each(["ja", "Absenden!", "ok", "yes", "stimmt so"])("is sent by %j", (words) => {
    expect(at("summary").write(words).turn.submission?.form).toBe("callback");
  });

  it("asks again for a day that has passed meanwhile", () => {
    const someone = at("summary", { now: Date.parse("2026-12-04T10:00:00Z") });
    const { turn, said } = someone.write("ja");
    expect(turn.submission).toBeUndefined();
    expect(said).toContain("Es fehlt noch eine Angabe");
    expect(said).toContain("Frage day?");
    expect(turn.form?.answers).toMatchObject({ name: "Erika Muster", matter: "Ein Anbau" });
  });
});

describe("a form that staff change while it is open", () => {
  const changed = (fields: readonly ReturnType<typeof field>[]) => ({
    ...knowledge,
    forms: new Map([["callback", { ...callback, fields }]]),
  });

  it("asks for what is new before it is sent, and drops what is no longer asked", () => {
    const someone = at("summary", { knowledge: changed([field("name", "name"), field("street", "text")]) });
    const { turn, said } = someone.write("ja");
    expect(turn.submission).toBeUndefined();
    expect(said).toContain("Frage street?");
    expect(turn.form?.answers).toEqual({ name: "Erika Muster" });
  });

  it("asks anew where an answer no longer fits", () => {
    const someone = at("summary", { knowledge: changed([field("name", "email")]) });
    expect(someone.write("ja").said).toContain("Frage name?");
  });

  it("ends kindly when the form is taken away", () => {
    const someone = at("phone", { knowledge: { ...knowledge, forms: new Map() } });
    expect(someone.write("030 23125000").result).toBe("not-an-answer");
    const { said, turn } = someone.again("030 23125000");
    expect(said).toContain("bieten wir hier nicht mehr an");
    expect(turn.form).toBeNull();
  });
});
