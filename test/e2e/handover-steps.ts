import type { HandoverMove, HandoverState } from "../../src/handover/states.js";
import type { Meeting } from "./handover-stage.js";

type Act = (one: Meeting) => Promise<void>;

/** Something that guest or staff do in a handover, and after which the desk is killed. */
export interface Step {
  readonly from: HandoverState;
  /** The transition of the machine; null: it stays as it is. */
  readonly move: HandoverMove | null;
  /** Tells it from others of the same state and move. */
  readonly what?: string;
  /** Just before it. */
  readonly lead?: Act;
  /** Resolves when the desk has acknowledged it. */
  readonly act: Act;
  /** What is still to be done, undisturbed, until the transition is complete. */
  readonly finish?: Act;
  /** Where it ends, if it is not where `move` leads. */
  readonly ends?: HandoverState;
  /** Its room sends only by the button. */
  readonly confirmed?: true;
  /** Stands once in the guest's chat at the end. */
  readonly heard?: RegExp;
  /** Stands once among the lines of staff at the end. */
  readonly read?: RegExp;
  /** Never reaches the guest. */
  readonly unheard?: RegExp;
}

/** A transition that time alone brings about, while the desk may be down. */
export interface TimedStep {
  readonly from: HandoverState;
  readonly move: HandoverMove;
  /** After so many minutes, what the guest is told. */
  readonly told: readonly (readonly [minutes: number, told: RegExp])[];
}

/** What names a step. */
export function nameOf({ from, move, what }: Pick<Step, "from" | "move" | "what">): string {
  return [from, move ?? "stays", ...(what ? [what] : [])].join(": ");
}

/** How a conversation gets into each state. */
export const reach: Readonly<Record<HandoverState, Act>> = {
  async bot(one) {
    await one.guestWrites(`Frage zu ${one.word}`);
    await one.chatShows(new RegExp(`Zu ${one.word} hilft`));
  },
  async waiting(one) {
    await one.guestWrites("mensch");
    await one.threadShows(/Bisher gesagt/);
  },
  async person(one) {
    await reach.waiting(one);
    await one.staffPresses(/Übernehmen/);
    await one.chatShows(/ist jetzt für Sie da/);
  },
  async ticket(one) {
    await fillTicket(one);
    await one.guestPresses(HAND_IN);
    await one.threadShows(/Übernehmen/);
  },
  async "answered-ticket"(one) {
    await reach.ticket(one);
    await one.staffPresses(/Übernehmen/);
    await one.chatShows(/antwortet jetzt auf Ihre Nachricht/);
  },
};

const HAND_IN = "Absenden";
const OFFER = "Nachricht hinterlassen";

const answered: Act = async (one) => {
  await one.chatShows(/Was sollen wir wissen/);
  await one.guestWrites("Ich suche eine Halle.");
  await one.chatShows(/Möchten Sie eine E-Mail/);
  await one.guestWrites("überspringen");
  await one.chatShows(new RegExp(`\\[${HAND_IN}\\]`));
};

const fillTicket: Act = async (one) => {
  await one.guestPresses(OFFER);
  await answered(one);
};

const passing: Act = async (one) => {
  await one.staffPresses(/Weitergeben/);
  await one.threadShows(/\[Zentrale\]/);
};
const presses =
  (label: RegExp): Act =>
  (one) =>
    one.staffPresses(label);
const taps =
  (label: string): Act =>
  (one) =>
    one.guestPresses(label);
const writes =
  (text: string): Act =>
  (one) =>
    one.guestWrites(text);
const replies =
  (text: string): Act =>
  (one) =>
    one.staffWrites(text);
const then =
  (...acts: readonly Act[]): Act =>
  async (one) => {
    for (const act of acts) await act(one);
  };
const reads =
  (pattern: RegExp): Act =>
  (one) =>
    one.threadShows(pattern);
const hears =
  (pattern: RegExp): Act =>
  (one) =>
    one.chatShows(pattern);

