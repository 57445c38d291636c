/**
 * Puts `hit()` in the place of every telephone number, in German and international notation (DIN 5008, ITU-T E.123).
 * A number begins with `+`, `00` or the `0` of an area code, or stands behind a word such as "Tel.".
 *
 * Of our own making with a reason: the general finders need a country to read national numbers, and with Germany as
 * that country they take 01.01.2027, 10115 and "KfW 511/512" for telephone numbers. An enquiry desk lives on those.
 */
export function maskPhoneNumbers(text: string, hit: () => string): string {
  return text.replace(RUN, (run: string, offset: number) => maskedRun(run, text, offset, hit));
}

/** Digits with up to four separators between two of them. Separators are no digits, so there is one way to match. */
const RUN = /(?<![\p{L}\d])(?:\+ ?|\()?\d(?:[ \u00a0\u202f()/.+\u2010-\u2013-]{0,4}\d)*/gu;

const GROUP = /(\+ ?|\()?(\d+)/gu;

/** Dates and opening times, looked for where a group of digits begins. */
const DATE_OR_TIME =
  /(?:(?:0?[1-9]|[12]\d|3[01])\. ?(?:0?[1-9]|1[0-2])\.(?: ?(?:19|20)\d\d(?!\d)|\d\d(?![\d.])|(?! ?\d)|(?= ?\d{4,}))|(?:0?[1-9]|[12]\d|3[01])[-/](?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d(?!\d)|(?:[01]\d|2[0-4])[0-5]\d ?[-\u2013] ?(?:[01]\d|2[0-4])[0-5]\d(?![\d/-]))/uy;

/** What may stand right before a number without area code. */
const LABEL =
  /(?<!\p{L})(?:tel|telefon|telefonnummer|phone|fax|mobil|mobile|mobilnummer|handy|handynummer|rufnummer|durchwahl)(?:[.:]|[- ]?nr\.?)?:?\s{0,2}(?:ist |is |lautet |unter )?\+?$/iu;

const FEWEST = 7;
/** Without area code, behind a label. */
const FEWEST_LOCAL = 5;
/** ITU-T E.164, with two more for the `00` that stands for `+`. */
const MOST = 17;

interface Group {
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly digits: string;
}

function maskedRun(run: string, text: string, offset: number, hit: () => string): string {
  const groups = [...run.matchAll(GROUP)].map((match): Group => {
    const [whole, sign = "", digits = ""] = match;
    return { start: match.index, end: match.index + whole.length, sign: sign.trim(), digits };
  });
  let result = "";
  let written = 0;
  let free = true;
  for (let first = 0; first < groups.length; ) {
    const group = groups[first];
    if (group === undefined) break;
    const date = dateEnd(run, group);
    if (date !== undefined) {
      while (first < groups.length && (groups[first]?.start ?? date) < date) first += 1;
      free = true;
      continue;
    }
    const gap = run.slice(groups[first - 1]?.end ?? 0, group.start);
    const labelled = first === 0 && LABEL.test(text.slice(Math.max(0, offset - 40), offset));
    const count =
      (free || labelled || /[ \u00a0\u202f/(]/u.test(gap) || group.sign !== "") &&
      !isPartOfNumber(text, offset + group.start)
        ? numberLength(groups, first, run, labelled)
        : 0;
    const last = groups[first + count - 1];
    if (count > 0 && last !== undefined && !isAmount(groups.slice(first, first + count), run, text, offset)) {
      result += run.slice(written, group.start) + hit();
      written = last.end;
      first += count;
      free = true;
    } else {
      first += 1;
      free = false;
    }
  }
  return result + run.slice(written);
}

/** How many groups from `first` on make a telephone number; 0 = none. */
function numberLength(groups: readonly Group[], first: number, run: string, labelled: boolean): number {
  const start = groups[first];
  if (start === undefined) return 0;
  const begins = beginsNumber(groups, first);
  if (!begins && !labelled) return 0;
  const fewest = begins ? FEWEST : FEWEST_LOCAL;
  let digits = 0;
  let count = 0;
  for (let next = first; next < groups.length; next += 1) {
    const group = groups[next];
    if (group === undefined || digits + group.digits.length > MOST) break;
    const isNext = next > first && (group.sign === "+" || beginsAnother(groups, next, digits));
    if (isNext || (next > first && dateEnd(run, group) !== undefined)) break;
    digits += group.digits.length;
    count += 1;
  }
  return digits >= fewest ? count : 0;
}

function beginsNumber(groups: readonly Group[], index: number): boolean {
  const group = groups[index];
  if (group === undefined) return false;
  if (group.sign === "+") return /^[1-9]/u.test(group.digits);
  if (group.digits === "0" || group.digits === "00") return /^[1-9]/u.test(groups[index + 1]?.digits ?? "");
  return /^00?[1-9]/u.test(group.digits);
}

/** "0234 123456/0176 1234567": behind a whole number, a group like an area code with enough digits begins the next. */
function beginsAnother(groups: readonly Group[], index: number, digitsSoFar: number): boolean {
  if (digitsSoFar < FEWEST || !/^0[1-9]\d/u.test(groups[index]?.digits ?? "")) return false;
  let digits = 0;
  for (let next = index; next < groups.length && digits < FEWEST; next += 1)
    digits += groups[next]?.digits.length ?? 0;
  return digits >= FEWEST;
}

function dateEnd(run: string, group: Group): number | undefined {
  if (group.sign !== "") return undefined;
  DATE_OR_TIME.lastIndex = group.start;
  return DATE_OR_TIME.test(run) ? DATE_OR_TIME.lastIndex : undefined;
}

/** The digits go on from something before: a time (9:00-12:00), a decimal (1,0512345), a file number (A-0012345). */
function isPartOfNumber(text: string, start: number): boolean {
  return (
    /(?:\d[:,]|[\p{L}\d][-_]|§ ?)$/u.test(text.slice(Math.max(0, start - 3), start)) && text[start] !== "+"
  );
}

/** "+1.250.000 EUR", "0.5000000": thousands by dots, decimals, or a currency beside it. */
function isAmount(groups: readonly Group[], run: string, text: string, offset: number): boolean {
  const first = groups[0];
  const last = groups.at(-1);
  if (first === undefined || last === undefined) return false;
  const value = run.slice(first.start, last.end);
  const after = text.slice(offset + last.end, offset + last.end + 8);
  const before = text.slice(Math.max(0, offset + first.start - 5), offset + first.start);
  return (
    /^(?:\+ ?\d{1,3}(?:\.\d{3})+|0\.\d+(?:\.\d+)*)$/u.test(value) ||
    /^,?-? ?(?:€|EUR|Mio|Mrd|Prozent|%|USD|CHF)/iu.test(after) ||
    /(?:€|EUR|\$) ?$/iu.test(before)
  );
}
