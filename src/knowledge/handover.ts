import type { z } from "zod";
import { readEntry } from "./entries.js";
import { handoverSections, type RoomEntry, roomEntry } from "./format-handover.js";
import { localised } from "./languages.js";
import type { HandoverRules, Partner, Problem, StaffRoom } from "./model.js";
import { didYouMean } from "./nearest.js";
import type { Path, YamlFile } from "./yaml-file.js";

/** handover.yaml, read. */
export interface HandoverRead {
  readonly rules: HandoverRules;
  readonly problems: readonly Problem[];
  /** Something was taken from the last good version. */
  readonly kept: boolean;
  /** Ids of rooms that are broken and had no good version before. */
  readonly setAside: readonly string[];
}

type Sections = {
  [Name in keyof typeof handoverSections]?: z.infer<(typeof handoverSections)[Name]>;
};

/** Without handover.yaml: nobody is there to hand over to. */
export const noHandover: HandoverRules = {
  rooms: [],
  general: null,
  usualWait: { de: "meist nur wenige Minuten", en: "a few minutes as a rule" },
  remindAfter: [3, 6],
  escalateAfter: 8,
  offerMessageAfter: 10,
  endWaitingAfter: 30,
  warnAfterSilence: 20,
  closeAfterSilence: 30,
  holdSeconds: 10,
  remindTicketsAfterHours: 24,
};

/**
 * Reads handover.yaml section by section and room by room: what is wrong costs nothing else, and keeps its last good
 * version.
 */
export function readHandover(
  yaml: YamlFile,
  partners: ReadonlyMap<string, Partner>,
  previous: HandoverRules | undefined,
): HandoverRead {
  const isMap = typeof yaml.value === "object" && yaml.value !== null && !Array.isArray(yaml.value);
  const problems: Problem[] = [...yaml.unreadable];
  if (yaml.value !== undefined && yaml.value !== null && !isMap)
    problems.push(
      wrong(
        yaml,
        [],
        "the file is no group of keys.",
        'Write "key: value" lines, such as "general: empfang".',
      ),
    );
  if (!isMap) {
    const broken = problems.length > 0;
    return {
      rules: broken ? (previous ?? noHandover) : noHandover,
      problems,
      kept: broken && previous !== undefined,
      setAside: [],
    };
  }
  const given = yaml.value as Readonly<Record<string, unknown>>;
  const sections: Record<string, unknown> = {};
  const broken = new Set<string>();
  for (const [name, value] of Object.entries(given)) {
    if (name === "rooms") continue;
    if (!Object.hasOwn(handoverSections, name)) {
      const known = [...Object.keys(handoverSections), "rooms"];
      problems.push({
        ...wrong(
          yaml,
          [name],
          `"${name}" is not known here.`,
          didYouMean(name, known, `Known are: ${known.join(", ")}.`),
        ),
        ...yaml.position([name], "key"),
      });
      continue;
    }
    const read = readEntry(
      yaml,
      [name],
      value,
      handoverSections[name as keyof typeof handoverSections],
      "section",
    );
    problems.push(...read.problems);
    if (read.slot.valid) sections[name] = read.slot.entry.value;
    else broken.add(name);
  }
  const read = readRooms(yaml, given["rooms"], partners, previous);
  problems.push(...read.problems);
  const timed = timesOf(sections, broken, previous);
  problems.push(...timeProblems(timed, yaml));
  const { rooms } = read;
  const wanted = broken.has("general")
    ? (previous?.general ?? null)
    : ((sections as Sections).general ?? null);
  const [first] = rooms;
  const known = rooms.some(({ id }) => id === wanted);
  if (first && !known) {
    const ids = rooms.map(({ id }) => id);
    problems.push(
      wanted === null
        ? wrong(
            yaml,
            [],
            "no room is the general desk's.",
            `Write "general: ${first.id}", or the id of another room.`,
          )
        : wrong(
            yaml,
            ["general"],
            `there is no room "${wanted}".`,
            didYouMean(wanted, ids, `Known are: ${ids.join(", ")}.`),
          ),
    );
  }
  return {
    rules: { ...timed, rooms, general: first ? (known ? wanted : first.id) : null },
    problems,
    kept: previous !== undefined && (broken.size > 0 || read.kept),
    setAside: read.setAside,
  };
}

function readRooms(
  yaml: YamlFile,
  given: unknown,
  partners: ReadonlyMap<string, Partner>,
  previous: HandoverRules | undefined,
): { rooms: StaffRoom[]; problems: Problem[]; kept: boolean; setAside: string[] } {
  if (given === undefined || given === null) return { rooms: [], problems: [], kept: false, setAside: [] };
  if (!Array.isArray(given))
    return {
      rooms: [...(previous?.rooms ?? [])],
      problems: [
        wrong(yaml, ["rooms"], "is not a list.", 'Begin each room with "- " at the start of a line.'),
      ],
      kept: previous !== undefined,
      setAside: [],
    };
  const rooms: StaffRoom[] = [];
  const problems: Problem[] = [];
  const setAside: string[] = [];
  let kept = false;
  for (const [index, value] of (given as readonly unknown[]).entries()) {
    const read = readEntry(yaml, ["rooms", index], value, roomEntry, "room");
    problems.push(...read.problems);
    const room = read.slot.valid ? roomOf(read.slot.entry.value) : null;
    const found = room ? clashes(room, rooms, partners, yaml, index) : [];
    problems.push(...found);
    if (room && found.length === 0) {
      rooms.push(room);
      continue;
    }
    const id = room?.id ?? (read.slot.valid ? null : read.slot.id);
    const before = previous?.rooms.find((one) => one.id === id);
    if (before && !rooms.some((one) => one.id === id)) {
      rooms.push(before);
      kept = true;
    } else setAside.push(id ?? "?");
  }
  return { rooms, problems, kept, setAside };
}

