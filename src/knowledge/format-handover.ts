import { z } from "zod";
import { id, inBothLanguages, text } from "./format.js";

const minutes = (what: string) => z.number().positive().max(1_440).nullish().describe(what);

/** A room of handover.yaml. */
export const roomEntry = z
  .strictObject({
    id: id.describe("The room's id, of your own choice. It never changes while enquiries are open in it."),
    name: text.describe("What staff call it."),
    channel: z
      .enum(["slack", "teams", "telegram", "terminal"])
      .describe(
        "Where the room is. terminal: no room of a messenger; staff answer with the command `desk`, or in the console.",
      ),
    address: z
      .union([z.string().min(1), z.int()])
      .transform(String)
      .nullish()
      .describe(
        "The platform's id of the room: C0123456789 in Slack, 19:...@thread.tacv2 in Teams, -1001234567890 in Telegram.",
      ),
    partners: z
      .array(id)
      .nullish()
      .describe("Ids of partners.yaml whose enquiries come here. All others go to the general room."),
    shows: z
      .enum(["transcript", "matter"])
      .nullish()
      .describe(
        "transcript: what was said so far is shown in the room. matter: only the matter, the language and a link. Left out: matter in Slack and Telegram, transcript elsewhere.",
      ),
    sends: z
      .enum(["at-once", "confirmed"])
      .nullish()
      .describe(
        "at-once: lines of whoever has taken it go to the guest. confirmed: only by the button „Senden“. Left out: at-once.",
      ),
    language: z.enum(["de", "en"]).nullish().describe("The language of cards and hints. Left out: de."),
  })
  .superRefine(({ channel, address }, { addIssue }) => {
    if (channel !== "terminal" && !address)
      addIssue({
        code: "custom",
        path: ["address"],
        message: "is missing\nWrite the platform's id of the room; README.md says where to find it.",
      });
    if (channel === "terminal" && address)
      addIssue({
        code: "custom",
        path: ["address"],
        message: "belongs to rooms of messengers only\nRemove it.",
      });
  });

/** The sections of handover.yaml but its rooms. */
export const handoverSections = {
  general: id.nullish().describe("Id of the room of the general desk: it gets what no other room is for."),
  "usual-wait": inBothLanguages
    .nullish()
    .describe('How soon somebody usually comes, to follow "Das dauert ...": promise only what you keep.'),
  "remind-after": z
    .array(z.number().positive().max(1_440))
    .max(10)
    .nullish()
    .describe("Minutes after which staff are reminded that a guest waits."),
  "escalate-after": minutes("Minutes after which the general desk gets it, too."),
  "offer-message-after": minutes("Minutes after which the guest may leave a message instead."),
  "end-waiting-after": minutes("Minutes after which the waiting ends."),
  "warn-after-silence": minutes("Minutes without a word after which guest and staff are asked."),
  "close-after-silence": minutes("Minutes without a word after which the talk ends."),
  "hold-seconds": z
    .int()
    .min(0)
    .max(60)
    .nullish()
    .describe("Seconds for which a reply of staff is held and can be recalled."),
  "remind-tickets-after-hours": z
    .number()
    .positive()
    .max(720)
    .nullish()
    .describe("Hours after which messages that nobody has answered are shown again."),
} as const;

/** handover.yaml. */
export const handover = z.strictObject({
  ...handoverSections,
  rooms: z
    .array(roomEntry)
    .nullish()
    .describe("Rooms in which staff answer. None: guests get contacts only."),
});

export type RoomEntry = z.infer<typeof roomEntry>;