/** All that guest and staff can do. Those whose replies are held stand side by side: they are killed together. */
export const steps: readonly Step[] = [
  {
    from: "bot",
    move: "ask",
    act: writes("mensch"),
    heard: /Ich hole Ihnen einen Menschen/,
    read: /Ein Gast wartet/,
  },
  {
    from: "bot",
    move: "leave",
    lead: fillTicket,
    act: taps(HAND_IN),
    heard: /Ein Mensch antwortet Ihnen hier im Chat/,
    read: /Ein Gast bittet um Antwort/,
  },
  { from: "waiting", move: "claim", act: presses(/Übernehmen/), heard: /ist jetzt für Sie da/ },
  { from: "waiting", move: "pass", lead: passing, act: presses(/Zentrale/), heard: /geht weiter an/ },
  {
    from: "waiting",
    move: "leave",
    act: taps(OFFER),
    finish: then(answered, taps(HAND_IN)),
    heard: /Ein Mensch antwortet Ihnen hier im Chat/,
    read: /Der Gast wartet nicht mehr und schreibt/,
  },
  { from: "waiting", move: "back", act: taps("Nicht mehr warten"), heard: /Sie warten nicht mehr/ },
  {
    from: "waiting",
    move: "close",
    act: presses(/Beenden/),
    heard: /Anna Beispiel hat das Gespräch beendet/,
  },
  { from: "waiting", move: "gone", act: (one) => one.guestBlocks(), read: /nicht mehr erreichbar/ },
  {
    from: "waiting",
    move: null,
    what: "the guest writes",
    act: writes("Es eilt sehr."),
    heard: /das gebe ich mit weiter/,
    read: /Gast: Es eilt sehr\./,
  },
  {
    from: "waiting",
    move: null,
    what: "staff write before they have taken it",
    act: replies("Zu früh gesagt"),
    unheard: /Zu früh/,
    read: /Zu früh gesagt/,
  },
  { from: "person", move: "pass", lead: passing, act: presses(/Zentrale/), heard: /geht weiter an/ },
  { from: "person", move: "release", act: (one) => one.staffLeaves(), heard: /ist nicht mehr da/ },
  {
    from: "person",
    move: "back",
    act: taps("Zurück zum Assistenten"),
    heard: /Das Gespräch mit .* ist beendet/,
  },
  {
    from: "person",
    move: "back",
    what: "in words",
    act: writes("zurück zum Assistenten"),
    heard: /Das Gespräch mit .* ist beendet/,
  },
  { from: "person", move: "close", act: presses(/Beenden/), heard: /hat das Gespräch beendet/ },
  { from: "person", move: "gone", act: (one) => one.guestBlocks(), read: /nicht mehr erreichbar/ },
  {
    from: "person",
    move: null,
    what: "the guest writes",
    act: writes("Ich brauche 500 m²."),
    read: /Gast: Ich brauche 500 m²\./,
  },
  {
    from: "person",
    move: null,
    what: "the guest changes a line",
    lead: then(writes("Ab Mai."), reads(/Gast: Ab Mai\./)),
    act: (one) => one.guestChanges("Ab Mai.", "Ab Juni."),
    read: /Gast: Ab Juni\./,
  },
  {
    from: "person",
    move: null,
    what: "an internal note",
    act: replies("!! bleibt unter uns"),
    unheard: /unter uns/,
    read: /bleibt unter uns/,
  },
  {
    from: "person",
    move: null,
    what: "the button before an internal note",
    act: presses(/Interne Notiz/),
    finish: replies("bleibt im Haus"),
    unheard: /im Haus/,
  },
  {
    from: "person",
    move: null,
    what: "an internal note after the button",
    lead: then(presses(/Interne Notiz/), reads(/intern/i)),
    act: replies("bleibt im Haus"),
    unheard: /im Haus/,
  },
  {
    from: "person",
    move: null,
    what: "asks for a rating",
    lead: then(presses(/Beenden/), hears(/hat das Gespräch beendet/)),
    act: taps("Hat mir geholfen"),
    ends: "bot",
    heard: /Danke, das freut uns/,
  },
  {
    from: "person",
    move: null,
    what: "shows the summary",
    lead: then(presses(/Beenden/), hears(/hat das Gespräch beendet/)),
    act: taps("Zusammenfassung"),
    ends: "bot",
  },
  { from: "ticket", move: "ask", act: writes("mensch"), heard: /Ich hole Ihnen einen Menschen/ },
  { from: "ticket", move: "claim", act: presses(/Übernehmen/), heard: /antwortet jetzt auf Ihre Nachricht/ },
  { from: "ticket", move: "pass", lead: passing, act: presses(/Zentrale/) },
  { from: "ticket", move: "close", act: presses(/Beenden/) },
  {
    from: "ticket",
    move: "gone",
    lead: then(writes("/loeschen"), hears(/Soll ich dieses Gespräch löschen/)),
    act: taps("Ja, alles löschen"),
    heard: /ist bei uns gelöscht/,
  },
  // what was left there is read all the same
  { from: "ticket", move: null, what: "the guest blocks the bot", act: (one) => one.guestBlocks() },
  { from: "answered-ticket", move: "pass", lead: passing, act: presses(/Zentrale/), heard: /geht weiter an/ },
  { from: "answered-ticket", move: "release", act: (one) => one.staffLeaves() },
  {
    from: "answered-ticket",
    move: "back",
    act: taps("Zurück zum Assistenten"),
    heard: /Das Gespräch mit .* ist beendet/,
  },
  { from: "answered-ticket", move: "close", act: presses(/Beenden/), heard: /hat das Gespräch beendet/ },
  { from: "answered-ticket", move: "gone", act: (one) => one.guestBlocks(), read: /nicht mehr erreichbar/ },
  {
    from: "person",
    move: null,
    what: "a reply is shown before it is sent",
    confirmed: true,
    act: replies("Noch nicht gesendet."),
    unheard: /Noch nicht gesendet/,
    read: /So liest es der Gast/,
  },
  {
    from: "person",
    move: null,
    what: "a reply that was shown is dropped",
    confirmed: true,
    lead: then(replies("Lieber doch nicht."), reads(/So liest es der Gast/)),
    act: presses(/Verwerfen/),
    unheard: /Lieber doch nicht/,
  },
  {
    from: "person",
    move: null,
    what: "a reply that was shown is sent",
    confirmed: true,
    lead: then(replies("Mit Bedacht."), reads(/So liest es der Gast/)),
    act: presses(/Senden/),
    heard: /Mit Bedacht\./,
  },
  {
    from: "person",
    move: null,
    what: "a reply is held",
    act: replies("Guten Tag!"),
    heard: /Beispiel: Guten Tag!/,
  },
  {
    from: "person",
    move: null,
    what: "two replies are held",
    act: then(replies("Erstens."), replies("Zweitens.")),
    heard: /Erstens\.[\s\S]*Zweitens\./,
  },
  {
    from: "answered-ticket",
    move: null,
    what: "a reply is held",
    act: replies("Zu Ihrer Nachricht."),
    heard: /Beispiel: Zu Ihrer Nachricht\./,
  },
  {
    from: "person",
    move: null,
    what: "a reply is recalled",
    lead: then(replies("Das war falsch."), reads(/\[Zurückholen\]/)),
    act: presses(/Zurückholen/),
    unheard: /Das war falsch/,
  },
  {
    from: "person",
    move: null,
    what: "a held reply is changed",
    lead: then(replies("Am Montag."), reads(/\[Zurückholen\]/)),
    act: (one) => one.staffChanges("Am Montag.", "Am Dienstag."),
    unheard: /Montag/,
    heard: /Am Dienstag\./,
  },
  {
    from: "person",
    move: null,
    what: "a held reply is taken back",
    lead: then(replies("Besser nicht."), reads(/\[Zurückholen\]/)),
    act: (one) => one.staffTakesBack("Besser nicht."),
    unheard: /Besser nicht/,
  },
  {
    from: "person",
    move: null,
    what: "a held reply goes out",
    lead: replies("Jetzt gleich."),
    act: hears(/Jetzt gleich\./),
    heard: /Jetzt gleich\./,
  },
  {
    from: "person",
    move: null,
    what: "a reply that went out is changed",
    lead: then(replies("Um neun."), hears(/Um neun\./)),
    act: (one) => one.staffChanges("Um neun.", "Um zehn."),
    unheard: /Um neun/,
    heard: /Um zehn\./,
  },
  {
    from: "person",
    move: null,
    what: "a reply that went out is taken back",
    lead: then(replies("War für jemand anderen."), hears(/jemand anderen/)),
    act: (one) => one.staffTakesBack("War für jemand anderen."),
    unheard: /jemand anderen/,
  },
];

/** What becomes of it when nobody does anything, by the times that hold where handover.yaml says nothing. */
export const timedSteps: readonly TimedStep[] = [
  {
    from: "waiting",
    move: "unanswered",
    told: [
      [21, /bis jetzt hatte niemand Zeit/],
      [46, /heute konnte niemand übernehmen/],
    ],
  },
  ...(["person", "answered-ticket"] as const).map((from) => ({
    from,
    move: "silence" as const,
    told: [
      [21, /Sind Sie noch da/],
      [46, /Weil länger niemand geschrieben hat/],
    ] as const,
  })),
];
