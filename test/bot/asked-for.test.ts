import { describe, expect, it } from "vitest";
import { type AskedFor, askedFor } from "../../src/bot/asked-for.js";

const asking: Readonly<Record<"de" | "en", readonly (readonly [AskedFor, string])[]>> = {
  de: [
    ["responsible", "Wer ist zuständig für die Gewerbeanmeldung?"],
    ["responsible", "wer ist fuer gewerbe zustaendig"],
    ["responsible", "ZUSTANDIG BAUANTRAG WER"],
    ["responsible", "Welches Amt macht das?"],
    ["responsible", "welche behoerde brauch ich da"],
    ["responsible", "An wen wende ich mich wegen der Terrasse?"],
    ["responsible", "Wer genehmigt das denn?"],
    ["responsible", "Haben Sie da einen Ansprechpartner?"],
    ["time", "Wie lange dauert eine Nutzungsänderung?"],
    ["time", "wielang dauert das"],
    ["time", "Wie lange braucht die Bürgschaftsbank für eine Entscheidung?"],
    ["time", "Wie schnell entscheidet die Arbeitsagentur?"],
    ["time", "bearbeitungszeit bauantrag"],
    ["time", "Wann bekomme ich meinen Gewerbeschein?"],
    ["time", "Wer ist zuständig, und wie lange dauert das?"],
    ["needs", "Was brauche ich für die Gewerbeanmeldung?"],
    ["needs", "welche unterlagen muss ich einreichen"],
    ["needs", "Was muss ich zum Termin mitbringen?"],
  ],
  en: [
    ["responsible", "Who is responsible for outdoor seating?"],
    ["responsible", "who's in charge of gastronomy law"],
    ["responsible", "Which office handles this?"],
    ["responsible", "Whom do I contact?"],
    ["time", "How long does a building permit take?"],
    ["time", "how long takes it to get the trade certificate"],
    ["time", "what is the processing time"],
    ["needs", "What do I need to register a trade?"],
    ["needs", "which documents are required"],
  ],
};

const notAsking: Readonly<Record<"de" | "en", readonly string[]>> = {
  de: [
    "Wie lange habt ihr offen?",
    "wie lange habt ihr heute geöffnet",
    "Wie lange kann man mittwochs bei Ihnen durchklingeln?",
    "Wie lange gilt eine erteilte Baugenehmigung?",
    "Bauvorbescheid gültig wie lange",
    "Wie lange darf eine Zwischennutzung dauern?",
    "Wie lange vorher müssen Halteverbotsschilder stehen?",
    "Wie lange im Voraus muss ein Sonntag beschlossen sein?",
    "Wie lange hebt ihr die Gespräche auf?",
    "Wie lange wird ALG plus 300 Euro gezahlt?",
    "Foodtruck dauerhaft auf Privatgrundstück abstellen",
    "Mein Elektriker redet dauernd von IoT",
    "Niemand fühlt sich zuständig, ich werde nur herumgereicht!",
    "Was macht der Einheitliche Ansprechpartner?",
    "An welchen Wochentagen ist Ihr Büro nicht besetzt?",
    "Was kostet eine Gewerbeanmeldung?",
    "Wo ist das Rathaus?",
  ],
  en: [
    "How long are you open today?",
    "How long is a building permit valid?",
    "how many months ahead should we take care of subsidies",
    "How long do you keep my data?",
    "Nobody is responsible here",
    "What does it cost?",
    "I need to know what do i need to know",
  ],
};

describe("what a question asks of a procedure", () => {
  for (const language of ["de", "en"] as const) {
    it.each(asking[language])(`${language}: %s, by "%s"`, (asked, question) => {
      expect(askedFor(question, language)).toBe(asked);
    });
    it.each(notAsking[language])(`${language}: nothing, by "%s"`, (question) => {
      expect(askedFor(question, language)).toBeNull();
    });
  }

  it("stands at the end of a long story as well", () => {
    expect(askedFor(`${"Ich habe einen Laden und noch viel vor. ".repeat(60)}Wer ist zuständig?`, "de")).toBe(
      "responsible",
    );
  });

  it("is told of the longest messages in no time", () => {
    const started = performance.now();
    askedFor(`wie lange ${"dauer wer ist ".repeat(20_000)}`, "de");
    askedFor(`how long ${"who is the what ".repeat(20_000)}`, "en");
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
