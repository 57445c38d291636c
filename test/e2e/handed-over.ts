import { join } from "node:path";
import { signedPath } from "../../src/conversation/signed-path.js";
import { openDataFolder } from "../../src/data-folder.js";
import { fromPlain } from "../../src/text/index.js";
import { systemClock } from "../../src/time.js";
import { message, outgoing, privatePlace, submission, turn } from "../store/setup.js";

/** A path of the desk with the signature that opens it; `days` ago it was made. */
export type SignedLink = (path: string, days?: number) => string;

/**
 * Writes two messages that were left into a data folder before a desk opens it: M-ANSWERED, with an answer, and M-OPEN.
 * @returns how that desk signs its links
 */
export async function leaveMessages(folder: string): Promise<SignedLink> {
  const store = await openDataFolder(
    { dataDir: join(folder, "data"), synchronous: "NORMAL", deskSecret: undefined },
    systemClock,
  );
  for (const number of ["M-ANSWERED", "M-OPEN"]) {
    const guest = `guest of ${number}`;
    const text = "Ich suche eine Halle ab 500 m² in der Nähe der Autobahn.\nBis zum 31.3. muss ich umziehen.";
    await turn(store, message(`${number}.1`, guest, text), {
      say: [
        { to: privatePlace(guest), message: outgoing(`${number}.2`, "Möchten Sie eine Nachricht dalassen?") },
      ],
      submission: submission(number, {
        form: "ticket",
        answers: [{ field: "message", label: "Nachricht", value: text, shown: text }],
      }),
      handover: [{ does: "leave", number, partner: null, room: null }],
    });
    if (number === "M-OPEN") continue;
    const author = { name: "Anna Lenz" };
    const answer = fromPlain("Guten Tag,\n\nwir haben zwei Hallen. Rufen Sie mich gern an.");
    await turn(store, message(`${number}.3`, guest, "Noch jemand da?"), {
      say: [{ to: privatePlace(guest), message: { ...outgoing(`${number}.4`), text: answer, author } }],
      handover: [{ does: "reply", number, staff: 1 }],
    });
  }
  const { sign } = store;
  await store.close();
  return (path, days = 0) => signedPath(path, { now: Date.now() - days * 86_400_000, days: 30, sign });
}
