import { z } from "zod";
import { id, inBothLanguages, isoDate, target, text, utterances, variants } from "./format.js";

/** So few German phrasings cannot be told from other intents. */
const LEAST_UTTERANCES = 5;

const answer = z.strictObject({
  short: text.describe(
    "The answer, at most 600 characters; its first sentence answers the question. Markdown: **bold**, *italic*, [links](https://...), lists. {office.phone} and the like are filled in.",
  ),
  more: text.nullish().describe('Behind the button "Mehr": what is too long for the first answer.'),
});

const afterExpiry = inBothLanguages
  .nullish()
  .describe("Said instead of the answer once validUntil has passed.");

/** One question that the desk answers: an entry of faq/<topic>.yaml. */
export const faqEntry = z
  .strictObject({
    id: id.describe(
      "The intent's id in the catalogue. It never changes: the log and the figures refer to it.",
    ),
    draft: z
      .boolean()
      .nullish()
      .describe("true: begun, but not finished. Guests do not get it, and it is not checked yet."),
    topic: id.nullish().describe("Id of the topic in topics.yaml. Left out: the name of this file."),
    title: inBothLanguages.describe("A short name, shown on buttons."),
    utterances: utterances(LEAST_UTTERANCES).describe("What guests write when they mean this intent."),
    answer: z
      .strictObject({
        de: answer.describe("The German answer, the binding one."),
        en: answer.nullish().describe("The English answer. Where it is missing, the German one is given."),
      })
      .nullish()
      .describe("What the desk answers. May be left out only where behaviour or seminars is given."),
    links: z
      .array(
        z.strictObject({
          label: inBothLanguages.describe("What the link is called."),
          url: target.describe("https://..., mailto:..., tel:... or a variable such as {trade-office.link}."),
        }),
      )
      .nullish()
      .describe("Links under the answer."),
    related: z.array(id).nullish().describe("Ids of intents that a follow-up question may move to."),
    responsible: id.nullish().describe("Id of the partner in partners.yaml who handles this."),
    form: id.nullish().describe("Id of the form that this intent starts."),
    handover: z
      .enum(["always"])
      .nullish()
      .describe(
        "always: whoever asks this is handed over to a person at once, with the answer. Only where nothing but a person helps.",
      ),
    behaviour: z
      .enum([
        "greeting",
        "thanks",
        "goodbye",
        "help",
        "handover",
        "switch-language",
        "repeat",
        "complaint",
        "say",
      ])
      .nullish()
      .describe("What the bot does beside answering. `say`: small talk, without thumbs and source."),
    seminars: z
      .enum([
        "list",
        "search",
        "overview",
        "details",
        "date-place",
        "leaders",
        "fee",
        "register",
        "cancel",
        "certificate",
        "online",
      ])
      .nullish()
      .describe("This intent is answered from seminars.yaml; this is the part that it asks for."),
    source: z
      .array(
        z.strictObject({
          title: text.describe("Name of the law or page, such as § 14 GewO."),
          url: target.describe("Its address."),
        }),
      )
      .nullish()
      .describe("Where the facts of the answer come from."),
    reviewedOn: isoDate.describe("The day on which somebody last compared the answer with its sources."),
    validUntil: isoDate
      .nullish()
      .describe("The last day on which the answer is given. Afterwards the desk says afterExpiry instead."),
    afterExpiry,
    "after-expiry": afterExpiry.describe("The same as afterExpiry."),
    owner: text.describe("Which desk or person keeps this answer right."),
  })
  .refine((entry) => entry.answer || entry.behaviour || entry.seminars, {
    path: ["answer"],
    error: 'is missing\nWrite an answer, or say with "behaviour" or "seminars" what answers instead.',
  });

/** An entry of topics.yaml. The order of the file is the order of the menu. */
export const topicEntry = z.strictObject({
  id: id.describe("The topic's id; faq/<id>.yaml holds its intents."),
  title: inBothLanguages.describe("What the topic is called in the menu."),
});

/** An entry of messages.yaml: what the bot itself says under one key. */
export const messageEntry = variants.describe(
  "What the bot says, as one text or as variants that take turns.",
);

/** An entry of synonyms.yaml. */
export const synonymGroup = z
  .array(text.max(200))
  .min(2)
  .describe("Words that mean the same here, such as [Gewerbeschein, Gewerbeanmeldung].");

/** An entry of out-of-scope.yaml. */
export const outOfScopeEntry = z.strictObject({
  id: id.describe("The kind's id; it stands in the log."),
  title: inBothLanguages.describe("What this kind of message is called."),
  utterances: utterances(1).describe("Examples of messages that are not ours."),
  answer: inBothLanguages.describe("What the desk says, with the place to turn to."),
});

export type FaqEntry = z.infer<typeof faqEntry>;
export type TopicEntry = z.infer<typeof topicEntry>;
export type MessageEntry = z.infer<typeof messageEntry>;
export type OutOfScopeEntry = z.infer<typeof outOfScopeEntry>;
