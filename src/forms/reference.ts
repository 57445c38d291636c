/** Digits and capitals without those that are mistaken for each other, read out or written down: 0 and O, 1 and I. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const SHORTEST = 4;

/** "R-3F2K": names a submission, one for each event. @param letter the form's */
export function reference(letter: string, eventId: number): string {
  let name = "";
  for (let rest = eventId; rest > 0; rest = Math.floor(rest / ALPHABET.length))
    name = ALPHABET.charAt(rest % ALPHABET.length) + name;
  return `${letter}-${name.padStart(SHORTEST, ALPHABET.charAt(0))}`;
}
