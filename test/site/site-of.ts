import { factsAt } from "../../src/knowledge/index.js";
import type { Knowledge, LegalText, Office, Seminar } from "../../src/knowledge/model.js";
import { createSite } from "../../src/site/index.js";
import type { NumberedCase, SeminarRecord } from "../../src/store/model.js";
import { paragraph } from "../../src/text/index.js";
import { blankOffice, noHandover } from "../blank-entries.js";

export const NOW = Date.parse("2026-11-23T12:00:00Z");

export const SITE = "https://chat.stadt.example";

/** Stands for the desk's keyed hash. */
export const sign = (text: string): string => `mac-of-${text.length}-${text.split("").reverse().join("")}`;

/** A site over this knowledge; answers as the server would. */
export async function siteOf(given: {
  seminars?: readonly Seminar[];
  legal?: Knowledge["legal"];
  values?: Readonly<Record<string, string>>;
  records?: Readonly<Record<string, Partial<SeminarRecord>>>;
  /** Instead of all that stands in intents/. */
  knowledge?: Knowledge;
  caseByNumber?: (number: string) => Promise<NumberedCase | null>;
  signing?: (text: string) => string;
  now?: () => number;
}) {
  const knowledge = given.knowledge ?? knowledgeOf(given);
  const record = { booked: 0, waiting: 0, sequence: 0, changedAt: NOW };
  const records = new Map(
    Object.entries(given.records ?? {}).map(([id, known]) => [id, { ...record, ...known }] as const),
  );
  const pages = createSite({
    knowledge: () => knowledge,
    records: async () => records,
    site: () => SITE,
    clock: { now: given.now ?? (() => NOW) },
    facts: factsAt,
    sign: given.signing ?? sign,
    caseByNumber: given.caseByNumber ?? (async () => null),
  });
  return async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
    const { pathname } = new URL(path, SITE);
    const exact = pages.find((page) => page.path === pathname);
    const [, room, name] = /^\/(seminars|ics|answer|handover)\/([^/]+)$/.exec(pathname) ?? [];
    const page = exact ?? pages.find((one) => one.path === (name ? `/${room}/:id` : "/seminars/*"));
    if (!page) throw new Error(`There is no page for ${path}.`);
    const params = name ? { id: decodeURIComponent(name) } : {};
    return page.handler(new Request(new URL(path, SITE), { headers }), { remoteAddress: "", params });
  };
}

/** Three words of a status, as messages.yaml has them. */
function status(text: string): Knowledge["messages"][string] {
  return { de: [[paragraph(text)]], en: [[paragraph(text)]] };
}

function knowledgeOf(given: Parameters<typeof siteOf>[0]): Knowledge {
  const office: Office = {
    ...blankOffice,
    values: { name: "Wirtschaftsförderung Stadt", email: "amt@stadt.example", ...given.values },
  };
  return {
    version: "0",
    office,
    handover: noHandover,
    messages: {
      "seminar.status.free": status("noch {free} von {seats} Plätzen frei"),
      "seminar.status.full": status("ausgebucht"),
      "seminar.status.closed": status("Anmeldeschluss vorbei"),
      "seminar.status.cancelled": status("abgesagt"),
      "seminar.status.past": status("vorbei"),
    },
    topics: [],
    intents: new Map(),
    outOfScope: [],
    partners: new Map(),
    seams: new Map(),
    seminars: given.seminars ?? [],
    forms: new Map(),

    legal: given.legal ?? {},
    synonyms: [],
    problems: [],
  };
}

/** A legal page of one section in each language. */
export function legalText(...texts: readonly string[]): LegalText {
  return {
    title: { de: "Datenschutzerklärung", en: "Privacy notice" },
    sections: texts.map((text, index) => ({
      title: { de: `Abschnitt ${index}`, en: `Section ${index}` },
      text: { de: [paragraph(text)], en: [paragraph(`In English: ${text}`)] },
    })),
  };
}
