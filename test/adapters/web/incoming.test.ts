import fc from "fast-check";
import { expect, it } from "vitest";
import { longestText, readIncoming, toEvent } from "../../../adapters/web/incoming.js";

it("never throws, whatever a stranger sends", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (body) => {
      const incoming = readIncoming(body);
      expect(typeof incoming === "string" || incoming.kind === "message" || incoming.kind === "action").toBe(
        true,
      );
    }),
  );
});

it("takes any written text as it is, but for its ends, or says what is wrong with it", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 3_000 });
  fc.assert(
    fc.property(fc.uuid(), text, (id, written) => {
      const incoming = readIncoming(JSON.stringify({ id, text: written }));
      if (written.length > longestText) expect(incoming).toBe("too-long");
      else if (!written.trim()) expect(incoming).toBe("empty");
      else if (incoming !== "empty") expect(incoming).toEqual({ kind: "message", id, text: written.trim() });
    }),
  );
});

it("makes events of plain data that survive being stored", () => {
  const incoming = fc.oneof(
    fc.record({ kind: fc.constant("message" as const), id: fc.uuid(), text: fc.string() }),
    fc.record({ kind: fc.constant("action" as const), id: fc.uuid(), action: fc.string(), on: fc.string() }),
  );
  fc.assert(
    fc.property(incoming, (sent) => {
      const event = toEvent(sent, "session", 0);
      expect(JSON.parse(JSON.stringify(event))).toEqual(event);
      expect(event.keys).toEqual([`web:session:${sent.id}`]);
    }),
  );
});
