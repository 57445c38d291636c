#!/usr/bin/env node
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { DeskOptions } from "./commands/desk.js";
import { PLATFORMS } from "./commands/platforms.js";
import { FORMATS } from "./exchange/model.js";
import { parseNow } from "./time.js";

/** All offices of this desk are in Germany. */
const TIME_ZONE = "Europe/Berlin";

const now = new Option(
  "--now <time>",
  "ask about another day, such as 2027-01-02T10:00 (German time)",
).argParser((text) => reading(() => parseNow(text, TIME_ZONE)));
const json = new Option("--json", "one JSON object a line, for machines");
const count = (text: string): number =>
  /^[1-9]\d{0,5}$/.test(text)
    ? Number(text)
    : reading(() => {
        throw new Error("Give a number from 1 to 999999.");
      });

const program = new Command("nahtstelle")
  .description("The enquiry desk of a municipal economic development office.")
  .usage("<command> [options]")
  .helpOption("-h, --help", "show this help")
  .showHelpAfterError("Run with --help to see what there is.");

// `| head` closes the pipe when it has read enough: nothing is left to do. `chat` hears of it itself and finishes first.
program.hook("preAction", (_, command) => {
  if (command.name() === "chat") return;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
});

program
  .command("chat")
  .description("talk to the desk in this terminal; questions may also be piped in, one a line")
  .option("--why", "after each answer, show what decided")
  .addOption(now)
  .action(running(async () => (await import("./commands/chat.js")).chat));

program
  .command("check")
  .description("validate intents/; exit code 1 on errors, 0 on warnings")
  .option("--regressions", "try instead which earlier right answers a change has broken; exit code 1 if any")
  .option("--quick", "leave out what takes longest: trying every example on a model that does not know it")
  .option("--words", "how many different words the utterances of each intent have")
  .addOption(now)
  .addOption(json)
  .action(running(async () => (await import("./commands/check.js")).check));

program
  .command("evaluate")
  .description(
    "measure the understanding on labelled lines, or without files on the desk's own examples; exit code 2 on bad input",
  )
  .argument("[files...]", "with --product: messages, or folders of them; test/utterances unless given")
  .option(
    "--product",
    'measure what guests meet, buttons included, on lines {"text","lang","expect":[ids],"kind"?,"context"?}',
  )
  .option("--markdown", "with --product: the table of the README")
  .option("--verbose", "with --product: all confused pairs, and what was missed of each intent")
  .option("--train <file>", 'lines {"text","intent"} to learn from')
  .option("--test <file>", 'lines to measure on; intent "oos" means none of these')
  .option("--validation <file>", "lines to choose the threshold on, which else the model sets itself")
  .option("--lang <language>", "de, en or auto; without files: only these examples", "auto")
  .option("--predictions <file>", "write what became of each test line")
  .addOption(new Option("--json", "one JSON object, for machines"))
  .action(running(async () => (await import("./commands/evaluate.js")).evaluate));

program
  .command("match")
  .description("read messages from standard input and write what the desk would do with each")
  .requiredOption("--jsonl", 'lines of JSON: {"text", "lang"?, "context"?}')
  .addOption(now)
  .action(running(async () => (await import("./commands/match.js")).match));

program
  .command("log")
  .description("show the last conversations' turns")
  .option("--last <n>", "how many turns", count, 20)
  .addOption(json)
  .action(running(async () => (await import("./commands/log.js")).log));

const csv = new Option("--csv", "a table for spreadsheets; no cell of it is ever computed").conflicts("json");

const questions = program
  .command("questions")
  .description("what was not or wrongly understood, and how it is put right");
questions
  .command("list", { isDefault: true })
  .description("what went wrong and nobody has dealt with, similar questions as one, most often asked first")
  .option("--all", "all of them")
  .option("--out-of-scope", "also what was told that it is not ours")
  .option("--done", "what was dealt with instead, the last first")
  .addOption(json)
  .addOption(csv)
  .action(running(async () => (await import("./commands/questions.js")).listQuestions));
questions
  .command("show <question>")
  .description("all wordings of one of them, and what it may have meant")
  .addOption(json)
  .action(running(async () => (await import("./commands/questions.js")).showQuestion));
