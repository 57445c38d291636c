import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readUrl } from "../../src/text/index.js";

describe("reading a URL", () => {
  it("takes it apart, and says null of what is none", () => {
    expect(readUrl("https://straße.example/weg?a=1")?.hostname).toBe("xn--strae-oqa.example");
    expect(readUrl("straße.example")).toBeNull();
    expect(readUrl("https://")).toBeNull();
  });

  it("still reads one with an umlaut when it has read many", () => {
    const read = Array.from({ length: 20_000 }, () => readUrl("https://straße.example"));
    expect(read.filter((url) => url === null)).toEqual([]);
  });

  it("is how the desk does it everywhere but in a browser", () => {
    const root = join(import.meta.dirname, "../..");
    const sources = ["src", "adapters"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !/^web\/(?:page|widget)\//.test(name))
        .map((name) => join(folder, name)),
    );
    expect(sources.length).toBeGreaterThan(100);
    const others = sources.filter((file) => readFileSync(join(root, file), "utf8").includes("URL.canParse("));
    expect(others).toEqual([]);
  });
});
