import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { encode } from "./encode.js";
import type { Letter } from "./letter.js";

/** A mail server that takes e-mails from the desk. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /**
   * "tls": encrypted from the first byte. "starttls": encrypted before anything is said, or not at all. "none": nothing
   * is encrypted, for a server on the same machine.
   */
  readonly security: "tls" | "starttls" | "none";
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Certificates (PEM) of authorities that are trusted. Null: those that Node trusts. */
  readonly authorities: string | null;
  /** Milliseconds for everything together, from the name's look-up to the server's last word. */
  readonly deadlineMs: number;
}

/**
 * Connects and logs in, and sends nothing.
 * @throws the library's error: to be read by `faultOf` only, since it quotes what was said.
 */
export async function verify(server: MailServer, signal: AbortSignal): Promise<void> {
  await session(server, signal, (_, done) => done(null));
}

/**
 * Hands one e-mail to the server; resolves when the server has said that it has it.
 * @param begun is called when the text begins to go out: what fails later may have arrived.
 * @throws as `verify` does.
 */
export async function deliver(
  server: MailServer,
  letter: Letter,
  date: Date,
  begun: () => void,
): Promise<void> {
  const mail = await encode(letter, date);
  // it is not read before the server has taken the address and asked for the text
  const text = new Readable({
    read() {
      begun();
      this.push(mail);
      this.push(null);
    },
  });
  await session(server, null, (connection, done) =>
    connection.send({ from: letter.from.address, to: [letter.to] }, text, done),
  );
}

/** A connection of its own for each e-mail: an office sends few, and none goes wrong because of the one before. */
function session(
  server: MailServer,
  signal: AbortSignal | null,
  work: (connection: SMTPConnection, done: (error: unknown) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.security === "tls",
      requireTLS: server.security === "starttls",
      ignoreTLS: server.security === "none",
      // a machine without a network still has itself
      allowInternalNetworkInterfaces: server.security === "none",
      ...(server.authorities === null ? {} : { tls: { ca: server.authorities } }),
      connectionTimeout: server.deadlineMs,
      greetingTimeout: server.deadlineMs,
      socketTimeout: server.deadlineMs,
      dnsTimeout: server.deadlineMs,
    });
    let settled = false;
    const settle = (error: unknown): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      signal?.removeEventListener("abort", stop);
      if (error) {
        connection.close();
        reject(error);
      } else {
        connection.quit();
        resolve();
      }
    };
    const stop = (): void => settle(ended("ECONNECTION"));
    const deadline = setTimeout(() => settle(ended("ETIMEDOUT")), server.deadlineMs);
    signal?.addEventListener("abort", stop);
    // this one stays: what goes wrong after the last word of the server concerns nobody
    connection.on("error", settle);
    // the library tells of the end before it tells why
    connection.once("end", () => setImmediate(stop));

    const { login } = server;
    connection.connect((error) => {
      if (settled || error) return settle(error);
      if (!login || !connection.allowsAuth) return work(connection, settle);
      connection.login({ user: login.user, pass: login.password }, (refused) => {
        if (settled || refused) return settle(refused);
        work(connection, settle);
      });
    });
  });
}

function ended(code: string): Error {
  return Object.assign(new Error(code), { code });
}
