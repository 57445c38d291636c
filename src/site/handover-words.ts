import type { Localised } from "../vocabulary/index.js";

const de = {
  at: (day: string, time: string) => `${day}, ${time} Uhr`,
  toChat: "Zum Chat",
  goneTitle: "Zu dieser Nummer ist nichts gespeichert",
  forgedTitle: "Dieser Link ist nicht vollständig",
  forged:
    "Öffnen Sie ihn bitte noch einmal aus der Nachricht, in der er stand. Wenn Sie ihn kopieren, achten Sie darauf, dass er bis zum Ende mitkommt.",
  expiredTitle: "Dieser Link ist abgelaufen",

  answer: {
    title: "Antwort auf Ihre Nachricht",
    replies: "Unsere Antwort",
    none: "Zurzeit steht hier noch keine Antwort. Vielleicht wird sie gerade noch geändert: Bitte öffnen Sie diese Seite in einigen Minuten noch einmal.",
    swept:
      "Die Antwort ist gelöscht: Was im Chat geschrieben wird, bewahren wir nur eine begrenzte Zeit auf. Fragen Sie uns gern noch einmal, und nennen Sie dabei Ihre Nummer.",
    yours: "Ihre Nachricht",
    further: "Haben Sie noch eine Frage dazu?",
    furtherText:
      "Schreiben Sie uns im Chat. In dem Browser, in dem Sie die Nachricht hinterlassen haben, geht das Gespräch dort weiter.",
    gone: "Das Gespräch ist gelöscht: weil Sie es so wollten, oder weil seine Zeit vorbei ist. Im Chat können Sie uns jederzeit neu schreiben.",
    expired:
      "Zum Schutz Ihrer Daten gilt er nur 30 Tage. Im Chat sehen Sie die Antwort noch, wenn Sie ihn im selben Browser öffnen und das Gespräch noch gespeichert ist. Sonst fragen Sie uns dort bitte noch einmal.",
  },

  brief: {
    title: "Gespräch",
    intro:
      "Nur zum Lesen: Antworten Sie in Ihrem Raum oder am Terminal. Bitte geben Sie diesen Link nicht weiter, er zeigt, was der Gast geschrieben hat.",
    brief: "Auf einen Blick",
    transcript: "Bisheriger Verlauf",
    nothing: "Von diesem Gespräch ist keine Zeile gespeichert.",
    by: {
      guest: "Gast",
      assistant: "Assistent",
      staff: "Team",
      internal: "Intern, der Gast liest das nicht",
    },
    held: "wird noch zurückgehalten",
    gone: "Das Gespräch ist gelöscht: weil der Gast es so wollte, oder weil seine Zeit vorbei ist.",
    expired:
      "Er galt 30 Tage. Offene Anfragen sehen Sie in Ihrem Raum oder am Terminal; wird eine neu angekündigt, steht ein neuer Link dabei.",
  },
};

const en: typeof de = {
  at: (day, time) => `${day}, ${time}`,
  toChat: "Go to the chat",
  goneTitle: "Nothing is stored under this number",
  forgedTitle: "This link is not complete",
  forged:
    "Please open it again from the message that it was part of. If you copy it, make sure that you copy it to the very end.",
  expiredTitle: "This link has expired",

  answer: {
    title: "Reply to your message",
    replies: "Our reply",
    none: "There is no reply here yet. It may be being changed at this moment: please open this page again in a few minutes.",
    swept:
      "The reply has been erased: we keep what is written in the chat for a limited time only. Please ask us again, and quote your number.",
    yours: "Your message",
    further: "Do you have another question about it?",
    furtherText:
      "Write to us in the chat. In the browser in which you left the message, the conversation goes on there.",
    gone: "The conversation has been erased: because you wanted it so, or because its time was over. You can write to us in the chat at any time.",
    expired:
      "To protect your data it is valid for 30 days only. You still see the reply in the chat if you open it in the same browser and the conversation is still stored. Otherwise please ask us there again.",
  },

  brief: {
    title: "Conversation",
    intro:
      "For reading only: please reply in your room or in the terminal. Do not pass this link on, it shows what the guest has written.",
    brief: "At a glance",
    transcript: "Said so far",
    nothing: "No line of this conversation is stored.",
    by: {
      guest: "Guest",
      assistant: "Assistant",
      staff: "Team",
      internal: "Internal, the guest does not read this",
    },
    held: "still held back",
    gone: "The conversation has been erased: because the guest wanted it so, or because its time was over.",
    expired:
      "It was valid for 30 days. You find open enquiries in your room or in the terminal; one that is announced again has a new link.",
  },
};

/** What the pages say that show what was written in a handover. */
export const HANDOVER_WORDS: Localised<typeof de> = { de, en };
