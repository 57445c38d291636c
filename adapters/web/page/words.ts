import type { Language, Localised } from "../../../src/vocabulary/index.js";

/** What the page itself says; what the desk says arrives with each message. */
const words = {
  de: {
    skip: "Zum Eingabefeld springen",
    title: "Chat",
    assistantLine: "Automatischer Assistent",
    otherLanguage: "English",
    menu: "Menü",
    bookings: "Meine Anmeldungen",
    seminarPages: "Seminare und Veranstaltungen",
    languages: "Sprache",
    download: "Verlauf herunterladen",
    end: "Chat beenden und löschen",
    privacy: "Datenschutz",
    imprint: "Impressum",
    accessibility: "Barrierefreiheit",
    close: "Chat schließen",
    startTitle: "Guten Tag! Was möchten Sie wissen?",
    noticeAssistant: "Hier antwortet ein automatischer Assistent, kein Mensch.",
    noticeBinding: "Die Auskünfte sind unverbindlich.",
    noticePrivacy:
      "Bitte schreiben Sie in Ihre Fragen nichts Persönliches und keine Geschäftsgeheimnisse. Was für einen Rückruf oder eine Anmeldung nötig ist, wird einzeln gefragt.",
    noticePrivacyLink: "Datenschutzhinweise",
    forgotten: "Ihr Chat ist gelöscht. Sie können jederzeit neu beginnen.",
    examples: "Fragen Sie zum Beispiel",
    topics: "Themen",
    nextSeminars: "Die nächsten Seminare",
    allSeminars: "Alle Seminare und Veranstaltungen",
    can: "Das kann der Assistent",
    canAnswer: "Fragen rund um Ihr Unternehmen beantworten und die Quelle nennen",
    canSeminars: "Seminare zeigen, Termine für Ihren Kalender mitgeben und Anmeldungen aufnehmen",
    canForward: "Rückrufwünsche, Terminwünsche und Nachrichten an unser Haus weitergeben",
    cannot: "Das kann er nicht",
    cannotAdvise: "rechtlich oder steuerlich beraten",
    cannotFile: "Anträge annehmen oder Fristen für Sie wahren",
    cannotDecide: "über Ihren Einzelfall entscheiden",
    human: "Lieber mit einem Menschen?",
    humanWays: "Sie erreichen unser Haus auch direkt:",
    legal: "Rechtliches",
    call: "Telefon:",
    mail: "E-Mail:",
    log: "Gesprächsverlauf",
    typing: "Eine Antwort wird vorbereitet …",
    newer: "Neue Nachricht: nach unten",
    write: "Nachricht schreiben",
    shortcuts: "Schnell erreichbar",
    person: "Mit einem Menschen sprechen",
    textLabel: "Ihre Nachricht",
    send: "Senden",
    keys: "Eingabetaste sendet, Umschalt + Eingabetaste beginnt eine neue Zeile.",
    endTitle: "Chat beenden und löschen?",
    endDeleted:
      "Sofort und endgültig gelöscht werden alle Nachrichten dieses Chats, Ihre Bewertungen und ein angefangenes Formular.",
    endStays:
      "Was Sie bereits abgeschickt haben, bleibt bei uns: zum Beispiel eine Anmeldung, ein Rückrufwunsch oder eine Nachricht. Wie lange, steht in den Datenschutzhinweisen.",
    endBookings:
      "Eine Anmeldung können Sie danach nicht mehr in diesem Chat zurücknehmen, nur noch über unser Haus.",
    endDownload: "Verlauf vorher herunterladen",
    endConfirm: "Endgültig löschen",
    endCancel: "Abbrechen",
    endFailed: "Das hat nicht geklappt, es ist noch alles da. Bitte versuchen Sie es noch einmal.",
    guest: "Sie",
    desk: "Assistent",
    sending: "Wird gesendet …",
    waiting: "Wird gesendet, sobald Sie wieder verbunden sind.",
    slowed: "Das waren viele Nachrichten auf einmal. Diese wird gleich gesendet.",
    sent: "Gesendet",
    failed: "Nicht gesendet.",
    again: "Erneut senden",
    pressFailed: "Das konnte nicht gesendet werden. Bitte drücken Sie noch einmal.",
    newTab: "(öffnet in neuem Fenster)",
    choices: "Auswahl",
    rating: "War diese Antwort hilfreich?",
    links: "Quellen und Links",
    notStated: "in der Ankündigung nicht genannt",
    example: "Beispiel",
    seminar: "Seminar",
    when: "Termin",
    where: "Ort",
    leaders: "Leitung",
    fee: "Kosten",
    toCalendar: "In den Kalender",
    toSeminarPage: "Alle Angaben",
    toSeminar: "Zur Ankündigung",
    contact: "Kontakt",
    address: "Anschrift",
    phone: "Telefon",
    email: "E-Mail",
    hours: "Zeiten",
    errandRegister: "Für ein Seminar anmelden",
    errandForm: "Formular beginnen",
    errandTopic: "Thema ansehen",
    errandPerson: "Mit einem Menschen sprechen",
    loading: "Der Chat wird geladen …",
    lost: "Verbindung unterbrochen. Es wird von selbst neu verbunden, nichts geht verloren.",
    back: "Verbindung wiederhergestellt.",
    elsewhere:
      "Dieser Chat ist in zu vielen Fenstern offen. Klicken Sie in dieses Fenster, um hier weiterzulesen.",
    cookieless:
      "Ihr Browser lässt das eine Cookie nicht zu, das dieser Chat braucht. Bitte erlauben Sie es, oder rufen Sie uns an.",
    empty: "Bitte schreiben Sie zuerst etwas.",
    left: "Noch {count} Zeichen",
    full: "Mehr als 2.000 Zeichen passen nicht in eine Nachricht.",
  },
  en: {
    skip: "Skip to the text field",
    title: "Chat",
    assistantLine: "Automated assistant",
    otherLanguage: "Deutsch",
    menu: "Menu",
    bookings: "My registrations",
    seminarPages: "Seminars and events",
    languages: "Language",
    download: "Download this chat",
    end: "End and delete this chat",
    privacy: "Privacy",
    imprint: "Imprint",
    accessibility: "Accessibility",
    close: "Close the chat",
    startTitle: "Hello! What would you like to know?",
    noticeAssistant: "An automated assistant answers here, not a person.",
    noticeBinding: "The information is not binding, and the German version prevails.",
    noticePrivacy:
      "Please keep personal data and trade secrets out of your questions. For a call-back or a registration you will be asked for what is needed.",
    noticePrivacyLink: "Privacy notice",
    forgotten: "Your chat has been deleted. You can start again at any time.",
    examples: "You could ask",
    topics: "Topics",
    nextSeminars: "The next seminars",
    allSeminars: "All seminars and events",
    can: "What the assistant can do",
    canAnswer: "answer questions about your business and name the source",
    canSeminars: "show seminars, provide dates for your calendar and take registrations",
    canForward: "pass call-back requests, appointment requests and messages on to our staff",
    cannot: "What it cannot do",
    cannotAdvise: "give legal or tax advice",
    cannotFile: "accept applications or meet deadlines for you",
    cannotDecide: "decide on your individual case",
    human: "Would you rather talk to a person?",
    humanWays: "You can also reach our office directly:",
    legal: "Legal information",
    call: "Telephone:",
    mail: "E-mail:",
    log: "Conversation",
    typing: "Preparing an answer …",
    newer: "New message: go down",
    write: "Write a message",
    shortcuts: "Always within reach",
    person: "Talk to a person",
    textLabel: "Your message",
    send: "Send",
    keys: "Enter sends, Shift + Enter begins a new line.",
    endTitle: "End and delete this chat?",
    endDeleted:
      "All messages of this chat, your ratings and any form you have started are deleted at once and for good.",
    endStays:
      "What you have already submitted stays with us, such as a registration, a call-back request or a message. The privacy notice says for how long.",
    endBookings:
      "After that you can no longer withdraw a registration in this chat, only through our office.",
    endDownload: "Download this chat first",
    endConfirm: "Delete for good",
    endCancel: "Cancel",
    endFailed: "That did not work, everything is still there. Please try again.",
    guest: "You",
    desk: "Assistant",
    sending: "Sending …",
    waiting: "Will be sent as soon as you are connected again.",
    slowed: "That was a lot of messages at once. This one will be sent in a moment.",
    sent: "Sent",
    failed: "Not sent.",
    again: "Send again",
    pressFailed: "This could not be sent. Please press again.",
    newTab: "(opens in a new window)",
    choices: "Choices",
    rating: "Was this answer helpful?",
    links: "Sources and links",
    notStated: "not stated in the announcement",
    example: "Example",
    seminar: "Seminar",
    when: "Date",
    where: "Place",
    leaders: "Led by",
    fee: "Fee",
    toCalendar: "Add to calendar",
    toSeminarPage: "All details",
    toSeminar: "Go to the announcement",
    contact: "Contact",
    address: "Address",
    phone: "Telephone",
    email: "E-mail",
    hours: "Hours",
    errandRegister: "Register for a seminar",
    errandForm: "Begin a form",
    errandTopic: "Look at a topic",
    errandPerson: "Talk to a person",
    loading: "The chat is loading …",
    lost: "Connection lost. It will reconnect by itself; nothing gets lost.",
    back: "Connected again.",
    elsewhere: "This chat is open in too many windows. Click in this window to go on reading here.",
    cookieless:
      "Your browser does not allow the one cookie that this chat needs. Please allow it, or call us.",
    empty: "Please write something first.",
    left: "{count} characters left",
    full: "A message can have at most 2,000 characters.",
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

/** "14:03", in the guest's own time zone. @param at ISO 8601. */
export function shortTime(at: string): string {
  return inWords(at, { hour: "2-digit", minute: "2-digit" });
}

/** "Montag, 23. November 2026". @param at ISO 8601. */
export function longDate(at: string): string {
  return inWords(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

function inWords(at: string, format: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return "";
  return new Intl.DateTimeFormat(pageLanguage() === "de" ? "de-DE" : "en-GB", format).format(time);
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

/** Takes a text of the page away again. */
export function unsay(element: HTMLElement): void {
  delete element.dataset["word"];
  element.textContent = "";
}

/** The language that the page is in at this moment. */
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