const text = new Option("--text <sentences...>", "write this in place of what guests wrote");
const allWordings = new Option("--all", "write every wording, not only the most frequent one");
const move = new Option("--move", "take the sentence away from the entry that has it now");
questions
  .command("assign <question> <intent>")
  .description("from now on the question means this intent")
  .addOption(text)
  .addOption(allWordings)
  .addOption(move)
  .action(running(async () => (await import("./commands/questions-revise.js")).assignQuestion));
questions
  .command("new <question>")
  .description("begin a new intent with its wordings, as a draft that no guest gets")
  .requiredOption("--id <id>", "lower-case words with hyphens")
  .requiredOption("--topic <topic>", "id of a topic")
  .requiredOption("--title <title>", "its German title")
  .option("--title-en <title>", "its English title")
  .addOption(text)
  .action(running(async () => (await import("./commands/questions-revise.js")).newIntent));
questions
  .command("out-of-scope <question> <kind>")
  .description("from now on the question is told that it is not ours")
  .addOption(text)
  .addOption(allWordings)
  .addOption(move)
  .action(running(async () => (await import("./commands/questions-revise.js")).putOutOfScope));
questions
  .command("ignore <question>")
  .description("show neither it nor what is like it any more")
  .action(running(async () => (await import("./commands/questions-revise.js")).ignoreQuestion));
questions
  .command("undo [number]")
  .description("take back what was done last, or what has this number")
  .action(running(async () => (await import("./commands/questions-revise.js")).undoRevision));

const forms = program
  .command("forms")
  .description("what guests have handed in: call-backs, requests, messages");
forms
  .command("list", { isDefault: true })
  .description("what is open, oldest first")
  .option("--form <id>", "only this form of forms.yaml")
  .option("--all", "what is done, too")
  .addOption(json)
  .addOption(csv)
  .action(running(async () => (await import("./commands/forms.js")).listForms));
forms
  .command("show <reference>")
  .description("one of them with all answers")
  .addOption(json)
  .action(running(async () => (await import("./commands/forms.js")).showForm));
forms
  .command("done <reference>")
  .description("it was dealt with: it is erased when its time is over")
  .action(running(async () => (await import("./commands/forms.js")).finishForm));

program
  .command("seminars [id]")
  .description("how many have registered for each seminar, or who has for one")
  .addOption(now)
  .addOption(json)
  .addOption(csv)
  .action(running(async () => (await import("./commands/seminars.js")).seminars));

const url = new Option("--url <url>", "where the desk runs, instead of where PORT and HOST say");
const staff = program.command("staff").description("accounts of those who answer guests, and what they did");
staff
  .command("list", { isDefault: true })
  .description("all accounts, and the messengers on which the desk knows them")
  .addOption(json)
  .action(running(async () => (await import("./commands/staff.js")).listStaff));
staff
  .command("add <name>")
  .description("an account for somebody who answers; guests read the name")
  .action(running(async () => (await import("./commands/staff.js")).addStaff));
staff
  .command("code <who>")
  .description("a code, good once and for 15 minutes, by which they link Slack, Teams or Telegram")
  .action(running(async () => (await import("./commands/staff.js")).staffCode));
staff
  .command("remove <who>")
  .description("they can do nothing more; what they had taken waits again")
  .option("--yes", "do not ask")
  .addOption(url)
  .action(running(async () => (await import("./commands/staff.js")).removeStaff));
staff
  .command("log")
  .description("what staff did, the last first; no word of a conversation stands in it")
  .option("--last <n>", "how many entries", count, 50)
  .addOption(json)
  .action(running(async () => (await import("./commands/staff.js")).staffLog));

/** What all commands of the staff's terminal take. */
const atDesk = (command: Command): Command =>
  command
    .addOption(new Option("--as <who>", "number or name of your account; else DESK_STAFF, or the only one"))
    .addOption(url)
    .addOption(
      new Option("--lang <language>", "de or en; else that of the general desk's room").choices(["de", "en"]),
    );
const deskCommands = () => import("./commands/desk.js");
const deskTerminal = atDesk(program.command("desk"))
  .description("answer guests in this terminal, while the desk runs: a session, or one of the commands below")
  .action(async (options: DeskOptions) => (await deskCommands()).desk(options));
/** Options may stand before the name of the command, too. */
const all = (command: Command): DeskOptions => command.optsWithGlobals<DeskOptions>();
atDesk(deskTerminal.command("list"))
  .description("who waits, who is answered, and the messages that were left")
  .addOption(json)
  .action(async (_: unknown, command: Command) => (await deskCommands()).deskList(all(command)));
