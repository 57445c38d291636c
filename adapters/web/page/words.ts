import type { Language, Localised } from "../../../src/vocabulary/index.js";

/** What the page itself says; what the desk says arrives with each message. */
const words = {
  de: {
    skip: "Zum Eingabefeld springen",
    languages: "Sprache",
    noticeTitle: "Bevor Sie schreiben",
    noticeAssistant:
      "Hier antwortet ein automatischer Assistent, kein Mensch. Fragen Sie zum Beispiel: „Wie melde ich ein Gewerbe an?“",
    noticeBinding:
      "Die Auskünfte sind unverbindlich. Anträge stellen oder Fristen wahren können Sie in diesem Chat nicht.",
    noticePrivacy: "Bitte schreiben Sie keine persönlichen Daten und keine Geschäftsgeheimnisse.",
    noticePrivacyLink: "Datenschutzerklärung",
    noticePerson: "Sie möchten mit einem Menschen sprechen? Schreiben Sie das einfach hier in den Chat.",
    call: "Telefon:",
    mail: "E-Mail:",
    log: "Gesprächsverlauf",
    typing: "Eine Antwort wird vorbereitet …",
    newer: "Neue Nachricht: nach unten",
    textLabel: "Ihre Frage",
    send: "Senden",
    keys: "Eingabetaste sendet, Umschalt + Eingabetaste beginnt eine neue Zeile.",
    legal: "Rechtliches",
    privacy: "Datenschutz",
    imprint: "Impressum",
    accessibility: "Barrierefreiheit",
    guest: "Sie",
    desk: "Assistent",
    sending: "Wird gesendet …",
    waiting: "Wird gesendet, sobald Sie wieder verbunden sind.",
    sent: "Gesendet",
    failed: "Nicht gesendet.",
    again: "Erneut senden",
    pressFailed: "Das konnte nicht gesendet werden. Bitte drücken Sie noch einmal.",
    newTab: "(öffnet in neuem Fenster)",
    choices: "Auswahl",
    links: "Quellen und Links",
    notStated: "in der Ankündigung nicht angegeben",
    example: "Beispiel",
    seminar: "Seminar",
    when: "Termin",
    where: "Ort",
    leaders: "Leitung",
    fee: "Kosten",
    toSeminar: "Zur Ankündigung",
    contact: "Kontakt",
    address: "Anschrift",
    phone: "Telefon",
    email: "E-Mail",
    hours: "Zeiten",
    loading: "Der Chat wird geladen …",
    lost: "Verbindung unterbrochen. Es wird von selbst neu verbunden, nichts geht verloren.",
    back: "Verbindung wiederhergestellt.",
    elsewhere:
      "Dieser Chat ist in zu vielen Fenstern offen. Klicken Sie in dieses Fenster, um hier weiterzulesen.",
    empty: "Bitte schreiben Sie zuerst Ihre Frage.",
    left: "Noch {count} Zeichen",
    full: "Mehr als 2.000 Zeichen passen nicht in eine Nachricht.",
  },
  en: {
    skip: "Skip to the text field",
    languages: "Language",
    noticeTitle: "Before you write",
    noticeAssistant:
      "An automated assistant answers here, not a person. Ask for example: “How do I register a business?”",
    noticeBinding:
      "The information is without obligation; the German version prevails. You cannot file applications or meet deadlines in this chat.",
    noticePrivacy: "Please do not write personal data or trade secrets.",
    noticePrivacyLink: "Privacy notice",
    noticePerson: "Would you like to speak to a person? Just say so here in the chat.",
    call: "Telephone:",
    mail: "E-mail:",
    log: "Conversation",
    typing: "An answer is being prepared …",
    newer: "New message: go down",
    textLabel: "Your question",
    send: "Send",
    keys: "Enter sends, Shift + Enter begins a new line.",
    legal: "Legal information",
    privacy: "Privacy",
    imprint: "Imprint",
    accessibility: "Accessibility",
    guest: "You",
    desk: "Assistant",
    sending: "Sending …",
    waiting: "Will be sent as soon as you are connected again.",
    sent: "Sent",
    failed: "Not sent.",
    again: "Send again",
    pressFailed: "This could not be sent. Please press again.",
    newTab: "(opens in a new window)",
    choices: "Choices",
    links: "Sources and links",
    notStated: "not stated in the announcement",
    example: "Example",
    seminar: "Seminar",
    when: "Date",
    where: "Place",
    leaders: "Led by",
    fee: "Fee",
    toSeminar: "Go to the announcement",
    contact: "Contact",
    address: "Address",
    phone: "Telephone",
    email: "E-mail",
    hours: "Hours",
    loading: "The chat is loading …",
    lost: "Connection lost. It reconnects by itself, nothing gets lost.",
    back: "Connected again.",
    elsewhere: "This chat is open in too many windows. Click into this window to go on reading here.",
    empty: "Please write your question first.",
    left: "{count} characters left",
    full: "A message holds no more than 2,000 characters.",
  },
} as const satisfies Localised<Record<string, string>>;

export type Word = keyof typeof words.de;

/** A text of the page in one language. */
export function word(language: Language, key: Word): string {
  return words[language][key];
}

/** Gives an element a text that follows the language of the page. */
export function say<T extends HTMLElement>(element: T, key: Word): T {
  element.dataset["word"] = key;
  element.textContent = word(pageLanguage(), key);
  return element;
}

/** Says the whole page in another language: in place, so that nothing typed or waiting is lost. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]"))
    if (isWord(element.dataset["word"])) element.textContent = word(language, element.dataset["word"]);
  for (const element of document.querySelectorAll<HTMLElement>("[data-word-label]"))
    if (isWord(element.dataset["wordLabel"]))
      element.ariaLabel = word(language, element.dataset["wordLabel"]);
}

export function pageLanguage(): Language {
  return document.documentElement.lang === "en" ? "en" : "de";
}

/** The language to begin with: the one in the address, else the first of the browser's that we speak. */
export function chosenLanguage(search: string, preferred: readonly string[]): Language {
  const asked = [new URLSearchParams(search).get("lang") ?? "", ...preferred];
  const known = asked.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "de" || tag === "en");
  return known === "en" ? "en" : "de";
}

function isWord(key: string | undefined): key is Word {
  return key !== undefined && Object.hasOwn(words.de, key);
}
