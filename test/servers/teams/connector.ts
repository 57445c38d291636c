import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import type { Activity } from "./activities.js";
import { type Faults, PROBLEMS } from "./faults.js";
import { linesOf, type Room, type Rooms } from "./rooms.js";

/** A call of the bot, as it came in and as it was answered. */
export interface Call {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** 0: no answer was given. */
  status: number;
}

/** Bytes of a message, counted as UTF-16, over which Teams answers 413 ("Format your bot messages": about 100 KB). */
const LARGEST = 100 * 1024;

const activitySchema = z.looseObject({ type: z.enum(["message", "typing"]) });
const creationSchema = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  activity: activitySchema.optional(),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).optional(),
});

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Why, for whoever reads the log of a test; the platform's sentence without it. */
  readonly because?: string;
}

/**
 * The Bot Connector service's REST interface, as far as a bot in Teams may use it (Microsoft's "Bot Connector API
 * reference"). How conversations are created is what Microsoft's own tests of the service saw: a chat with one person,
 * or a chain in a channel, which must come with its first message.
 */
export function createConnector({
  rooms,
  faults,
  calls,
  changed,
}: {
  readonly rooms: Rooms;
  readonly faults: Faults;
  readonly calls: Call[];
  readonly changed: () => void;
}): Server {
  return createServer((incoming, outgoing) => void respond(incoming, outgoing));

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const text = await bodyOf(incoming);
    const path = decodeURIComponent(new URL(incoming.url ?? "/", "http://connector").pathname);
    const call: Call = {
      method: incoming.method ?? "",
      path,
      body: parsed(text),
      authorization: incoming.headers.authorization ?? null,
      at: Date.now(),
      status: 0,
    };
    calls.push(call);
    const typing = (call.body as { type?: unknown } | undefined)?.type === "typing";
    const conversation = /^\/v3\/conversations\/([^/]+)/u.exec(path)?.[1] ?? channelIn(call.body) ?? "";
    const fault = typing || call.method === "GET" ? null : faults.next(conversation);
    if (fault?.how === "silence") {
      faults.silent.add(outgoing);
      return;
    }
    if (fault?.how === "reset") {
      incoming.socket.destroy();
      return;
    }
    if (typeof fault?.how === "number") {
      call.status = fault.how;
      const after = fault.how === 429 && fault.retryAfter !== null ? (fault.retryAfter ?? 1) : null;
      send(outgoing, { status: fault.how }, after);
      return;
    }
    const answer = text.length * 2 > LARGEST ? { status: 413 } : handle(call);
    changed();
    if (fault?.how === "taken-then-reset") {
      incoming.socket.destroy();
      return;
    }
    call.status = answer.status;
    if (fault?.how === "malformed") {
      outgoing.writeHead(answer.status, { "content-type": "application/json" }).end('{"id": "17');
      return;
    }
    send(outgoing, answer, null);
  }

  function handle(call: Call): Answer {
    const { method, path, body } = call;
    if (path === "/v3/conversations" && method === "POST") return createConversation(body);
    const [, id, rest] = /^\/v3\/conversations\/([^/]+)\/(.+)$/u.exec(path) ?? [];
    if (id === undefined || rest === undefined) return { status: 404 };
    const found = rooms.find(id);
    if (!found) return { status: 404 };
    const { room, root } = found;
    if (method === "GET") return members(room, rest);
    if (room.blocked) return { status: 403 };
    const [, activityId] = /^activities(?:\/([^/]+))?$/u.exec(rest) ?? [];
    if (!/^activities(?:\/|$)/u.test(rest)) return { status: 404 };
    if (method === "POST") return post(room, root, body);
    const line = room.lines.find((candidate) => candidate.id === activityId && candidate.from === "bot");
    if (!line || line.removed) return { status: 404 };
    if (method === "DELETE") {
      line.removed = true;
      return { status: 200 };
    }
    if (method !== "PUT") return { status: 405 };
    return take(body, (activity) => {
      const lines = linesOf(activity);
      const [only] = lines;
      if (lines.length > 1 || !only) return { status: 400, because: "One message cannot become two." };
      Object.assign(line, only, { edits: line.edits + 1 });
      return { status: 200, body: { id: line.id } };
    });
  }

  function post(room: Room, root: string | null, body: unknown): Answer {
    return take(body, (activity) => {
      if (activity.type === "typing") {
        room.typing += 1;
        return { status: 202, body: {} };
      }
      const ids = linesOf(activity).map((line) => {
        const id = rooms.nextId();
        const own = room.conversation.type === "channel" ? (root ?? id) : null;
        room.lines.push({ ...line, id, root: own, from: "bot", edits: 0, removed: false });
        return id;
      });
      // a message that had to be split has no id that would come back
      return { status: 201, body: ids.length === 1 ? { id: ids[0] } : {} };
    });
  }

  function createConversation(body: unknown): Answer {
    const read = creationSchema.safeParse(body);
    if (!read.success || read.data.tenantId === undefined) return { status: 400 };
    const { isGroup = false, members: people = [], activity, channelData } = read.data;
    const channel = channelData?.channel?.id;
    if (isGroup && channel !== undefined && activity) {
      const room = rooms.find(channel)?.room;
      if (!room) return { status: 404 };
      if (room.blocked) return { status: 403 };
      const answer = post(room, null, activity);
      if (answer.status !== 201) return answer;
      const { id: activityId } = answer.body as { id?: string };
      return { status: 201, body: { id: `${channel};messageid=${activityId}`, activityId } };
    }
    const [person] = people;
    if (isGroup || people.length !== 1 || !person)
      return { status: 400, because: "Incorrect conversation creation parameters" };
    const known = rooms
      .all()
      .find(({ conversation }) => conversation.members.some(({ id }) => id === person.id));
    const someone = known?.conversation.members.find(({ id }) => id === person.id);
    if (!someone) return { status: 404 };
    const room = rooms.personal(someone);
    if (room.blocked) return { status: 403 };
    if (activity) {
      const answer = post(room, null, activity);
      if (answer.status !== 201) return answer;
    }
    return { status: 201, body: { id: room.conversation.id } };
  }
}

