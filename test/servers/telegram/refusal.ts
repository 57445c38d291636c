/** What Telegram answers instead of a result. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: { readonly migrate_to_chat_id?: number; readonly retry_after?: number },
  ) {
    super(description);
  }
}

export function refuse(code: number, description: string, parameters?: Refusal["parameters"]): never {
  throw new Refusal(code, description, parameters);
}

export function bad(description: string): never {
  refuse(400, `Bad Request: ${description}`);
}
