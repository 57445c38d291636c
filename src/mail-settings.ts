import { z } from "zod";
import { type Mailbox, mailbox } from "../adapters/email/address.js";
import { readUrl } from "./text/index.js";

/** The mail server, and who e-mails come from. */
export interface MailSettings {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** "none" on this machine only: what goes over a network is encrypted, or does not go. */
    readonly security: "tls" | "starttls" | "none";
    readonly login: { readonly user: string; readonly password: string } | null;
  };
  readonly from: Mailbox;
}

/** What each variable's value must look like. */
export const mailSchema = {
  SMTP_URL: z
    .string()
    .transform(readServer)
    .refine((server) => server !== null)
    .optional(),
  MAIL_FROM: z
    .string()
    .transform(mailbox)
    .refine((from) => from !== null)
    .optional(),
};

type Values = { readonly [Name in keyof typeof mailSchema]?: z.output<(typeof mailSchema)[Name]> };

/** What the e-mail channel starts with; null: off. @returns sentences for the administrator where one is missing. */
export function readMail({ SMTP_URL: server, MAIL_FROM: from }: Values): {
  readonly mail: MailSettings | null;
  readonly problems: readonly string[];
} {
  if (server && from) return { mail: { server, from }, problems: [] };
  const missing = server
    ? "MAIL_FROM is missing: give the address that e-mails come from, such as Wirtschaftsförderung <wirtschaft@example.org>, or leave out SMTP_URL."
    : "SMTP_URL is missing: give the mail server, such as smtp://user:password@mail.example.org:587, or leave out MAIL_FROM.";
  return { mail: null, problems: server || from ? [missing] : [] };
}

/** The start message's line on e-mail. */
export function describeMail(mail: MailSettings | null): string {
  if (!mail) return "E-mail: off. It needs SMTP_URL and MAIL_FROM.";
  const { host, port, security } = mail.server;
  const how = { tls: "encrypted", starttls: "encrypted by STARTTLS", none: "on this machine, not encrypted" };
  return `E-mail: on, from ${mail.from.address} by ${host}:${port}, ${how[security]}.`;
}

/** The password in SMTP_URL, as it stands there and as it is meant, for the log to take out. */
export function mailSecrets(url: string): string[] {
  const password = readUrl(url)?.password ?? "";
  return [password, decoded(password) ?? ""].filter(Boolean);
}

function readServer(value: string): MailSettings["server"] | null {
  const url = /^smtps?:\/\//iu.test(value) ? readUrl(value) : null;
  if (!url) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = url;
  const host = hostname.replace(/^\[(.*)\]$/u, "$1");
  const login = [decoded(username), decoded(password)] as const;
  if (!/^[A-Za-z0-9.:_-]+$/u.test(host) || !/^\/?$/u.test(pathname) || search + hash !== "") return null;
  if (login.includes(null) || (username === "") !== (password === "")) return null;
  const tls = protocol === "smtps:";
  return {
    host,
    port: port === "" ? (tls ? 465 : 587) : Number(port),
    security: tls ? "tls" : isThisMachine(host) ? "none" : "starttls",
    login: username === "" ? null : { user: login[0] ?? "", password: login[1] ?? "" },
  };
}

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/iu.test(host);
}

/** Null: a % without two digits behind it, or one for what no text has. */
function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part);
    return /\p{Cc}/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
