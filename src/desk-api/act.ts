import { randomUUID } from "node:crypto";
import { z } from "zod";
import { staffAction } from "../conversation/standing-staff.js";
import type { Knowledge } from "../knowledge/model.js";
import type { OpenCase, Store } from "../store/model.js";
import { plain } from "../text/index.js";
import type { Act, CaseLine, DeskEvent, Happening, Language, OpenHandover } from "../vocabulary/index.js";
import { type Refusal, refusal } from "./answers.js";
import { passTargets } from "./enquiries.js";

/** What staff can do with an enquiry. */
export const ACTS = ["take", "reply", "note", "pass", "close", "recall", "send", "drop"] as const;
export type ActName = (typeof ACTS)[number];

/** Characters of a reply. */
const LONGEST_TEXT = 8_000;

/** The body of a POST. */
export const actBody = z.strictObject({
  /** Id or name of the account. */
  as: z.union([z.int().positive(), z.string().min(1).max(200)]),
  /** Of "reply" and "note". */
  text: z.string().max(LONGEST_TEXT).optional(),
  /** Of "pass": an id or name of partners.yaml, or "general". */
  to: z.string().min(1).max(200).optional(),
  /** Names this act: said twice, it is done once. */
  id: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});
export type ActBody = z.infer<typeof actBody>;

type Reads = Pick<Store, "load" | "caseFile" | "action" | "staff">;

/** What is done, as an event in the conversation's queue, so that it can never race with the guest; or why it is not. */
export async function eventOf(
  name: ActName,
  body: ActBody,
  found: OpenCase,
  at: {
    readonly store: Reads;
    readonly knowledge: Knowledge;
    readonly language: Language;
    readonly now: number;
  },
): Promise<DeskEvent | Refusal> {
  const member = await accountOf(body.as, at.store);
  if (!member) return refusal(404, "staff-unknown", { name: String(body.as) });
  const id = body.id ?? randomUUID();
  const what = await happening(name, body, found, `staff-${id}`, at);
  if ("error" in what) return what;
  return {
    keys: [`staff:${id}`],
    channel: "terminal",
    place: { channel: "terminal", scope: "room", address: "desk", thread: String(found.conversation) },
    sender: { id: `staff:${member.id}`, name: member.name },
    addressed: true,
    sentAt: new Date(at.now).toISOString(),
    what,
  };
}

/** An account by its id or its name, however it is written; null: there is none, or several have that name. */
async function accountOf(
  as: string | number,
  store: Pick<Store, "staff">,
): Promise<{ id: number; name: string } | null> {
  const fold = (text: string): string => text.trim().toLowerCase().normalize("NFC");
  const all = await store.staff();
  const found = all.filter(
    ({ id, name }) => String(id) === fold(String(as)) || fold(name) === fold(String(as)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

async function happening(
  name: ActName,
  { text, to }: ActBody,
  found: OpenCase,
  id: string,
  {
    store,
    knowledge,
    language,
  }: { readonly store: Reads; readonly knowledge: Knowledge; readonly language: Language },
): Promise<Happening | Refusal> {
  const { number } = found;
  const pressed = (action: string, on = ""): Happening => ({ kind: "action", action, on });
  switch (name) {
    case "take":
      return pressed(staffAction.take(number));
    case "close":
      return pressed(staffAction.close(number));
    case "reply":
    case "note": {
      if (text === undefined || text.trim() === "") return refusal(400, "text-missing");
      return { kind: "message", id, text: name === "note" ? `!! ${text}` : text, attachments: [] };
    }
    case "pass": {
      const targets = passTargets(knowledge, found.partner, language);
      const choices = { choices: targets.map((target) => `${target.id} (${target.name})`).join(", ") || "–" };
      if (to === undefined) return refusal(400, "to-missing", choices);
      const wanted = to.trim().toLowerCase();
      const target = targets.find((one) => one.id === wanted || one.name.toLowerCase() === wanted);
      if (!target) return refusal(404, "to-unknown", choices);
      return pressed(staffAction.pass(number, target.id === "general" ? null : target.id));
    }
    case "send":
    case "drop": {
      const button = await lastButton(`staff-${name}`, found, store);
      return button ? pressed(button.action, button.on) : refusal(404, "nothing-to-send");
    }
    case "recall": {
      const button = await lastButton("staff-recall", found, store);
      return button ? pressed(button.action, button.on) : refusal(404, "nothing-to-recall");
    }
  }
}

/** The last button that does this and has not been pressed, since whoever has the enquiry took it. */
async function lastButton(
  does: "staff-send" | "staff-drop" | "staff-recall",
  { conversation }: OpenCase,
  store: Reads,
): Promise<{ action: string; on: string } | null> {
  const handover = (await store.load(conversation))?.conversation.state.handover;
  const lines = (await store.caseFile(conversation))?.lines ?? [];
  if (!handover?.claim) return null;
  const since = handover.claim.at;
  for (const { message } of lines.filter(({ from, at }) => from === "internal" && at >= since).reverse()) {
    for (const { action } of message?.buttons ?? []) {
      const stored = await store.action(action, conversation);
      const act = stored && stored !== "expired" ? stored.act : null;
      if (act?.does === does && message && !isDone(act, handover)) return { action, on: message.id };
    }
  }
  return null;
}

/** Whether what a button does was done before, by it or by the one beside it. */
function isDone(act: Act, { told, number }: OpenHandover): boolean {
  switch (act.does) {
    case "staff-send":
    case "staff-drop":
      return act.number !== number || told.includes(`sent:${act.line}`);
    case "staff-recall":
      return act.number !== number || told.includes(`recalled:${act.message}`);
    default:
      return true;
  }
}

/** What came of it. */
export interface ActResult {
  readonly number: string;
  /** "over": the conversation is the assistant's again. */
  readonly stage: OpenCase["stage"] | "over";
  readonly claim: OpenCase["claim"];
  /** What the desk says to staff because of it. */
  readonly said: readonly string[];
  /** A reply that waits for `send` or `drop`. */
  readonly draft: boolean;
  /** The reply that goes to the guest; `heldUntil`, ISO 8601: it can be recalled until then. */
  readonly sent: { readonly text: string; readonly heldUntil?: string } | null;
}

/** Reads what a turn brought about. */
export function resultOf(
  turn: number,
  number: string,
  lines: readonly CaseLine[],
  now: OpenCase | null,
): ActResult {
  const own = lines.filter(({ message }) => message?.id.startsWith(`${turn}.`));
  const said = own.filter(({ from, on }) => from === "internal" && on === "terminal");
  const sent = own.find(({ from, message }) => from === "desk" && message?.author !== undefined);
  return {
    number,
    stage: now?.stage ?? "over",
    claim: now?.claim ?? null,
    said: said.map(({ message }) => plain(message?.text ?? [])),
    // only a preview has two buttons: to send it, and to drop it
    draft: said.some(({ message }) => message?.buttons?.length === 2),
    sent: sent
      ? {
          text: plain(sent.message?.text ?? []),
          ...(sent.heldUntil === undefined ? {} : { heldUntil: sent.heldUntil }),
        }
      : null,
  };
}
