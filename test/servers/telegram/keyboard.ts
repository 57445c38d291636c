import { z } from "zod";
import { bad } from "./refusal.js";
import { isLink } from "./text.js";

export interface Key {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export type Keyboard = readonly (readonly Key[])[];

const schema = z.object({
  inline_keyboard: z.array(
    z.array(z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() })),
  ),
});

/** The inline keyboard of a `reply_markup`, checked; none: null. @throws Refusal */
export function keyboard(markup: unknown): Keyboard | null {
  if (markup === undefined) return null;
  const read = schema.safeParse(markup);
  if (!read.success) bad("object expected as reply markup");
  const rows = read.data.inline_keyboard.filter((row) => row.length > 0);
  for (const key of rows.flat()) check(key);
  if (rows.some((row) => row.length > 8) || rows.flat().length > 100) bad("reply markup is too long");
  return rows.map((row) =>
    row.map(({ text, callback_data, url }) => ({
      text,
      ...(callback_data === undefined ? {} : { callback_data }),
      ...(url === undefined ? {} : { url }),
    })),
  );
}

function check({ text, callback_data: data, url }: z.infer<typeof schema>["inline_keyboard"][0][0]): void {
  if (text.trim() === "") bad("inline keyboard button text must be non-empty");
  if (data === undefined && url === undefined) bad("text buttons are unallowed in the inline keyboard");
  if (data !== undefined && url !== undefined) bad("inline keyboard button must have one action");
  if (data !== undefined && (data === "" || Buffer.byteLength(data) > 64)) bad("BUTTON_DATA_INVALID");
  if (url === undefined) return;
  if (!isLink(url)) bad(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  if (/^(?:127\.|10\.|192\.168\.|\[)/u.test(new URL(url).hostname)) bad("BUTTON_URL_INVALID");
}
