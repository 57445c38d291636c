import type { Delivery, Payload } from "./deliveries.js";
import { buttonsOf, type Seen, type SeenButton, seen, textOf } from "./seen.js";
import {
  type Conversation,
  directConversation,
  type Message,
  type Person,
  shown,
  type Workspace,
  type World,
} from "./world.js";

/** What a person did, and the deliveries that came of it. */
export interface Done {
  /** Of the message that was written or pressed on. */
  readonly ts: string;
  /** Resolves when Slack has handed it over or given up; true: all of it was acknowledged. */
  readonly delivered: Promise<boolean>;
}

/** Where a person writes; left out: to the app alone. */
export interface Where {
  readonly channel?: string;
  /** `ts` of the thread's first message. */
  readonly thread?: string;
}

/** A person with Slack open. */
export interface SlackGuest {
  readonly id: string;
  /** The conversation with the app alone. */
  readonly dm: string;
  write(text: string, where?: Where): Done;
  /**
   * Writes `@bot text` in a channel. Slack tells of it twice, as `message` and as `app_mention`, in either order.
   * @param first which of the two comes first.
   */
  mention(text: string, where: Where & { channel: string }, first?: "message" | "app_mention"): Done;
  /** Changes what was written. */
  edit(ts: string, text: string, where?: Where): Done;
  /** Takes back what was written. */
  remove(ts: string, where?: Where): Done;
  attach(name: string, where?: Where): Done;
  /** Presses the first button that matches, on the newest message that has such a one. @throws Error when there is none. */
  press(label: RegExp, where?: Where): Done;
  pressOnHome(label: RegExp): Done;
  command(
    command: string,
    text: string,
    where?: { channel: string },
  ): Done & { readonly answer: Promise<string | null> };
  /** Opens the app: its App Home tab, or its messages. */
  openHome(tab?: "home" | "messages"): Done;
  /** What the App Home tab shows; null: the app has published nothing. */
  home(): { readonly text: string; readonly buttons: readonly SeenButton[] } | null;
  /** What stands in the conversation, oldest first. */
  sees(where?: Where): readonly Seen[];
}

export interface GuestContext {
  readonly world: World;
  readonly send: (payload: Payload) => Delivery;
  readonly emit: (workspace: Workspace, event: Readonly<Record<string, unknown>>) => Delivery | null;
  /** Makes an address to which the app may answer what a person pressed or commanded. */
  readonly responseUrl: (
    workspace: Workspace,
    conversation: Conversation,
    person: Person,
    on?: Message,
  ) => string;
}

