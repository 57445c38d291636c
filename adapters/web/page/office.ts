import type { Language, Localised } from "../../../src/vocabulary/index.js";
import { telephone } from "./message.js";
import { renderLink } from "./rich-text.js";
import { word } from "./words.js";

/** As `GET /web/office` tells it. */
interface Office {
  readonly name: string;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly privacyUrl?: string | null;
  readonly imprintUrl?: string | null;
  readonly accessibilityUrl?: string | null;
}

/** What is known of the office; the page keeps its neutral words where that is nothing. */
export async function askForOffice(): Promise<Localised<Office> | null> {
  try {
    const response = await fetch("/web/office");
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Puts name, contact and legal links where the page has a place for them. */
export function showOffice(offices: Localised<Office>, language: Language): void {
  const office = offices[language];
  const name = document.getElementById("office-name");
  if (name) name.textContent = office.name;
  document.title = `${office.name} – Chat`;

  const contact: (string | Node)[] = [];
  if (office.phone) contact.push(`${word(language, "call")} `, telephone(office.phone));
  if (office.phone && office.email) contact.push(" · ");
  if (office.email)
    contact.push(
      `${word(language, "mail")} `,
      renderLink(`mailto:${office.email}`, [document.createTextNode(office.email)]),
    );
  document.getElementById("contact")?.replaceChildren(...contact);

  const urls: Readonly<Record<string, string | null | undefined>> = { ...office };
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-office]")) {
    const url = urls[link.dataset["office"] ?? ""];
    const target = url && URL.canParse(url, location.href) ? new URL(url, location.href) : null;
    link.hidden = !target || !["http:", "https:"].includes(target.protocol);
    if (target && !link.hidden) link.href = target.href;
  }
  const legal = document.getElementById("legal");
  if (legal) legal.hidden = !legal.querySelector("a:not([hidden])");
}
