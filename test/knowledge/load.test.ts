import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { KnowledgeMissing, loadKnowledge } from "../../src/knowledge/load.js";
import { plain } from "../../src/text/index.js";
import { assembled, CREATED_ON, FILES, intent, onDisk, sourcesOf, told } from "./fixture.js";

const founding = (text: string) => ({ ...FILES, "faq/founding.yaml": text });

describe("a folder in order", () => {
  const { knowledge, kept, setAside } = assembled(FILES);

  it("goes live as a whole without any complaint", () => {
    expect(knowledge.problems).toEqual([]);
    expect([kept, setAside]).toEqual([[], []]);
    expect([...knowledge.intents.keys()]).toEqual(["register", "close"]);
    expect(knowledge.intents.get("register")).toMatchObject({
      topic: "founding",
      responsible: "trade-office",
      related: ["close"],
      at: { file: "intents/faq/founding.yaml", line: 1, column: 3 },
    });
    expect(knowledge.outOfScope.map(({ id }) => id)).toEqual(["citizens"]);
    expect(knowledge.synonyms).toEqual([["Gewerbeschein", "Gewerbeanmeldung"]]);
  });

  it("flattens the values of the office to camel case and leaves out what is not known", () => {
    expect(knowledge.office.values).toEqual({
      name: "Wirtschaftsförderung",
      "contact.eMail": "desk@example.org",
    });
    expect(knowledge.office.localised).toEqual({ city: { de: "Köln", en: "Cologne" } });
  });

  it("lets forms be filled in on every channel but Telegram, unless the office says otherwise", () => {
    const usual = { terminal: "here", web: "here", teams: "here", slack: "here", telegram: "link" };
    expect(knowledge.office.forms).toEqual(usual);
    const rules = "channels: { teams: { forms: link }, telegram: { off: true, forms: here }, web: {} }\n";
    const { office } = assembled({ ...FILES, "office.yaml": rules }).knowledge;
    expect(office.forms).toEqual({ ...usual, teams: "link", telegram: "here" });
    // nobody else can write into a chat in the terminal
    expect(office.handover).toEqual({ ...usual, terminal: "link" });
    expect(Object.keys(office.switchedOff)).toEqual(["telegram"]);
  });

  it("reads hours in every usual spelling", () => {
    expect(knowledge.office.hours[5]).toEqual([["09:00", "12:00"]]);
    expect(knowledge.office.hours[6]).toEqual([]);
  });

  it("keeps all variants of a message", () => {
    expect(knowledge.messages["fallback"]?.de.map(plain)).toEqual([
      "Das weiß ich nicht.",
      "Da muss ich passen.",
    ]);
    expect(knowledge.messages["fallback"]?.en.map(plain)).toEqual(["I do not know."]);
  });
});

describe("the version", () => {
  const version = (files: Readonly<Record<string, string>>, createdOn = CREATED_ON) =>
    loadKnowledgeOf(files, createdOn).version;

  it("is twelve hex digits, the same for the same content and another for any change", () => {
    expect(version(FILES)).toMatch(/^[0-9a-f]{12}$/);
    expect(version(FILES)).toBe(version({ ...FILES }));
    expect(version({ ...FILES, "synonyms.yaml": "- [a, c]\n" })).not.toBe(version(FILES));
    const { "faq/founding.yaml": moved = "", ...rest } = FILES;
    expect(version({ ...rest, "faq/other.yaml": moved })).not.toBe(version(FILES));
  });

  it("depends on the day of the data folder only where a seminar counts from it", () => {
    const counting = {
      ...FILES,
      "seminars.yaml": "- { id: a, title: { de: A }, example: true, date: { in-days: 3 } }\n",
    };
    expect(version(FILES, "2026-01-01")).toBe(version(FILES, "2026-02-02"));
    expect(version(counting, "2026-01-01")).not.toBe(version(counting, "2026-02-02"));
  });

  it("is another one while a part is older than the files", () => {
    const good = assembled(FILES).knowledge;
    const broken = { ...FILES, "partners.yaml": "- id: [" };
    expect(assembled(broken, good).knowledge.version).not.toBe(assembled(broken).knowledge.version);
    expect(assembled(broken, good).knowledge.version).toBe(assembled(broken, good).knowledge.version);
  });
});