export function createGuest(context: GuestContext, workspace: Workspace, person: Person): SlackGuest {
  const { world, send, emit } = context;
  const dm = directConversation(world, workspace, [person.id]);

  function place({ channel }: Where): Conversation {
    const found = channel === undefined ? dm : workspace.conversations.get(channel);
    if (!found) throw new Error(`There is no conversation ${channel}.`);
    return found;
  }

  function visible(where: Where): Message[] {
    return place(where).messages.filter(
      ({ onlyFor, ts, thread }) =>
        (onlyFor === undefined || onlyFor === person.id) &&
        (where.thread === undefined || ts === where.thread || thread === where.thread),
    );
  }

  function happened(
    channel: Conversation,
    message: Message,
    types: readonly ("message" | "app_mention")[],
  ): Done {
    channel.messages.push(message);
    const said = { ...shown(world, workspace, message), client_msg_id: crypto.randomUUID() };
    const deliveries = types.map((type) =>
      emit(workspace, {
        ...said,
        type,
        channel: channel.id,
        event_ts: message.ts,
        ...(type === "message" ? { channel_type: channel.kind } : {}),
      }),
    );
    return { ts: message.ts, delivered: acknowledged(deliveries) };
  }

  function said(text: string, { thread }: Where): Message {
    const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    // the client links addresses, and sends what was typed as rich text, too
    const linked = escaped.replaceAll(/https?:\/\/\S+/gu, "<$&>");
    const typed = { type: "rich_text_section", elements: [{ type: "text", text }] };
    return {
      ts: world.nextTs(),
      user: person.id,
      byApp: false,
      text: linked,
      blocks: [{ type: "rich_text", block_id: world.nextId("b"), elements: [typed] }],
      ...(thread ? { thread } : {}),
    };
  }

  function changed(
    subtype: string,
    channel: Conversation,
    more: Readonly<Record<string, unknown>>,
  ): Promise<boolean> {
    const ts = world.nextTs();
    return acknowledged([
      emit(workspace, {
        type: "message",
        subtype,
        channel: channel.id,
        channel_type: channel.kind,
        hidden: true,
        ts,
        event_ts: ts,
        ...more,
      }),
    ]);
  }

  function written(ts: string, where: Where): Message {
    const found = place(where).messages.find((message) => message.ts === ts && message.user === person.id);
    if (!found) throw new Error(`${person.name} has written no message ${ts}.`);
    return found;
  }

  const who = {
    user: { id: person.id, username: person.name, name: person.name, team_id: workspace.id },
    team: { id: workspace.id, domain: workspace.name },
    api_app_id: world.appId,
    token: "an-old-token-that-means-nothing",
    trigger_id: "",
    enterprise: null,
    is_enterprise_install: false,
  };

  function pressed(button: SeenButton, more: Readonly<Record<string, unknown>>): Delivery {
    const { label, actionId, blockId, value } = button;
    return send({
      kind: "interactive",
      body: {
        type: "block_actions",
        ...who,
        trigger_id: world.nextId("trigger"),
        ...more,
        state: { values: {} },
        actions: [
          {
            type: "button",
            action_id: actionId,
            block_id: blockId,
            text: { type: "plain_text", text: label, emoji: false },
            ...(value === undefined ? {} : { value }),
            action_ts: world.nextTs(),
          },
        ],
      },
    });
  }

  return {
    id: person.id,
    dm: dm.id,
    write: (text, where = {}) => happened(place(where), said(text, where), ["message"]),
    mention(text, where, first = "message") {
      const message = said(text, where);
      const mention = { ...message, text: `<@${workspace.botUser}> ${message.text}` };
      return happened(
        place(where),
        mention,
        first === "message" ? ["message", "app_mention"] : ["app_mention", "message"],
      );
    },
    edit(ts, text, where = {}) {
      const message = written(ts, where);
      const previous = shown(world, workspace, message);
      const { text: changedText, blocks } = said(text, where);
      Object.assign(message, { text: changedText, blocks, edited: world.nextTs() });
      const now = shown(world, workspace, message);
      return {
        ts,
        delivered: changed("message_changed", place(where), { message: now, previous_message: previous }),
      };
    },
    remove(ts, where = {}) {
      const message = written(ts, where);
      const channel = place(where);
      channel.messages.splice(channel.messages.indexOf(message), 1);
      const previous = shown(world, workspace, message);
      return {
        ts,
        delivered: changed("message_deleted", channel, { deleted_ts: ts, previous_message: previous }),
      };
    },
    attach(name, where = {}) {
      const file = { id: world.nextId("F"), name, mimetype: "application/pdf", filetype: "pdf", size: 1_234 };
      const message = { ...said("", where), blocks: [], subtype: "file_share", files: [file] };
      return happened(place(where), message, ["message"]);
    },
    press(label, where = {}) {
      const channel = place(where);
      const on = visible(where)
        .toReversed()
        .find(
          (message) => message.byApp && buttonsOf(message.blocks).some((button) => label.test(button.label)),
        );
      const button = on && buttonsOf(on.blocks).find((each) => label.test(each.label));
      if (!on || !button) throw new Error(`${person.name} sees no button ${label}.`);
      const delivery = pressed(button, {
        container: {
          type: "message",
          message_ts: on.ts,
          channel_id: channel.id,
          is_ephemeral: on.onlyFor !== undefined,
          ...(on.thread ? { thread_ts: on.thread } : {}),
        },
        channel: { id: channel.id, name: channel.kind === "im" ? "directmessage" : channel.name },
        message: shown(world, workspace, on),
        response_url: context.responseUrl(workspace, channel, person, on),
      });
      return { ts: on.ts, delivered: delivery.done };
    },
    pressOnHome(label) {
      const home = workspace.homes.get(person.id);
      const button = home && buttonsOf(home.blocks).find((each) => label.test(each.label));
      if (!home || !button) throw new Error(`${person.name} sees no button ${label} on the home tab.`);
      const delivery = pressed(button, {
        container: { type: "view", view_id: home.id },
        view: { ...home, type: "home", team_id: workspace.id, app_id: world.appId },
      });
      return { ts: home.id, delivered: delivery.done };
    },
    command(command, text, where) {
      const channel = place(where ?? {});
      const delivery = send({
        kind: "slash_commands",
        body: {
          token: who.token,
          team_id: workspace.id,
          team_domain: workspace.name,
          channel_id: channel.id,
          channel_name: channel.kind === "im" ? "directmessage" : channel.name,
          user_id: person.id,
          user_name: person.name,
          command,
          text,
          api_app_id: world.appId,
          is_enterprise_install: "false",
          response_url: context.responseUrl(workspace, channel, person),
          trigger_id: world.nextId("trigger"),
        },
      });
      return { ts: "", delivered: delivery.done, answer: delivery.answer };
    },
    openHome(tab = "home") {
      const ts = world.nextTs();
      const view = workspace.homes.get(person.id);
      const delivery = emit(workspace, {
        type: "app_home_opened",
        user: person.id,
        channel: dm.id,
        tab,
        event_ts: ts,
        ...(view ? { view: { ...view, type: "home" } } : {}),
      });
      return { ts, delivered: acknowledged([delivery]) };
    },
    home() {
      const view = workspace.homes.get(person.id);
      return view ? { text: textOf(view.blocks), buttons: buttonsOf(view.blocks) } : null;
    },
    sees: (where = {}) => visible(where).map(seen),
  };
}

/** Whether all that the app has subscribed to was acknowledged, and there was something. */
async function acknowledged(deliveries: readonly (Delivery | null)[]): Promise<boolean> {
  const sent = deliveries.filter((delivery) => delivery !== null);
  const results = await Promise.all(sent.map(({ done }) => done));
  return results.length > 0 && results.every(Boolean);
}
