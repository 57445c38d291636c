import { asBlocks, faultInBlocks } from "./blocks.js";
import { type Call, conversation, flag, type Method, Refusal, scopeOf, text, writable } from "./call.js";
import { chatMethods, own, post, threadOf } from "./chat.js";
import { directConversation, type Message, shown } from "./world.js";

const BLOCKS_A_VIEW = 100;

const history: Method = {
  token: "bot",
  scope: scopeOf("history"),
  run(call) {
    const channel = conversation(call);
    if (!channel.members.has(call.workspace.botUser)) throw new Refusal("not_in_channel");
    const roots = channel.messages.filter(
      ({ thread, ts, onlyFor }) => onlyFor === undefined && (thread === undefined || thread === ts),
    );
    return page(call, roots.toReversed());
  },
};

const replies: Method = {
  token: "bot",
  scope: scopeOf("history"),
  run(call) {
    const channel = conversation(call);
    if (!channel.members.has(call.workspace.botUser)) throw new Refusal("not_in_channel");
    const root = text(call.args, "ts");
    const found = channel.messages.filter(
      ({ ts, thread, onlyFor }) => onlyFor === undefined && (ts === root || thread === root),
    );
    if (!found.some(({ ts }) => ts === root)) throw new Refusal("thread_not_found");
    return page(call, found);
  },
};

/** Of several pages each names the next one. */
function page(call: Call, found: readonly Message[]): Readonly<Record<string, unknown>> {
  const { args, world, workspace } = call;
  const oldest = Number(args["oldest"] ?? 0);
  const latest = Number(args["latest"] ?? Number.POSITIVE_INFINITY);
  const inclusive = flag(args, "inclusive");
  const limit = Number(args["limit"] ?? 100);
  if (!(limit >= 1 && limit <= 999)) throw new Refusal("invalid_limit");
  const within = found.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
  const from = Number(Buffer.from(text(args, "cursor") ?? "", "base64").toString() || 0);
  if (!Number.isInteger(from)) throw new Refusal("invalid_cursor");
  const more = within.length > from + limit;
  return {
    messages: within.slice(from, from + limit).map((message) => ({
      ...shown(world, workspace, message),
      ...(flag(args, "include_all_metadata") && message.metadata ? { metadata: message.metadata } : {}),
    })),
    has_more: more,
    ...(more
      ? { response_metadata: { next_cursor: Buffer.from(String(from + limit)).toString("base64") } }
      : {}),
  };
}

const open: Method = {
  token: "bot",
  scope: ({ args }) => (String(args["users"] ?? "").includes(",") ? "mpim:write" : "im:write"),
  run(call) {
    const { workspace, world, args } = call;
    const users = (text(args, "users") ?? "").split(",").filter(Boolean);
    if (users.length === 0) {
      if (text(args, "channel") === undefined) throw new Refusal("users_list_not_supplied");
      return { channel: { id: conversation(call).id } };
    }
    if (users.some((user) => !workspace.people.has(user))) throw new Refusal("user_not_found");
    return { channel: { id: directConversation(world, workspace, users).id } };
  },
};

const info: Method = {
  token: "bot",
  scope: scopeOf("read"),
  run: (call) => {
    const { id, name, kind, archived, members } = conversation(call);
    return {
      channel: {
        id,
        name,
        is_im: kind === "im",
        is_mpim: kind === "mpim",
        is_channel: kind === "channel",
        is_group: kind === "group",
        is_archived: archived,
        is_member: members.has(call.workspace.botUser),
      },
    };
  },
};

const publish: Method = {
  token: "bot",
  run({ workspace, world, args }) {
    const user = text(args, "user_id");
    if (user === undefined || !workspace.people.has(user)) throw new Refusal("user_not_found");
    const { view } = args;
    if (typeof view !== "object" || view === null) throw new Refusal("invalid_arguments");
    const { type, blocks } = view as Record<string, unknown>;
    if (type !== "home")
      throw new Refusal("invalid_arguments", {
        response_metadata: { messages: ["[ERROR] view type must be home"] },
      });
    const fault = faultInBlocks(blocks, BLOCKS_A_VIEW);
    if (fault) throw new Refusal("invalid_arguments", { response_metadata: { messages: fault.messages } });
    const known = workspace.homes.get(user);
    const hash = text(args, "hash");
    if (hash !== undefined && known && hash !== known.hash) throw new Refusal("hash_conflict");
    const home = {
      id: known?.id ?? world.nextId("V"),
      hash: world.nextId("hash"),
      blocks: asBlocks(blocks),
    };
    workspace.homes.set(user, home);
    return { view: { ...home, type: "home", team_id: workspace.id, app_id: world.appId } };
  },
};

