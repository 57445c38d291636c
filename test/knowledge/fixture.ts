import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { assemble, type Loaded } from "../../src/knowledge/assemble.js";
import type { Knowledge } from "../../src/knowledge/model.js";
import { describeProblem } from "../../src/knowledge/problems.js";
import type { Sources } from "../../src/knowledge/sources.js";
import { rememberingReader } from "../../src/knowledge/yaml-file.js";

/** Text of files by their name below intents/. */
export type Files = Readonly<Record<string, string>>;

export const CREATED_ON = "2026-11-20";

/** A FAQ entry of ten phrasings in each language, with nothing to complain about. */
export function intent(id: string, more = ""): string {
  const phrases = (word: string): string =>
    JSON.stringify(Array.from({ length: 10 }, (_, index) => `${word} ${index} ${id}`));
  return `- id: ${id}
  title: { de: Titel ${id}, en: Title ${id} }
  utterances:
    de: ${phrases("frage")}
    en: ${phrases("question")}
  answer:
    de: { short: "Antwort ${id}." }
    en: { short: "Answer ${id}." }
  reviewedOn: 2026-11-01
  owner: desk
${more}`;
}

/** A page of legal.yaml. */
export function legalPage(page: string): string {
  return `${page}:
  title: { de: Seite, en: Page }
  sections:
    - title: { de: Abschnitt, en: Section }
      text: { de: "{office.name}", en: "{office.name}" }
`;
}

/** A small office that is in order. */
export const FILES: Files = {
  "office.yaml": `time-zone: Europe/Berlin
state: NW
values:
  name: Wirtschaftsförderung
  contact: { e-mail: desk@example.org, phone: null }
  city: { de: Köln, en: Cologne }
hours:
  monday: ["09:00-12:00", "14:00-16:00"]
  tuesday: ["09:00-12:00", "14:00-16:00"]
  wednesday: ["09:00-12:00", "14:00-16:00"]
  thursday: ["09:00-12:00", "14:00-18:00"]
  friday: ["9:00 – 12:00"]
exceptions:
  - { from: 2026-12-24, to: 2026-12-31, reason: { de: Betriebsferien, en: company holidays } }
  - { from: 2026-11-27, hours: ["10:00-11:00"], reason: { de: Personalversammlung, en: staff meeting } }
`,
  "messages.yaml": `fallback: { de: [Das weiß ich nicht., Da muss ich passen.], en: I do not know. }
`,
  "topics.yaml": `- { id: founding, title: { de: Gründung, en: Starting a business } }
`,
  "partners.yaml": `- id: trade-office
  kind: department
  name: { de: Gewerbeamt, en: Trade office }
  topics: [founding]
  values: { link: "https://example.org/gewerbe", phone: null }
`,
  "seams.yaml": `- id: registration
  title: { de: Gewerbeanmeldung, en: Trade registration }
  names: { de: [Gewerbeschein], en: [trade licence] }
  intents: [register]
  department: trade-office
  goesIn: { de: [Ausweis], en: [Passport] }
  comesOut: { de: Bescheinigung, en: Certificate }
  usualTime: { de: Binnen drei Tagen (§ 15 GewO)., en: Within three days (section 15 GewO). }
  source: [{ title: § 15 GewO, url: https://www.gesetze-im-internet.de/gewo/__15.html }]
  reviewedOn: 2026-11-01
  owner: desk
`,
  "seminars.yaml": `- id: wifoe
  title: { de: Wirtschaftsförderung 4.0, en: Economic development 4.0 }
  date: { month: 11, days: [24, 25] }
`,
  "synonyms.yaml": `- [Gewerbeschein, Gewerbeanmeldung]
`,
  "out-of-scope.yaml": `- id: citizens
  title: { de: Bürgeramt, en: Citizens }
  utterances: { de: [Ich brauche einen neuen Pass], en: [I need a passport] }
  answer: { de: Bitte ans Bürgeramt., en: Please ask the citizens' office. }
`,
  "forms.yaml": `- id: callback
  letter: R
  title: { de: Rückruf, en: Call-back }
  purpose: { de: "Damit wir Sie zurückrufen: {office.name}", en: "So that we call back: {office.name}" }
  keep-days: 30
  responsible: trade-office
  fields:
    - { id: name, kind: name, label: { de: Name, en: Name }, question: { de: Wie heißen Sie?, en: Your name? } }
  confirmation: { de: "Danke: {reference}", en: "Thank you: {reference}" }
`,
  "legal.yaml": ["privacy", "imprint", "accessibility"].map(legalPage).join(""),
  "handover.yaml": `general: office
usual-wait: { de: meist innerhalb von zehn Minuten, en: usually within ten minutes }
times: { remind-after: [2, 4], escalate-after: 5 }
rooms:
  - { id: office, name: Tresen, channel: terminal }
  - id: trade
    name: Gewerbe
    channel: telegram
    address: -1001234567890
    partners: [trade-office]
`,
  "faq/founding.yaml": `${intent("register", "  responsible: trade-office\n  related: [close]\n")}${intent("close")}`,
};

const read = rememberingReader();

/** Reads files without a disk. */
export function assembled(files: Files, previous?: Knowledge): Loaded {
  return assemble(sourcesOf(files), { createdOn: CREATED_ON, previous, read });
}

export function sourcesOf(files: Files): Sources {
  return {
    folder: "intents",
    hasFaq: Object.keys(files).some((name) => name.startsWith("faq/")),
    problems: [],
    files: Object.entries(files)
      .map(([name, text]) => ({ name, shown: `intents/${name}`, text }))
      .sort((first, second) => (first.name < second.name ? -1 : 1)),
  };
}

/** What staff read of the problems. */
export function told(loaded: Loaded): string[] {
  return loaded.knowledge.problems.map(describeProblem);
}

/** A folder intents/ on disk that is removed by the returned function. */
export function onDisk(files: Files = FILES): { readonly dir: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "knowledge-"));
  const dir = join(root, "intents");
  for (const [name, text] of Object.entries(files)) write(dir, name, text);
  return { dir, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export function write(dir: string, name: string, text: string): void {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), text);
}
