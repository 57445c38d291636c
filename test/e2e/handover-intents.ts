import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { smallIntents } from "./running-desk.js";

/** A staff room as handover.yaml has it. */
export interface RoomSetting {
  readonly id: string;
  readonly channel: "slack" | "teams" | "telegram" | "terminal";
  readonly address?: string;
  readonly partners?: readonly string[];
  readonly shows?: "transcript" | "matter";
  readonly sends?: "confirmed";
}

/** What guests ask that is answered in each room: a partner's matter, by a word of its own. */
export interface Matter {
  readonly id: string;
  readonly partner: string;
  readonly word: string;
}

/**
 * A small folder of intents in which staff are always there, talk with a person is allowed on every channel, and each
 * matter has a partner who is responsible.
 */
export function handoverIntents(
  folder: string,
  rooms: readonly RoomSetting[],
  matters: readonly Matter[],
): string {
  const dir = smallIntents(folder);
  const office = parse(readFileSync(join(dir, "office.yaml"), "utf8")) as Record<string, unknown>;
  const always = { from: "2020-01-01", to: "2120-12-31", hours: ["00:00-24:00"] };
  writeFileSync(
    join(dir, "office.yaml"),
    stringify({
      ...office,
      exceptions: [always],
      channels: { telegram: { handover: "here", forms: "here" } },
    }),
  );
  const utterances = (word: string) => ({
    de: ["Frage zu", "ich brauche Hilfe bei", "Auskunft über", "was gilt für", "wie geht das mit"].map(
      (lead) => `${lead} ${word}`,
    ),
  });
  const entry = {
    reviewedOn: "2026-11-23",
    owner: "office-desk",
  };
  const source = () => [{ title: "Satzung", url: "https://www.musterstadt.example/satzung" }];
  writeFileSync(
    join(dir, "faq/matters.yaml"),
    stringify([
      {
        id: "talk-to-human",
        topic: "office-contact",
        title: { de: "Mit einem Menschen sprechen" },
        utterances: {
          de: [
            "Ich möchte mit einem Menschen sprechen",
            "mensch",
            "Mitarbeiter bitte",
            "kein Bot",
            "echte Person",
          ],
        },
        behaviour: "handover",
        ...entry,
        source: source(),
      },
      ...matters.map(({ id, partner, word }) => ({
        id,
        topic: "office-contact",
        title: { de: `Anliegen ${word}` },
        utterances: utterances(word),
        answer: { de: { short: `Zu ${word} hilft Ihnen unser Haus weiter.` } },
        responsible: partner,
        ...entry,
        source: source(),
      })),
    ]),
  );
  writeFileSync(
    join(dir, "handover.yaml"),
    stringify({
      general: rooms[0]?.id ?? null,
      times: { "hold-seconds": 1 },
      rooms: rooms.map((room) => ({ name: room.id, ...room })),
    }),
  );
  return dir;
}
