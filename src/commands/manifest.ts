import { slackManifest } from "../../adapters/slack/manifest.js";
import { opened } from "./opened.js";

/** As commander reads them. */
export interface ManifestOptions {
  readonly socket?: true;
  readonly oauth?: true;
}

/** The messengers whose administrators upload or paste a description of the app. */
export const PLATFORMS = ["slack"] as const;

/** `manifest slack`: what an administrator gives to the messenger to make the app there. */
export async function manifest(
  platform: (typeof PLATFORMS)[number],
  options: ManifestOptions,
): Promise<void> {
  const write: Record<(typeof PLATFORMS)[number], (options: ManifestOptions) => Promise<void>> = { slack };
  await write[platform](options);
}

/** On standard output as JSON; what to mind goes to standard error. */
async function slack(options: ManifestOptions): Promise<void> {
  const { config, knowledge } = await opened(undefined);
  const settings = config.messengers.slack;
  const socketMode = options.socket ?? (settings?.appToken ?? null) !== null;
  const oauth = options.oauth ?? (settings?.oauth ?? null) !== null;
  const { publicUrl } = config;
  if ((!socketMode || oauth) && !publicUrl.startsWith("https:")) {
    process.stderr.write(
      `Slack reaches a desk over https only, and PUBLIC_URL is ${publicUrl}: set PUBLIC_URL${oauth ? "" : ", or use Socket Mode with --socket"}.\n`,
    );
  }
  const name = knowledge().office.localised["name"]?.de ?? "Wirtschaftsförderung";
  process.stdout.write(`${JSON.stringify(slackManifest({ name, publicUrl, socketMode, oauth }), null, 2)}\n`);
}
