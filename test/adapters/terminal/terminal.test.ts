import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createTerminal, type Terminal, type TerminalOptions } from "../../../adapters/terminal/index.js";
import { paragraph } from "../../../src/text/index.js";
import type { Desk, DeskEvent, OutgoingMessage, Place } from "../../../src/vocabulary/index.js";
import { testDesk } from "../desk-setup.js";

const place: Place = { channel: "terminal", scope: "private", address: "t1" };

/** A desk that answers each line later, as the real one does, with the text and two buttons. */
function fakeDesk(
  options: Partial<TerminalOptions> = {},
  refuse: (event: DeskEvent) => boolean = () => false,
) {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    written += chunk;
  });
  const received: DeskEvent[] = [];
  const errors: string[] = [];
  let work: Promise<unknown> = Promise.resolve();
  const terminal: Terminal = createTerminal({
    input,
    output,
    interactive: false,
    plain: true,
    address: "t1",
    settled: async () => {
      await work;
    },
    ...options,
  });
  const answerTo = (event: DeskEvent): OutgoingMessage => {
    const { what } = event;
    const said =
      what.kind === "message"
        ? what.text.slice(0, 40)
        : `pressed ${what.kind === "action" ? what.action : ""}`;
    const buttons = ["Mehr", "Hilfreich"].map((label) => ({ label, action: `${label}-${received.length}` }));
    return { id: `${event.keys[0]}.1`, language: "de", text: [paragraph(`Antwort: ${said}`)], buttons };
  };
  const desk: Desk = testDesk({
    receive: async (event) => {
      if (refuse(event)) throw new Error("disk full");
      received.push(event);
      const answer = answerTo(event);
      work = work
        .then(() => new Promise((resolve) => setImmediate(resolve)))
        .then(() => terminal.send(event.place, answer));
      return "accepted";
    },
    clock: { now: () => Date.UTC(2027, 0, 2, 10) },
    log: { info: () => {}, warn: () => {}, error: (what) => errors.push(what) },
  });
  const texts = () =>
    received.map(({ what }) =>
      what.kind === "message" ? what.text : `*${what.kind === "action" ? what.action : ""}`,
    );
  return { terminal, desk, input, output, received, errors, texts, written: () => written };
}