function roomOf(entry: RoomEntry): StaffRoom {
  const { channel } = entry;
  const hides = channel === "slack" || channel === "telegram";
  return {
    id: entry.id,
    name: entry.name,
    channel,
    address: entry.address ?? null,
    partners: entry.partners ?? [],
    shows: entry.shows ?? (hides ? "matter" : "transcript"),
    sends: entry.sends ?? "at-once",
    language: entry.language ?? "de",
  };
}

/** What a room cannot have together with those above it. */
function clashes(
  room: StaffRoom,
  above: readonly StaffRoom[],
  partners: ReadonlyMap<string, Partner>,
  yaml: YamlFile,
  index: number,
): Problem[] {
  const at = (key: string): Path => ["rooms", index, key];
  const problems: Problem[] = [];
  if (above.some(({ id }) => id === room.id))
    problems.push(
      wrong(yaml, at("id"), `the room "${room.id}" is there already.`, "Give each room its own id."),
    );
  if (
    room.address !== null &&
    above.some((one) => one.channel === room.channel && one.address === room.address)
  )
    problems.push(
      wrong(
        yaml,
        at("address"),
        "another room has this address.",
        "Name all its partners in one room instead.",
      ),
    );
  for (const [place, id] of room.partners.entries()) {
    const path: Path = ["rooms", index, "partners", place];
    const other = above.find((one) => one.partners.includes(id));
    if (!partners.has(id))
      problems.push(
        wrong(
          yaml,
          path,
          `there is no partner "${id}".`,
          didYouMean(id, [...partners.keys()], "Add it to partners.yaml."),
        ),
      );
    else if (other)
      problems.push(
        wrong(
          yaml,
          path,
          `"${id}" has the room "${other.id}" already.`,
          "A partner has one room: remove it from one of them.",
        ),
      );
  }
  return problems;
}

function timesOf(
  sections: Sections,
  broken: ReadonlySet<string>,
  previous: HandoverRules | undefined,
): HandoverRules {
  const last = previous ?? noHandover;
  const or = <T>(name: keyof Sections, given: T | null | undefined, before: T, usual: T): T =>
    broken.has(name) ? before : (given ?? usual);
  const wait = sections["usual-wait"];
  return {
    ...noHandover,
    usualWait: or("usual-wait", wait && localised(wait), last.usualWait, noHandover.usualWait),
    remindAfter: [
      ...or("remind-after", sections["remind-after"], last.remindAfter, noHandover.remindAfter),
    ].sort((a, b) => a - b),
    escalateAfter: or(
      "escalate-after",
      sections["escalate-after"],
      last.escalateAfter,
      noHandover.escalateAfter,
    ),
    offerMessageAfter: or(
      "offer-message-after",
      sections["offer-message-after"],
      last.offerMessageAfter,
      noHandover.offerMessageAfter,
    ),
    endWaitingAfter: or(
      "end-waiting-after",
      sections["end-waiting-after"],
      last.endWaitingAfter,
      noHandover.endWaitingAfter,
    ),
    warnAfterSilence: or(
      "warn-after-silence",
      sections["warn-after-silence"],
      last.warnAfterSilence,
      noHandover.warnAfterSilence,
    ),
    closeAfterSilence: or(
      "close-after-silence",
      sections["close-after-silence"],
      last.closeAfterSilence,
      noHandover.closeAfterSilence,
    ),
    holdSeconds: or("hold-seconds", sections["hold-seconds"], last.holdSeconds, noHandover.holdSeconds),
    remindTicketsAfterHours: or(
      "remind-tickets-after-hours",
      sections["remind-tickets-after-hours"],
      last.remindTicketsAfterHours,
      noHandover.remindTicketsAfterHours,
    ),
  };
}

/** Times that contradict each other are used as they are, with a word about it. */
function timeProblems(times: HandoverRules, yaml: YamlFile): Problem[] {
  const pairs = [
    ["offer-message-after", times.offerMessageAfter, "end-waiting-after", times.endWaitingAfter],
    ["warn-after-silence", times.warnAfterSilence, "close-after-silence", times.closeAfterSilence],
  ] as const;
  return pairs.flatMap(([first, sooner, second, later]): Problem[] =>
    sooner < later
      ? []
      : [
          {
            ...wrong(
              yaml,
              [second],
              `comes before "${first}" (${sooner} minutes).`,
              `Write more than ${sooner}.`,
            ),
            severity: "warning",
          },
        ],
  );
}

function wrong(yaml: YamlFile, path: Path, message: string, suggestion: string): Problem {
  return { severity: "error", ...yaml.position(path), message, suggestion };
}
