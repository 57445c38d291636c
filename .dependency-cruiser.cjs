/**
 * Who may know whom. The plan of the house in CONTRIBUTING.md says why; a test plants a forbidden import and sees
 * this configuration refuse it.
 */
const room = (name) => `^src/${name}/`;

/** A room and the only places of the project that it may import from, itself included. */
const mayImport = (from, to, comment) => ({
  name: `rooms-${from.replaceAll(/[^a-z]+/g, "-").replace(/^-|-$/g, "")}`,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^(src|adapters)/", pathNot: to },
});

/** The types of a room, not its functions. */
const types = (name) => `^src/${name}/model\\.ts$`;

/** A deciding room, and which of the others it builds on. */
const mayDecideWith = (name, others) =>
  mayImport(
    room(name),
    [...others.map(room), room("vocabulary"), room("text"), types("nlu"), types("knowledge")],
    "The deciding rooms are pure: no store, delivery, HTTP, clock, randomness or I/O. They build on each other in one direction.",
  );

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Rooms that import each other are one room.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "A module that cannot be found.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    mayImport(room("vocabulary"), [room("vocabulary")], "The shared words import nothing."),
    mayImport(room("nlu"), [room("nlu")], "Understanding knows nothing of bots, files or databases."),
    mayImport(room("text"), [room("text"), room("vocabulary")], "Text knows the shared words only."),
    mayImport(room("privacy"), [room("privacy"), room("vocabulary")], "Masking is pure."),
    mayImport(room("store"), [room("store"), room("vocabulary")], "The store is given everything it needs."),
    mayImport(room("http"), [room("http"), room("vocabulary")], "The server knows no channel and no desk."),
    mayImport(
      room("knowledge"),
      [room("knowledge"), room("vocabulary"), room("text")],
      "Knowledge loads and validates; it neither learns nor decides.",
    ),
    mayImport(
      room("exchange"),
      [room("exchange"), room("knowledge"), room("vocabulary"), room("text")],
      "Exchange reads foreign files and compares; commands write.",
    ),
    mayImport(
      room("insight"),
      [room("insight"), room("vocabulary"), room("nlu"), types("store")],
      "Figures are computed from what the store gives; nothing is looked up.",
    ),
    mayDecideWith("conversation", ["conversation"]),
    mayDecideWith("forms", ["forms", "conversation"]),
    mayDecideWith("(bot|handover)", ["(bot|handover)", "forms", "conversation"]),
    mayImport(
      room("calendar"),
      [room("calendar"), room("vocabulary"), room("text"), types("knowledge")],
      "Calendar files are made of what is known, by pure computation.",
    ),
    mayImport(
      room("site"),
      [
        room("site"),
        room("calendar"),
        room("conversation"),
        room("vocabulary"),
        room("text"),
        types("knowledge"),
        "^src/store/model\\.ts$",
        "^src/handover/(brief|brief-text|transcript)\\.ts$",
      ],
      "The pages read; they neither decide nor store.",
    ),
    mayImport(
      room("desk-api"),
      [
        room("desk-api"),
        room("handover"),
        room("conversation"),
        room("vocabulary"),
        room("text"),
        types("knowledge"),
        types("store"),
      ],
      "The entrance for staff shows what the store gives, and hands on what staff do; it decides nothing.",
    ),
    mayImport(
      room("delivery"),
      [room("delivery"), room("vocabulary"), room("store"), "^src/turn\\.ts$"],
      "Delivery carries; it does not decide.",
    ),
    mayImport(
      "^adapters/terminal/",
      ["^adapters/terminal/", room("vocabulary"), room("text")],
      "An adapter translates, nothing else.",
    ),
    mayImport(
      "^adapters/web/",
      ["^adapters/web/", room("vocabulary"), room("text")],
      "An adapter translates, nothing else.",
    ),
    ...["teams", "slack", "telegram", "email", "shared"].map((name) =>
      mayImport(
        `^adapters/${name}/`,
        [`^adapters/${name}/`, "^adapters/shared/", room("vocabulary"), room("text")],
        "An adapter translates, nothing else; what several of them need is shared.",
      ),
    ),
    {
      name: "pure-rooms-do-no-io",
      comment: "Deciding and understanding are pure computation.",
      severity: "error",
      from: { path: "^src/(vocabulary|nlu|text|conversation|bot|forms|handover|privacy)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "sql-in-the-store-only",
      comment: "The only room with SQL.",
      severity: "error",
      from: { path: "^(src|adapters)/", pathNot: room("store") },
      to: { path: "node_modules/(better-sqlite3|kysely)/" },
    },
    {
      name: "platform-sdks-in-their-adapter-only",
      comment: "A platform's SDK is imported in its adapter only.",
      severity: "error",
      from: { path: "^(src|adapters)/", pathNot: "^adapters/(teams|slack|telegram)/" },
      to: { path: "node_modules/(botbuilder|@slack|grammy)" },
    },
    {
      name: "e-mail-leaves-through-its-adapter",
      comment: "What goes out by e-mail goes through the outbox like everything else.",
      severity: "error",
      from: { path: "^(src|adapters)/", pathNot: "^adapters/email/" },
      to: { path: "(^|node_modules/)nodemailer(/|$)" },
    },
    {
      name: "nlp-js-is-only-compared-with",
      comment: "nlp.js stays a development dependency of the benchmark.",
      severity: "error",
      from: { pathNot: "^test/bench/nlu/" },
      to: { path: "(^|node_modules/)(node-nlp|@nlpjs)(/|$)" },
    },
    {
      name: "nothing-imports-the-entrances",
      comment: "main.ts and cli.ts are where a process begins.",
      severity: "error",
      from: {},
      to: { path: "^src/(main|cli)\\.ts$" },
    },
    {
      name: "product-does-not-know-its-tests",
      comment: "What ships never imports what tests it, nor a development dependency.",
      severity: "error",
      from: { path: "^(src|adapters)/" },
      to: { path: "^test/" },
    },
    {
      name: "no-development-dependencies",
      comment: "What ships must run after an installation without development dependencies.",
      severity: "error",
      from: { path: "^(src|adapters)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