function loadKnowledgeOf(files: Readonly<Record<string, string>>, createdOn: string) {
  const folder = onDisk(files);
  try {
    return loadKnowledge(folder.dir, { createdOn }).knowledge;
  } finally {
    folder.remove();
  }
}

describe("what is written wrongly is told with file, line, column and what to do", () => {
  it.each([
    [
      "too few phrasings",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace(/de: \[.*\]/, "de:\n      - eins\n      - zwei"),
      'intents/faq/founding.yaml:5:7 – "utterances.de" has 2 entries, at least 5 are needed. Add phrasings, or remove the intent.',
    ],
    [
      "a misspelt key",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("responsible:", "responsable:"),
      'intents/faq/founding.yaml:11:3 – "responsable" is no key that is known here. Did you mean "responsible"?',
    ],
    [
      "an unknown partner",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("responsible: trade-office", "responsible: trade-ofice"),
      'intents/faq/founding.yaml:11:16 – there is no partner "trade-ofice". Did you mean "trade-office"?',
    ],
    [
      "an unknown related intent",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("[close]", "[clsoe]"),
      'intents/faq/founding.yaml:12:13 – there is no intent "clsoe". Did you mean "close"?',
    ],
    [
      "an unknown variable of the office",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("Antwort register.", "Mail an {office.contact.email}."),
      'intents/faq/founding.yaml:7:18 – there is no value for {office.contact.email}. Did you mean "office.contact.eMail"?',
    ],
    [
      "an unknown value of a partner",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("Antwort register.", "[Hier]({trade-office.lnk})"),
      'intents/faq/founding.yaml:7:18 – there is no value for {trade-office.lnk}. Did you mean "trade-office.link"?',
    ],
    [
      "an unknown variable in what the bot says",
      "messages.yaml",
      'a: { de: "{title} am {office.opnNow}" }\n',
      'intents/messages.yaml:1:10 – there is no value for {office.opnNow}; the paragraph is left out. Did you mean "office.openNow"?',
    ],
    [
      "an unknown variable in an out-of-scope answer",
      "out-of-scope.yaml",
      FILES["out-of-scope.yaml"]?.replace("Bitte ans Bürgeramt.", '"Zu {citizens-office.link}"'),
      "intents/out-of-scope.yaml:4:17 – there is no value for {citizens-office.link}; the paragraph is left out. Add it to office.yaml or partners.yaml, or correct its name.",
    ],
    [
      "a variable with spaces",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("Antwort register.", "Bei { office.name }."),
      'intents/faq/founding.yaml:7:18 – "{ office.name }" is shown as it stands. Variables are written without spaces: {office.name}.',
    ],
    [
      "a missing answer",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace(/ {2}answer:\n.*\n.*\n/, ""),
      'intents/faq/founding.yaml:1:3 – "answer" is missing. Write an answer, or say with "behaviour" or "seminars" what answers instead.',
    ],
    [
      "a way to hand over that is none",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("  reviewedOn", "  handover: alway\n  reviewedOn"),
      'intents/faq/founding.yaml:9:13 – "handover" is "alway", which is none of the allowed words. Did you mean "always"?',
    ],
    [
      "a day that does not exist",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("2026-11-01", "2026-02-30"),
      'intents/faq/founding.yaml:9:15 – "reviewedOn" is not a day of the calendar: "2026-02-30". Write an existing day as YYYY-MM-DD.',
    ],
    [
      "a second intent of the same id",
      "faq/z-other.yaml",
      intent("close"),
      'intents/faq/z-other.yaml:1:7 – the intent "close" is already in intents/faq/founding.yaml:13. This second one is not used. Put the two together, or give this one its own id.',
    ],
    [
      "a number where text is needed",
      "office.yaml",
      "values: { zip: 01234 }\n",
      'intents/office.yaml:1:16 – "zip" is a number, but text is needed. Put it in quotes: "01234".',
    ],
    [
      "a phrasing with a colon and no quotes",
      "synonyms.yaml",
      "- - Förderung\n  - Frage: gibt es Geld\n",
      'intents/synonyms.yaml:2:5 – "group" is a group of keys, but text is needed. If the text itself holds ": ", put it in quotes.',
    ],
    [
      "hours that overlap",
      "office.yaml",
      'hours:\n  monday: ["09:00-12:00", "11:00-13:00"]\n',
      'intents/office.yaml:2:11 – "monday" has times that overlap or run backwards. Write them in order, such as ["09:00-12:00", "14:00-16:00"].',
    ],
    [
      "an unknown federal state",
      "office.yaml",
      "state: NRW\n",
      'intents/office.yaml:1:8 – "state" is "NRW", which is none of the allowed words. Did you mean "NW"?',
    ],
    [
      "a misspelt channel",
      "office.yaml",
      "channels: { telegramm: { off: true } }\n",
      'intents/office.yaml:1:13 – "telegramm" is no key that is known here. Did you mean "telegram"?',
    ],
    [
      "rules for e-mail, where no guest writes",
      "office.yaml",
      "channels: { email: { off: true } }\n",
      'intents/office.yaml:1:13 – "email" is no key that is known here. Known are: terminal, web, teams, slack, telegram.',
    ],
    [
      "an alias",
      "partners.yaml",
      "- &a { id: a, kind: x, name: { de: A } }\n- *a\n",
      'intents/partners.yaml:2:3 – the alias "*a" is not allowed. Write the value out.',
    ],
    [
      "a tag",
      "topics.yaml",
      "- { id: !!str a, title: { de: A } }\n",
      'intents/topics.yaml:1:15 – the tag "!!str" is not allowed. Remove it, or put the text in quotes.',
    ],
    [
      "a key that occurs twice",
      "topics.yaml",
      "- id: a\n  title: { de: A }\n  id: b\n",
      'intents/topics.yaml:3:3 – "id" occurs twice, first in line 1. Keep one of the two.',
    ],
    [
      "a list that is none",
      "topics.yaml",
      "founding: Gründung\n",
      'intents/topics.yaml:1:1 – the file is not a list. Begin each topic with "- " at the start of a line.',
    ],
    [
      "a tab",
      "topics.yaml",
      "- id: a\n\ttitle: { de: A }\n",
      "intents/topics.yaml:2:2 – this is no valid YAML: Unexpected scalar at node end. Indent with spaces, never with tabs.",
    ],
    [
      "a second document",
      "topics.yaml",
      "- { id: a, title: { de: A } }\n---\n- { id: b, title: { de: B } }\n",
      'intents/topics.yaml:2:1 – this is no valid YAML: Source contains multiple documents; please use YAML.parseAllDocuments(). Remove the line "---" that begins a second part.',
    ],
    [
      "a seminar of the 31st of November",
      "seminars.yaml",
      "- { id: a, title: { de: A }, date: { month: 11, days: [30, 31] } }\n",
      'intents/seminars.yaml:1:55 – "date.days" has a day that this month does not have. Compare it with the announcement.',
    ],
    [
      "a misspelt part of a date",
      "seminars.yaml",
      "- { id: a, title: { de: A }, date: { start: 2027-03-04, fromm: 09:00 } }\n",
      'intents/seminars.yaml:1:57 – "fromm" is no key that is known here. Did you mean "from"?',
    ],
    [
      "a real seminar that counts days",
      "seminars.yaml",
      "- { id: a, title: { de: A }, date: { in-days: 3 } }\n",
      'intents/seminars.yaml:1:36 – "date" counts in days, which only examples may. Write the day as "start", or add "example: true".',
    ],
    [
      "a registration without a way to register",
      "seminars.yaml",
      "- { id: a, title: { de: A }, registration: { until: 2027-01-01 } }\n",
      'intents/seminars.yaml:1:44 – "registration" says neither page nor form. Add url or form, or remove registration.',
    ],
    [
      "a rule for forms that is none",
      "office.yaml",
      "channels: { teams: { forms: her } }\n",
      'intents/office.yaml:1:29 – "teams.forms" is "her", which is none of the allowed words. Did you mean "here"?',
    ],
    [
      "a synonym alone",
      "synonyms.yaml",
      "- [Kiez]\n",
      'intents/synonyms.yaml:1:3 – "group" has 1 entry, at least 2 are needed. Add what is missing, or remove the group.',
    ],
    [
      "the values of an invented town",
      "office.yaml",
      "stand-in: true\nvalues: { a: Mo bis Fr, b: { c: null, d: a@stadt.example }, e: { de: Musterstadt } }\n",
      'intents/office.yaml:1:1 – the values are those of an invented town. To be replaced: office.b.d, office.e. To be checked: office.a. Write your own, with hours and state, then remove "stand-in".',
    ],
  ])("%s", (_, name, text, message) => {
    expect(told(assembled({ ...FILES, [name]: text ?? "" }))).toContain(message);
  });
});

