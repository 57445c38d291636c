import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cli, jsonLines, project } from "./running-desk.js";

/** What the desk asks when it is not sure. */
export const ASKS_BACK = /Meinten Sie|Geht es um eines davon|Ist Ihre Frage dabei/;

/**
 * A message that the desk, as it is trained now, asks back on, and the intents that it may offer. It is looked for,
 * because a better trained desk may understand the one of today.
 * @param folder where the command line may keep its data.
 */
export async function vagueMessage(folder: string): Promise<{ text: string; intents: string[] }> {
  const lines = readFileSync(join(project, "test/utterances/single.de.jsonl"), "utf8").trim().split("\n");
  const held = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  const texts = ["Büro Gründung", "Anmeldung", "Zuschuss", "Kosten", "Termin Seminar", ...held];
  const input = texts.map((text) => JSON.stringify({ text })).join("\n");
  const { stdout } = await cli(["match", "--jsonl"], { folder, input });
  const results = jsonLines<{ outcome: string; intents: { id: string }[] }>(stdout);
  const index = results.findIndex(({ outcome }) => outcome === "clarify");
  const text = texts[index];
  if (!text) throw new Error("The desk asks back on none of these messages: so nothing can be tested here.");
  return { text, intents: results[index]?.intents.map(({ id }) => id) ?? [] };
}
