import { describe, expect, it } from "vitest";
import { ConfigError, type Environment, loadConfig, secretValues } from "../src/config.js";
import { describeMail } from "../src/mail-settings.js";

const mail = (env: Environment) => loadConfig(env, { cwd: "/somewhere" }).mail;
const server = (url: string) => mail({ SMTP_URL: url, MAIL_FROM: "desk@stadt.example.org" })?.server;
const problems = (env: Environment): string => {
  try {
    mail(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
};

describe("the configuration of e-mail", () => {
  it("is off without its variables, and the start says what it needs", () => {
    expect(mail({})).toBeNull();
    expect(describeMail(null)).toBe("E-mail: off. It needs SMTP_URL and MAIL_FROM.");
  });

  it("names the server, how it is reached and who e-mails come from, and never the password", () => {
    const on = mail({
      SMTP_URL: "smtp://desk%40stadt.example.org:ge%3Aheim%2F%C3%9F%23@mail.stadt.example.org",
      MAIL_FROM: '"Wirtschaft, Müsterstadt" <wirtschaft@müsterstadt.example>',
    });
    expect(on).toEqual({
      server: {
        host: "mail.stadt.example.org",
        port: 587,
        security: "starttls",
        login: { user: "desk@stadt.example.org", password: "ge:heim/ß#" },
      },
      from: { name: "Wirtschaft, Müsterstadt", address: "wirtschaft@xn--msterstadt-9db.example" },
    });
    expect(describeMail(on)).toBe(
      "E-mail: on, from wirtschaft@xn--msterstadt-9db.example by mail.stadt.example.org:587, encrypted by STARTTLS.",
    );
  });

  it.each([
    ["smtps://mail.example.org", "mail.example.org", 465, "tls"],
    ["smtps://localhost:4650", "localhost", 4650, "tls"],
    ["smtp://mail.example.org:25/", "mail.example.org", 25, "starttls"],
    ["smtp://192.0.2.7", "192.0.2.7", 587, "starttls"],
    ["smtp://[2001:db8::1]:587", "2001:db8::1", 587, "starttls"],
    // a name that only begins like this machine's
    ["smtp://localhost.example.org", "localhost.example.org", 587, "starttls"],
    ["smtp://127.0.0.1.example.org", "127.0.0.1.example.org", 587, "starttls"],
    ["smtp://mailpit:1025", "mailpit", 1025, "starttls"],
    ["smtp://localhost:25", "localhost", 25, "none"],
    ["smtp://127.0.0.1:25", "127.0.0.1", 25, "none"],
    ["smtp://[::1]:25", "::1", 25, "none"],
  ])("encrypts what leaves this machine: %s", (url, host, port, security) => {
    expect(server(url)).toEqual({ host, port, security, login: null });
  });

  it.each([
    ["no address", "mail.example.org"],
    ["another protocol", "https://geheim:wort@mail.example.org"],
    ["no host", "smtp://:587"],
    ["a port that is none", "smtp://mail.example.org:70000"],
    ["a path", "smtp://mail.example.org/inbox"],
    ["settings that it does not have", "smtp://mail.example.org?tls=off"],
    ["a user without a password", "smtp://geheim@mail.example.org"],
    ["a password without a user", "smtp://:geheim@mail.example.org"],
    ["a / in the password", "smtp://desk:geheim/wort@mail.example.org"],
    ["a % in the password", "smtp://desk:geheim%wort@mail.example.org"],
    ["a line break in the user", "smtp://desk%0D%0A:geheim@mail.example.org"],
  ])("refuses a server with %s, and shows nothing of it", (_, url) => {
    const words = problems({ SMTP_URL: url, MAIL_FROM: "desk@stadt.example.org" });
    expect(words).toMatch(/SMTP_URL is not usable: give smtp:\/\/user:password@host:port or smtps/u);
    expect(words).not.toContain("geheim");
    expect(words).not.toContain("wort@");
  });

  it.each(["Wirtschaftsförderung", "a@b.example, c@d.example", "Amt <amt>", "a@b"])(
    "refuses to write from %j",
    (from) => {
      expect(problems({ SMTP_URL: "smtp://localhost", MAIL_FROM: from })).toContain(
        `MAIL_FROM is ${JSON.stringify(from)}: give one e-mail address`,
      );
    },
  );

  it("says what is missing", () => {
    expect(problems({ SMTP_URL: "smtp://localhost" })).toContain("MAIL_FROM is missing");
    expect(problems({ MAIL_FROM: "desk@stadt.example.org" })).toContain("SMTP_URL is missing");
  });

  it("hides the password from the log, as it is written and as it is meant", () => {
    const url = "smtp://desk:ge%3Aheim@mail.example.org";
    expect(secretValues({ SMTP_URL: url })).toEqual([url, "ge%3Aheim", "ge:heim"]);
    expect(secretValues({ SMTP_URL: "smtp://localhost" })).toEqual(["smtp://localhost"]);
    expect(secretValues({ SMTP_URL: "no address" })).toEqual(["no address"]);
  });
});
