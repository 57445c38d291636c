import type { Language, Localised } from "../vocabulary/index.js";

export type DeskErrorName =
  | "not-running"
  | "never-started"
  | "not-here"
  | "no-port"
  | "something-else"
  | "refused"
  | "no-account"
  | "which-account"
  | "no-such-account";

/** Why staff cannot do what they want, as a sentence that says what to do. */
export class DeskError extends Error {
  override readonly name = "DeskError";
  constructor(
    readonly reason: DeskErrorName,
    private readonly values: Readonly<Record<string, string>>,
    cause: unknown = null,
    private readonly said: Localised<string> = SENTENCES[reason],
  ) {
    super(reason, { cause });
  }

  /** The sentence. */
  in(language: Language): string {
    return this.said[language].replace(/\{(\w+)\}/g, (_, name: string) => this.values[name] ?? "");
  }
}

const SENTENCES: Readonly<Record<DeskErrorName, Localised<string>>> = {
  "not-running": {
    de: "Unter {url} läuft keine Auskunft. Starten Sie sie mit npm start, oder geben Sie mit --url an, wo sie läuft.",
    en: "No desk is running at {url}. Start it with npm start, or say with --url where it is.",
  },
  "never-started": {
    de: "In {folder} ist noch keine Auskunft gelaufen: Dort liegt kein Schlüssel. Starten Sie sie mit npm start, oder setzen Sie DATA_DIR auf ihren Ordner.",
    en: "No desk has run in {folder} yet: there is no key. Start it with npm start, or set DATA_DIR to its folder.",
  },
  "not-here": {
    de: "{url} ist keine Adresse dieses Rechners (http://127.0.0.1:...). Der Zugang ist nur auf dem Server selbst offen.",
    en: "{url} is no address of this machine (http://127.0.0.1:...). The entrance is open on the server itself only.",
  },
  "no-port": {
    de: "Bei PORT=0 steht der Port erst fest, wenn die Auskunft läuft: Geben Sie mit --url an, wo sie läuft.",
    en: "With PORT=0 the port is known only when the desk runs: say with --url where it is.",
  },
  "something-else": {
    de: "Unter {url} antwortet etwas anderes als diese Auskunft. Prüfen Sie PORT, oder geben Sie mit --url an, wo sie läuft.",
    en: "Something other than this desk answers at {url}. Check PORT, or say with --url where it is.",
  },
  // said by the desk itself
  refused: { de: "", en: "" },
  "no-account": {
    de: 'Es gibt noch kein Konto. Legen Sie eins an: npm run -s cli -- staff add "Vorname Nachname"',
    en: 'There is no account yet. Make one: npm run -s cli -- staff add "First Last"',
  },
  "which-account": {
    de: "Wer sind Sie? Geben Sie --as und Nummer oder Namen an, oder setzen Sie DESK_STAFF. Konten: {accounts}.",
    en: "Who are you? Give --as with a number or name, or set DESK_STAFF. Accounts: {accounts}.",
  },
  "no-such-account": {
    de: "Ein Konto „{name}“ gibt es nicht. Konten: {accounts}.",
    en: "There is no account “{name}”. Accounts: {accounts}.",
  },
};
