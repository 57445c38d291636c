import { createEmail, type EmailOptions } from "../../../adapters/email/index.js";
import { parse } from "../../../src/text/index.js";
import type { Channel, OutgoingMessage, Place } from "../../../src/vocabulary/index.js";
import { type TestDesk, testDesk } from "../desk-setup.js";
import { CERTIFICATE } from "./certificate.js";

/** The clock of the tests' desk. */
export const NOW = Date.UTC(2026, 2, 14, 9, 26, 53);

export const FROM = { name: "Wirtschaftsförderung Müsterstadt", address: "desk@stadt.example.org" };

/** The channel with a server on this machine. `over` replaces any part of the server's settings. */
export function emailTo(port: number, over: Partial<EmailOptions["server"]> = {}): Channel {
  return createEmail({
    server: {
      host: "localhost",
      port,
      security: "none",
      login: null,
      authorities: CERTIFICATE,
      ...over,
    },
    from: FROM,
    officeName: (language) => (language === "de" ? "Wirtschaftsförderung" : "Business Office"),
  });
}

/** A started channel and its desk. */
export async function started(channel: Channel): Promise<TestDesk> {
  const desk = testDesk({ clock: { now: () => NOW } });
  await channel.start(desk);
  return desk;
}

export function placeOf(address: string, details?: Record<string, string>): Place {
  return { channel: "email", scope: "private", address, ...(details ? { details } : {}) };
}

export function saying(markdown: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return { id: "web:4711.0", language: "de", text: parse(markdown), ...more };
}

/** What the outbox is told of a send that failed. */
export async function failureOf(
  sending: Promise<unknown>,
): Promise<{ readonly delivery: unknown; readonly message: string }> {
  try {
    await sending;
  } catch (error) {
    return { delivery: (error as { delivery?: unknown }).delivery, message: (error as Error).message };
  }
  throw new Error("it was sent");
}
