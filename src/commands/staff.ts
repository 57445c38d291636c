import { createInterface } from "node:readline/promises";
import { openDataFolder } from "../data-folder.js";
import type { StaffAccount, Store } from "../store/index.js";
import { systemClock } from "../time.js";
import { deskClient } from "./desk-client.js";
import { minute } from "./forms.js";
import { configHere, withStore } from "./here.js";
import { jsonLine, oneLine } from "./one-line.js";

const NOBODY = "There is no account yet";
const ADD = 'Make one: npm run -s cli -- staff add "First Last"';
const CODE_MINUTES = 15;
/** Characters of a name, which guests read before each line. */
const LONGEST_NAME = 60;

/** `staff add NAME`: an account for somebody who answers guests. The data folder is made where there is none yet. */
export async function addStaff(given: string): Promise<void> {
  const name = given.normalize("NFC").replace(/\s+/g, " ").trim();
  const wrong = wrongName(name);
  if (wrong) return failed(wrong);
  const store = await openDataFolder(configHere(), systemClock);
  try {
    const same = (await store.staff()).find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (same)
      return failed(
        `${same.name} has account ${same.id} already. Give another name if this is somebody else.`,
      );
    const id = await store.addStaff(name);
    process.stdout.write(
      [
        `${name} has account ${id}: guests read this name.`,
        `  On this server they can answer at once:  npm run -s cli -- desk --as ${id}`,
        `  To answer from Slack, Teams or Telegram: npm run -s cli -- staff code ${id}`,
        "",
      ].join("\n"),
    );
  } finally {
    await store.close();
  }
}

/** `staff list`: all who answer, and the messengers on which the desk knows them. */
export async function listStaff({ json }: { json?: boolean }): Promise<void> {
  await withStore(NOBODY, async (store) => {
    const all = await store.staff();
    if (json) for (const one of all) process.stdout.write(jsonLine(one));
    else if (all.length === 0) process.stderr.write(`${NOBODY}. ${ADD}\n`);
    else
      for (const { id, name, linked } of all)
        process.stdout.write(
          `${id}  ${oneLine(name)}  ${linked.length > 0 ? linked.join(", ") : "no messenger linked"}\n`,
        );
  });
}

/** `staff code WHO`: a code by which they link a messenger. Only this output ever shows it. */
export async function staffCode(who: string): Promise<void> {
  await withAccount(who, async (store, { id, name }) => {
    const code = await store.staffCode(id, systemClock.now() + CODE_MINUTES * 60_000);
    if (code === null) return failed(`There is no account ${id} any more.`);
    process.stdout.write(
      [
        code,
        `  For ${oneLine(name)}, within ${CODE_MINUTES} minutes and once: they send it to the bot in a private chat on Slack,`,
        "  Teams or Telegram. From then on the desk knows them there. Each messenger needs a code of its own; a new code",
        "  ends the one before.",
        "",
      ].join("\n"),
    );
  });
}

/** `staff remove WHO`: they can do nothing more; what they had taken waits again, and its guests are told. */
export async function removeStaff(who: string, { yes, url }: { yes?: boolean; url?: string }): Promise<void> {
  await withAccount(who, async (store, account) => {
    const held = (await store.openCases()).filter(({ claim }) => claim?.staff === account.id);
    const waits =
      held.length === 0
        ? ""
        : ` What they have taken waits again: ${held.map(({ number }) => number).join(", ")}.`;
    if (!yes && !(await isSure(`Remove ${oneLine(account.name)} (account ${account.id})?${waits}`))) return;
    if (!(await store.removeStaff(account.id))) return failed(`There is no account ${account.id} any more.`);
    process.stdout.write(`${oneLine(account.name)} is removed.${waits}\n`);
  });
  await wake(url);
}

/** `staff log`: what staff did, the last first. No word of guest or staff stands in it. */
export async function staffLog({ last, json }: { last: number; json?: boolean }): Promise<void> {
  await withStore("Staff have done nothing yet", async (store) => {
    const entries = await store.audit({ last });
    if (entries.length === 0 && !json) process.stderr.write("Staff have done nothing yet.\n");
    for (const { at, staff, name, did, about } of entries)
      process.stdout.write(
        json
          ? jsonLine({ at: new Date(at).toISOString(), staff, name, did, about })
          : `${minute(at)}  ${oneLine(name ?? "?")} (${staff})  ${oneLine(did)}${about === null ? "" : `  ${about}`}\n`,
      );
  });
}

/** What is wrong with a name; null: nothing. */
function wrongName(name: string): string | null {
  if (!/\p{L}/u.test(name)) return "A name needs letters: guests read it before each reply.";
  if (/\p{C}/u.test(name)) return "A name has no control characters.";
  if (name.length > LONGEST_NAME) return `A name has at most ${LONGEST_NAME} characters.`;
  return null;
}

async function withAccount(
  who: string,
  work: (store: Store, account: StaffAccount) => Promise<void>,
): Promise<void> {
  await withStore(NOBODY, async (store) => {
    const all = await store.staff();
    const wanted = who.normalize("NFC").trim().toLowerCase();
    const found = all.find(({ id, name }) => String(id) === wanted || name.toLowerCase() === wanted);
    if (found) return work(store, found);
    failed(
      all.length === 0
        ? `${NOBODY}. ${ADD}`
        : `There is no account ${oneLine(who, 60)}. There are: ${all.map(({ id, name }) => `${id} ${oneLine(name)}`).join(", ")}.`,
    );
  });
}

/** Asks at the terminal; where nobody can be asked, nothing is done. */
async function isSure(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    failed(`${question} Say so with --yes.`);
    return false;
  }
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const left = new Promise<string>((resolve) => reader.once("close", () => resolve("")));
  const said = await Promise.race([reader.question(`${question} [y/N] `), left]);
  reader.close();
  return /^(?:y|yes|j|ja)$/i.test(said.trim());
}

/** Where the desk runs, it sees to it at once; where it does not, at its next start. */
async function wake(url: string | undefined): Promise<void> {
  try {
    await deskClient(configHere(), url).wake();
  } catch {
    // nobody is there to be told
  }
}

function failed(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
