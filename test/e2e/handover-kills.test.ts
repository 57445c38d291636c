import { it } from "vitest";
import { openStage } from "./handover-stage.js";

it("probe", async () => {
  let at = Date.now();
  const lap = (what: string) => { console.log(what, Date.now() - at); at = Date.now(); };
  const stage = await openStage(44, new Set([1]));
  lap("open");
  for (let i = 0; i < 3; i++) { await stage.kill(); lap("kill"); await stage.start(); lap("start"); }
  const m = stage.meet(0);
  await m.guestWrites(`Frage zu ${m.word}`);
  await m.chatShows(/hilft/); 
  await m.guestWrites("nachricht dalassen");
  await new Promise((d) => setTimeout(d, 1500));
  console.log(m.chat());
  await m.guestWrites("mensch");
  await m.threadShows(/Übernehmen/);
  console.log(m.chat(), m.thread());
  await m.staffPresses(/Weitergeben/);
  await new Promise((d) => setTimeout(d, 1500));
  console.log(m.thread());
  lap("talk"); await stage.rest(); lap("rest");
  console.log(JSON.stringify(await stage.enquiries()));
  await stage.close();
}, 120_000);