describe("doubts about what is valid", () => {
  it.each([
    [
      "a short answer that is long",
      (text: string) => text.replace("Antwort register.", "x".repeat(601)),
      /has 601 characters, 600 are the most/,
    ],
    [
      "few phrasings",
      (text: string) => text.replace(/en: \["question 0 register",/, 'en: ["a"] #'),
      /"register" has 1 English utterances/,
    ],
    [
      "one language only",
      (text: string) => text.replace("    en: { short", "    # en: { short"),
      /"register" has no English answer; German stands in/,
    ],
    [
      "a phrasing in two intents",
      (text: string) => text.replace("frage 3 close", "Frage 3: REGISTER?"),
      /"Frage 3: REGISTER\?" is in "register" as well as in "close"/,
    ],
  ])("%s is a warning, and the intent goes live", (_, change, message) => {
    const loaded = assembled(founding(change(FILES["faq/founding.yaml"] ?? "")));
    expect(loaded.knowledge.intents.size).toBe(2);
    expect(loaded.knowledge.problems).toHaveLength(1);
    expect(loaded.knowledge.problems[0]).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(message),
    });
  });

  it("says in German what has no English text, but teaches no German words as English ones", () => {
    const german = FILES["faq/founding.yaml"]?.replace(/ {4}en: .*\n/g, "") ?? "";
    const register = assembled(founding(german)).knowledge.intents.get("register");
    expect(register && plain(register.answer?.en.short ?? [])).toBe("Antwort register.");
    expect(register?.utterances.en).toEqual([]);
  });
});

