/**
 * Everything that names botbuilder, and the only file that may: it is loaded when the channel is on, and it is what a
 * move to the Microsoft 365 Agents SDK replaces. Of the SDK the desk uses how tokens are checked and fetched, and the
 * client of the connector; never `CloudAdapter.process`, which prints to the console and answers with the error's text.
 */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  type Activity as SdkActivity,
  type TurnContext,
} from "botbuilder";
import type { Activity } from "./activity.js";
import { CallFailure } from "./call-failure.js";
import type { Connector, Conversation } from "./connector.js";
import { request } from "./one-request.js";
import type { TeamsOptions } from "./options.js";
import type { TeamsActivity } from "./render.js";
import { mayBeToken } from "./token.js";

type Credentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory["createCredentials"]>>;
type HttpClient = NonNullable<
  NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>["httpClient"]
>;

/** Who issues the tokens of incoming requests. */
const ISSUER = "https://api.botframework.com";
const AUDIENCE = "https://api.botframework.com";

/** @param now milliseconds since 1970. */
export function createConnector(options: TeamsOptions, now: () => number): Connector {
  const { credentials, connector: test = {} } = options;
  const timeoutMs = test.timeoutMs ?? 10_000;
  // Tokens name it in lower case, and the SDK compares letter by letter.
  const appId = credentials?.appId.toLowerCase() ?? "";
  const factory = credentialsFactory(options, appId, timeoutMs);
  const auth = new ConfigurationBotFrameworkAuthentication(
    { ...test.authentication },
    factory,
    undefined,
    undefined,
    { httpClient: oneRequestClient(timeoutMs) },
  );
  const adapter = new CloudAdapter(auth);

  /** The proactive way, for every call: what was stored is enough, before and after a restart. */
  async function within<T>(to: Conversation, call: (context: TurnContext) => Promise<T>): Promise<T> {
    let result: Promise<T> | undefined;
    await adapter.continueConversationAsync(appId, referenceTo(to), async (context) => {
      // The SDK makes up an id for the turn and would answer to it, to a message that does not exist.
      delete context.activity.id;
      result = call(context);
      await result;
    });
    if (!result) throw new Error("the turn did not run");
    return result;
  }

  return {
    async authenticate(activity, authorization) {
      const issuer = test.authentication?.ToBotFromChannelTokenIssuer ?? ISSUER;
      const { serviceUrl } = activity;
      if (!mayBeToken(authorization, { appId, issuer, serviceUrl, now: now() })) return "refused";
      try {
        await withinDeadline(auth.authenticateRequest(forSdk(activity), authorization), timeoutMs);
        return "fine";
      } catch (error) {
        return isKeyTrouble(error) ? "keys" : "refused";
      }
    },
    async send(to, activity) {
      const sent = await within(to, (context) => context.sendActivity(toSdk(activity)));
      return sent?.id ?? "";
    },
    async update(to, id, activity) {
      await within(to, (context) => context.updateActivity({ ...toSdk(activity), id }));
    },
    async remove(to, id) {
      await within(to, (context) => context.deleteActivity(id));
    },
    async typing(to) {
      await within(to, (context) => context.sendActivity({ type: "typing" }));
    },
    async open({ serviceUrl, channelId, botId, tenantId }, activity) {
      let id = "";
      await adapter.createConversationAsync(
        appId,
        "msteams",
        serviceUrl,
        AUDIENCE,
        {
          isGroup: true,
          channelData: { channel: { id: channelId }, ...(tenantId ? { tenant: { id: tenantId } } : {}) },
          activity: toSdk(activity) as SdkActivity,
          ...(tenantId ? { tenantId } : {}),
          ...(botId ? { bot: { id: botId, name: "" } } : {}),
        } as Parameters<CloudAdapter["createConversationAsync"]>[4],
        async (context) => {
          id = context.activity.conversation.id;
        },
      );
      return id;
    },
  };
}

/** Thrown where the SDK waits for ever. */
class DeadlinePassed extends Error {
  override readonly name = "DeadlinePassed";
}

async function withinDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** The keys could not be fetched: the request may be a good one, and Teams is to repeat it. */
function isKeyTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { statusCode } = error as { statusCode?: unknown };
  return error instanceof DeadlinePassed || error.name === "FetchError" || statusCode === 500;
}

/**
 * The SDK's own credentials, with two things it lacks: getting a token has a deadline, and when none is had the error
 * says so, since then nothing was sent. What it throws itself may quote the request, so only its codes are kept.
 */
function credentialsFactory(
  { credentials, connector }: TeamsOptions,
  appId: string,
  timeoutMs: number,
): ConfigurationServiceClientCredentialFactory {
  class Factory extends ConfigurationServiceClientCredentialFactory {
    override async createCredentials(
      ...args: Parameters<ConfigurationServiceClientCredentialFactory["createCredentials"]>
    ): Promise<Credentials> {
      if (connector?.withoutTokens) return { signRequest: async (resource) => resource };
      const inner = await super.createCredentials(...args).catch((error: unknown) => {
        throw new CallFailure({ kind: "no-token", reason: tokenFault(error) });
      });
      return {
        async signRequest(resource) {
          try {
            return await withinDeadline(inner.signRequest(resource), timeoutMs);
          } catch (error) {
            throw new CallFailure({ kind: "no-token", reason: tokenFault(error) });
          }
        },
      };
    }
  }
  if (!credentials) return new Factory({});
  return new Factory({
    MicrosoftAppId: appId,
    MicrosoftAppType: credentials.type,
    ...(credentials.password === null ? {} : { MicrosoftAppPassword: credentials.password }),
    ...(credentials.tenantId === null ? {} : { MicrosoftAppTenantId: credentials.tenantId }),
  });
}

/** "invalid_client AADSTS7000215": what an administrator looks for. */
function tokenFault(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { errorCode } = error as { errorCode?: unknown };
  const code = typeof errorCode === "string" && /^\w{1,60}$/u.test(errorCode) ? errorCode : error.name;
  const number = /AADSTS\d+/u.exec(error.message)?.[0];
  return number ? `${code} ${number}` : code;
}

/** Without it the SDK repeats what may have arrived, waits for ever on a silent server, and follows redirections. */
function oneRequestClient(timeoutMs: number): HttpClient {
  return {
    async sendRequest(resource) {
      const { url, method, body } = resource;
      const headers = resource.headers.rawHeaders();
      const answer = await request(
        { url, method, headers, body: typeof body === "string" ? body : undefined },
        timeoutMs,
      );
      const none = resource.headers.clone();
      for (const name of none.headerNames()) none.remove(name);
      return { request: resource, status: 200, headers: none, bodyAsText: answer };
    },
  };
}

function referenceTo({
  serviceUrl,
  id,
  botId,
  tenantId,
  type,
}: Conversation): Partial<ConversationReference> {
  return {
    channelId: "msteams",
    serviceUrl,
    conversation: {
      id,
      isGroup: type !== undefined && type !== "personal",
      conversationType: type ?? "personal",
      name: "",
      ...(tenantId ? { tenantId } : {}),
    },
    ...(botId ? { bot: { id: botId, name: "" } } : {}),
  };
}

/** Only what the SDK looks at when it checks a token. */
function forSdk({ type, channelId, serviceUrl }: Activity): SdkActivity {
  return { type, channelId, serviceUrl } as SdkActivity;
}

function toSdk(activity: TeamsActivity): Partial<SdkActivity> {
  return { ...activity } as Partial<SdkActivity>;
}
