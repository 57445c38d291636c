import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What a keyed hash stands for. Each purpose has a key of its own, so that no two columns can be compared. */
type HashPurpose =
  | "pseudonym"
  | "address"
  | "conversation"
  | "event-key"
  | "carry"
  | "check"
  | "link"
  | "staff"
  | "staff-code";

/** Where a sealed value lives; it opens nowhere else. */
type SealedColumn =
  | "action.sealed"
  | "address.sealed"
  | "channel_memory.sealed"
  | "conversation.form"
  | "conversation.state"
  | "event.payload"
  | "message.sealed"
  | "outbox.receipt"
  | "submission.sealed";

/** Turns platform addresses, sender ids and what people write into what may be stored. */
export interface Sealing {
  /** Names the same thing the same way without saying what it is: HMAC-SHA256, its first 128 bits as base64url. */
  keyed(purpose: HashPurpose, ...parts: readonly string[]): string;
  /** Encrypts a text for one column: AES-256-GCM, a fresh nonce each time. */
  seal(column: SealedColumn, text: string): Buffer;
  /** @throws Error when the value was sealed under another secret, for another column, or was changed. */
  open(column: SealedColumn, sealed: Buffer): string;
}

/** Of the layout `version (1 byte), nonce (12), ciphertext, tag (16)`; the first byte names the key that sealed it. */
const KEY_VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION_BYTE = Buffer.of(KEY_VERSION);
/** What ties a sealed value to its column. */
const COLUMN_BYTES: Readonly<Record<SealedColumn, Buffer>> = {
  "action.sealed": Buffer.from("action.sealed"),
  "address.sealed": Buffer.from("address.sealed"),
  "channel_memory.sealed": Buffer.from("channel_memory.sealed"),
  "conversation.form": Buffer.from("conversation.form"),
  "conversation.state": Buffer.from("conversation.state"),
  "event.payload": Buffer.from("event.payload"),
  "message.sealed": Buffer.from("message.sealed"),
  "outbox.receipt": Buffer.from("outbox.receipt"),
  "submission.sealed": Buffer.from("submission.sealed"),
};
/** Random nonces are drawn so many at a time: asking for twelve bytes costs as much as for three thousand. */
const NONCES_AT_ONCE = 256;
/** 128 bits: no collision to be feared below 2^64 guests, and short in an index. */
const HASH_BYTES = 16;

/**
 * Keys are derived by HKDF-SHA256 (RFC 5869) from the desk's one secret, one a purpose.
 * @param secret 32 bytes. Without it neither an address nor a guest can be recognised again.
 */
export function createSealing(secret: Uint8Array): Sealing {
  if (secret.length !== 32)
    throw new RangeError(`The desk's secret must have 32 bytes, not ${secret.length}.`);
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync("sha256", secret, new Uint8Array(0), `nahtstelle/${purpose}`, 32));
  const hashing: Readonly<Record<HashPurpose, Buffer>> = {
    pseudonym: derive("pseudonym"),
    address: derive("address"),
    conversation: derive("conversation"),
    "event-key": derive("event-key"),
    carry: derive("carry"),
    check: derive("check"),
    link: derive("link"),
    staff: derive("staff"),
    "staff-code": derive("staff-code"),
  };
  const sealingKey = derive("sealing");
  const nonce = nonces();

  return {
    keyed(purpose, ...parts) {
      // JSON keeps ("ab", "c") and ("a", "bc") apart
      return createHmac("sha256", hashing[purpose])
        .update(JSON.stringify(parts))
        .digest()
        .toString("base64url", 0, HASH_BYTES);
    },
    seal(column, text) {
      const fresh = nonce();
      const cipher = createCipheriv("aes-256-gcm", sealingKey, fresh);
      cipher.setAAD(COLUMN_BYTES[column]);
      return Buffer.concat([
        VERSION_BYTE,
        fresh,
        cipher.update(text, "utf8"),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },
    open(column, sealed) {
      if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== KEY_VERSION)
        throw new Error(
          `A sealed value of ${column} has an unknown form: restore the database from a backup.`,
        );
      const decipher = createDecipheriv("aes-256-gcm", sealingKey, sealed.subarray(1, 1 + NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(COLUMN_BYTES[column]);
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        const opened = decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([opened, decipher.final()]).toString("utf8");
      } catch (error) {
        throw new Error(
          `A sealed value of ${column} does not open with this secret: restore secret and database from the same backup.`,
          { cause: error },
        );
      }
    },
  };
}

/** Each is given out once. */
function nonces(): () => Buffer {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(NONCES_AT_ONCE * NONCE_BYTES);
    const next = drawn.subarray(0, NONCE_BYTES);
    drawn = drawn.subarray(NONCE_BYTES);
    return next;
  };
}
