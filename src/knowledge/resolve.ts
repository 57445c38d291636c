import { parse } from "../text/index.js";
import type { Localised, RichText } from "../vocabulary/index.js";
import type { Entry } from "./entries.js";
import type { FaqEntry, MessageEntry, OutOfScopeEntry, TopicEntry } from "./format-faq.js";
import { localised, richText, richTextOrNull } from "./languages.js";
import type { Answer, FaqIntent, OutOfScopeKind, TopicInfo } from "./model.js";

/** The intent of an entry; `topic` is the name of its file, where the entry names no other. */
export function resolveIntent({ value, position }: Entry<FaqEntry>, topic: string): FaqIntent {
  return {
    id: value.id,
    topic: value.topic ?? topic,
    title: localised(value.title),
    utterances: phrases(value.utterances),
    answer: value.answer
      ? { de: answerOf(value.answer.de), en: answerOf(value.answer.en ?? value.answer.de) }
      : null,
    links: (value.links ?? []).map(({ label, url }) => ({ label: localised(label), url })),
    related: value.related ?? [],
    responsible: value.responsible ?? null,
    form: value.form ?? null,
    handover: value.handover ?? null,
    behaviour: value.behaviour ?? null,
    seminars: value.seminars ?? null,
    source: value.source ?? [],
    reviewedOn: value.reviewedOn,
    validUntil: value.validUntil ?? null,
    afterExpiry: richTextOrNull(value.afterExpiry ?? value["after-expiry"]),
    owner: value.owner,
    at: position(),
  };
}

export function resolveTopic({ value }: Entry<TopicEntry>): TopicInfo {
  return { id: value.id, title: localised(value.title) };
}

export function resolveOutOfScope({ value }: Entry<OutOfScopeEntry>): OutOfScopeKind {
  return {
    id: value.id,
    title: localised(value.title),
    utterances: phrases(value.utterances),
    answer: richText(value.answer),
  };
}

export function resolveMessage({ value }: Entry<MessageEntry>): Localised<readonly RichText[]> {
  const de = texts(value.de);
  return { de, en: value.en ? texts(value.en) : de };
}

/** Unlike texts, phrasings that are missing in English are not those of German: they would teach the wrong words. */
function phrases(value: FaqEntry["utterances"]): Localised<readonly string[]> {
  return { de: value.de, en: value.en ?? [] };
}

function answerOf({ short, more }: NonNullable<FaqEntry["answer"]>["de"]): Answer {
  return { short: parse(short), more: more ? parse(more) : null };
}

function texts(value: string | readonly string[]): readonly RichText[] {
  return (typeof value === "string" ? [value] : value).map(parse);
}
