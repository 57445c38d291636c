import { type HandoverFigures, handoverReport } from "../insight/handover.js";
import type { Knowledge } from "../knowledge/index.js";
import type { Language } from "../vocabulary/index.js";
import { withStore } from "./here.js";
import { jsonLine, oneLine } from "./one-line.js";
import { opened } from "./opened.js";

const DAY = 86_400_000;

interface FigureWords {
  readonly none: string;
  readonly title: (days: number) => string;
  readonly columns: readonly [string, string, string, string, string, string, string, string];
  readonly all: string;
  readonly general: string;
  readonly departments: string;
  readonly hours: string;
  readonly notes: string;
}

const WORDS: Readonly<Record<Language, FigureWords>> = {
  de: {
    none: "In dieser Zeit hat niemand nach einem Menschen gefragt",
    title: (days) => `Übergaben der letzten ${days} Tage`,
    columns: [
      "Anfragen",
      "übernommen",
      "aufgegeben",
      "Wartezeit",
      "Gespräch",
      "Nachrichten",
      "bis Antwort",
      "Urteil",
    ],
    all: "Alle",
    general: "Zentrale",
    departments: "Nach Zuständigkeit",
    hours: "Nach Uhrzeit",
    notes:
      "Zeiten sind Mediane. Aufgegeben: zu Ende, bevor jemand übernommen hat. Urteil: 1 (schlecht) bis 5 (gut).",
  },
  en: {
    none: "Nobody has asked for a person in that time",
    title: (days) => `Handovers of the last ${days} days`,
    columns: ["asked", "taken", "abandoned", "waiting", "talk", "messages", "until reply", "rating"],
    all: "All",
    general: "General desk",
    departments: "By department",
    hours: "By time of day",
    notes: "Times are medians. Abandoned: over before anybody took it. Rating: 1 (bad) to 5 (good).",
  },
};

/** `desk figures`: how handing over goes. Read from the data folder: no desk needs to run. */
export async function deskFigures({
  days,
  json,
  lang = "de",
}: {
  days: number;
  json?: boolean;
  lang?: Language;
}): Promise<void> {
  const { time, knowledge } = await opened(undefined);
  await withStore(WORDS[lang].none, async (store) => {
    const known = knowledge();
    const records = await store.handovers({ since: time - days * DAY });
    const report = handoverReport(records, known.office.timeZone);
    if (json) process.stdout.write(jsonLine({ days, ...report }));
    else
      process.stdout.write(
        `${records.length === 0 ? `${WORDS[lang].none}.` : figuresText(report, days, known, lang)}\n`,
      );
  });
}

/** The report as a table. */
export function figuresText(
  { all, byPartner, byHour }: ReturnType<typeof handoverReport>,
  days: number,
  { partners }: Pick<Knowledge, "partners">,
  language: Language,
): string {
  const words = WORDS[language];
  const nameOf = (partner: string | null): string =>
    partner === null ? words.general : oneLine(partners.get(partner)?.name[language] ?? partner, 40);
  const rows: (readonly string[])[] = [
    ["", ...words.columns],
    [words.all, ...cells(all, language)],
    [`${words.departments}:`],
    ...byPartner.map((one) => [`  ${nameOf(one.partner)}`, ...cells(one, language)]),
    [`${words.hours}:`],
    ...byHour.map((one) => [`  ${String(one.hour).padStart(2, "0")}:00`, ...cells(one, language)]),
  ];
  const widths = ["", ...words.columns].map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? "").length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [words.title(days), "", ...lines, "", words.notes].join("\n");
}

function cells(one: HandoverFigures, language: Language): string[] {
  const points = one.points?.toFixed(1);
  return [
    String(one.asked),
    String(one.taken),
    String(one.abandoned),
    duration(one.waiting),
    duration(one.handling),
    one.tickets === 0 ? "0" : `${one.replied}/${one.tickets}`,
    duration(one.untilReply),
    points === undefined ? "–" : `${language === "de" ? points.replace(".", ",") : points} (${one.rated})`,
  ];
}

/** Seconds below two minutes, hours from two hours on. */
function duration(ms: number | null): string {
  if (ms === null) return "–";
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}
