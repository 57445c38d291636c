import type { Language, Localised } from "../../src/vocabulary/index.js";

/** What an app package is made from. */
export interface ManifestFacts {
  /** Of the bot's registration in Microsoft Entra; the app takes it as its own id, too. */
  readonly appId: string;
  /** Rises from package to package: Teams takes an update only with a higher one. Three numbers with dots. */
  readonly version: string;
  /** Of the office, as guests know it. */
  readonly name: Localised<string>;
  /** Where guests reach the desk, without a slash at the end. */
  readonly publicUrl: string;
  /** The office's own web site; null: the desk's address is named. */
  readonly website: string | null;
  /** The bot hears everything in the channels of a team that has installed it, and not only mentions of it. */
  readonly rsc: boolean;
}

/** The version of Microsoft's schema that the manifest keeps to. */
const SCHEMA = "1.29";
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}`;
/** The colour of the office's pages; Teams shows it behind the outline. */
export const ACCENT = "#2044aa";
/** Teams' limits for these texts, in characters (schema 1.29). */
const LONGEST = { short: 30, full: 100, developer: 32 };
const SCOPES = ["personal", "team", "groupChat"] as const;

/**
 * The manifest of a Teams app with this desk as its bot. Its texts are German; English ones stand in `englishTexts`.
 * @see https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema
 */
export function teamsManifest(facts: ManifestFacts): object {
  const { appId, version, publicUrl, website, rsc } = facts;
  const texts = textsIn("de", facts);
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: "de",
      additionalLanguages: [{ languageTag: "en", file: "en.json" }],
    },
    developer: {
      name: cut(facts.name.de, LONGEST.developer),
      websiteUrl: website ?? publicUrl,
      privacyUrl: `${publicUrl}/privacy`,
      termsOfUseUrl: `${publicUrl}/imprint`,
    },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: ACCENT,
    name: texts.name,
    description: texts.description,
    bots: [
      {
        botId: appId,
        scopes: SCOPES,
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes: SCOPES, commands: COMMANDS.map((command) => command.de) }],
      },
    ],
    validDomains: [new URL(publicUrl).hostname],
    ...(rsc
      ? {
          // the resource is not used by this consent, but must be there
          webApplicationInfo: { id: appId, resource: publicUrl },
          authorization: {
            permissions: {
              resourceSpecific: [{ name: "ChannelMessage.Read.Group", type: "Application" }],
            },
          },
        }
      : {}),
  };
}

/** The manifest's texts in English, by the path of each of them: the file `en.json` of the package. */
export function englishTexts(facts: ManifestFacts): Readonly<Record<string, string>> {
  const { name, description } = textsIn("en", facts);
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    "name.short": name.short,
    "name.full": name.full,
    "description.short": description.short,
    "description.full": description.full,
    ...Object.fromEntries(
      COMMANDS.flatMap(({ en }, index) => [
        [`bots[0].commandLists[0].commands[${index}].title`, en.title],
        [`bots[0].commandLists[0].commands[${index}].description`, en.description],
      ]),
    ),
  };
}

function textsIn(language: Language, { name, rsc }: ManifestFacts) {
  const { short, full, listens } = DESCRIPTIONS[language];
  return {
    name: { short: shortName(name[language], language), full: cut(name[language], LONGEST.full) },
    // Microsoft asks that the description says what an app does with messages that were not meant for it
    description: { short, full: [...full, ...(rsc ? [listens] : [])].join("\n\n") },
  };
}

/** What people write behind the @. The first words of a long English name say little: it is what the office is, then. */
function shortName(name: string, language: Language): string {
  if (language === "en" && name.trim().length > LONGEST.short) return "Economic Development Office";
  return cut(name, LONGEST.short);
}

const DESCRIPTIONS: Localised<{ short: string; full: readonly string[]; listens: string }> = {
  de: {
    short: "Fragen an die Wirtschaftsförderung, rund um die Uhr beantwortet",
    full: [
      "Stellen Sie Ihre Frage in Ihren eigenen Worten, auf Deutsch oder Englisch: Gründung, Förderung, Flächen, Fachkräfte, Seminare. Es antwortet ein automatischer Assistent, mit Quelle und Stand. Jederzeit können Sie einen Menschen verlangen.",
      "Die Auskünfte sind unverbindlich; Anträge und Fristen gehen nicht über diesen Chat. Bitte bedenken Sie, dass Ihr Arbeitgeber Nachrichten in Teams einsehen kann.",
      "In Gruppen und Kanälen erwähnen Sie den Assistenten, damit er antwortet.",
    ],
    listens:
      "In Kanälen von Teams, die dem zugestimmt haben, empfängt die App alle Nachrichten, damit sie Antworten in begonnenen Gesprächen auch ohne Erwähnung versteht. Alles andere verwirft sie, ohne es zu speichern.",
  },
  en: {
    short: "Questions to the economic development office, answered at any hour",
    full: [
      "Ask in your own words, in German or English: starting a business, funding, premises, skilled workers, seminars. An automated assistant answers, with source and date. You can ask for a person at any time.",
      "Information is without obligation; applications and deadlines do not go through this chat. Please keep in mind that your employer may be able to see messages in Teams.",
      "In groups and channels, mention the assistant so that it answers.",
    ],
    listens:
      "In channels of teams that have consented, the app receives all messages, so that it understands replies in conversations that have begun without a mention, too. It discards everything else without storing it.",
  },
};

interface Command {
  /** Put into the guest's line when it is chosen, so it must be a message that the desk understands. */
  readonly title: string;
  readonly description: string;
}

/** What Teams suggests where a message is written. */
const COMMANDS: readonly Localised<Command>[] = [
  {
    de: { title: "Hilfe", description: "Was der Assistent kann" },
    en: { title: "Help", description: "What the assistant can do" },
  },
  {
    de: { title: "Seminare", description: "Die nächsten Seminare, mit Kalender und Anmeldung" },
    en: { title: "Seminars", description: "The next seminars, with calendar and registration" },
  },
  {
    de: { title: "Meine Anmeldungen", description: "Wofür Sie angemeldet sind, und wie Sie absagen" },
    en: { title: "My registrations", description: "What you are registered for, and how to withdraw" },
  },
  {
    de: { title: "Öffnungszeiten", description: "Wann die Wirtschaftsförderung zu erreichen ist" },
    en: { title: "Opening hours", description: "When the office can be reached" },
  },
  {
    de: { title: "Mit einem Menschen sprechen", description: "Wer zuständig ist, und wie Sie ihn erreichen" },
    en: { title: "Talk to a person", description: "Who is responsible, and how to reach them" },
  },
  {
    de: { title: "Datenschutz", description: "Was mit Ihren Angaben geschieht" },
    en: { title: "Privacy", description: "What happens to your data" },
  },
  {
    de: { title: "English", description: "Continue in English" },
    en: { title: "Deutsch", description: "Auf Deutsch weiter" },
  },
];

/** At the end of a word where there is one; a single word that is too long ends with "…". */
function cut(text: string, longest: number): string {
  const characters = [...text.trim()];
  if (text.trim().length <= longest) return text.trim();
  const words = text.trim().split(/\s+/u);
  let kept = words[0] ?? "";
  for (const word of words.slice(1)) {
    if (`${kept} ${word}`.length > longest) break;
    kept = `${kept} ${word}`;
  }
  // "Amt für": a word that something must follow is no end
  kept = kept.replace(/(?:\s+(?:der|des|die|das|für|und|of|for|the|and))+$/iu, "");
  if (kept.length <= longest) return kept;
  let head = "";
  for (const character of characters) {
    if (head.length + character.length > longest - 1) break;
    head += character;
  }
  return `${head}…`;
}