atDesk(deskTerminal.command("show <number>"))
  .description("the brief, and what was said")
  .addOption(json)
  .action(async (number: string, _: unknown, command: Command) =>
    (await deskCommands()).deskShow(number, all(command)),
  );
for (const [name, what] of [
  ["take", "you answer from now on, and the guest is told so"],
  ["close", "it is over, and the assistant answers again"],
  ["recall", "take your last reply back, while it is held"],
  ["send", "send the reply that was shown to you first"],
  ["drop", "discard it instead"],
] as const)
  atDesk(deskTerminal.command(`${name} <number>`))
    .description(what)
    .addOption(json)
    .action(async (number: string, _: unknown, command: Command) =>
      (await deskCommands()).deskAct(name, number, {}, all(command)),
    );
for (const [name, what] of [
  ["reply", "to the guest, held for some seconds"],
  ["note", "for your colleagues; no guest ever reads it"],
] as const)
  atDesk(deskTerminal.command(`${name} <number> <text...>`))
    .description(what)
    .addOption(json)
    .action(async (number: string, text: string[], _: unknown, command: Command) =>
      (await deskCommands()).deskAct(name, number, { text: text.join(" ") }, all(command)),
    );
atDesk(deskTerminal.command("pass <number> [to...]"))
  .description("somebody else answers: an id or name of partners.yaml, or general")
  .addOption(json)
  .action(async (number: string, to: string[], _: unknown, command: Command) =>
    (await deskCommands()).deskAct("pass", number, to.length > 0 ? { to: to.join(" ") } : {}, all(command)),
  );
atDesk(deskTerminal.command("figures"))
  .description("how long guests wait and are talked to, who gave up, by department and hour")
  .option("--days <n>", "of so many days", count, 30)
  .addOption(json)
  .action(async (given: { days: number }, command: Command) =>
    (await import("./commands/desk-figures.js")).deskFigures({ ...all(command), ...given }),
  );

program
  .command("import <file>")
  .description(
    "take over questions and answers from a table (CSV, XLSX) or another bot (QnA Maker, Rasa, Dialogflow ES); exit code 2 on bad input",
  )
  .option("--dry-run", "only show what would change")
  .addOption(new Option("--format <format>", "what the file is, where that is told wrongly").choices(FORMATS))
  .addOption(
    new Option("--lang <language>", "of texts whose language the file does not say").choices(["de", "en"]),
  )
  .option("--topic <id>", "topic of new intents that the file gives none")
  .option("--new-only", "leave intents as they are that are there already")
  .addOption(new Option("--json", "one JSON object, for machines"))
  .action(running(async () => (await import("./commands/import.js")).importFile));

program
  .command("export")
  .description("write the FAQ as a table or as JSON; import reads it back without a loss")
  .addOption(new Option("--format <format>", "of the file").choices(["csv", "xlsx", "json"]).default("csv"))
  .option("--out <file>", "where to; otherwise to standard output (not xlsx)")
  .action(running(async () => (await import("./commands/export.js")).exportFaq));

program
  .command("manifest")
  .description(
    "what an administrator gives to a messenger to make the app there: slack prints an app manifest, teams writes an app package",
  )
  .addArgument(new Argument("<platform>").choices(PLATFORMS))
  .option("--socket", "Slack: with Socket Mode, for a server that Slack cannot reach")
  .option("--oauth", "Slack: other workspaces may install the app")
  .option(
    "--rsc",
    "Teams: the bot hears all messages of the channels it is installed in, if the team's owner consents",
  )
  .option("--out <file>", "Teams: where to; otherwise nahtstelle-teams.zip")
  .action(running(async () => (await import("./commands/manifest.js")).manifest));

program
  .command("schema")
  .description("write the JSON Schemas of intents/ into intents/schema")
  .action(running(async () => (await import("./commands/schema.js")).schema));

program
  .command("config")
  .description("write the configuration table of README.md and the file .env.example")
  .option("--check", "write nothing; exit code 1 when they are not current")
  .action(running(async () => (await import("./commands/config.js")).config));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

/** Loads a command when it runs: each needs its own part of the desk, and loading all of it takes a second. */
function running<Given extends unknown[]>(
  load: () => Promise<(...given: Given) => void | Promise<void>>,
): (...given: Given) => Promise<void> {
  return async (...given) => (await load())(...given);
}

function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
