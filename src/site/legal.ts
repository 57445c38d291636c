import { html } from "hono/html";
import type { LegalPage } from "../knowledge/model.js";
import { fill, safeTarget } from "../text/index.js";
import { layout } from "./layout.js";
import { type Markup, richText } from "./rich-text.js";
import type { View } from "./view.js";

/** Where office.yaml may name a page of the town's own. */
const OFFICE_LINKS: Readonly<Record<LegalPage, string>> = {
  privacy: "office.privacyLink",
  imprint: "office.imprintLink",
  accessibility: "office.accessibilityLink",
};

/**
 * A page of legal.yaml with the facts of this moment: what has a value that is not known is left out, with its heading
 * where nothing remains. Null: legal.yaml does not have it.
 */
export function legalPage(view: View, name: LegalPage): Markup | null {
  const { language, facts, knowledge } = view;
  const page = knowledge.legal[name];
  if (!page) return null;
  const sections = page.sections
    .map(({ title, text }) => ({
      title: title[language],
      text: fill(text[language], (path) => facts.value(path, language)),
    }))
    .filter(({ text }) => text.length > 0);
  const main = html`<h1 class="kern-heading-large">${page.title[language]}</h1>
      ${sections.map(
        ({ title, text }) =>
          html`<section><h2 class="kern-heading-medium">${title}</h2>${richText(text)}</section>`,
      )}`;
  return layout(view, { title: page.title[language], indexed: true, canonical: `/${name}`, main });
}

/** The town's own page on this, if office.yaml names one; a link to this very page would lead in circles. */
export function legalLink({ facts, language, site }: View, name: LegalPage): string | null {
  const link = facts.value(OFFICE_LINKS[name], language);
  const target = typeof link === "string" ? safeTarget(link) : undefined;
  return target === undefined || target.startsWith(`${site}/`) ? null : target;
}

/** Said where neither legal.yaml nor office.yaml has it. */
export function legalMissing(view: View, name: LegalPage): Markup {
  const { words } = view;
  const title = words.legalMissing[name];
  const main = html`<h1 class="kern-heading-large">${title}</h1>
      <p class="kern-body">${words.legalMissingText}</p>
      ${contact(view)}`;
  return layout(view, { title, indexed: false, canonical: null, main });
}

function contact({ words, office }: View): Markup | "" {
  if (!office.email && !office.phone) return "";
  return html`<h2 class="kern-heading-medium">${words.contact}</h2>
      <ul class="kern-list kern-list--bullet">
        ${office.email ? html`<li>${words.email}: <a class="kern-link" href="mailto:${office.email}">${office.email}</a></li>` : ""}
        ${office.phone ? html`<li>${words.phone}: <a class="kern-link" href="tel:${office.phone.replace(/[^+\d]/g, "")}">${office.phone}</a></li>` : ""}
      </ul>`;
}
