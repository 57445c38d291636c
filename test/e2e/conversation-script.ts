import { freshFolder } from "./running-desk.js";
import { ASKS_BACK, vagueMessage } from "./vague.js";

/** A guest on any platform, as the script moves them. */
export interface GuestDriver {
  /** Writes to the desk. */
  write(text: string): Promise<void>;
  /** Presses the first button whose label matches, of the newest message that has such a button. */
  press(label: RegExp): Promise<void>;
  /**
   * Resolves with what the desk said since the last act, once it matches: texts, cards, the addresses of links, and the
   * labels of buttons, whatever a guest can see.
   * @throws when it does not come to match within 20 seconds.
   */
  hears(pattern: RegExp): Promise<string>;
}

/** What looks different from platform to platform. */
export interface ScriptExpectations {
  /** How the calendar file of the seminar is offered. */
  readonly calendarLink: RegExp;
  /** What one who asks for a person hears. */
  readonly person: RegExp;
}

/**
 * The conversation that every messenger must be able to have: ask, follow up, be asked back and press, seminars with a
 * calendar file, a person. The practice seminar itself is announced without a year, so it is the dated one that must
 * bring a calendar file.
 */
export async function conversationScript(guest: GuestDriver, expects: ScriptExpectations): Promise<void> {
  await guest.write("Wie melde ich ein Gewerbe an?");
  await guest.hears(/§ 14 GewO/);

  await guest.write("und was kostet das?");
  await guest.hears(/15 bis 65 Euro/);

  const { text } = await vague();
  await guest.write(text);
  await guest.hears(new RegExp(`(?:${ASKS_BACK.source})[\\s\\S]*Keins davon`));
  await guest.press(/^(?!Keins davon)/);
  // the choice is answered with an answer, which can be rated
  await guest.hears(/Nicht hilfreich|👎/);

  await guest.write("Welche Seminare gibt es?");
  await guest.hears(/Strukturpolitik im Digitalen Zeitalter[\s\S]*Gründung Basiswissen/);

  await guest.write("Wann ist das Seminar Gründung Basiswissen?");
  await guest.hears(/Gründung Basiswissen/);
  await guest.hears(expects.calendarLink);

  await guest.write("Ich möchte mit einem Menschen sprechen");
  await guest.hears(expects.person);
}

let found: ReturnType<typeof vagueMessage> | undefined;

/** Looked for once, however many guests talk. */
function vague(): ReturnType<typeof vagueMessage> {
  const place = freshFolder();
  found ??= vagueMessage(place.folder);
  return found.finally(() => place.remove());
}
