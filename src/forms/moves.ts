import { foldedWords } from "../conversation/fold.js";
import type { Act } from "../vocabulary/index.js";

/** What a guest can do in a form beside answering. */
export type Move = Extract<Act, { does: "form-move" }>["to"];

/**
 * The move that a message asks for in words. Only as a whole: "Zurück in die Zukunft GmbH" is a company.
 * "confirm" and "correct" are meant at the summary only, elsewhere "ja" and "nein" are answers.
 */
export function moveIn(text: string): Move | null {
  const said = foldedWords(text)
    .filter((word) => !POLITE.has(word))
    .join(" ");
  return MOVES.get(said) ?? null;
}

/** "Nein, danke", "keine", "-" to a field that may be left out. */
export function leavesOut(text: string): boolean {
  return /^\s*[-–—/.]+\s*$/.test(text) || NOTHING.has(foldedWords(text).join(" "));
}

/** "ja" to "is that what you mean?". */
export function agrees(text: string): boolean {
  return YES.has(foldedWords(text).join(" "));
}

const POLITE = new Set(["bitte", "please"]);

const phrases = (text: string): string[] =>
  text
    .split(",")
    .map((phrase) => foldedWords(phrase).join(" "))
    .filter(Boolean);

const WORDS: Readonly<Record<Exclude<Move, "keep">, string>> = {
  back: `zurück, zuruck, nochmal zurück, noch mal zurück, eins zurück, einen schritt zurück, einen zurück, zurück gehen,
    zurückgehen, geh zurück, gehe zurück, vorherige frage, zur vorherigen frage, eine frage zurück,
    back, go back, one back, one step back, step back, previous, previous question, undo, rückgängig`,
  skip: `überspringen, ueberspringen, uberspringen, überspring das, frage überspringen, weiter, auslassen, weglassen,
    keine angabe, keine angaben, k a, nächste frage, möchte ich nicht sagen, möchte ich nicht angeben,
    skip, skip it, skip this, skip this question, next, next question, pass, leave out, prefer not to say`,
  cancel: `abbrechen, abbruch, stopp, stop, vergiss es, vergessen sie es, beenden, formular abbrechen, formular beenden,
    ich möchte abbrechen, ich will abbrechen, doch nicht, lieber nicht, lieber doch nicht, lassen wir das, lass es,
    ich möchte nicht mehr, verwerfen,
    cancel, cancel it, cancel this, abort, never mind, nevermind, forget it, forget about it, quit, exit,
    i want to cancel, i would like to cancel, i d like to cancel, no longer, discard`,
  confirm: `absenden, senden, abschicken, schicken, so absenden, jetzt absenden, bestätigen, ja, ja absenden, ja senden,
    ja das stimmt, ja stimmt, ja passt, ja stimmt alles, ja alles richtig, stimmt, stimmt so, stimmt alles, das stimmt,
    passt, passt so, richtig, alles richtig, korrekt, ok, okay, in ordnung, alles ok,
    send, send it, submit, submit it, confirm, yes, yes send it, yes send, yes submit, yes correct, yes that s right,
    that s right, correct, all correct, looks good, looks right, all good`,
  correct: `ändern, etwas ändern, korrigieren, korrektur, bearbeiten, nein, nein ändern, stimmt nicht, falsch,
    das stimmt nicht, nicht richtig,
    change, change something, change it, edit, correct it, no, wrong, not right, that s wrong, not correct`,
  resume: `weitermachen, weiter machen, fortsetzen, fortfahren, mach weiter, weiter geht s, wo waren wir,
    continue, resume, go on, carry on, where were we`,
};

const MOVES: ReadonlyMap<string, Move> = new Map<string, Move>([
  ...Object.entries(WORDS).flatMap(([move, words]) =>
    phrases(words).map((phrase) => [phrase, move as Exclude<Move, "keep">] as const),
  ),
  ...phrases("das war meine antwort, das ist meine antwort, that was my answer, that is my answer").map(
    (phrase) => [phrase, "keep"] as const,
  ),
]);

const NOTHING = new Set(
  phrases(
    `nein, nein danke, keine, keins, keiner, keinen, nichts, nichts weiter, nicht nötig, entfällt, haben wir nicht,
    habe ich nicht, hab ich nicht, no, no thanks, no thank you, none, nothing, nothing else, n a, not applicable`,
  ),
);

const YES = new Set(
  phrases(
    "ja, jo, jep, genau, richtig, stimmt, ja genau, ja bitte, yes, yep, yeah, right, exactly, correct, yes please",
  ),
);
