import type { HomeView, KnownBlock } from "@slack/web-api";
import { paragraph, text } from "../../src/text/index.js";
import type { Button, Language, Localised, RichText, StartDetails } from "../../src/vocabulary/index.js";
import { HOME_LANGUAGE, PRESSED } from "./interactions.js";
import { buttonElement, clipped, LIMITS } from "./render.js";
import { clean, richTextPieces } from "./rich-text.js";

interface Words {
  readonly welcome: string;
  readonly employer: string;
  readonly topics: string;
  readonly seminars: string;
  readonly noSeminars: string;
  readonly person: string;
  readonly privacy: string;
  readonly other: string;
}

const WORDS: Localised<Words> = {
  de: {
    welcome:
      "Hier antwortet ein automatischer Assistent. Schreiben Sie Ihre Frage unter „Nachrichten“, oder wählen Sie ein Thema.",
    employer: "Bitte beachten Sie: Ihr Arbeitgeber kann Nachrichten in Slack einsehen.",
    topics: "Themen",
    seminars: "Nächste Seminare",
    noSeminars: "Zurzeit sind keine Seminare angekündigt.",
    person: "Mit einem Menschen sprechen",
    privacy: "Datenschutz",
    other: "English",
  },
  en: {
    welcome:
      "An automated assistant answers here. Write your question under “Messages”, or choose one of the topics.",
    employer: "Please note: your employer can see messages in Slack.",
    topics: "Topics",
    seminars: "Next seminars",
    noSeminars: "No seminars are announced at the moment.",
    person: "Talk to a person",
    privacy: "Privacy",
    other: "Deutsch",
  },
};

const MOST_TOPICS = 50;

/**
 * The App Home tab: topics, the next seminars, the way to a person, the privacy notice. Its buttons are open to
 * everybody; what they lead to is answered in the direct message.
 * @param site where guests reach the desk, without a slash at the end.
 */
export function homeView(
  start: StartDetails,
  language: Language,
  site: string,
): HomeView & { readonly blocks: KnownBlock[] } {
  const words = WORDS[language];
  const topics = start.topics
    .slice(0, MOST_TOPICS)
    .map(({ id, title }): Button => ({ label: title, action: `~topic:${id}` }));
  const seminars = start.seminars.map(({ title, when, pageUrl }) => [
    { type: "link" as const, url: absolute(pageUrl, site), children: [text(title)] },
    ...(when === null ? [] : [text(`, ${when}`)]),
  ]);
  const privacy: RichText = [
    paragraph({ type: "link", url: `${site}/privacy?lang=${language}`, children: [text(words.privacy)] }),
  ];
  const person = buttonElement({ label: words.person, action: "~person", primary: true }, `${PRESSED}person`);
  const other = language === "de" ? "en" : "de";
  return {
    type: "home",
    blocks: [
      header(start.office.name),
      ...rich([paragraph(words.welcome), paragraph(words.employer)]),
      ...(topics.length > 0 ? [header(words.topics), ...rows(topics)] : []),
      header(words.seminars),
      ...rich(
        seminars.length > 0
          ? [{ type: "list", ordered: false, items: seminars }]
          : [paragraph(words.noSeminars)],
      ),
      {
        type: "actions",
        elements: [
          person,
          {
            type: "button",
            text: { type: "plain_text", text: words.other, emoji: false },
            action_id: `${HOME_LANGUAGE}${other}`,
          },
        ],
      },
      ...rich(privacy),
    ],
  };
}

function header(title: string): KnownBlock {
  return { type: "header", text: { type: "plain_text", text: clipped(title, LIMITS.header), emoji: false } };
}

function rich(content: RichText): KnownBlock[] {
  return richTextPieces(content).map(({ block }) => block);
}

/** Blocks of buttons; their names are those of their actions, which differ. */
function rows(buttons: readonly Button[]): KnownBlock[] {
  const elements = buttons
    .filter(({ action }) => action.length <= LIMITS.label)
    .map((button) => buttonElement(button, `${PRESSED}${clean(button.action)}`));
  const blocks: KnownBlock[] = [];
  for (let index = 0; index < elements.length; index += LIMITS.actions)
    blocks.push({ type: "actions", elements: elements.slice(index, index + LIMITS.actions) });
  return blocks;
}

function absolute(url: string, site: string): string {
  return url.startsWith("/") ? `${site}${url}` : url;
}
