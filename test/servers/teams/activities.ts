/**
 * Activities as Teams sends them to a bot's endpoint: the fields, their forms and the look of the ids are those of
 * Microsoft's pages "Messages in bot conversations" and "Conversation events in your Teams bot".
 */

export interface Activity {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Somebody with a Teams account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

export interface Bot {
  readonly id: string;
  readonly name: string;
}

/** Where people talk. `id` is the connector's address of it; of a chain in a channel it ends with `;messageid=<root>`. */
export interface Conversation {
  readonly id: string;
  readonly type: "personal" | "groupChat" | "channel";
  readonly tenant: string;
  readonly members: readonly Person[];
  /** Of a channel. */
  readonly team?: string;
}

/** What all activities have in common. */
export interface Sending {
  readonly id: string;
  readonly from: Person;
  readonly in: Conversation;
  readonly bot: Bot;
  readonly serviceUrl: string;
  readonly now: Date;
}

export interface Written {
  readonly text: string;
  /** The bot is mentioned before the text. */
  readonly mention?: boolean;
  /** The first message of the chain in a channel. */
  readonly root?: string;
  readonly file?: { readonly name: string };
}

/** A message that somebody wrote. */
export function message(sending: Sending, { text, mention, root, file }: Written): Activity {
  const at = `<at>${sending.bot.name}</at>`;
  // the client puts a space that does not break behind a mention that it completed
  const whole = mention ? `${at}&nbsp;${text}` : text;
  return {
    ...common("message", sending, root),
    ...(file && whole === "" ? {} : { textFormat: "plain", text: whole }),
    attachments: [
      ...(file ? [fileOf(file.name)] : []),
      // always there, and no file
      {
        contentType: "text/html",
        content: `<p>${whole.replace(at, `<span>${sending.bot.name}</span>`)}</p>`,
      },
    ],
    entities: [
      ...(mention
        ? [{ type: "mention", mentioned: { id: sending.bot.id, name: sending.bot.name }, text: at }]
        : []),
      CLIENT,
    ],
  };
}

/** A button of a card was pressed (Action.Submit): a message without text, with the card's data. */
export function pressed(
  sending: Sending,
  { value, replyToId, text, root }: { value: unknown; replyToId: string; text?: string; root?: string },
): Activity {
  const base = common("message", sending, root);
  return {
    ...base,
    ...(text === undefined ? {} : { text, textFormat: "plain" }),
    value,
    replyToId,
    channelData: {
      ...(base["channelData"] as object),
      source: { name: "message" },
      legacy: { replyToId: `1:${replyToId}` },
    },
  };
}

/** Somebody changed a message of theirs. */
export function edited(sending: Sending, written: Written): Activity {
  const activity = message(sending, written);
  return {
    ...activity,
    type: "messageUpdate",
    channelData: { ...(activity["channelData"] as object), eventType: "editMessage" },
  };
}

/** Somebody deleted a message of theirs. */
export function deleted(sending: Sending, root?: string): Activity {
  const base = common("messageDelete", sending, root);
  return { ...base, channelData: { ...(base["channelData"] as object), eventType: "softDeleteMessage" } };
}

/** The app was installed, or taken away again. */
export function installed(sending: Sending, action: "add" | "remove"): Activity {
  return { ...common("installationUpdate", sending), action };
}

/** The bot is now a member, or no longer. */
export function botMembership(sending: Sending, change: "membersAdded" | "membersRemoved"): Activity {
  return { ...common("conversationUpdate", sending), [change]: [{ id: sending.bot.id }] };
}

/** What becomes of a team, told in its general channel; `more` is what stands in `channelData` beside the team. */
export function teamChange(
  sending: Sending,
  eventType: string,
  more: { readonly removed?: readonly Person[]; readonly channel?: string } = {},
): Activity {
  const base = common("conversationUpdate", sending);
  const { channel: _, teamsChannelId: __, ...data } = base["channelData"] as Record<string, unknown>;
  return {
    ...base,
    ...(more.removed
      ? { membersRemoved: more.removed.map(({ id, aadObjectId }) => ({ id, aadObjectId })) }
      : {}),
    channelData: {
      ...data,
      eventType,
      ...(more.channel ? { channel: { id: more.channel, name: "Ein Kanal" } } : {}),
    },
  };
}

const CLIENT = {
  type: "clientInfo",
  locale: "de-DE",
  country: "DE",
  platform: "Web",
  timezone: "Europe/Berlin",
};

function common(
  type: string,
  { id, from, in: place, bot, serviceUrl, now }: Sending,
  root?: string,
): Activity {
  const channel = place.type === "channel";
  return {
    type,
    id,
    timestamp: now.toISOString(),
    localTimestamp: now.toISOString(),
    serviceUrl,
    channelId: "msteams",
    from,
    conversation: {
      ...(place.type === "personal" ? {} : { isGroup: true }),
      conversationType: place.type,
      tenantId: place.tenant,
      id: root === undefined ? place.id : `${place.id};messageid=${root}`,
    },
    recipient: bot,
    channelData: {
      ...(channel
        ? {
            teamsChannelId: place.id,
            teamsTeamId: place.team,
            channel: { id: place.id },
            team: { id: place.team },
          }
        : {}),
      tenant: { id: place.tenant },
    },
    locale: "de-DE",
  };
}

function fileOf(name: string): object {
  return {
    contentType: "application/vnd.microsoft.teams.file.download.info",
    contentUrl: `https://contoso.sharepoint.com/personal/ada/Documents/${name}`,
    name,
    content: {
      downloadUrl: `https://contoso.sharepoint.com/download/${name}`,
      uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C8C",
      fileType: name.split(".").at(-1),
    },
  };
}
