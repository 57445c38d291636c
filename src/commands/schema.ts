import { writeSchemaFiles } from "../knowledge/index.js";
import { configHere } from "./here.js";

/** `schema`: writes the JSON Schemas with which editors complete and check intents/. */
export function schema(): void {
  for (const file of writeSchemaFiles(configHere().intentsDir)) process.stdout.write(`${file}\n`);
}
