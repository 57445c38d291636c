import type { Language } from "../../src/vocabulary/index.js";
import type { Command } from "./bot-api.js";

/** What Telegram offers when a guest types "/". What they mean the bot knows; it takes both languages at any time. */
export const COMMANDS: Readonly<Record<Language, readonly Command[]>> = {
  de: [
    { command: "start", description: "Begrüßung und Themen" },
    { command: "hilfe", description: "Was Sie hier fragen können" },
    { command: "seminare", description: "Die nächsten Seminare" },
    { command: "mensch", description: "Mit einem Menschen sprechen" },
    { command: "datenschutz", description: "Hinweise zum Datenschutz" },
    { command: "auskunft", description: "Was über Sie gespeichert ist" },
    { command: "loeschen", description: "Ihren Chat löschen" },
    { command: "sprache", description: "Sprache wechseln (Deutsch, English)" },
  ],
  en: [
    { command: "start", description: "Welcome and topics" },
    { command: "help", description: "What you can ask here" },
    { command: "seminars", description: "Upcoming seminars" },
    { command: "human", description: "Talk to a person" },
    { command: "privacy", description: "Privacy notice" },
    { command: "mydata", description: "What is stored about you" },
    { command: "delete", description: "Delete your chat" },
    { command: "english", description: "Switch to English" },
  ],
};