describe("what is broken on a cold start", () => {
  it("is set aside while its neighbours go live", () => {
    const loaded = assembled(founding(`${intent("first")}- id: broken\n  titel: x\n${intent("last")}`));
    expect([...loaded.knowledge.intents.keys()]).toEqual(["first", "last"]);
    expect(loaded.setAside).toEqual(["intent broken"]);
  });

  it("of an unreadable partners.yaml costs no intent that names a partner", () => {
    const loaded = assembled({ ...FILES, "partners.yaml": "- [" });
    expect([...loaded.knowledge.intents.keys()]).toEqual(["register", "close"]);
    expect(loaded.knowledge.intents.get("register")?.responsible).toBeNull();
    expect(loaded.knowledge.problems).toHaveLength(1);
  });

  it("in one value of the office costs no other value", () => {
    const loaded = assembled({ ...FILES, "office.yaml": "values: { a: 5, b: gut }\nstate: XX\n" });
    expect(loaded.knowledge.office).toMatchObject({
      values: { b: "gut" },
      state: "BUND",
      timeZone: "Europe/Berlin",
    });
  });

  it("does not keep the desk closed, unless office.yaml is missing", () => {
    const { "office.yaml": _, ...rest } = FILES;
    const folder = onDisk(rest);
    expect(() => loadKnowledge(folder.dir, { createdOn: CREATED_ON })).toThrow(KnowledgeMissing);
    expect(() => loadKnowledge(folder.dir, { createdOn: CREATED_ON })).toThrow(
      /no office\.yaml .* Set INTENTS_DIR/,
    );
    writeFileSync(join(folder.dir, "office.yaml"), "]: [");
    expect(loadKnowledge(folder.dir, { createdOn: CREATED_ON }).knowledge.intents.size).toBe(2);
    folder.remove();
  });

  it("is told when messages.yaml is missing", () => {
    const { "messages.yaml": _, ...rest } = FILES;
    expect(told(assembled(rest))).toContain("intents/messages.yaml:1:1 – the file is missing. Restore it.");
  });
});

