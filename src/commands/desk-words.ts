import type { HandoverStage, Language } from "../vocabulary/index.js";

/** What the staff's terminal says, in one language. */
export interface DeskWords {
  readonly channel: Readonly<Record<string, string>>;
  readonly language: Readonly<Record<Language, string>>;
  readonly stage: Readonly<Record<HandoverStage, string>>;
  /** Who speaks. */
  readonly guest: string;
  readonly assistant: string;
  readonly note: string;
  readonly general: string;
  readonly for: string;
  readonly since: (minutes: number) => string;
  readonly held: (seconds: number) => string;
  readonly noRoom: string;
  readonly nothing: string;
  readonly noAccounts: string;
  readonly passTo: string;
  readonly sent: string;
  readonly draft: (number: string) => string;
  readonly gone: (number: string) => string;
  readonly session: {
    readonly welcome: (name: string) => string;
    readonly help: string;
    readonly taken: string;
    readonly draft: string;
    readonly over: string;
    readonly arrived: (number: string) => string;
    readonly which: string;
    readonly lost: string;
    readonly back: string;
  };
}

export const DESK_WORDS: Readonly<Record<Language, DeskWords>> = {
  de: {
    channel: { web: "Web-Chat", terminal: "Terminal", teams: "Teams", slack: "Slack", telegram: "Telegram" },
    language: { de: "Deutsch", en: "Englisch" },
    stage: { waiting: "wartet", person: "im Gespräch", ticket: "Nachricht" },
    guest: "Gast",
    assistant: "Assistent",
    note: "Intern",
    general: "Zentrale",
    for: "Für",
    since: (minutes) => (minutes < 120 ? `seit ${minutes} Min.` : `seit ${Math.floor(minutes / 60)} Std.`),
    held: (seconds) => `(geht in ${seconds} s hinaus)`,
    noRoom:
      "Noch ist kein Raum eingerichtet, deshalb wird niemandem ein Mensch angeboten. Tragen Sie in intents/handover.yaml einen ein, zum Beispiel mit „channel: terminal“; wie, steht dort.",
    nothing: "Niemand wartet. Sobald ein Gast nach einem Menschen fragt, steht es hier.",
    noAccounts: 'Es gibt noch kein Konto. Legen Sie eins an: npm run -s cli -- staff add "Vorname Nachname"',
    passTo: "Weitergeben an",
    sent: "Gesendet.",
    draft: (number) =>
      `Noch nicht gesendet. Senden: npm run -s cli -- desk send ${number}   Verwerfen: npm run -s cli -- desk drop ${number}`,
    gone: (number) =>
      `Eine offene Anfrage ${number} gibt es nicht: Sie ist beendet, oder die Nummer stimmt nicht. „desk list“ zeigt alle.`,
    session: {
      welcome: (name) => `Guten Tag, ${name}. /hilfe zeigt, was geht; /ende oder Strg-D beendet.`,
      help: [
        "  list           was wartet                    take 1    die erste davon übernehmen (oder take G-2345)",
        "  show 1         ansehen, ohne zu übernehmen",
        "Haben Sie übernommen, geht jede Zeile an den Gast. Zeilen mit !! am Anfang bleiben intern.",
        "  /recall        letzte Antwort zurückholen    /pass [wohin]   weitergeben",
        "  /send, /drop   Vorschau senden, verwerfen    /close          beenden",
        "  /list, /show   wie oben                      /ende           dieses Programm verlassen",
      ].join("\n"),
      taken: "Ab jetzt geht jede Zeile an den Gast. Zeilen mit !! am Anfang bleiben intern.",
      draft: "/send sendet, /drop verwirft.",
      over: "Das Gespräch ist beendet.",
      arrived: (number) => `Neu: ${number}. „take ${number}“ übernimmt.`,
      which: "Welche? „list“ zeigt, was wartet.",
      lost: "Die Auskunft antwortet nicht. Es wird weiter versucht.",
      back: "Die Auskunft antwortet wieder.",
    },
  },
  en: {
    channel: { web: "web chat", terminal: "terminal", teams: "Teams", slack: "Slack", telegram: "Telegram" },
    language: { de: "German", en: "English" },
    stage: { waiting: "waiting", person: "in talk", ticket: "message" },
    guest: "Guest",
    assistant: "Assistant",
    note: "Internal",
    general: "General desk",
    for: "For",
    since: (minutes) => (minutes < 120 ? `for ${minutes} min` : `for ${Math.floor(minutes / 60)} h`),
    held: (seconds) => `(goes out in ${seconds} s)`,
    noRoom:
      "No room is set up yet, so nobody is offered a person. Enter one in intents/handover.yaml, for example with “channel: terminal”; that file says how.",
    nothing: "Nobody is waiting. As soon as a guest asks for a person, it stands here.",
    noAccounts: 'There is no account yet. Make one: npm run -s cli -- staff add "First Last"',
    passTo: "Pass on to",
    sent: "Sent.",
    draft: (number) =>
      `Not sent yet. Send: npm run -s cli -- desk send ${number}   Discard: npm run -s cli -- desk drop ${number}`,
    gone: (number) =>
      `There is no open enquiry ${number}: it is over, or the number is wrong. “desk list” shows all.`,
    session: {
      welcome: (name) => `Hello, ${name}. /help shows what there is; /quit or Ctrl-D ends.`,
      help: [
        "  list           what waits                    take 1    take the first of them (or take G-2345)",
        "  show 1         look at it without taking it",
        "Once you have taken one, each line goes to the guest. Lines that begin with !! stay internal.",
        "  /recall        recall the last reply         /pass [to]      pass it on",
        "  /send, /drop   send or discard a preview     /close          end it",
        "  /list, /show   as above                      /quit           leave this program",
      ].join("\n"),
      taken: "From now on each line goes to the guest. Lines that begin with !! stay internal.",
      draft: "/send sends it, /drop discards it.",
      over: "The talk is over.",
      arrived: (number) => `New: ${number}. “take ${number}” takes it.`,
      which: "Which one? “list” shows what waits.",
      lost: "The desk does not answer. It is tried again.",
      back: "The desk answers again.",
    },
  },
};
