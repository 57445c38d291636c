// Starts the Slack emulator of Vercel Labs (npm `emulate`, version 0.12.2), which needs Node 24. It signs and sends events,
// but offers no way to say where to: the address is put in while its plugin registers.
//
//   node24 slack.mjs '{"port":4003,"events":"http://127.0.0.1:3978/slack/events","seed":{...}}'
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const { port, events, seed } = JSON.parse(process.argv[2]);
const api = fileURLToPath(import.meta.resolve("emulate"));
const folder = dirname(api);
const file = readdirSync(folder).find(
  (name) =>
    /^dist-.*\.js$/u.test(name) && /^ {2}slackPlugin\b/mu.test(readFileSync(join(folder, name), "utf8")),
);
if (!file) throw new Error("This version of emulate has no Slack plugin where 0.12.2 has it.");
const { slackPlugin } = await import(pathToFileURL(join(folder, file)).href);
const register = slackPlugin.register.bind(slackPlugin);
slackPlugin.register = (app, store, webhooks, ...rest) => {
  webhooks.register({ owner: "slack", url: events, events: ["*"], active: true });
  return register(app, store, webhooks, ...rest);
};
const { createEmulator } = await import(pathToFileURL(api).href);
const { url } = await createEmulator({ service: "slack", port, seed: { slack: seed } });
process.stdout.write(`ready ${url}\n`);
