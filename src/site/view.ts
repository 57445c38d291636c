import type { Facts, Knowledge } from "../knowledge/model.js";
import type { SeminarRecord } from "../store/model.js";
import type { Language } from "../vocabulary/index.js";
import type { Chosen } from "./language.js";
import { WORDS, type Words } from "./words.js";

/** All that a page is made of. The same view gives the same page. */
export interface View {
  readonly language: Language;
  readonly words: Words;
  readonly knowledge: Knowledge;
  readonly facts: Facts;
  readonly records: ReadonlyMap<string, SeminarRecord>;
  /** Where guests reach the desk's pages, without a slash at the end. */
  readonly site: string;
  /** The address that was asked for. */
  readonly url: URL;
  readonly office: OfficeContact;
  /** A link inside the site: goes on in the language that the address chose. */
  link(path: string, query?: Readonly<Record<string, string>>): string;
  /** The address of this page in a language. */
  inLanguage(language: Language): string;
}

/** How the office can be reached, in the language of the page. */
export interface OfficeContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What `createSite` knows of a request. */
interface Request {
  readonly knowledge: Knowledge;
  readonly facts: Facts;
  readonly records: ReadonlyMap<string, SeminarRecord>;
  readonly site: string;
  readonly url: URL;
  readonly chosen: Chosen;
}

/** The view that a request gets. */
export function viewOf(request: Request): View {
  const { facts, url, chosen } = request;
  const { language } = chosen;
  const words = WORDS[language];
  return {
    ...request,
    language,
    words,
    office: officeContact(facts, language, words),
    link(path, query = {}) {
      const all = new URLSearchParams({ ...query, ...(chosen.explicit ? { lang: language } : {}) });
      return all.size > 0 ? `${path}?${all}` : path;
    },
    inLanguage(other) {
      const query = new URLSearchParams(url.search);
      query.set("lang", other);
      return `${url.pathname}?${query}`;
    },
  };
}

function officeContact(facts: Facts, language: Language, words: Words): OfficeContact {
  const value = (name: string): string | null => {
    const found = facts.value(`office.${name}`, language);
    return typeof found === "string" ? found : null;
  };
  return { name: value("name") ?? words.office, email: value("email"), phone: value("phone") };
}
