import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { schemaFiles, writeSchemaFiles } from "../../src/knowledge/schema-files.js";

const shipped = fileURLToPath(new URL("../../intents/schema", import.meta.url));

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Paths of keys that an editor would show without a word of explanation. */
function unexplained(schema: Schema, path = ""): string[] {
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
      ...(inner.description ? [] : [`${path}${key}`]),
      ...unexplained(inner, `${path}${key}.`),
    ]),
    ...(schema.items ? unexplained(schema.items, path) : []),
    ...(schema.anyOf ?? []).flatMap((inner) => unexplained(inner, path)),
  ];
}

describe("the JSON Schemas for editors", () => {
  it.each([...schemaFiles()])(
    "%s on disk is current (write them anew with the command `schema`)",
    (name, text) => {
      expect(readFileSync(join(shipped, name), "utf8")).toBe(text);
    },
  );

  it("are all that lies in the folder", () => {
    expect(readdirSync(shipped).sort()).toEqual([...schemaFiles().keys()].sort());
  });

  it.each([...schemaFiles()])("%s explains each key to staff", (_, text) => {
    expect(unexplained(JSON.parse(text) as Schema)).toEqual([]);
  });

  it("are written into a folder that need not exist", () => {
    const dir = mkdtempSync(join(tmpdir(), "schema-"));
    expect(writeSchemaFiles(dir)).toEqual([...schemaFiles().keys()]);
    expect(readFileSync(join(dir, "schema", "faq.schema.json"), "utf8")).toBe(
      schemaFiles().get("faq.schema.json"),
    );
    rmSync(dir, { recursive: true });
  });
});
