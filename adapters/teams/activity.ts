import { z } from "zod";

/** What is read of an activity of the Bot Framework protocol. Whatever else Teams sends is left aside. */
export type Activity = z.output<typeof activity>;

/** Ids and addresses of Teams stay below 500 characters; a text is at most 28 kB there. */
const name = z.string().min(1).max(1_000);
/** What we can do without is dropped when it is malformed, rather than the whole message. */
const spare = z.string().max(1_000).nullish().catch(null);

const account = z.looseObject({ id: name, name: spare, role: spare });
const someone = account.nullish();

const entity = z.looseObject({
  type: spare,
  text: spare,
  mentioned: z.looseObject({ id: spare, name: spare }).nullish().catch(null),
});

const attachment = z.looseObject({
  contentType: spare,
  name: spare,
  content: z.unknown().optional(),
});

const channelData = z.looseObject({
  eventType: spare,
  tenant: z.looseObject({ id: spare }).nullish().catch(null),
  team: z.looseObject({ id: spare }).nullish().catch(null),
  channel: z.looseObject({ id: spare }).nullish().catch(null),
  /** Of an installation in a team: the channel that was chosen for it. */
  settings: z
    .looseObject({ selectedChannel: z.looseObject({ id: spare }).nullish().catch(null) })
    .nullish()
    .catch(null),
});

/** Of these kinds a message is spoken of: without its id and its sender they mean nothing. */
const OF_MESSAGES = new Set(["message", "messageUpdate", "messageDelete"]);

const activity = z
  .looseObject({
    type: name,
    id: name.nullish(),
    channelId: name,
    serviceUrl: z.url({ protocol: /^https?$/u }).max(1_000),
    timestamp: spare,
    locale: spare,
    from: someone,
    recipient: someone,
    conversation: z.looseObject({
      id: name,
      conversationType: spare,
      tenantId: spare,
      isGroup: z.boolean().nullish().catch(null),
    }),
    text: z.string().nullish(),
    value: z.unknown().optional(),
    replyToId: name.nullish(),
    action: spare,
    entities: z.array(entity).max(200).nullish().catch(null),
    attachments: z.array(attachment).max(200).nullish().catch(null),
    membersAdded: z.array(account).max(1_000).nullish(),
    membersRemoved: z.array(account).max(1_000).nullish(),
    channelData: channelData.nullish().catch(null),
  })
  .refine(
    (it) => !OF_MESSAGES.has(it.type) || (it.id != null && it.from != null && it.recipient != null),
    "a message without id, sender or recipient",
  );

/** Reads the body of a POST, which anybody may have written. Null: it is no activity. */
export function readActivity(body: string): Activity | null {
  try {
    const read = activity.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The tenant that an activity comes from. */
export function tenantOf({ channelData, conversation }: Activity): string | null {
  return channelData?.tenant?.id ?? conversation.tenantId ?? null;
}
