import { createHmac, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What is wrong with a token; "valid": nothing. */
export const TOKENS = [
  "valid",
  "expired",
  "not-yet-valid",
  "wrong-audience",
  "wrong-issuer",
  "wrong-signature",
  "unknown-key",
  "other-channel",
  "other-service-url",
  "no-service-url",
  "alg-none",
  "hs256",
  "no-token",
] as const;
export type TokenKind = (typeof TOKENS)[number];

/** The Bot Framework's login service: says where its keys are, and signs what the connector sends to bots. */
export interface IdentityServer {
  /** Of the OpenID metadata document. */
  readonly metadataUrl: string;
  /** The Authorization header of one request. */
  header(kind: TokenKind, about: { readonly serviceUrl: string }): string;
  /** How many times the keys were fetched. */
  fetched(): number;
  /** The keys cannot be had from now on, or can again. */
  down(isDown: boolean): void;
  stop(): Promise<void>;
}

const ISSUER = "https://api.botframework.com";

/**
 * Starts it on a free port of this machine. Tokens have the form that "Authenticate requests from the Bot Connector
 * service to your bot" describes: RS256, an audience that is the app's id, the claim `serviceurl`, and keys that are
 * endorsed for channels.
 */
export async function startIdentity(appId: string): Promise<IdentityServer> {
  const keys = { teams: newKey(), slack: newKey(), stranger: newKey() };
  let fetches = 0;
  let isDown = false;
  const server = createServer((request, response) => {
    if (isDown) {
      response.writeHead(503).end();
      return;
    }
    response.setHeader("content-type", "application/json");
    if (request.url === "/v1/.well-known/openidconfiguration")
      response.end(
        JSON.stringify({
          issuer: ISSUER,
          authorization_endpoint: "https://invalid.botframework.com",
          jwks_uri: `${base}/v1/.well-known/keys`,
          id_token_signing_alg_values_supported: ["RS256"],
          token_endpoint_auth_methods_supported: ["private_key_jwt"],
        }),
      );
    else if (request.url === "/v1/.well-known/keys") {
      fetches += 1;
      response.end(
        JSON.stringify({
          keys: [
            published("key-teams", keys.teams, ["msteams"]),
            published("key-slack", keys.slack, ["slack"]),
          ],
        }),
      );
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    metadataUrl: `${base}/v1/.well-known/openidconfiguration`,
    fetched: () => fetches,
    down(value) {
      isDown = value;
    },
    header(kind, { serviceUrl }) {
      if (kind === "no-token") return "Bearer";
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        // Microsoft lets clocks differ by five minutes
        iat: kind === "expired" ? now - 7200 : now,
        nbf: kind === "expired" ? now - 7200 : kind === "not-yet-valid" ? now + 1800 : now,
        exp: kind === "expired" ? now - 3600 : now + 3600,
        iss: kind === "wrong-issuer" ? "https://login.example.org" : ISSUER,
        aud: kind === "wrong-audience" ? "11111111-2222-4333-8444-555555555555" : appId,
        ...(kind === "no-service-url"
          ? {}
          : { serviceurl: kind === "other-service-url" ? "https://smba.example.org/" : serviceUrl }),
      };
      if (kind === "alg-none") return `Bearer ${unsigned({ alg: "none", typ: "JWT" }, claims)}.`;
      if (kind === "hs256") {
        // the published key as the secret: the classic confusion of algorithms
        const text = unsigned({ alg: "HS256", typ: "JWT", kid: "key-teams" }, claims);
        const secret = keys.teams.publicKey.export({ type: "spki", format: "pem" });
        return `Bearer ${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
      }
      const kid =
        kind === "other-channel" ? "key-slack" : kind === "unknown-key" ? "key-stranger" : "key-teams";
      const key =
        kind === "other-channel"
          ? keys.slack
          : kind === "wrong-signature" || kind === "unknown-key"
            ? keys.stranger
            : keys.teams;
      return `Bearer ${signed(key.privateKey, { alg: "RS256", typ: "JWT", kid, x5t: kid }, claims)}`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

function newKey(): Pair {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

function published(kid: string, { publicKey }: Pair, endorsements: string[]): object {
  const { n, e } = publicKey.export({ format: "jwk" });
  return { kty: "RSA", use: "sig", kid, x5t: kid, n, e, endorsements };
}

function unsigned(header: object, claims: object): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
}

function signed(key: KeyObject, header: object, claims: object): string {
  const text = unsigned(header, claims);
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key).toString("base64url")}`;
}
