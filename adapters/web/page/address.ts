import type { Language } from "../../../src/vocabulary/index.js";

/** Whether the page lies in the frame of another site, where the widget shows it under a path of its own. */
export const embedded = /^\/embed\/?$/.test(location.pathname);

/**
 * An address of the desk. The embedded page says that it is one: in another site's frame the browser sends only a
 * cookie that the desk made for it.
 */
export function deskAddress(path: string, parameters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...parameters, ...(embedded ? { embedded: "1" } : {}) }).toString();
  return query ? `${path}?${query}` : path;
}

/** Gives the links to the desk's other pages the language of this one; from a frame they open beside it. */
export function pointLinks(language: Language): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-page]")) {
    const page = link.dataset["page"] ?? "/";
    // The transcript stays in the frame: outside of it the browser would not send the frame's cookie.
    if (page.startsWith("/web/")) link.href = deskAddress(page, { format: "txt", lang: language });
    else {
      link.href = `${page}?lang=${language}`;
      if (embedded) link.target = "_blank";
    }
  }
}

/** What a link to the page asks it to begin with, as a standing action: `?do=register:some-seminar`. */
export interface Errand {
  readonly kind: "register" | "form" | "topic" | "person";
  /** Empty: it is about nothing more. */
  readonly about: string;
}

/** Takes the token out of the address that carries a conversation over from another channel. Null when there is none. */
export function takeCarry(): string | null {
  const token = taken("carry");
  return token !== null && /^[\w.-]{1,100}$/.test(token) ? token : null;
}

/** Takes the errand out of the address, so that a reload does not run it again. Null when there is none. */
export function takeErrand(): Errand | null {
  const asked = taken("do");
  if (asked === null) return null;
  if (asked === "person") return { kind: "person", about: "" };
  const [, kind, about] = /^(register|form|topic):([\w.-]{1,100})$/.exec(asked) ?? [];
  return about !== undefined && (kind === "register" || kind === "form" || kind === "topic")
    ? { kind, about }
    : null;
}

/** A parameter of the address, which loses it. */
function taken(name: string): string | null {
  const address = new URL(location.href);
  const value = address.searchParams.get(name);
  if (value === null) return null;
  address.searchParams.delete(name);
  history.replaceState(null, "", address);
  return value;
}
