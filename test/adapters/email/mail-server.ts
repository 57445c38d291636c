import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { CERTIFICATE, KEY } from "./certificate.js";
import { type Mail, readMail } from "./read-mail.js";

/** A mail server on this machine, and what it was given. */
export interface MailServer {
  readonly port: number;
  readonly mails: Received[];
  /** User and password of each login that was tried. */
  readonly logins: string[];
  /** What it answers; a test changes it while it runs. */
  readonly answers: Answers;
  close(): Promise<void>;
}

export interface Received extends Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** It came over an encrypted connection. */
  readonly secure: boolean;
  /** By which user. */
  readonly user: string | null;
}

/** Numbers and words of a refusal, by the command that is refused; null: it is taken. */
interface Answers {
  sender: Refusal | null;
  recipient: Refusal | null;
  text: Refusal | null;
}
export type Refusal = readonly [code: number, words: string];

const PASSWORD = "ge:heim/ß#";

/** The login that it takes, where it wants one. */
export const LOGIN = { user: "desk@stadt.example.org", password: PASSWORD };

/** npm's smtp-server: the real protocol, over a real connection. By default it wants no login and offers STARTTLS. */
export async function mailServer({
  port = 0,
  ...options
}: SMTPServerOptions & { readonly port?: number } = {}): Promise<MailServer> {
  const mails: Received[] = [];
  const logins: string[] = [];
  const answers: Answers = { sender: null, recipient: null, text: null };
  const said = (refusal: Refusal | null): Error | null =>
    refusal && Object.assign(new Error(refusal[1]), { responseCode: refusal[0] });
  const server = new SMTPServer({
    key: KEY,
    cert: CERTIFICATE,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth({ username, password }, _, callback) {
      logins.push(`${username}:${password}`);
      if (username === LOGIN.user && password === PASSWORD) callback(null, { user: username });
      else callback(Object.assign(new Error(`no ${username} with ${password}`), { responseCode: 535 }));
    },
    onMailFrom: (_, __, callback) => callback(said(answers.sender)),
    onRcptTo: (_, __, callback) => callback(said(answers.recipient)),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const refusal = said(answers.text);
        if (!refusal)
          mails.push({
            ...readMail(Buffer.concat(chunks)),
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
            secure: session.secure,
            user: session.user ?? null,
          });
        callback(refusal);
      });
    },
    ...options,
  });
  // clients that break off are what the tests are about
  server.on("error", () => {});
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  return {
    port: (listening.address() as AddressInfo).port,
    mails,
    logins,
    answers,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Answers each line that comes, and the connection itself (an empty line), as it is told. "drop": it hangs up; null: silence. */
export async function scriptedServer(
  answer: (line: string, count: number) => string | null,
): Promise<{ readonly port: number; readonly lines: string[]; close(): Promise<void> }> {
  const lines: string[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    let rest = "";
    const say = (line: string): void => {
      const words = answer(line, lines.length);
      if (words === "drop") socket.destroy();
      else if (words !== null) socket.write(`${words}\r\n`);
    };
    say("");
    socket.on("data", (chunk) => {
      const parts = (rest + chunk.toString()).split("\r\n");
      rest = parts.pop() ?? "";
      for (const line of parts) {
        lines.push(line);
        say(line);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    lines,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