function members({ conversation }: Room, rest: string): Answer {
  const list = conversation.members.map((person) => ({
    ...person,
    objectId: person.aadObjectId,
    tenantId: conversation.tenant,
    userRole: "user",
  }));
  if (rest === "members") return { status: 200, body: list };
  if (rest === "pagedmembers") return { status: 200, body: { members: list } };
  const one = list.find(({ id, aadObjectId }) => [`members/${id}`, `members/${aadObjectId}`].includes(rest));
  return one ? { status: 200, body: one } : { status: 404 };
}

function take(body: unknown, work: (activity: Activity) => Answer): Answer {
  const read = activitySchema.safeParse(body);
  if (!read.success) return { status: 400 };
  try {
    return work(read.data);
  } catch (error) {
    return { status: 400, because: error instanceof Error ? error.message : String(error) };
  }
}

function send(outgoing: ServerResponse, { status, body, because }: Answer, retryAfter: number | null): void {
  const [code, message] = PROBLEMS[status as keyof typeof PROBLEMS] ?? ["ServiceError", "Unknown"];
  outgoing.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    server: "Microsoft-HTTPAPI/2.0",
    ...(retryAfter === null ? {} : { "retry-after": String(retryAfter) }),
  });
  outgoing.end(
    status < 300
      ? body === undefined
        ? ""
        : JSON.stringify(body)
      : JSON.stringify({ error: { code, message: because ?? message } }),
  );
}

function channelIn(body: unknown): string | undefined {
  return creationSchema.safeParse(body).data?.channelData?.channel?.id;
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let text = "";
  incoming.setEncoding("utf8");
  for await (const chunk of incoming) text += chunk;
  return text;
}

function parsed(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