describe("piped input", () => {
  it("is answered line by line, and the transcript reads well", async () => {
    const run = fakeDesk();
    await run.terminal.start(run.desk);
    run.input.end("Hallo\n\nWann offen?\r\n");
    await run.terminal.done;
    expect(run.written()).toBe(
      [
        "> Hallo",
        "Antwort: Hallo\n\n[1] Mehr  [2] Hilfreich\n",
        "> Wann offen?",
        "Antwort: Wann offen?\n\n[1] Mehr  [2] Hilfreich\n",
        "",
      ].join("\n"),
    );
  });

  it("presses a button by its number, of the message shown before", async () => {
    const run = fakeDesk();
    await run.terminal.start(run.desk);
    run.input.end("Hallo\n2\n9\n1");
    await run.terminal.done;
    expect(run.texts()).toEqual(["Hallo", "*Hilfreich-1", "9", "*Mehr-3"]);
    expect(new Set(run.received.flatMap(({ keys }) => keys)).size).toBe(4);
  });

  it("presses the button on a card by its number, which counts before those below", async () => {
    const run = fakeDesk();
    await run.terminal.start(run.desk);
    await run.terminal.send(place, {
      id: "cards.1",
      language: "de",
      text: [],
      cards: [
        {
          kind: "seminar",
          seminar: "s",
          title: "Digital werden",
          when: null,
          where: null,
          leaders: null,
          fee: null,
          url: null,
          example: false,
          pageUrl: null,
          calendarUrl: null,
          status: null,
          cancelled: false,
          register: { label: "Anmelden", action: "register-s" },
        },
      ],
      buttons: [{ label: "Hilfreich", action: "helpful" }],
    });
    run.input.end("1\n");
    await run.terminal.done;
    expect(run.texts()).toEqual(["*register-s"]);
  });

  it("prints what --why has to say after each answer, once", async () => {
    const notes = ["weil A", null, "weil \u001b[31mC"];
    const run = fakeDesk({ after: () => notes.shift() ?? null });
    await run.terminal.start(run.desk);
    run.input.end("a\nb\nc\n");
    await run.terminal.done;
    expect(run.written().match(/> .|weil .*/gu)).toEqual(["> a", "weil A", "> b", "> c", "weil C"]);
  });

  it("ends at /ende and shows help at /hilfe", async () => {
    const run = fakeDesk();
    await run.terminal.start(run.desk);
    run.input.write("/hilfe\na\n/ende\nb\n");
    await run.terminal.done;
    expect(run.texts()).toEqual(["a"]);
    expect(run.written()).toContain("Eine Zahl drückt den Knopf");
  });

  it("says so when a line was not taken, and goes on", async () => {
    const run = fakeDesk({}, (event) => event.what.kind === "message" && event.what.text === "a");
    await run.terminal.start(run.desk);
    run.input.end("a\nb\n");
    await run.terminal.done;
    expect(run.texts()).toEqual(["b"]);
    expect(run.written()).toContain("konnte nicht angenommen werden");
    expect(run.errors).toHaveLength(1);
  });

  it("survives very long lines and bytes that are no text", async () => {
    const run = fakeDesk();
    await run.terminal.start(run.desk);
    run.input.write(`${"x ".repeat(50_000)}\n`);
    run.input.write(Buffer.from(Array.from({ length: 4_096 }, (_, index) => (index * 7) % 256)));
    run.input.end("\n\u001b[2J\u001b]0;x\u0007\u0000Ende\n");
    await run.terminal.done;
    expect(run.texts()[0]).toHaveLength(99_999);
    expect(run.texts().at(-1)).toBe("Ende");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(run.written()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });

  it("ends with nothing said when there is no input", async () => {
    const run = fakeDesk();
    await run.terminal.start(run.desk);
    run.input.end();
    await run.terminal.done;
    expect(run.written()).toBe("");
  });

  it("ends when nobody reads the output any more", async () => {
    const run = fakeDesk();
    await run.terminal.start(run.desk);
    run.output.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    await run.terminal.done;
    run.input.end("zu spät\n");
    expect(run.texts()).toEqual([]);
  });
});

describe("a person at the keyboard", () => {
  it("is prompted, may write several lines in a row, and ends with Ctrl-D after the last answer", async () => {
    const run = fakeDesk({ interactive: true });
    await run.terminal.start(run.desk);
    run.input.end("eins\nzwei\n");
    await run.terminal.done;
    expect(run.texts()).toEqual(["eins", "zwei"]);
    expect(run.written()).toMatch(/^Schreiben Sie Ihre Frage\..*> .*Antwort: eins.*Antwort: zwei/su);
  });

  it("sees bold text and a clean prompt on a terminal", async () => {
    const run = fakeDesk({ interactive: true, plain: false });
    await run.terminal.start(run.desk);
    const text = [paragraph({ type: "bold", children: [{ type: "text", text: "fett" }] })];
    await run.terminal.send(place, { id: "m.1", language: "de", text });
    expect(run.written()).toContain("\r\u001b[K\u001b[1mfett\u001b[22m\n");
    expect(run.written()).toMatch(/> [^>]*$/u);
    await run.terminal.stop();
    await run.terminal.done;
  });
});

describe("the channel", () => {
  it("refuses a message for another conversation for good", async () => {
    const run = fakeDesk();
    const sent = run.terminal.send({ ...place, address: "t2" }, { id: "m", language: "de", text: [] });
    await expect(sent).rejects.toMatchObject({ delivery: "undeliverable" });
  });

  it("stops before it was started, and twice", async () => {
    const run = fakeDesk();
    await run.terminal.stop();
    await run.terminal.stop();
    await run.terminal.done;
  });
});
