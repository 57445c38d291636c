import type { Entry } from "./entries.js";
import type { TopicEntry } from "./format-faq.js";
import { weekOf } from "./format-office.js";
import type { PartnerEntry } from "./format-partners.js";
import { localised } from "./languages.js";
import type { LiveItem } from "./last-good.js";
import type { Office, Partner, PostcodeRange, Problem, TopicInfo } from "./model.js";
import { didYouMean } from "./nearest.js";
import type { Opening } from "./office-hours.js";

/** Addresses under `.example` (RFC 2606) reach nobody. */
const INVENTED = /\.example(?![\w.-])/i;

export function resolvePartner({ value }: Entry<PartnerEntry>): Partner {
  const stated = Object.entries(value.values ?? {}).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  );
  const area = (value.area ?? []).map(rangeOf).filter((range) => range !== null);
  return {
    id: value.id,
    kind: value.kind,
    name: localised(value.name),
    topics: value.topics ?? [],
    languages: value.languages ?? ["de"],
    area: area.length > 0 ? area : null,
    hours: value.hours ? weekOf(value.hours) : {},
    values: Object.fromEntries(stated),
  };
}

/** When a partner is there: at its own hours, a desk without such at the office's. Holidays are those of the state. */
export function placeOf({ kind, hours }: Pick<Partner, "kind" | "hours">, office: Office): Opening {
  if (kind === "desk" && Object.keys(hours).length === 0) return office;
  return { hours, exceptions: kind === "desk" ? office.exceptions : [], state: office.state };
}

/**
 * What is valid but could be better: topics that are not there, postcodes that are none, topics that nobody handles, and
 * in one warning all that is still invented. What was kept from the last good version is not complained about again.
 */
export function partnerDoubts(
  partners: readonly LiveItem<PartnerEntry, Partner>[],
  topics: readonly LiveItem<TopicEntry, TopicInfo>[],
): Problem[] {
  const known = topics.map(({ model }) => model.id);
  const entries = partners.flatMap(({ entry }) => entry ?? []);
  return [
    ...entries.flatMap((entry) => [...unknownTopics(entry, known), ...badRanges(entry)]),
    ...invented(entries),
    ...(partners.length > 0 ? unhandled(partners, topics) : []),
  ];
}

function unknownTopics({ value, position }: Entry<PartnerEntry>, known: readonly string[]): Problem[] {
  // without topics there is nothing to compare with
  if (known.length === 0) return [];
  return (value.topics ?? []).flatMap((topic, index): Problem[] =>
    known.includes(topic)
      ? []
      : [
          {
            severity: "warning",
            ...position(["topics", index]),
            message: `there is no topic "${topic}".`,
            suggestion: didYouMean(topic, known, "Add it to topics.yaml, or remove it here."),
          },
        ],
  );
}

function badRanges({ value, position }: Entry<PartnerEntry>): Problem[] {
  return (value.area ?? []).flatMap((written, index): Problem[] =>
    rangeOf(written)
      ? []
      : [
          {
            severity: "warning",
            ...position(["area", index]),
            message: `"${written}" is no postcode and no range of postcodes; it is not used.`,
            suggestion: 'Write five digits in quotes, "01067" or "12300-12399", the smaller one first.',
          },
        ],
  );
}

/** Postcodes have five digits, so they compare as text. */
function rangeOf(written: string | number): PostcodeRange | null {
  const [, from, to = from] = /^\s*(\d{5})(?:\s*[-–]\s*(\d{5}))?\s*$/.exec(String(written)) ?? [];
  return from !== undefined && to !== undefined && from <= to ? [from, to] : null;
}

/** One warning, so that an office sees on one line what it has to replace. */
function invented(entries: readonly Entry<PartnerEntry>[]): Problem[] {
  const found = entries.flatMap((entry) => {
    const { id, hours, area, values } = entry.value;
    const keys = Object.entries(values ?? {}).flatMap(([key, value]) =>
      value !== null && INVENTED.test(value) ? [key] : [],
    );
    if (keys.length === 0) return [];
    // whoever has an invented address has invented hours and an invented area
    const beside = [...(area ? ["area"] : []), ...(hours ? ["hours"] : [])];
    return [{ entry, key: keys[0] ?? "", listed: `${id} (${[...keys, ...beside].join(", ")})` }];
  });
  const [first] = found;
  if (!first) return [];
  return [
    {
      severity: "warning",
      ...first.entry.position(["values", first.key]),
      message: `these values are those of an invented town: ${found.map(({ listed }) => listed).join(", ")}.`,
      suggestion: "Write your own; null where there is none.",
    },
  ];
}

function unhandled(
  partners: readonly LiveItem<PartnerEntry, Partner>[],
  topics: readonly LiveItem<TopicEntry, TopicInfo>[],
): Problem[] {
  const handled = new Set(partners.flatMap(({ model }) => model.topics));
  return topics.flatMap(({ model, entry }): Problem[] =>
    entry && !handled.has(model.id)
      ? [
          {
            severity: "warning",
            ...entry.position(["id"]),
            message: `nobody handles the topic "${model.id}".`,
            suggestion: 'Name it below "topics" of a partner in partners.yaml.',
          },
        ]
      : [],
  );
}