describe("what is broken later keeps its last good version", () => {
  const good = assembled(FILES).knowledge;

  it.each([
    ["one entry", "faq/founding.yaml", FILES["faq/founding.yaml"]?.replace("owner: desk", "owner: 5")],
    [
      "an entry whose id is gone",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("id: register", "id: REG ISTER"),
    ],
    ["a whole file", "faq/founding.yaml", "- id: register\n  title: {"],
    ["a file cut to nothing", "faq/founding.yaml", ""],
    ["a file of comments", "faq/founding.yaml", "# nothing\n"],
    [
      "a variable",
      "faq/founding.yaml",
      FILES["faq/founding.yaml"]?.replace("Antwort register.", "{office.nonsense}"),
    ],
  ])("%s", (_, name, text) => {
    const loaded = assembled({ ...FILES, [name]: text ?? "" }, good);
    expect(loaded.knowledge.intents.get("register")).toEqual(good.intents.get("register"));
    expect(loaded.knowledge.intents.get("close")).toEqual(good.intents.get("close"));
    expect(loaded.kept).toContain("intent register");
    expect(loaded.setAside).toEqual([]);
    expect(loaded.knowledge.problems.some(({ severity }) => severity === "error")).toBe(true);
  });

  it.each([
    "office.yaml",
    "messages.yaml",
    "topics.yaml",
    "partners.yaml",
    "seams.yaml",
    "seminars.yaml",
    "synonyms.yaml",
    "out-of-scope.yaml",
    "forms.yaml",
    "legal.yaml",
    "handover.yaml",
  ])("%s, whether it is cut to nothing or no YAML any more", (name) => {
    for (const text of ["", "{ [", "- 5\n- 7\n"]) {
      const { version: _, problems, ...rest } = assembled({ ...FILES, [name]: text }, good).knowledge;
      if (name === "synonyms.yaml" && text.startsWith("-")) expect(rest.synonyms).toEqual([]);
      else expect({ ...rest, version: "", problems: [] }).toEqual({ ...good, version: "" });
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  it("one value and one section of the office, while others change", () => {
    const text = FILES["office.yaml"]
      ?.replace("name: Wirtschaftsförderung", "name: 7")
      .replace("desk@", "new@")
      .replace("monday: [", "munday: [");
    const { office } = assembled({ ...FILES, "office.yaml": text ?? "" }, good).knowledge;
    expect(office.values).toEqual({ name: "Wirtschaftsförderung", "contact.eMail": "new@example.org" });
    expect(office.hours).toEqual(good.office.hours);
  });

  it("a section of the office or a message whose name was misspelt", () => {
    const office = FILES["office.yaml"]?.replace("hours:", "huors:") ?? "";
    const { knowledge } = assembled(
      { ...FILES, "office.yaml": office, "messages.yaml": "fallbak: 5\n" },
      good,
    );
    expect(knowledge.office.hours).toEqual(good.office.hours);
    expect(knowledge.messages).toEqual(good.messages);
  });

  it("the folder faq/, but not a single file that somebody removed", () => {
    const { "faq/founding.yaml": founding = "", ...rest } = FILES;
    expect(assembled(rest, good).knowledge.intents.size).toBe(2);
    expect(told(assembled(rest, good)).join()).toContain("intents/faq:1:1 – the folder is missing");
    const two = assembled({ ...FILES, "faq/other.yaml": intent("other") }).knowledge;
    expect([...assembled({ ...rest, "faq/founding.yaml": founding }, two).knowledge.intents.keys()]).toEqual([
      "register",
      "close",
    ]);
  });

  it("an intent that moves to another file while something breaks is there once", () => {
    const files = { ...founding(`${intent("register")}- id: 5\n`), "faq/moved.yaml": intent("close") };
    const { intents } = assembled(files, good).knowledge;
    expect([...intents.keys()].sort()).toEqual(["close", "register"]);
    expect(intents.get("close")?.at.file).toBe("intents/faq/moved.yaml");
  });
});

describe("on disk", () => {
  let folder = onDisk();
  afterEach(() => folder.remove());

  it.each([
    [
      "a file in the encoding of an old Windows editor",
      Buffer.from("- [Gr\u00fcndung, Start]\n", "latin1"),
      /synonyms\.yaml:1:1 – the file is not written in UTF-8/,
    ],
    [
      "a file above 2 MB",
      Buffer.alloc(2 * 1024 * 1024 + 1, "#"),
      /synonyms\.yaml:1:1 – the file is larger than 2 MB/,
    ],
  ])("%s is told", (_, bytes, message) => {
    folder = onDisk();
    writeFileSync(join(folder.dir, "synonyms.yaml"), bytes);
    const loaded = loadKnowledge(folder.dir, { createdOn: CREATED_ON });
    expect(told(loaded)).toEqual([expect.stringMatching(message)]);
    expect(loaded.knowledge.intents.size).toBe(2);
  });

  it("a byte order mark does no harm", () => {
    folder = onDisk({ ...FILES, "synonyms.yaml": "\ufeff- [a, b]\n" });
    expect(loadKnowledge(folder.dir, { createdOn: CREATED_ON }).knowledge.synonyms).toEqual([["a", "b"]]);
  });

  it("files that nobody reads are told, those of editors are not", () => {
    folder = onDisk({
      ...FILES,
      "seminar.yaml": "",
      "faq/a.yml": "",
      ".#office.yaml": "",
      "office.yaml~": "",
      "forms.yaml": "",
    });
    expect(told(loadKnowledge(folder.dir, { createdOn: CREATED_ON }))).toEqual([
      "intents/faq/a.yml:1:1 – this file is not read. Rename it so that it ends in .yaml.",
      'intents/seminar.yaml:1:1 – this file is not read. Did you mean "seminars.yaml"?',
    ]);
  });

  it("a file that cannot be read keeps its last good version", () => {
    folder = onDisk();
    const previous = loadKnowledge(folder.dir, { createdOn: CREATED_ON }).knowledge;
    rmSync(join(folder.dir, "faq/founding.yaml"));
    mkdirSync(join(folder.dir, "faq/founding.yaml"));
    const loaded = loadKnowledge(folder.dir, { createdOn: CREATED_ON, previous });
    expect(loaded.knowledge.intents.size).toBe(2);
    expect(told(loaded)).toEqual([expect.stringContaining("the file cannot be read (EISDIR)")]);
  });
});

it("leaves the sources as they are", () => {
  const sources = sourcesOf(FILES);
  const before = structuredClone(sources);
  assembled(FILES);
  expect(sources).toEqual(before);
});

describe("a draft", () => {
  const draft = "- id: begun\n  draft: true\n  utterances: { de: [nur eine] }\n";

  it("is told of with its place, is not checked and reaches no guest", () => {
    const loaded = assembled({ ...FILES, "faq/founding.yaml": `${FILES["faq/founding.yaml"]}${draft}` });
    expect([...loaded.knowledge.intents.keys()]).toEqual(["register", "close"]);
    expect(loaded.setAside).toEqual([]);
    expect(told(loaded)).toEqual([
      expect.stringMatching(
        /founding\.yaml:\d+:3 – the intent "begun" is a draft: guests do not get it yet\./,
      ),
    ]);
  });

  it("counts like any other entry once it says that it is none", () => {
    const finished = intent("begun", "  draft: false\n");
    const { knowledge } = assembled({
      ...FILES,
      "faq/founding.yaml": `${FILES["faq/founding.yaml"]}${finished}`,
    });
    expect([...knowledge.intents.keys()]).toEqual(["register", "close", "begun"]);
  });
});
