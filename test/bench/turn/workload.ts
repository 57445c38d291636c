import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DeskEvent } from "../../../src/vocabulary/index.js";

/** Messages that each guest writes. */
export const TURNS_A_GUEST = 4;
/** One guest in so many writes English. */
const ENGLISH = 10;

/** Guests with real questions, one line after another; who asked all of theirs makes room for somebody new. */
export interface Workload {
  /** The next message of each of `guests` guests, numbered from `first`. */
  wave(first: number, guests: number, line: number): DeskEvent[];
}

/** The questions that the understanding is tested on: written as people write, none of them learned from. */
export function workload(): Workload {
  const questions = { de: questionsOf("de"), en: questionsOf("en") };
  return {
    wave: (first, guests, line) =>
      Array.from({ length: guests }, (_, at) => {
        const guest = first + at;
        const asked = questions[guest % ENGLISH === 0 ? "en" : "de"];
        return message(guest, line, asked[(guest * 7 + line) % asked.length] ?? "");
      }),
  };
}

function questionsOf(language: "de" | "en"): string[] {
  const file = resolve(`test/utterances/single.${language}.jsonl`);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

function message(guest: number, line: number, text: string): DeskEvent {
  const id = `0193a1c8-7d1e-7c3a-9b5e-${guest.toString(16).padStart(9, "0")}${line.toString(16).padStart(3, "0")}`;
  const sender = `guest-${guest.toString(36).padStart(24, "0")}`;
  return {
    keys: [id],
    channel: "web",
    place: { channel: "web", scope: "private", address: sender },
    sender: { id: sender },
    addressed: true,
    locale: "de-DE",
    sentAt: "2026-11-23T09:00:00.000Z",
    what: { kind: "message", id, text, attachments: [] },
  };
}
