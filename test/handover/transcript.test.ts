import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoted } from "../../src/handover/card.js";
import { transcriptOf } from "../../src/handover/transcript.js";
import { fromPlain, plain } from "../../src/text/index.js";
import type { CaseLine, OutgoingMessage } from "../../src/vocabulary/index.js";

const at = "2027-03-01T09:00:00Z";
const staff = (text: string) => ({ from: "staff", text }) as const;
const reply = (text: string, name = "Anna") =>
  ({
    from: "desk",
    message: { id: "1.0", language: "de", text: quoted(name, fromPlain(text)), author: { name } },
  }) as const;
const answer = (more: Partial<OutgoingMessage>) =>
  ({ from: "desk", message: { id: "1.0", language: "de", text: [], ...more } }) as const;

/** What is read of these lines: by whom, and the words. */
function read(...lines: readonly Omit<CaseLine, "at" | "cursor" | "event">[]): string[] {
  const numbered = lines.map((line, cursor): CaseLine => ({ at, cursor, event: cursor, ...line }));
  return transcriptOf({ lines: numbered, language: "de" }).map(
    ({ by, name, text }) => `${name ?? by}: ${plain(text)}`,
  );
}

describe("a transcript", () => {
  it("has what staff wrote once: as the guest got it", () => {
    expect(read(staff("Ja"), reply("Ja"))).toEqual(["Anna: Ja"]);
  });

  it("has as many internal lines as were written and went nowhere", () => {
    expect(read(staff("Ja"), staff("Ja"), staff("Ja"), reply("Ja"), reply("Ja"))).toEqual([
      "internal: Ja",
      "Anna: Ja",
      "Anna: Ja",
    ]);
    expect(read(reply("Ja"), staff("Ja"))).toEqual(["Anna: Ja", "internal: Ja"]);
  });

  it("has what stands on cards, and nothing of what the desk told staff or of an empty line", () => {
    const contact = {
      kind: "contact",
      name: "Gründungsbüro",
      address: null,
      phone: null,
      email: null,
      hours: null,
    } as const;
    const internal = { ...answer({ text: fromPlain("Karte") }), from: "internal" } as const;
    expect(read(answer({ cards: [contact] }), internal, { from: "guest", text: " " })).toEqual([
      "assistant: Gründungsbüro",
    ]);
  });

  it("gives back what was written under the name of who wrote it, whatever it is", () => {
    const words = fc.string({ maxLength: 40, unit: "grapheme" });
    fc.assert(
      fc.property(words, words, (name, text) => {
        const [shown] = transcriptOf({
          lines: [{ at, cursor: 1, event: 1, ...reply(text, name) }],
          language: "de",
        });
        expect(shown?.text ?? []).toEqual(fromPlain(text));
      }),
    );
  });
});
