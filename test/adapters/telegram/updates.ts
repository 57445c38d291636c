/** Updates as Telegram sends them, with more in them than the desk reads. */
export const SELF = { id: 4242, username: "DeskBot" };

const GUEST = {
  id: 7,
  is_bot: false,
  first_name: "Erika",
  last_name: "Muster",
  username: "erika",
  language_code: "de",
};
export const BOT = { id: SELF.id, is_bot: true, first_name: "Desk", username: "DeskBot" };
export const PRIVATE = { id: 7, type: "private", first_name: "Erika", username: "erika" };
export const GROUP = { id: -1001234567890, type: "supergroup", title: "Gründer", is_forum: true };

type Fields = Record<string, unknown>;

export const message = (fields: Fields = {}, update = 1000): Fields & { update_id: number } => ({
  update_id: update,
  message: { message_id: 5, from: GUEST, chat: PRIVATE, date: 1_780_000_000, ...fields },
});

/** In a group; `text` may mention the bot, as Telegram marks it. */
export const inGroup = (text: string, fields: Fields = {}): Fields & { update_id: number } =>
  message({ chat: GROUP, text, entities: entitiesOf(text), ...fields });

export const edited = (fields: Fields = {}): Fields & { update_id: number } => ({
  update_id: 1001,
  edited_message: {
    message_id: 5,
    from: GUEST,
    chat: PRIVATE,
    date: 1_780_000_000,
    edit_date: 1_780_000_030,
    ...fields,
  },
});

export const pressed = (data: string, fields: Fields = {}): Fields & { update_id: number } => ({
  update_id: 1002,
  callback_query: {
    id: "9007199254740993",
    from: GUEST,
    chat_instance: "-42",
    message: { message_id: 101, from: BOT, chat: PRIVATE, date: 1_780_000_000, text: "Wählen Sie" },
    data,
    ...fields,
  },
});

export const member = (status: string, chat: Fields = PRIVATE): Fields & { update_id: number } => ({
  update_id: 1003,
  my_chat_member: {
    chat,
    from: GUEST,
    date: 1_780_000_000,
    old_chat_member: { user: BOT, status: "member" },
    new_chat_member: { user: BOT, status, until_date: 0 },
  },
});

/** Mentions and commands, found as Telegram finds them. */
function entitiesOf(text: string): Fields[] {
  return [
    ...[...text.matchAll(/(?<!\w)@\w{3,}/gu)].map((found) => ({ ...range(found), type: "mention" })),
    ...[...text.matchAll(/(?<!\S)\/\w+(?:@\w+)?/gu)].map((found) => ({
      ...range(found),
      type: "bot_command",
    })),
  ];
}

function range(found: RegExpMatchArray): { offset: number; length: number } {
  return { offset: found.index ?? 0, length: found[0].length };
}
