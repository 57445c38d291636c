import { GENERAL_DESK } from "../conversation/standing-staff.js";
import { type Brief, briefOf } from "../handover/brief.js";
import { briefText } from "../handover/brief-text.js";
import type { Knowledge } from "../knowledge/model.js";
import type { OpenCase, Store } from "../store/model.js";
import { plain } from "../text/index.js";
import type { ChannelName, HandoverStage, Language } from "../vocabulary/index.js";
import { type ShownLine, shownLines } from "./lines.js";

/** What an enquiry is called: its id and its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An enquiry that is not over, as staff see it in a list. */
export interface EnquiryInList {
  readonly number: string;
  readonly stage: HandoverStage;
  /** Who is responsible; null: the general desk. */
  readonly partner: Named | null;
  readonly room: Named | null;
  readonly channel: ChannelName;
  /** In which the guest writes. */
  readonly language: Language;
  /** Titles of what it is about, the last first. */
  readonly matter: readonly string[];
  /** ISO 8601. */
  readonly askedAt: string;
  readonly claim: { readonly staff: number; readonly name: string } | null;
}

/** What `GET /desk/enquiries` answers. */
export interface EnquiryList {
  /** Rooms of handover.yaml; 0: nobody is handed over to. */
  readonly rooms: number;
  /** Of the general desk's room. */
  readonly language: Language;
  readonly staff: readonly { readonly id: number; readonly name: string }[];
  /** Who waits first, then what is answered, then tickets, the oldest first. */
  readonly enquiries: readonly EnquiryInList[];
}

/** What `GET /desk/enquiries/:number` answers. */
export interface Enquiry extends EnquiryInList {
  readonly brief: Brief | null;
  /** The brief as staff read it, a line each. */
  readonly summary: readonly string[];
  /** Those after the cursor that was given. */
  readonly lines: readonly ShownLine[];
  /** To be given the next time. */
  readonly cursor: number;
  /** Whom it can be passed on to. */
  readonly passTo: readonly Named[];
}

/** All that is not over. */
export async function listEnquiries(
  store: Pick<Store, "openCases" | "staff">,
  knowledge: Knowledge,
  language: Language,
): Promise<EnquiryList> {
  const { rooms, general } = knowledge.handover;
  const [open, staff] = [await store.openCases(), await store.staff()];
  return {
    rooms: rooms.length,
    language: rooms.find(({ id }) => id === general)?.language ?? "de",
    staff: staff.map(({ id, name }) => ({ id, name })),
    enquiries: open.map((one) => inList(one, knowledge, language)),
  };
}

/** One of them, with what was said after `after`; null: there is none. @param about.now milliseconds since 1970 */
export async function showEnquiry(
  store: Pick<Store, "openCases" | "caseFile" | "load">,
  knowledge: Knowledge,
  about: {
    readonly number: string;
    readonly after: number;
    readonly language: Language;
    readonly now: number;
  },
): Promise<Enquiry | null> {
  const { language } = about;
  const found = await openCase(store, about.number);
  const loaded = found && (await store.load(found.conversation));
  const file = found && (await store.caseFile(found.conversation));
  const handover = loaded?.conversation.state.handover;
  if (!found || !file || !handover) return null;
  const brief = briefOf(file, handover, knowledge, { now: about.now, language });
  const lines = shownLines(file.lines);
  return {
    ...inList(found, knowledge, language),
    brief,
    summary: briefText(brief, knowledge, language).flatMap((block) =>
      block.type === "list"
        ? block.items.map((item) => plain([{ type: "paragraph", children: item }]))
        : [plain([block])],
    ),
    lines: lines.filter(({ cursor }) => cursor > about.after),
    cursor: Math.max(about.after, ...file.lines.map(({ cursor }) => cursor)),
    passTo: passTargets(knowledge, found.partner, language),
  };
}

/** An enquiry by its number, as staff may type it: small letters are meant well. */
export async function openCase(store: Pick<Store, "openCases">, number: string): Promise<OpenCase | null> {
  const wanted = number.trim().toUpperCase();
  return (await store.openCases()).find((one) => one.number === wanted) ?? null;
}

/** Everybody who has a room, and the general desk; not who has it already. */
export function passTargets(
  { handover, partners }: Pick<Knowledge, "handover" | "partners">,
  now: string | null,
  language: Language,
): Named[] {
  const ids = [...new Set(handover.rooms.flatMap((room) => room.partners))].filter((id) => id !== now);
  const named = ids
    .flatMap((id) => partners.get(id) ?? [])
    .map(({ id, name }) => ({ id, name: name[language] }));
  return now === null
    ? named
    : [...named, { id: GENERAL_DESK, name: language === "de" ? "Zentrale" : "General desk" }];
}

function inList(found: OpenCase, knowledge: Knowledge, language: Language): EnquiryInList {
  const { number, stage, channel, claim } = found;
  const partner = found.partner === null ? undefined : knowledge.partners.get(found.partner);
  const room = knowledge.handover.rooms.find(({ id }) => id === found.room);
  return {
    number,
    stage,
    partner: partner ? { id: partner.id, name: partner.name[language] } : null,
    room: room ? { id: room.id, name: room.name } : null,
    channel,
    language: found.language,
    matter: found.intents.flatMap((id) => knowledge.intents.get(id)?.title[language] ?? []),
    askedAt: new Date(found.askedAt).toISOString(),
    claim,
  };
}
