import type { Channel } from "../../src/vocabulary/index.js";

export interface TeamsOptions {
  /** Null: no credentials; the channel is then on for tools on this machine only. */
  readonly credentials: {
    readonly appId: string;
    /** Null with a managed identity. */
    readonly password: string | null;
    readonly type: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
    /** Null for MultiTenant only. */
    readonly tenantId: string | null;
  } | null;
  /** Only guests of these tenants are answered; empty: of all that have installed the app. */
  readonly tenants: readonly string[];
}

/** The desk in Microsoft Teams. */
export function createTeamsChannel(_options: TeamsOptions): Channel {
  return {
    name: "teams",
    can: { edit: true, remove: true, threads: true, typing: true, files: false },
    async start() {},
    async send() {
      throw Object.assign(new Error("not connected"), { delivery: "retryable" });
    },
    async stop() {},
  };
}
