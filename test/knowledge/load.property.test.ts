import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/knowledge/nearest.js";
import { readYaml } from "../../src/knowledge/yaml-file.js";
import { assembled, FILES, intent, told } from "./fixture.js";

const names = Object.keys(FILES);
const anyText = fc.string({ unit: "binary", maxLength: 300 });
/** YAML-like rubble: what a mistyping leaves is more often nearly right than random. */
const rubble = fc
  .array(
    fc.constantFrom(
      ..."- id: a\n|  |: |{ de: x }|[|]|{|}|\n|\n- |&a |*a|!!str |!x |<<: |'|\"|| >-\n|#|---\n|null|true|0123|-5|2026-02-31|__proto__: |constructor: |utterances:\n|values:\n|hours:\n|monday: |{office.x}|%YAML 1.1\n|\t|? |@|: :|"
        .split("|")
        .filter(Boolean),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));
/** A good file with a piece cut out of it or put into it. */
const damaged = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(60), fc.oneof(rubble, fc.constant("")))
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));

describe("the loader", { timeout: 60_000 }, () => {
  it("never throws, whatever a file holds, and says something about what it does not use", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.oneof(anyText, rubble), (name, text) => {
        const loaded = assembled({ ...FILES, [name]: text });
        expect(loaded.knowledge.version).toMatch(/^[0-9a-f]{12}$/);
        if (loaded.setAside.length > 0) expect(loaded.knowledge.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it("loses nothing that was good when any file is damaged later, as long as its id still stands there", () => {
    const good = assembled(FILES).knowledge;
    fc.assert(
      fc.property(
        fc
          .constantFrom(...names)
          .chain((name) => damaged(FILES[name] ?? "").map((text) => [name, text] as const)),
        ([name, text]) => {
          fc.pre(!text.includes("#")); // what somebody comments out is meant to go
          const { knowledge } = assembled({ ...FILES, [name]: text }, good);
          const stays = (id: string) =>
            name !== "faq/founding.yaml" || text.split("\n").includes(`- id: ${id}`);
          for (const id of good.intents.keys()) if (stays(id)) expect(knowledge.intents.has(id)).toBe(true);
          const formStays = name !== "forms.yaml" || text.split("\n").includes("- id: callback");
          if (formStays) expect(knowledge.forms.has("callback")).toBe(true);
          if (!["handover.yaml", "partners.yaml"].includes(name))
            expect(knowledge.handover).toEqual(good.handover);
          expect(Object.keys(knowledge.messages).length).toBeGreaterThan(0);
          expect(knowledge.office.timeZone).toBe("Europe/Berlin");
        },
      ),
      { numRuns: 150 },
    );
  });

  it("never loses the valid entries beside a broken one", () => {
    const entry = fc.oneof(
      fc.nat(9).map((n) => ({ text: intent(`good-${n}`), id: `good-${n}` })),
      fc
        .constantFrom(
          "- id: broken\n",
          "- 5\n",
          "- { id: broken, owner: [] }\n",
          "- id: broken\n  id: twice\n",
          "- &x [a]\n",
          `${intent("broken")}  surplus: 1\n`,
          "- !tag { id: broken }\n",
          "- null\n",
        )
        .map((text) => ({ text, id: null })),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const text = entries.map((one) => one.text).join("") || "[]\n";
        const { knowledge } = assembled({ ...FILES, "faq/founding.yaml": text });
        const good = new Set(entries.flatMap(({ id }) => (id ? [id] : [])));
        expect(new Set(knowledge.intents.keys())).toEqual(good);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["brackets", "[".repeat(20_000)],
    ["groups", "{a: ".repeat(20_000)],
    ["lists", "- ".repeat(20_000)],
    ["keys below keys", Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
    [
      "aliases that would grow to gigabytes",
      `a: &a [x, x, x, x, x, x, x, x]\n${"b: &b [*a, *a, *a, *a]\n".repeat(50)}`,
    ],
  ])("survives %s without end", (_, text) => {
    const loaded = assembled({ ...FILES, "topics.yaml": text });
    expect(loaded.knowledge.intents.size).toBe(2);
    expect(told(loaded).join("\n")).toContain("intents/topics.yaml:");
  });

  it("looks for keys that occur twice in time that grows with the file, not with its square", () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: {}\n`).join("");
    expect(readYaml(text, "x.yaml").flaws).toEqual([]);
    expect(readYaml(`${text}k7: {}\n`, "x.yaml").flaws).toHaveLength(1);
  });
});

describe("did you mean", () => {
  it("finds a known word with one letter changed, and itself first of all", () => {
    const known = ["utterances", "responsible", "related", "reviewedOn", "afterExpiry"];
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.nat(),
        fc.constantFrom(..."abcxyz"),
        (word, place, letter) => {
          const at = place % word.length;
          expect(nearest(word.slice(0, at) + letter + word.slice(at + 1), known)).toBe(word);
          expect(nearest(word, known)).toBe(word);
        },
      ),
    );
  });

  it.each(["", "weather", "xxxxxxxxxxxxxxxxxx"])("finds nothing for %j", (word) => {
    expect(nearest(word, ["utterances", "responsible"])).toBeUndefined();
  });
});
