export type Language = "de" | "en";

/** The widget's own words; all others are the chat page's. */
export const words = {
  de: {
    label: "Fragen an die Wirtschaftsförderung",
    loading: "Der Chat wird geladen …",
    close: "Schließen",
    outside: "In neuem Fenster öffnen",
    newWindow: "(öffnet in neuem Fenster)",
  },
  en: {
    label: "Questions about doing business here",
    loading: "The chat is loading …",
    close: "Close",
    outside: "Open in a new window",
    newWindow: "(opens in a new window)",
  },
} as const;
