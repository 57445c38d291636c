import type { Localised } from "../vocabulary/index.js";

/** Why a request of staff is refused. */
export type RefusalName =
  | "not-local"
  | "token"
  | "body"
  | "text-missing"
  | "no-such-act"
  | "staff-unknown"
  | "enquiry-unknown"
  | "to-missing"
  | "to-unknown"
  | "nothing-to-send"
  | "nothing-to-recall"
  | "not-decided";

/** How a request is refused: the status, and a sentence for the person who asked. */
export interface Refusal {
  readonly status: number;
  readonly error: RefusalName;
  readonly message: Localised<string>;
}

/** @param values fill the sentence's `{placeholders}` */
export function refusal(
  status: number,
  error: RefusalName,
  values: Readonly<Record<string, string>> = {},
): Refusal {
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  const { de, en } = SENTENCES[error];
  return { status, error, message: { de: filled(de), en: filled(en) } };
}

/** Whether something that was looked for was refused instead. */
export function isRefusal(found: object): found is Refusal {
  return "error" in found && "status" in found && "message" in found;
}

/** An answer that nobody keeps: it holds what guests wrote. */
export function json(status: number, value: unknown): Response {
  return new Response(`${JSON.stringify(value)}\n`, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}

/** A refusal as an answer. */
export function refused({ status, error, message }: Refusal): Response {
  return json(status, { error, message });
}

const SENTENCES: Readonly<Record<RefusalName, Localised<string>>> = {
  "not-local": {
    de: "Dieser Zugang ist nur auf dem Server selbst offen.",
    en: "This entrance is open on the server itself only.",
  },
  token: {
    de: "Der Zugang ist verschlossen: Das Geheimnis der Auskunft passt nicht. Rufen Sie den Befehl mit demselben DATA_DIR (und DESK_SECRET) auf wie die laufende Auskunft.",
    en: "The entrance is locked: the desk's secret does not fit. Run the command with the same DATA_DIR (and DESK_SECRET) as the running desk.",
  },
  body: {
    de: "Die Anfrage war nicht lesbar.",
    en: "The request could not be read.",
  },
  "text-missing": {
    de: "Es fehlt der Text.",
    en: "The text is missing.",
  },
  "no-such-act": {
    de: "Das gibt es hier nicht. Möglich sind: {acts}.",
    en: "There is no such thing here. There are: {acts}.",
  },
  "staff-unknown": {
    de: "Ein Konto „{name}“ gibt es nicht. Konten zeigt: npm run -s cli -- staff list",
    en: "There is no account “{name}”. This lists accounts: npm run -s cli -- staff list",
  },
  "enquiry-unknown": {
    de: "Eine offene Anfrage {number} gibt es nicht: Sie ist beendet, oder die Nummer stimmt nicht.",
    en: "There is no open enquiry {number}: it is over, or the number is wrong.",
  },
  "to-missing": {
    de: "An wen? Möglich sind: {choices}.",
    en: "To whom? There are: {choices}.",
  },
  "to-unknown": {
    de: "Dorthin kann nicht weitergegeben werden. Möglich sind: {choices}.",
    en: "It cannot be passed on to that. There are: {choices}.",
  },
  "nothing-to-send": {
    de: "Keine Antwort wartet darauf, gesendet zu werden.",
    en: "No reply waits to be sent.",
  },
  "nothing-to-recall": {
    de: "Es gibt keine Antwort, die sich zurückholen ließe.",
    en: "There is no reply that could be recalled.",
  },
  "not-decided": {
    de: "Angenommen, aber noch nicht ausgeführt: Die Auskunft ist beschäftigt oder lernt noch. Bitte sehen Sie gleich noch einmal nach.",
    en: "Taken, but not carried out yet: the desk is busy or still learns. Please look again in a moment.",
  },
};
