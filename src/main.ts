#!/usr/bin/env node
import { createEmail } from "../adapters/email/index.js";
import { createSlackChannel } from "../adapters/slack/index.js";
import { createTeamsChannel } from "../adapters/teams/index.js";
import { createTelegramChannel } from "../adapters/telegram/index.js";
import { createWebChannel } from "../adapters/web/index.js";
import { environmentHere } from "./commands/here.js";
import { type Config, loadConfig, secretValues } from "./config.js";
import { openDesk } from "./desk.js";
import { hangDeskApi } from "./desk-api/index.js";
import { createHttp } from "./http/index.js";
import { type Facts, factsAt, type Knowledge } from "./knowledge/index.js";
import { createLog } from "./log.js";
import { describeMail } from "./mail-settings.js";
import { describeMessengers, withoutNotice } from "./messengers.js";
import { deskSecret, staffToken } from "./secret.js";
import { calendarFileOf, createSite, type SitePage } from "./site/index.js";
import { startDetails } from "./start-details.js";
import { systemClock } from "./time.js";
import type { Language } from "./vocabulary/index.js";
import { describeWidget } from "./widget-origins.js";

/** Opens the desk as a server and says in plain words where it is. */
async function main(): Promise<void> {
  const env = environmentHere();
  const config = loadConfig(env, { cwd: process.cwd() });
  const log = createLog(config.logLevel, { secrets: secretValues(env) });
  let ready = false;

  const http = createHttp({
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    log,
    health: async () => ({ ok: ready, ...(await desk.health()) }),
  });
  const start = () => startDetails(desk.knowledge(), facts(desk.knowledge(), systemClock.now()));
  let pages: readonly SitePage[] = [];
  const calendarFile = (seminar: string, language: Language) =>
    calendarFileOf(pages, page, { seminar, language });
  const { teams, slack, telegram } = config.messengers;
  const messengers = [
    createTeamsChannel(teams),
    ...(slack ? [createSlackChannel({ ...slack, publicUrl: () => page, start })] : []),
    ...(telegram ? [createTelegramChannel({ ...telegram, calendarFile })] : []),
  ];
  const email = config.mail
    ? [createEmail({ ...config.mail, officeName: (language) => start()[language].office.name })]
    : [];
  const web = createWebChannel({
    secureCookie: config.publicUrl.startsWith("https:"),
    publicUrl: config.publicUrl,
    start,
    widgetOrigins: config.widgetOrigins,
    retentionDays: config.retentionDays,
  });
  let page = config.publicUrl;
  // the privacy notice says how long this desk keeps what was said
  const facts = (knowledge: Knowledge, now: number): Facts =>
    factsAt(knowledge, now, { site: page, retentionDays: config.retentionDays });
  const desk = await openDesk({
    config,
    channels: [web, ...messengers, ...email],
    routes: http.routes,
    site: () => page,
    clock: systemClock,
    log,
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= http.close().then(() => desk.close());
    return closing;
  };
  // SDKs of messengers leave promises loose, and one of them must not end the desk
  process.on("unhandledRejection", (error) => log.error("a promise failed and nobody was told", { error }));
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => void close().then(() => process.exit(0)));
  try {
    pages = createSite({
      knowledge: desk.knowledge,
      records: () => desk.store.seminars(),
      caseByNumber: (number) => desk.store.caseByNumber(number),
      site: () => page,
      clock: systemClock,
      sign: desk.store.sign,
      facts,
    });
    for (const { path, handler } of pages) http.routes.get(path, handler);
    hangDeskApi(http.routes, {
      store: desk.store,
      receive: (event) => desk.delivery.receive(event),
      wake: () => desk.delivery.wake(),
      knowledge: desk.knowledge,
      token: staffToken(deskSecret(config.dataDir, config.deskSecret)),
      clock: systemClock,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    // the page is there while the desk still learns; what is asked meanwhile is answered right after
    const { url } = await http.listen();
    // with PORT=0 only now is it known which port it is
    page = config.publicUrl.replace(/:0$/, `:${new URL(url).port}`);
    await desk.ready;
  } catch (error) {
    await close();
    throw error;
  }
  if (closing) return;
  ready = true;
  const known = desk.knowledge();
  process.stdout.write(startMessage(page, config, known, facts(known, systemClock.now())));
}

function startMessage(page: string, config: Config, knowledge: Knowledge, facts: Facts): string {
  const errors = knowledge.problems.filter(({ severity }) => severity === "error").length;
  return [
    "",
    `The desk is open. The chat page is at ${page}/`,
    "",
    "Channels",
    "  Web page: on.",
    `  ${describeWidget(config.widgetOrigins, page)}`,
    "  Terminal: start it with npm run chat.",
    ...describeMessengers(config.messengers, page).map((line) => `  ${line}`),
    `  ${describeMail(config.mail)}`,
    ...withoutNotice(config.messengers, facts).map((line) => `  ${line}`),
    "",
    `Knowledge: ${knowledge.intents.size} intents, version ${knowledge.version}${
      errors > 0 ? `; ${errors} entries have errors and are set aside: npm run -s cli -- check` : ""
    }`,
    `Data:      ${config.dataDir}`,
    "Stop with Ctrl-C.",
    "",
    "",
  ].join("\n");
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
