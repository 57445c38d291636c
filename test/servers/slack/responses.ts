import { asBlocks, faultInBlocks } from "./blocks.js";
import type { Conversation, Message, Person, Workspace, World } from "./world.js";

/** Slack takes five answers at an address, for half an hour. */
const USES = 5;

interface Address {
  readonly conversation: Conversation;
  readonly workspace: Workspace;
  readonly person: Person;
  readonly on: Message | undefined;
  uses: number;
}

/** The addresses to which an app may answer without a token, what was pressed or commanded: `response_url`. */
export function createResponses(
  world: World,
  url: () => string,
): {
  address(workspace: Workspace, conversation: Conversation, person: Person, on?: Message): string;
  /** @returns the HTTP status. */
  take(pathname: string, body: string): number;
} {
  const addresses = new Map<string, Address>();
  return {
    address(workspace, conversation, person, on) {
      const id = world.nextId("response");
      addresses.set(`/response/${id}`, { workspace, conversation, person, on, uses: USES });
      return `${url()}/response/${id}`;
    },
    take(pathname, body) {
      const address = addresses.get(pathname);
      if (!address || address.uses === 0) return 404;
      address.uses -= 1;
      let said: Record<string, unknown>;
      try {
        said = JSON.parse(body) as Record<string, unknown>;
      } catch {
        return 400;
      }
      const { conversation, workspace, person, on } = address;
      if (said["delete_original"] === true) {
        if (on) conversation.messages.splice(conversation.messages.indexOf(on), 1);
        return 200;
      }
      if (said["blocks"] !== undefined && faultInBlocks(said["blocks"], 50)) return 400;
      const content = { text: String(said["text"] ?? ""), blocks: asBlocks(said["blocks"]) };
      if (said["replace_original"] === true && on) {
        Object.assign(on, content, { edited: world.nextTs() });
        return 200;
      }
      conversation.messages.push({
        ts: world.nextTs(),
        user: workspace.botUser,
        byApp: true,
        ...content,
        ...(said["response_type"] === "in_channel" ? {} : { onlyFor: person.id }),
      });
      return 200;
    },
  };
}
