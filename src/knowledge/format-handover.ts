import { z } from "zod";
import { id, plain, plainInBoth, text } from "./format.js";

/** The longest wait that can be set: a week, in minutes. */
const LONGEST = 10_080;

/** An entry below `rooms` in handover.yaml: where staff learn of guests who want a person, and answer them. */
export const staffRoomEntry = z
  .strictObject({
    id: id.describe("The room's id; it stands in the log and the figures."),
    name: plain.max(80).describe("What staff call it, such as Gründungsberatung."),
    channel: z
      .enum(["slack", "teams", "telegram", "terminal"])
      .describe(
        "Where the room is. terminal: no room of a messenger; staff answer with the command `desk`, or in the console.",
      ),
    address: z
      .union([text.max(300), z.int()])
      .nullish()
      .describe(
        "The messenger's id of the room: C0123456789 in Slack, 19:...@thread.tacv2 in Teams, -1001234567890 in Telegram. None for terminal.",
      ),
    partners: z
      .array(id)
      .max(200)
      .nullish()
      .describe(
        "Ids of the partners in partners.yaml whose enquiries come here. What belongs to no room goes to the general one.",
      ),
    shows: z
      .enum(["transcript", "matter"])
      .nullish()
      .describe(
        "transcript: what was said so far is shown in the room. matter: only the matter, the language and a link to the rest. Left out: matter in Slack and Telegram, else transcript.",
      ),
    sends: z
      .enum(["at-once", "confirmed"])
      .nullish()
      .describe(
        "at-once: what whoever has taken the conversation writes goes to the guest. confirmed: only by the button Send. Left out: at-once.",
      ),
    language: z.enum(["de", "en"]).nullish().describe("The language of cards and hints. Left out: de."),
  })
  .superRefine(({ channel, address }, { addIssue }) => {
    const wrong = (message: string): void => addIssue({ code: "custom", path: ["address"], message });
    if (channel === "terminal" && address != null)
      wrong("belongs to rooms of a messenger only\nRemove it, or name the messenger as channel.");
    if (channel !== "terminal" && address == null)
      wrong(`is missing\nAdd the id of the room in ${channel}; the head of this file says how to find it.`);
  });

/** Out of range, a time is not compared with the others any more. */
const minutes = z.int().min(1, { abort: true }).max(LONGEST, { abort: true });

/** What holds where handover.yaml says nothing. */
export const USUAL_TIMES = {
  "remind-after": [3, 7],
  "escalate-after": 10,
  "offer-message-after": 15,
  "end-waiting-after": 45,
  "warn-after-silence": 20,
  "close-after-silence": 30,
  "hold-seconds": 10,
  "remind-tickets-after-hours": 24,
} as const satisfies HandoverTimes;

const times = z
  .strictObject({
    "remind-after": z
      .array(minutes)
      .max(10)
      .nullish()
      .describe(
        "So many minutes after asking, staff are reminded: [3, 7], the shortest first; []: never. Left out: [3, 7].",
      ),
    "escalate-after": minutes
      .nullish()
      .describe("So many minutes after asking, the general room gets it as well. Left out: 10."),
    "offer-message-after": minutes
      .nullish()
      .describe("So many minutes after asking, the guest may leave a message instead. Left out: 15."),
    "end-waiting-after": minutes
      .nullish()
      .describe("So many minutes after asking, the waiting ends and the guest is told. Left out: 45."),
    "warn-after-silence": minutes
      .nullish()
      .describe(
        "So many minutes after the last word, the guest is asked whether they are still there. Left out: 20.",
      ),
    "close-after-silence": minutes
      .nullish()
      .describe("So many minutes after the last word, the conversation is closed. Left out: 30."),
    "hold-seconds": z
      .int()
      .min(0)
      .max(120)
      .nullish()
      .describe(
        "So many seconds a reply of staff is held, and can be recalled. 0: it goes at once. Left out: 10.",
      ),
    "remind-tickets-after-hours": z
      .int()
      .min(1)
      .max(720)
      .nullish()
      .describe(
        "Every so many hours, messages that nobody has answered are shown to staff again. Left out: 24.",
      ),
  })
  .superRefine((given, { addIssue }) => {
    for (const { path, message } of flawsOf(given)) addIssue({ code: "custom", path, message });
  });

/** The sections of handover.yaml; each is read by itself, and each room, so that one mistake does not lose the others. */
export const handoverSections = {
  general: id
    .nullish()
    .describe(
      "Id of the room of the general desk: what belongs to no other room goes there, and what waits too long.",
    ),
  "usual-wait": plainInBoth
    .nullish()
    .describe(
      "What guests are told of how soon somebody comes, as the end of a sentence: meist innerhalb von zehn Minuten. Promise only what you keep.",
    ),
  times: times.nullish().describe("When staff are reminded, and what becomes of waiting and silence."),
  rooms: z
    .array(staffRoomEntry)
    .nullish()
    .describe("The rooms in which staff answer. None: guests get contacts, and nobody is fetched."),
} as const;

export const handover = z.strictObject(handoverSections);

export type StaffRoomEntry = z.infer<typeof staffRoomEntry>;

interface HandoverTimes {
  readonly "remind-after": readonly number[];
  readonly "escalate-after": number;
  readonly "offer-message-after": number;
  readonly "end-waiting-after": number;
  readonly "warn-after-silence": number;
  readonly "close-after-silence": number;
  readonly "hold-seconds": number;
  readonly "remind-tickets-after-hours": number;
}

type GivenTimes = { readonly [Name in keyof HandoverTimes]?: HandoverTimes[Name] | null | undefined };

/** All times, the usual ones where none are given. */
export function timesOf(given: GivenTimes): HandoverTimes {
  const stated = Object.entries(given).filter(([, value]) => value != null);
  return { ...USUAL_TIMES, ...(Object.fromEntries(stated) as Partial<HandoverTimes>) };
}

/** Times that contradict each other, each told where it was written. */
function flawsOf(given: GivenTimes): { readonly path: (string | number)[]; readonly message: string }[] {
  const all = timesOf(given);
  const reminders = all["remind-after"];
  const unordered = reminders.findIndex((time, index) => index > 0 && time <= (reminders[index - 1] ?? 0));
  if (unordered > 0)
    return [
      {
        path: ["remind-after", unordered],
        message: "is not later than the one before it\nWrite the shortest time first, such as [3, 7].",
      },
    ];
  const firstReminder = reminders[0] ?? 0;
  const lastReminder = reminders.at(-1) ?? 0;
  const escalation = all["escalate-after"];
  const end = all["end-waiting-after"];
  const order: readonly (readonly [keyof HandoverTimes, number, keyof HandoverTimes, number])[] = [
    // the first reminder and the general room may come at once, all else has to come one after the other
    ["remind-after", firstReminder, "escalate-after", escalation + 1],
    ["remind-after", lastReminder, "end-waiting-after", end],
    ["escalate-after", escalation, "end-waiting-after", end],
    ["offer-message-after", all["offer-message-after"], "end-waiting-after", end],
    ["warn-after-silence", all["warn-after-silence"], "close-after-silence", all["close-after-silence"]],
  ];
  return order.flatMap(([sooner, soon, later, late]) => {
    if (soon < late) return [];
    const shown = (name: keyof HandoverTimes): string => `"${name}" (${[all[name]].flat().join(", ")})`;
    return given[later] == null
      ? [{ path: [sooner], message: `is not before ${shown(later)}\nCorrect one of the two.` }]
      : [{ path: [later], message: `is not after ${shown(sooner)}\nCorrect one of the two.` }];
  });
}
