import type { z } from "zod";
import type { Config } from "../config.js";
import type { actBody } from "../desk-api/act.js";
import type { ActName, ActResult, Enquiry, EnquiryList } from "../desk-api/index.js";
import { existingSecret, staffToken } from "../secret.js";
import { readUrl } from "../text/index.js";
import type { Language, Localised } from "../vocabulary/index.js";
import { DeskError } from "./desk-error.js";

/** What staff do and see by way of the running desk's own entrance. Everything throws `DeskError`. */
export interface DeskClient {
  list(): Promise<EnquiryList>;
  /** What was said after the cursor; null: there is no such enquiry, or it is over. */
  show(number: string, after: number, language: Language): Promise<Enquiry | null>;
  act(number: string, name: ActName, body: z.infer<typeof actBody>, language: Language): Promise<ActResult>;
  /** Another process has written something that may be due. */
  wake(): Promise<void>;
}

/** Milliseconds: an act waits up to five seconds until it is decided. */
const PATIENCE = 15_000;

/**
 * Speaks with the desk that runs on this machine. Of the data folder it reads the secret alone.
 * @param url where it is, instead of where PORT and HOST say
 * @throws DeskError when there is no secret yet, or the address is of another machine
 */
export function deskClient(
  config: Pick<Config, "dataDir" | "deskSecret" | "port" | "host">,
  url: string | undefined,
): DeskClient {
  const secret = existingSecret(config.dataDir, config.deskSecret);
  const base = url ?? addressOf(config);
  if (!isHere(base)) throw new DeskError("not-here", { url: base });
  if (!secret) throw new DeskError("never-started", { folder: config.dataDir });
  const token = staffToken(secret);

  async function ask(method: "GET" | "POST", path: string, body?: unknown): Promise<Response> {
    try {
      return await fetch(new URL(path, base), {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE),
        // nobody else may be told the token
        redirect: "error",
      });
    } catch (error) {
      throw new DeskError("not-running", { url: base }, error);
    }
  }

  async function read<T>(response: Response): Promise<T> {
    const said = (await response.json().catch(() => null)) as { message?: Localised<string> } | null;
    if (response.status === 200 && said) return said as T;
    const { message } = said ?? {};
    throw message
      ? new DeskError("refused", {}, null, message)
      : new DeskError("something-else", { url: base });
  }

  return {
    list: async () => read(await ask("GET", "/desk/enquiries")),
    async show(number, after, language) {
      const query = `after=${after}&lang=${language}`;
      const response = await ask("GET", `/desk/enquiries/${encodeURIComponent(number)}?${query}`);
      return response.status === 404 ? null : read(response);
    },
    act: async (number, name, body, language) =>
      read(await ask("POST", `/desk/enquiries/${encodeURIComponent(number)}/${name}?lang=${language}`, body)),
    async wake() {
      await ask("POST", "/desk/wake");
    },
  };
}

/** What listens everywhere listens here, too. */
function addressOf({ port, host }: Pick<Config, "port" | "host">): string {
  if (port === 0) throw new DeskError("no-port", {});
  const here = ["0.0.0.0", "localhost"].includes(host) ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${here.includes(":") ? `[${here}]` : here}:${port}`;
}

/** The token must not leave this machine. */
function isHere(url: string): boolean {
  const read = readUrl(url);
  if (!read) return false;
  const { protocol, hostname } = read;
  return protocol === "http:" && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
