import { expect, it } from "vitest";
import { leavesOut, moveIn } from "../../src/forms/moves.js";

it.each([
  ["zurück", "back"],
  ["Zurück!", "back"],
  ["zurueck", "back"],
  ["nochmal zurück", "back"],
  ["bitte einen Schritt zurück", "back"],
  ["go back", "back"],
  ["überspringen", "skip"],
  ["skip", "skip"],
  ["weiter", "skip"],
  ["k.A.", "skip"],
  ["abbrechen", "cancel"],
  ["Stopp.", "cancel"],
  ["never mind", "cancel"],
  ["absenden", "confirm"],
  ["ja, absenden", "confirm"],
  ["yes", "confirm"],
  ["etwas ändern", "correct"],
  ["nein", "correct"],
  ["weitermachen", "resume"],
  ["Das war meine Antwort", "keep"],
])("%j is the move %s", (text, move) => {
  expect(moveIn(text)).toBe(move);
});

it.each([
  "Zurück in die Zukunft GmbH",
  "Stop & Go KG",
  "Weiter so e. V.",
  "Skip Müller",
  "Erika Muster",
  "",
  "?",
])("%j is an answer, not a move", (text) => {
  expect(moveIn(text)).toBeNull();
});

it.each(["-", "–", "nein", "Nein, danke.", "keine", "none", "n/a", "..."])(
  "%j leaves a field out",
  (text) => {
    expect(leavesOut(text)).toBe(true);
  },
);

it.each(["keine Ahnung, wann", "Nein-Sager GmbH", "ja"])("%j leaves nothing out", (text) => {
  expect(leavesOut(text)).toBe(false);
});
