/** How the desk is registered with Teams, and which guests it answers. */
export interface TeamsOptions {
  /** Null: no credentials; the channel is then on for tools on this machine only. */
  readonly credentials: TeamsCredentials | null;
  /** Only guests of these tenants are answered; empty: of all that have installed the app. */
  readonly tenants: readonly string[];
  /** Another Teams than Microsoft's, for tests. */
  readonly connector?: TeamsConnectorOptions;
}

export interface TeamsCredentials {
  readonly appId: string;
  /** Null with a managed identity. */
  readonly password: string | null;
  readonly type: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
  /** Null for MultiTenant only. */
  readonly tenantId: string | null;
}

/** What a test puts in the place of Microsoft's services. */
export interface TeamsConnectorOptions {
  /** Where the keys of incoming tokens come from. The SDK forgets its defaults once one of these is set: so all of them. */
  readonly authentication?: TeamsAuthentication;
  /** Outgoing calls carry no token: none can be had without Microsoft's login server. Default: false. */
  readonly withoutTokens?: boolean;
  /** With credentials too, a service URL on this machine is taken, with http. Default: false. */
  readonly localServiceUrls?: boolean;
  /** Milliseconds that one call to the connector, or to the server of the keys, may take. Default: 10,000. */
  readonly timeoutMs?: number;
}

/** The SDK's own names. */
export interface TeamsAuthentication {
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToChannelFromBotOAuthScope: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly OAuthUrl: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly CallerId: string;
}
