import type { Channel } from "../../src/vocabulary/index.js";
import type { TeamsOptions } from "./options.js";

export type {
  TeamsAuthentication,
  TeamsConnectorOptions,
  TeamsCredentials,
  TeamsOptions,
} from "./options.js";

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
