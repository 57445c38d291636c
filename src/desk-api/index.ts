import type { Knowledge } from "../knowledge/model.js";
import type { Store } from "../store/model.js";
import type { Clock, DeskEvent, Language, RequestHandler, Routes } from "../vocabulary/index.js";
import { ACTS, type ActBody, type ActName, type ActResult, actBody, eventOf, resultOf } from "./act.js";
import { isRefusal, json, type Refusal, refusal, refused } from "./answers.js";
import { listEnquiries, openCase, showEnquiry } from "./enquiries.js";
import { refuses } from "./guard.js";

export type { ActName, ActResult } from "./act.js";
export type { Enquiry, EnquiryInList, EnquiryList, Named } from "./enquiries.js";
export type { ShownLine, Speaker } from "./lines.js";

/** What the entrance for staff needs of the desk. */
export interface DeskApiOptions {
  readonly store: Pick<Store, "openCases" | "staff" | "load" | "caseFile" | "action" | "outcomeOf">;
  /** Takes over what staff do, like any other event. */
  readonly receive: (event: DeskEvent) => Promise<"accepted" | "repeat" | "dropped">;
  /** Something was written to the store by another process that may be due. */
  readonly wake: () => void;
  readonly knowledge: () => Knowledge;
  /** Who may come in knows it. */
  readonly token: string;
  readonly clock: Clock;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

/** The largest body of a request, in bytes. */
const BODY_LIMIT = 32 * 1024;
/** How long a request waits until what it asked for is decided, in milliseconds, and how often it looks. */
const LONGEST_WAIT = 5_000;
const LOOK_EVERY = 20;

/**
 * Hangs the entrance for staff on the desk's server: what waits, what was said, and what is done about it. For programs on
 * the same machine that know the desk's secret, such as the command `desk`. Nothing of it is logged.
 */
export function hangDeskApi(routes: Routes, options: DeskApiOptions): void {
  const { store, knowledge, clock } = options;
  const open =
    (handler: RequestHandler): RequestHandler =>
    (request, from) => {
      const refusedAs = refuses(options.token, request, from);
      return refusedAs ? refused(refusedAs) : handler(request, from);
    };

  routes.get(
    "/desk/enquiries",
    open(async (request) => json(200, await listEnquiries(store, knowledge(), languageOf(request)))),
  );
  routes.get(
    "/desk/enquiries/:number",
    open(async (request, { params: { number = "" } }) => {
      const after = new URL(request.url).searchParams.get("after") ?? "0";
      if (!/^\d{1,15}$/.test(after)) return refused(refusal(400, "body"));
      const about = { number, after: Number(after), language: languageOf(request), now: clock.now() };
      const found = await showEnquiry(store, knowledge(), about);
      return found ? json(200, found) : refused(unknownEnquiry(number));
    }),
  );
  routes.post(
    "/desk/enquiries/:number/:act",
    open(async (request, { params: { number = "", act = "" } }) => {
      const name = ACTS.find((one) => one === act);
      if (!name) return refused(refusal(404, "no-such-act", { acts: ACTS.join(", ") }));
      const body = await bodyOf(request);
      if (isRefusal(body)) return refused(body);
      const result = await done(name, body, number, languageOf(request));
      return isRefusal(result) ? refused(result) : json(200, result);
    }),
    BODY_LIMIT,
  );
  routes.post(
    "/desk/wake",
    open(() => {
      options.wake();
      return new Response(null, { status: 204 });
    }),
    BODY_LIMIT,
  );

  async function done(
    name: ActName,
    body: ActBody,
    number: string,
    language: Language,
  ): Promise<ActResult | Refusal> {
    const found = await openCase(store, number);
    if (!found) return unknownEnquiry(number);
    const at = { store, knowledge: knowledge(), language, now: clock.now() };
    const event = await eventOf(name, body, found, at);
    if (isRefusal(event)) return event;
    if ((await options.receive(event)) === "dropped") return unknownEnquiry(number);
    const turn = await decided(event);
    if (turn === null) return refusal(202, "not-decided");
    const file = await store.caseFile(found.conversation);
    return resultOf(turn, found.number, file?.lines ?? [], await openCase(store, number));
  }

  /** The turn that decided it; null: not within the time. */
  async function decided({ channel, keys: [key = ""] }: DeskEvent): Promise<number | null> {
    for (let waited = 0; ; waited += LOOK_EVERY) {
      const turn = (await store.outcomeOf(channel, key))?.turn ?? null;
      if (turn !== null || waited >= LONGEST_WAIT) return turn;
      await options.pause(LOOK_EVERY);
    }
  }
}

async function bodyOf(request: Request): Promise<ActBody | Refusal> {
  try {
    const read = actBody.safeParse(await request.json());
    return read.success ? read.data : refusal(400, "body");
  } catch {
    return refusal(400, "body");
  }
}

function unknownEnquiry(number: string): Refusal {
  return refusal(404, "enquiry-unknown", { number: number.slice(0, 20) });
}

function languageOf(request: Request): Language {
  return new URL(request.url).searchParams.get("lang") === "en" ? "en" : "de";
}