const userInfo: Method = {
  token: "bot",
  scope: "users:read",
  run({ workspace, args }) {
    const person = workspace.people.get(text(args, "user") ?? "");
    if (!person) throw new Refusal("user_not_found");
    const { id, name, locale } = person;
    return {
      user: {
        id,
        name,
        team_id: workspace.id,
        is_bot: false,
        tz: "Europe/Berlin",
        ...(flag(args, "include_locale") ? { locale } : {}),
        profile: { real_name: name, display_name: name },
      },
    };
  },
};

const uploadUrl: Method = {
  token: "bot",
  scope: "files:write",
  run({ world, uploads, url, args }) {
    const name = text(args, "filename");
    const length = Number(args["length"]);
    if (!name || !Number.isInteger(length) || length <= 0) throw new Refusal("invalid_arguments");
    const id = world.nextId("F");
    uploads.set(id, { name, length, bytes: null });
    return { file_id: id, upload_url: `${url()}/upload/${id}` };
  },
};

const completeUpload: Method = {
  token: "bot",
  scope: "files:write",
  run(call) {
    const { files } = call.args;
    if (!Array.isArray(files) || files.length === 0) throw new Refusal("invalid_arguments");
    const done = files.map((file: { id?: string; title?: string }) => {
      const upload = call.uploads.get(file.id ?? "");
      if (!upload?.bytes) throw new Refusal("file_not_found");
      return { id: file.id, name: upload.name, title: file.title ?? upload.name, size: upload.length };
    });
    if (text(call.args, "channel_id") !== undefined) {
      const channel = writable(call);
      const thread = threadOf(call, channel);
      post(call, channel, {
        ...own(call),
        text: text(call.args, "initial_comment") ?? "",
        blocks: [],
        subtype: "file_share",
        files: done,
        ...(thread ? { thread } : {}),
      });
    }
    return { files: done };
  },
};

const access: Method = {
  token: "none",
  run({ world, args, grants, credentials }) {
    if (args["client_id"] !== credentials.clientId) throw new Refusal("invalid_client_id");
    if (args["client_secret"] !== credentials.clientSecret) throw new Refusal("bad_client_secret");
    const code = text(args, "code") ?? "";
    const grant = grants.get(code);
    if (!grant) throw new Refusal("invalid_code");
    if ((text(args, "redirect_uri") ?? grant.redirectUri) !== grant.redirectUri)
      throw new Refusal("bad_redirect_uri");
    grants.delete(code);
    const { workspace } = grant;
    workspace.installed = true;
    return {
      app_id: world.appId,
      authed_user: { id: [...workspace.people.keys()][0] ?? "U0NOBODY" },
      scope: [...workspace.scopes].join(","),
      token_type: "bot",
      access_token: workspace.botToken,
      bot_user_id: workspace.botUser,
      team: { id: workspace.id, name: workspace.name },
      enterprise: null,
      is_enterprise_install: false,
    };
  },
};

/** The methods that this server knows; of all others it says that they are unknown. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...chatMethods,
  "auth.test": {
    token: "bot",
    run: ({ workspace }) => ({
      url: `https://${workspace.name}.slack.com/`,
      team: workspace.name,
      user: "bot",
      team_id: workspace.id,
      user_id: workspace.botUser,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
  },
  "apps.connections.open": {
    token: "app",
    run({ world, tickets, url }) {
      const ticket = world.nextId("ticket");
      tickets.add(ticket);
      return { url: `${url().replace("http:", "ws:")}/link/?ticket=${ticket}&app_id=${world.appId}` };
    },
  },
  "conversations.open": open,
  "conversations.info": info,
  "conversations.history": history,
  "conversations.replies": replies,
  "views.publish": publish,
  "users.info": userInfo,
  "oauth.v2.access": access,
  "files.getUploadURLExternal": uploadUrl,
  "files.completeUploadExternal": completeUpload,
};
