import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { slackManifest } from "../../adapters/slack/manifest.js";
import { systemClock } from "../time.js";
import { opened } from "./opened.js";
import type { PLATFORMS } from "./platforms.js";

/** As commander reads them. */
export interface ManifestOptions {
  readonly socket?: true;
  readonly oauth?: true;
  readonly rsc?: true;
  readonly out?: string;
}

/** `manifest <platform>`: what an administrator gives to the messenger to make the app there. */
export async function manifest(
  platform: (typeof PLATFORMS)[number],
  options: ManifestOptions,
): Promise<void> {
  const write: Record<(typeof PLATFORMS)[number], (options: ManifestOptions) => Promise<void>> = {
    slack,
    teams,
  };
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

/**
 * Writes the app package, a ZIP file, and says on standard error what to do with it.
 * @throws Error that says what to set.
 */
async function teams({ rsc, out = "nahtstelle-teams.zip" }: ManifestOptions): Promise<void> {
  const { config, knowledge } = await opened(undefined);
  const { credentials } = config.messengers.teams;
  if (!credentials)
    throw new Error(
      "MicrosoftAppId is missing: the package names the bot by it. Register the bot in Microsoft Entra, and set MicrosoftAppId to the application (client) id.",
    );
  const { publicUrl } = config;
  if (!publicUrl.startsWith("https:"))
    process.stderr.write(
      `Teams reaches a desk over https only, and PUBLIC_URL is ${publicUrl}: set PUBLIC_URL, and make the package again.\n`,
    );
  const { localised, values } = knowledge().office;
  const website = values["website"] ?? "";
  // loaded for this command alone
  const { appPackage } = await import("../../adapters/teams/app-package.js");
  const bytes = appPackage({
    appId: credentials.appId,
    version: versionAt(systemClock.now()),
    name: localised["name"] ?? { de: "Wirtschaftsförderung", en: "Economic Development Office" },
    publicUrl,
    website: /^https?:\/\//u.test(website) ? website : null,
    rsc: rsc ?? false,
  });
  const file = resolve(out);
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new Error(`${file} cannot be written (${code}): name another file with --out.`, { cause: error });
  }
  process.stdout.write(`${file}\n`);
  process.stderr.write(
    "Upload it in the Teams admin centre: Teams apps, Manage apps, Actions, Upload new app. The bot's messaging endpoint " +
      `in Azure is ${publicUrl}/api/messages.${rsc ? " A team's owner is asked for consent when the app is added to the team." : ""}\n`,
  );
}

/** A version that rises with time: year and month, then day and time of day (UTC), as in 1.2612.10930. */
function versionAt(now: number): string {
  const [year = "", month = "", day = "", hour = "", minute = ""] = new Date(now).toISOString().split(/\D/u);
  return `1.${year.slice(2)}${month}.${Number(day + hour + minute)}`;
}
