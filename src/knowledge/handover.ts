import { z } from "zod";
import { type Entries, type Entry, readEntry, readList } from "./entries.js";
import { handoverSections, type StaffRoomEntry, staffRoomEntry, timesOf } from "./format-handover.js";
import { localised } from "./languages.js";
import { liveEntries, settle } from "./last-good.js";
import type { HandoverRules, Problem, StaffRoom } from "./model.js";
import { didYouMean } from "./nearest.js";
import type { Names } from "./references.js";
import { roomDoubts, usableRooms } from "./staff-rooms.js";
import type { YamlFile } from "./yaml-file.js";

/** handover.yaml, read. */
export interface HandoverRead {
  readonly handover: HandoverRules;
  readonly problems: readonly Problem[];
  /** What uses its last good version: "room general", "times of handover" ... */
  readonly kept: readonly string[];
  readonly setAside: readonly string[];
}

type Sections = typeof handoverSections;

/** Said where the office has written nothing; a promise of none. */
const USUAL_WAIT = { de: "sobald jemand frei ist", en: "as soon as somebody is free" };

/**
 * Reads handover.yaml section by section and room by room: what is wrong keeps its last good version, or on a cold start
 * what is usual. Without the file there are no rooms, and nobody to hand over to.
 */
export function readHandover(
  yaml: YamlFile,
  names: Names,
  previous: HandoverRules | undefined,
): HandoverRead {
  const { given, broken, problems } = sectionsOf(yaml);
  const kept: string[] = [];
  const setAside: string[] = [];
  const read = <F extends z.ZodType>(name: keyof Sections, format: F): z.infer<F> | undefined => {
    if (!broken.has(name)) {
      const { slot, problems: found } = readEntry(yaml, [name], given[name], format, name);
      problems.push(...found);
      if (slot.valid) return slot.entry.value;
      broken.add(name);
    }
    (previous ? kept : setAside).push(`${name} of handover`);
    return undefined;
  };
  const wait = read("usual-wait", handoverSections["usual-wait"]);
  const usualWait =
    (broken.has("usual-wait") && previous?.usualWait) || (wait ? localised(wait) : USUAL_WAIT);
  if (wait && !wait.en) problems.push(untranslated(yaml));
  const times = rulesOf(read("times", handoverSections.times) ?? {});

  const entries = roomEntries(yaml, given["rooms"], broken.has("rooms"));
  const live = liveEntries([entries], {
    what: "room",
    resolve: resolveRoom,
    lastOf: () => previous?.rooms ?? [],
  });
  const last = new Map(previous?.rooms.map((room) => [room.id, room]));
  const settled = settle(live.items, roomDoubts(live.items, names), last);
  for (const { problems: found, ...ids } of [live, settled]) {
    problems.push(...found);
    kept.push(...ids.kept.map((id) => `room ${id}`));
    setAside.push(...ids.setAside.map((id) => `room ${id}`));
  }
  const rooms = usableRooms([...settled.models.values()], names);

  const wanted =
    read("general", handoverSections.general) ?? (broken.has("general") ? (previous?.general ?? null) : null);
  const isSound = !broken.has("general");
  const told = isSound && given["general"] != null;
  const doubtful = [...setAside, ...kept].some((what) => what.startsWith("room "));
  const found = rooms.find(({ id }) => id === wanted);
  if (!found && isSound && (told || rooms.length > 1))
    problems.push(noGeneral(yaml, told ? wanted : null, rooms, doubtful));
  const general = found ?? rooms.find(({ id }) => id === previous?.general) ?? rooms[0];

  const handover = {
    ...((broken.has("times") && previous) || times),
    rooms,
    general: general?.id ?? null,
    usualWait,
  };
  return { handover, problems, kept, setAside };
}

function rulesOf(
  given: Parameters<typeof timesOf>[0],
): Omit<HandoverRules, "rooms" | "general" | "usualWait"> {
  const times = timesOf(given);
  return {
    remindAfter: times["remind-after"],
    escalateAfter: times["escalate-after"],
    offerMessageAfter: times["offer-message-after"],
    endWaitingAfter: times["end-waiting-after"],
    warnAfterSilence: times["warn-after-silence"],
    closeAfterSilence: times["close-after-silence"],
    holdSeconds: times["hold-seconds"],
    remindTicketsAfterHours: times["remind-tickets-after-hours"],
  };
}

