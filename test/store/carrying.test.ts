import fc from "fast-check";
import { expect, it } from "vitest";
import type { ConversationState, DeskEvent, Place } from "../../src/vocabulary/index.js";
import {
  accept,
  initialState,
  load,
  message,
  NOW,
  openForm,
  setClock,
  storeAt,
  temporaryFile,
  turn,
} from "./setup.js";

const chat: Place = { channel: "telegram", scope: "private", address: "chat" };
const from = (place: Place): DeskEvent => ({ ...message("t1", "tele"), channel: place.channel, place });
const arriving = (token: string, id = "w1", guest = "anna"): DeskEvent => ({
  ...message(id, guest),
  carriedFrom: token,
});

/** A conversation in a messenger with a topic, the token of its link, and how one that arrives with it begins. */
async function talk(place = chat) {
  const clock = setClock();
  const store = await storeAt(temporaryFile(), clock);
  const state: ConversationState = {
    ...initialState,
    language: "en",
    languageHeld: true,
    disclosed: true,
    topic: {
      intents: ["seminar-register"],
      question: "Kann Erika Muster da mit?",
      seminar: "brand",
      at: "2027-02-28T09:00:00Z",
      turns: 4,
    },
    form: openForm({ name: "Erika Muster" }),
  };
  const { conversationId } = await turn(store, from(place), { state });
  const token = store.carry(conversationId, NOW);
  const begun = async (event: DeskEvent) => {
    const accepted = await accept(store, event);
    return (await load(store, accepted.conversationId)).conversation.state;
  };
  return { clock, store, token, begun };
}

it("begins a conversation with topic and language of the one that it names, and nothing that was written", async () => {
  const { begun, token } = await talk();
  const state = await begun(arriving(token));
  expect(state).toEqual({
    ...initialState,
    language: "en",
    languageHeld: true,
    topic: {
      intents: ["seminar-register"],
      seminar: "brand",
      question: "",
      at: new Date(NOW).toISOString(),
      turns: 0,
    },
    carried: true,
  });
  expect(JSON.stringify(state)).not.toContain("Erika");
});

it("fits into a link, and is the same for the same moment", async () => {
  const { store, token } = await talk();
  expect(token).toMatch(/^[\w.-]{1,50}$/);
  expect(store.carry(1, NOW)).toBe(token);
  expect(store.carry(2, NOW)).not.toBe(token);
});

it("means nothing to a conversation that has begun, nor after a day", async () => {
  const { begun, clock, token } = await talk();
  await begun(message("w0"));
  expect(await begun(arriving(token))).toEqual(initialState);
  clock.time += 24 * 3_600_000;
  expect((await begun(arriving(token, "w2", "bert"))).carried).toBe(true);
  clock.time += 1;
  expect(await begun(arriving(token, "w3", "carl"))).toEqual(initialState);
});

it("means nothing of a room, nor of a conversation that was erased", async () => {
  const room = await talk({ channel: "teams", scope: "room", address: "channel" });
  expect(await room.begun(arriving(room.token))).toEqual(initialState);
  const erased = await talk();
  await erased.store.forget({ place: chat, sender: "tele" });
  expect(await erased.begun(arriving(erased.token))).toEqual(initialState);
});

it("cannot be made up", async () => {
  const { begun, token } = await talk();
  const [id, until = "", mac] = token.split(".");
  const later = `${id}.${(Number.parseInt(until, 36) + 1).toString(36)}.${mac}`;
  let guest = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.constantFrom(later, `2.${until}.${mac}`, `${token}x`, token.slice(0, -1), ".."),
      ),
      async (made) => {
        fc.pre(made !== token);
        guest += 1;
        expect(await begun(arriving(made, `m${guest}`, `guest-${guest}`))).toEqual(initialState);
      },
    ),
    { numRuns: 60 },
  );
});

it("belongs to this desk: another secret makes another", async () => {
  const { token } = await talk();
  const { createSealing } = await import("../../src/store/sealing.js");
  const other = createSealing(new Uint8Array(32).fill(8));
  const [id, until, mac] = token.split(".");
  expect(other.keyed("carry", `${id}.${until}`)).not.toBe(mac);
});
