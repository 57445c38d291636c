import type { z } from "zod";
import { decode } from "./mrkdwn.js";
import type { blockActions, slashCommand } from "./payloads.js";
import { isDirect, iso, privatePlace, roomPlace } from "./places.js";
import type { Incoming } from "./understood.js";

/** What the names of our buttons begin with, so that another app's or a link's are told apart. */
export const PRESSED = "desk:";
/** A button of the App Home that shows it in another language. */
export const HOME_LANGUAGE = "home-language:";

/** What is shown at once to who gave a command; only they see it. The desk does not know their language yet. */
const COMMAND_TAKEN = "Ich antworte Ihnen in der Direktnachricht. · I will answer you in a direct message.";

/** A pressed button, under a message or on the App Home. */
export function readAction(payload: z.infer<typeof blockActions>, now: number): Incoming {
  const [action] = payload.actions;
  const team = payload.team?.id ?? payload.user.team_id;
  if (!action || !team) return { does: "nothing", because: "no workspace" };
  const { id: user, name } = payload.user;
  if (action.action_id.startsWith(HOME_LANGUAGE)) {
    const language = action.action_id.slice(HOME_LANGUAGE.length) === "en" ? "en" : "de";
    return { does: "show-home", team, user, language };
  }
  if (!action.action_id.startsWith(PRESSED) || action.value === undefined)
    return { does: "nothing", because: "not a button of the desk" };

  const channel = payload.channel?.id;
  const on = payload.message?.ts ?? payload.container.message_ts ?? "";
  const thread = payload.message?.thread_ts ?? payload.container.thread_ts;
  const onHome = payload.container.type === "view" || channel === undefined;
  const place =
    onHome || isDirect(channel)
      ? privatePlace(team, user, channel, thread)
      : roomPlace(team, channel, thread ?? on);
  const label = action.text?.text;
  return {
    does: "receive",
    event: {
      keys: [`action:${team}:${user}:${action.action_ts ?? now}:${action.action_id}`],
      channel: "slack",
      place,
      sender: { id: `${team}:${user}`, ...(name ? { name } : {}) },
      addressed: true,
      sentAt: iso(action.action_ts, now),
      what: {
        kind: "action",
        action: action.value,
        on,
        // under a message the store knows the words, and of a thumb more than the thumb says
        ...(onHome && label ? { label } : {}),
      },
    },
  };
}

/**
 * A slash command, whatever its name: its words are a question, none are a call for help. It is answered in the guest's
 * direct message, whose channel is found when it is written to: Slack waits for three seconds only.
 */
export function readCommand(payload: z.infer<typeof slashCommand>, now: number): Incoming {
  const { team_id: team, user_id: user, user_name: name, trigger_id: trigger } = payload;
  const { text } = decode(payload.text, null);
  return {
    does: "receive",
    reply: COMMAND_TAKEN,
    event: {
      keys: [`command:${trigger}`],
      channel: "slack",
      place: privatePlace(team, user),
      sender: { id: `${team}:${user}`, ...(name ? { name } : {}) },
      addressed: true,
      sentAt: new Date(now).toISOString(),
      what: { kind: "message", id: trigger, text: text || "/hilfe", attachments: [] },
    },
  };
}