/** The file's keys, and which sections cannot be read at all. */
function sectionsOf(yaml: YamlFile): {
  readonly given: Readonly<Record<string, unknown>>;
  readonly broken: Set<string>;
  readonly problems: Problem[];
} {
  const known = Object.keys(handoverSections);
  const problems: Problem[] = [
    ...yaml.unreadable,
    ...yaml.flaws.filter(({ path }) => path.length === 0).map(({ problem }) => problem),
  ];
  if (yaml.value === undefined) return { given: {}, broken: new Set(known), problems };
  if (yaml.value === null) return { given: {}, broken: new Set(), problems };
  if (typeof yaml.value !== "object" || Array.isArray(yaml.value)) {
    problems.push({
      severity: "error",
      ...yaml.position([]),
      message: "the file is not a group of keys.",
      suggestion: "Write `key: value` lines, such as `general: office`.",
    });
    return { given: {}, broken: new Set(known), problems };
  }
  const given = yaml.value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(handoverSections, name));
  for (const name of unknown)
    problems.push({
      severity: "error",
      ...yaml.position([name], "key"),
      message: `"${name}" is no key that is known here.`,
      suggestion: didYouMean(name, known, `Known are: ${known.join(", ")}.`),
    });
  // An unknown key may be the misspelt name of a section that is gone.
  const gone = unknown.length > 0 ? known.filter((name) => !Object.hasOwn(given, name)) : [];
  return { given, broken: new Set(gone), problems };
}

/** The rooms as a list of their own. */
function roomEntries(yaml: YamlFile, value: unknown, broken: boolean): Entries<StaffRoomEntry> {
  const nothing = { file: yaml.file, readable: !broken, slots: [], problems: [] };
  if (broken || value == null) return nothing;
  if (!Array.isArray(value)) {
    const { problems } = readEntry(yaml, ["rooms"], value, z.array(z.unknown()), "rooms");
    return { ...nothing, readable: false, problems };
  }
  const below: YamlFile = {
    ...yaml,
    value,
    flaws: yaml.flaws
      .filter(({ path }) => path[0] === "rooms")
      .map(({ path, problem }) => ({ path: path.slice(1), problem })),
    position: (path, of) => yaml.position(["rooms", ...path], of),
    written: (path) => yaml.written(["rooms", ...path]),
  };
  return readList(below, staffRoomEntry, "room");
}

function resolveRoom({ value }: Entry<StaffRoomEntry>): StaffRoom {
  const { id, name, channel, address, partners, shows, sends, language } = value;
  return {
    id,
    name,
    channel,
    address: address == null ? null : addressOf(channel, String(address).trim()),
    partners: partners ?? [],
    shows: shows ?? (channel === "slack" || channel === "telegram" ? "matter" : "transcript"),
    sends: sends ?? "at-once",
    language: language ?? "de",
  };
}

/** Of a Teams channel staff copy the id out of its link, where it is encoded. */
function addressOf(channel: StaffRoom["channel"], written: string): string {
  return channel === "teams" ? written.replace(/%3a/gi, ":").replace(/%40/g, "@") : written;
}

/** Guests still reach somebody: another room stands in. */
function noGeneral(
  yaml: YamlFile,
  wanted: string | null,
  rooms: readonly StaffRoom[],
  doubtful: boolean,
): Problem {
  const ids = rooms.map(({ id }) => id);
  const listed = ids.length > 0 ? `The rooms are: ${ids.join(", ")}.` : "Add it below rooms.";
  const standIn = ids.length > 0 ? "; another one stands in" : "";
  return wanted === null
    ? {
        severity: "error",
        ...yaml.position(["rooms"], "key"),
        message: `it is not said which room is that of the general desk${standIn}.`,
        suggestion: `Write "general: " with its id. ${listed}`,
      }
    : {
        severity: doubtful ? "warning" : "error",
        ...yaml.position(["general"]),
        message: `there is no room "${wanted}" that can be used${standIn}.`,
        suggestion: didYouMean(wanted, ids, doubtful ? "Repair it below rooms." : listed),
      };
}

function untranslated(yaml: YamlFile): Problem {
  return {
    severity: "warning",
    ...yaml.position(["usual-wait"]),
    message: '"usual-wait" has no English text; German stands in for it.',
    suggestion: "Translate it.",
  };
}
