import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSealing } from "../../src/store/sealing.js";
import {
  accept,
  booking,
  button,
  initialState,
  load,
  message,
  openForm,
  outgoing,
  press,
  privatePlace,
  SECRET,
  storeAt,
  temporaryFile,
  turn,
} from "./setup.js";

const sealing = createSealing(SECRET);

describe("sealing", () => {
  it("opens what it sealed, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const bytes = Buffer.from(text, "utf8").toString("utf8");
        expect(sealing.open("address.sealed", sealing.seal("address.sealed", text))).toBe(bytes);
      }),
    );
  });

  it("never seals the same thing the same way", () => {
    expect(sealing.seal("event.payload", "x").equals(sealing.seal("event.payload", "x"))).toBe(false);
  });

  it("opens a value only in the column it was sealed for, and only with its secret", () => {
    const sealed = sealing.seal("event.payload", "x");
    expect(() => sealing.open("outbox.receipt", sealed)).toThrow("does not open");
    const other = createSealing(new Uint8Array(32).fill(8));
    expect(() => other.open("event.payload", sealed)).toThrow("does not open");
  });

  it("notices every changed byte and every cut", () => {
    const sealed = sealing.seal("address.sealed", "19:meeting@thread");
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => sealing.open("address.sealed", changed)).toThrow();
      expect(() => sealing.open("address.sealed", sealed.subarray(0, index))).toThrow();
    }
  });

  it("names the same thing the same way, 128 bits of it, and apart for each purpose and secret", () => {
    const name = sealing.keyed("pseudonym", "web", "anna");
    expect(Buffer.from(name, "base64url")).toHaveLength(16);
    expect(sealing.keyed("pseudonym", "web", "anna")).toBe(name);
    expect(sealing.keyed("address", "web", "anna")).not.toBe(name);
    expect(sealing.keyed("pseudonym", "web", "bert")).not.toBe(name);
    expect(sealing.keyed("pseudonym", "weba", "nna")).not.toBe(name);
    expect(createSealing(new Uint8Array(32).fill(8)).keyed("pseudonym", "web", "anna")).not.toBe(name);
  });
});

/** The bytes of the database and of its write-ahead log, as text. */
function rawOf(file: string): string {
  return [file, `${file}-wal`]
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "latin1"))
    .join();
}

describe("the raw file", () => {
  it("holds nothing in clear of what was written in a form, said in its summary and handed in", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    const secrets = ["Erika Muster", "erika@muster.example", "+4915112345678", "Mir geht der Kredit aus"];
    const values = Object.fromEntries(secrets.map((secret, index) => [`field-${index}`, secret]));
    const answers = Object.entries(values).map(([field, value]) => ({
      field,
      label: "Angabe",
      value,
      shown: value,
    }));
    for (const [index, secret] of secrets.entries())
      await turn(store, message(`${index}`, "anna", secret), {
        say: [{ to: privatePlace(), message: outgoing(`${index}.0`, `Verstanden: ${secret}`) }],
        // a button to choose what was meant repeats the question
        actions: [{ ...button(`${index}.a`), act: { does: "none-of-these", question: secret } }],
        state: {
          ...initialState,
          form: { ...openForm(values), pending: secret },
          topic: { intents: [], question: secret, at: "2026-11-23T09:00:00.000Z", turns: 0 },
          clarification: { question: secret, intents: [] },
        },
      });
    const { conversationId } = await accept(store, message("open", "anna", secrets.join()));
    expect((await load(store, conversationId)).conversation.state.form).toEqual({
      ...openForm(values),
      pending: secrets.at(-1),
    });
    await turn(store, message("last"), {
      submission: { reference: "R-1", form: "callback", language: "de", answers, keepDays: 30 },
      bookings: [booking("R-1")],
    });
    expect((await store.submission("R-1"))?.answers).toEqual(answers);
    const beforeCheckpoint = rawOf(file);
    await store.close();
    const afterCheckpoint = rawOf(file);
    for (const raw of [beforeCheckpoint, afterCheckpoint]) {
      // what may be there is found this way, so the search itself works
      expect(raw).toContain("callback");
      for (const secret of secrets) expect(raw).not.toContain(secret);
    }
  });

  it("holds no address, thread, detail, sender, name or key of a platform, before or after the answer", async () => {
    const file = temporaryFile();
    const store = await storeAt(file);
    const secrets = [
      "29:1SENDER-ID",
      "19:PLACE-ADDRESS",
      "THREAD-4711",
      "https://smba.DETAIL.example",
      "Erika",
    ];
    const keys = ["KEY-OF-PLATFORM"];
    const place = {
      channel: "teams",
      scope: "private",
      address: "19:PLACE-ADDRESS",
      thread: "THREAD-4711",
      details: { serviceUrl: "https://smba.DETAIL.example" },
    } as const;
    const common = { keys, channel: "teams", place, sender: { id: "29:1SENDER-ID", name: "Erika" } } as const;
    const { messages } = await turn(store, { ...message("1"), ...common });
    await store.sent(messages[0]?.id ?? 0, [{ id: "19:PLACE-ADDRESS;messageid=5" }]);
    await accept(store, { ...message("2"), ...common, keys: ["KEY-OF-PLATFORM-2"] });
    await accept(store, { ...press("3", "x"), ...common, keys: ["KEY-OF-PLATFORM-3"] });

    const beforeClose = rawOf(file);
    await store.close();
    const afterClose = rawOf(file);
    // what may be there is found this way, so the search itself works
    expect(beforeClose).toContain("business-registration");
    expect(afterClose).toContain("business-registration");
    for (const secret of [...secrets, ...keys]) {
      expect(beforeClose).not.toContain(secret);
      expect(afterClose).not.toContain(secret);
    }
  });
});
