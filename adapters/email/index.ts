import type { Channel, Desk, Language } from "../../src/vocabulary/index.js";
import { SendFailure } from "../shared/failure.js";
import type { Mailbox } from "./address.js";
import { type Fault, faultOf } from "./failure.js";
import { toLetter } from "./letter.js";
import type { MailServer } from "./smtp.js";

export interface EmailOptions {
  readonly server: Omit<MailServer, "authorities" | "deadlineMs"> & Partial<MailServer>;
  /** Who the e-mails come from, and where those that cannot be delivered come back to. */
  readonly from: Mailbox;
  /** For the subject of an e-mail that has none of its own. */
  readonly officeName: (language: Language) => string;
}

/**
 * Milliseconds. Less than the outbox waits for a send: which of the two gave up tells whether the e-mail may have gone
 * out.
 */
const DEADLINE_MS = 9_000;

/**
 * E-mails, to staff, partners and guests who have left an address: each in plain text to one address. Nothing is
 * received. A place is `{ channel: "email", scope: "private", address, details: { subject, replyTo } }`; both details
 * may be missing.
 */
export function createEmail(options: EmailOptions): Channel {
  const server: MailServer = { authorities: null, deadlineMs: DEADLINE_MS, ...options.server };
  let desk: Desk | null = null;

  return {
    name: "email",
    can: { edit: false, remove: false, threads: false, typing: false, files: false },
    // what Exchange Online takes from one sender; others take more, and the office does not need it
    rates: [{ most: 30, withinMs: 60_000, of: "channel" }],

    async start(startedBy) {
      desk = startedBy;
      startedBy.keepTrying("the mail server", async (signal) => {
        const { verify } = await import("./smtp.js");
        try {
          await verify(server, signal);
        } catch (error) {
          const { lies, failure } = faultOf(error, false);
          if (lies !== "login" || signal.aborted) throw new Error(failure.message);
          // Tried every minute, a wrong password locks the account in many places.
          startedBy.trouble(failure.message);
          startedBy.log.warn("the mail server refuses the desk's login", { error: failure.message });
        }
      });
    },

    async send(to, message) {
      if (!desk) throw new SendFailure("retryable", "E-mail: not started yet");
      const letter = toLetter(to, message, options.from, options.officeName(message.language));
      if (!letter) throw new SendFailure("undeliverable", "E-mail: the place is not one e-mail address");
      const { deliver } = await import("./smtp.js");
      let begun = false;
      try {
        await deliver(server, letter, new Date(desk.clock.now()), () => {
          begun = true;
        });
      } catch (error) {
        const fault = faultOf(error, begun);
        note(desk, fault);
        throw fault.failure;
      }
      desk.trouble(null);
      return { id: letter.messageId };
    },

    async stop() {},
  };
}

/** What the administrator must mend stands in health; that a server is away, the outbox says there. */
function note(desk: Desk, { lies, failure }: Fault): void {
  if (lies === "login" || lies === "set-up") desk.trouble(failure.message);
  else if (lies === "message") desk.trouble(null);
}
