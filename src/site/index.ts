import { checkSigned } from "../conversation/signed-path.js";
import type { Facts, Knowledge, LegalPage } from "../knowledge/model.js";
import type { SeminarRecord } from "../store/model.js";
import type { Language, RequestHandler } from "../vocabulary/index.js";
import { answerPage } from "./answer.js";
import { feedFile, seminarFile } from "./calendar-files.js";
import { detailPage, noCalendarBecause } from "./detail.js";
import { languageOf } from "./language.js";
import { legalLink, legalMissing, legalPage } from "./legal.js";
import { messagePage } from "./message-page.js";
import { overviewPage } from "./overview.js";
import type { Markup } from "./rich-text.js";
import { pagePath } from "./seminar-view.js";
import { SIGNED_PATHS, type SignedPages, signedPage } from "./signed-pages.js";
import { type View, viewOf } from "./view.js";

/** What the pages are made of, asked for with each request. */
export interface SiteOptions extends SignedPages {
  /** What stands in intents/ at this moment. */
  readonly knowledge: () => Knowledge;
  /** What the store remembers of seminars. */
  readonly records: () => Promise<ReadonlyMap<string, SeminarRecord>>;
  /** Where guests reach the desk's pages, without a slash at the end. */
  readonly site: () => string;
  /** The values of all variables. @param now milliseconds since 1970 */
  readonly facts: (knowledge: Knowledge, now: number) => Facts;
}

/** A path of the site, as a route may name it, and what answers there. */
export interface SitePage {
  readonly path: string;
  readonly handler: RequestHandler;
}

const LEGAL: readonly LegalPage[] = ["privacy", "imprint", "accessibility"];

/**
 * The pages beside the chat: seminars with their calendar files, what was written in a handover, and what the law wants.
 * Rendered here, for each request from the knowledge of its moment, in both languages; they need no script. Their style, `/site.css`, is built
 * with the chat page and served beside it.
 */
export function createSite(options: SiteOptions): readonly SitePage[] {
  const opened = options.clock.now();

  const page =
    (show: (view: View, request: Request, id: string) => Response | Promise<Response>): RequestHandler =>
    async (request, { params }) => {
      const url = new URL(request.url);
      const chosen = languageOf(url, request.headers.get("accept-language"));
      const knowledge = options.knowledge();
      const facts = options.facts(knowledge, options.clock.now());
      const records = await options.records();
      const view = viewOf({ knowledge, facts, records, site: options.site(), url, chosen });
      return show(view, request, params["id"] ?? "");
    };

  return [
    { path: "/seminars", handler: page((view, request) => shown(request, view, overviewPage(view))) },
    { path: "/seminars.ics", handler: page(feed) },
    { path: "/seminars/:id", handler: page((view, request, id) => seminarPage(view, request, id, opened)) },
    { path: "/ics/:id", handler: page((view, request, id) => calendarLink(view, request, id)) },
    { path: "/seminars/*", handler: page(unknownPage) },
    {
      path: SIGNED_PATHS.answer,
      handler: page((view, _, id) => signedPage("answer", view, id, options)),
    },
    {
      path: SIGNED_PATHS.brief,
      handler: page((view, _, id) => signedPage("brief", view, id, options)),
    },
    ...LEGAL.map((name) => ({
      path: `/${name}`,
      handler: page((view, request) => legal(view, request, name)),
    })),
  ];

  /** What stands in a message: the file, or, when the message is old, the way to the seminar. */
  function calendarLink(view: View, request: Request, id: string): Response | Promise<Response> {
    const found = checkSigned(view.url, options.clock.now(), options.sign);
    if (found === "valid") return seminarPage(view, request, `${id}.ics`, opened);
    const { words } = view;
    if (found === "forged" || !view.knowledge.seminars.some((seminar) => seminar.id === id))
      return unknownPage(view, request);
    const way = { href: view.link(`/seminars/${id}`), label: words.toSeminar };
    const text = words.linkExpired;
    const old = { title: words.linkExpiredTitle, text, way, section: "seminars" } as const;
    return shown(request, view, messagePage(view, old), 410);
  }

  /** Calendars ask without preferences, and a calendar must not change its language: German, unless the address says. */
  function feed(view: View, request: Request): Response {
    const asked = languageOf(view.url, null);
    return feedFile(request, viewOf({ ...view, chosen: asked }), opened);
  }
}

/** A seminar's calendar file as its page gives it, for platforms that take files; null where there is none. */
export async function calendarFileOf(
  pages: readonly SitePage[],
  site: string,
  { seminar, language }: { readonly seminar: string; readonly language: Language },
): Promise<{ readonly name: string; readonly content: string } | null> {
  const id = `${seminar}.ics`;
  const page = pages.find(({ path }) => path === "/seminars/:id");
  const request = new Request(`${site}/seminars/${encodeURIComponent(id)}?lang=${language}`);
  const response = await page?.handler(request, { remoteAddress: "", params: { id } });
  const isFile = response?.headers.get("content-type")?.startsWith("text/calendar");
  return response?.ok && isFile ? { name: id, content: await response.text() } : null;
}

function seminarPage(
  view: View,
  request: Request,
  name: string,
  opened: number,
): Response | Promise<Response> {
  const { words } = view;
  const isFile = name.endsWith(".ics");
  const id = isFile ? name.slice(0, -".ics".length) : name;
  const seminar = view.knowledge.seminars.find((one) => one.id === id);
  if (!seminar) {
    const way = { href: view.link("/seminars"), label: words.back };
    const missing = messagePage(view, {
      title: words.seminarNotFoundTitle,
      text: words.seminarNotFound,
      way,
      section: "seminars",
    });
    return shown(request, view, missing, 404);
  }
  if (!isFile) return shown(request, view, detailPage(view, seminar));
  const reason = noCalendarBecause(view, seminar);
  if (reason === null) return seminarFile(request, view, seminar, opened);
  const way = { href: view.link(pagePath(seminar)), label: words.toSeminar };
  // the seminar is there, what is asked of it cannot be: its date is not known
  const said = { title: words.noCalendarTitle, text: reason, way, section: "seminars" } as const;
  return shown(request, view, messagePage(view, said), 409);
}

function unknownPage(view: View, request: Request): Response | Promise<Response> {
  const { words } = view;
  if (view.url.pathname === "/seminars/") return redirected(view.link("/seminars"));
  const way = { href: view.link("/seminars"), label: words.back };
  const said = { title: words.notFoundTitle, text: words.seminarNotFound, way, section: "seminars" } as const;
  const missing = messagePage(view, said);
  return shown(request, view, missing, 404);
}

function legal(view: View, request: Request, name: LegalPage): Response | Promise<Response> {
  const page = legalPage(view, name);
  if (page) return shown(request, view, page);
  const link = legalLink(view, name);
  return link === null ? shown(request, view, legalMissing(view, name), 404) : redirected(link);
}

function shown(request: Request, view: View, page: Markup, status = 200): Promise<Response> {
  return answerPage(request, page, view.language, status);
}

function redirected(to: string): Response {
  return new Response(null, { status: 302, headers: { location: to } });
}
