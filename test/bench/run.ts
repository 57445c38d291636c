import { parseArgs } from "node:util";
import { benchChannels } from "./channels/index.js";
import { benchNlu } from "./nlu/index.js";
import { benchTurn } from "./turn/index.js";

/** The benches by name. Each prints its own figures. */
const BENCHES: Readonly<Record<string, (options: { full: boolean }) => Promise<void>>> = {
  turn: benchTurn,
  channels: benchChannels,
  nlu: benchNlu,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { full: { type: "boolean", default: false } },
});
const bench = BENCHES[positionals[0] ?? ""];
if (bench) await bench(values);
else {
  process.stderr.write(`Which bench? npm run bench -- ${Object.keys(BENCHES).join(" | ")} [--full]\n`);
  process.exitCode = 2;
}
