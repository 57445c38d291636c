import { z } from "zod";

/** What Slack may send. Only what the desk reads is named; whatever else a body holds is left alone. */
const id = z.string().min(1).max(255);
const team = z.object({ id }).loose();

export const eventCallback = z.object({
  type: z.literal("event_callback"),
  team_id: id.nullish(),
  event_id: id,
  /** Seconds since 1970. */
  event_time: z.number().optional(),
  authorizations: z
    .array(z.object({ team_id: id.nullish(), user_id: id.nullish(), is_bot: z.boolean().optional() }))
    .optional(),
  event: z.object({ type: z.string() }).loose(),
});

export const urlVerification = z.object({ type: z.literal("url_verification"), challenge: z.string() });

const file = z.object({ name: z.string().nullish(), mimetype: z.string().nullish() });

const edited = z.object({ ts: id }).nullish();

/** A message as it stands inside `message_changed` and `message_deleted`. */
const innerMessage = z.object({
  user: id.optional(),
  bot_id: id.nullish(),
  subtype: z.string().optional(),
  text: z.string().nullish(),
  ts: id.optional(),
  thread_ts: id.nullish(),
  edited,
});

export type InnerMessage = z.infer<typeof innerMessage>;

export const messageEvent = innerMessage.extend({
  type: z.enum(["message", "app_mention"]),
  channel: id,
  channel_type: z.string().optional(),
  event_ts: id.optional(),
  files: z.array(file).optional(),
  message: innerMessage.optional(),
  previous_message: innerMessage.optional(),
  deleted_ts: id.optional(),
});

export type MessageEvent = z.infer<typeof messageEvent>;

export const homeOpened = z.object({
  user: id,
  channel: id.nullish(),
  tab: z.string().optional(),
});

export const membership = z.object({ user: id.optional(), channel: id });

export const tokensRevoked = z.object({
  tokens: z.object({ bot: z.array(z.string()).nullish() }).optional(),
});

const action = z.object({
  type: z.string(),
  action_id: id,
  action_ts: id.optional(),
  value: z.string().optional(),
  text: z.object({ text: z.string() }).loose().optional(),
});

export const blockActions = z.object({
  type: z.literal("block_actions"),
  team: team.nullish(),
  user: z.object({ id, team_id: id.optional(), name: z.string().optional() }),
  container: z.object({ type: z.string(), message_ts: id.optional(), thread_ts: id.nullish() }).loose(),
  channel: z.object({ id }).loose().nullish(),
  message: z.object({ ts: id, thread_ts: id.nullish() }).loose().nullish(),
  actions: z.array(action).min(1),
});

/** A shortcut, a dialogue: nothing that the desk offers. */
export const otherInteraction = z.object({ type: z.string().min(1) });

export const slashCommand = z.object({
  command: z.string().startsWith("/"),
  team_id: id,
  user_id: id,
  user_name: z.string().optional(),
  trigger_id: id,
  text: z.string().default(""),
});
