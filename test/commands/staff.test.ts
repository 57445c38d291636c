import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addStaff, listStaff, removeStaff, staffCode, staffLog } from "../../src/commands/staff.js";
import { openDataFolder } from "../../src/data-folder.js";
import type { Store } from "../../src/store/index.js";
import { systemClock } from "../../src/time.js";
import { temporaryFolder } from "../store/setup.js";

let dataDir: string;
let printed: string;
let complained: string;
beforeEach(() => {
  dataDir = temporaryFolder();
  printed = "";
  complained = "";
  vi.stubEnv("DATA_DIR", dataDir);
  vi.stubEnv("SQLITE_SYNCHRONOUS", "NORMAL");
  // nothing listens there
  vi.stubEnv("PORT", "1");
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openDataFolder({ dataDir, synchronous: "NORMAL", deskSecret: undefined }, systemClock);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe("staff add", () => {
  it("makes an account before the desk has ever run, and says what to do with it", async () => {
    await addStaff("  Anna   Muster ");
    expect(printed).toMatch(/^Anna Muster has account 1:.*desk --as 1\n.*staff code 1\n$/s);
    expect(await inStore((store) => store.staff())).toMatchObject([
      { id: 1, name: "Anna Muster", practised: false },
    ]);
  });

  it.each([
    ["42", /needs letters/],
    ["  ", /needs letters/],
    ["Anna\u001b[2J", /control characters/],
    ["A".repeat(61), /at most 60/],
  ])("refuses %j as a name", async (name, why) => {
    await addStaff(name);
    expect(complained).toMatch(why);
    expect(process.exitCode).toBe(1);
    expect(printed).toBe("");
  });

  it("does not let two go by the same name", async () => {
    await addStaff("Anna");
    await addStaff("ANNA");
    expect(complained).toMatch(/Anna has account 1 already/);
    expect(await inStore((store) => store.staff())).toHaveLength(1);
  });
});

describe("staff list", () => {
  it("says what to do while there is nobody", async () => {
    await listStaff({});
    expect(complained).toMatch(/There is no account yet/);
    await inStore(async () => {});
    await listStaff({});
    expect(complained).toMatch(/staff add "First Last"/);
  });

  it("has one line for each, also for machines", async () => {
    await addStaff("Anna");
    printed = "";
    await listStaff({});
    await listStaff({ json: true });
    const [line, json] = printed.split("\n");
    expect(line).toBe("1  Anna  no messenger linked");
    expect(JSON.parse(json ?? "")).toEqual({ id: 1, name: "Anna", practised: false, linked: [] });
  });
});

describe("staff code", () => {
  it("gives a code that is good for them, and only the last one", async () => {
    await addStaff("Anna");
    const codes: string[] = [];
    for (const who of ["1", "anna"]) {
      printed = "";
      await staffCode(who);
      expect(printed).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}\n.*Anna.*15 minutes/s);
      codes.push(printed.slice(0, 9));
    }
    const [first = "", second = ""] = codes;
    expect(await inStore((store) => store.staffByCode(first))).toBeNull();
    expect(await inStore((store) => store.staffByCode(second))).toMatchObject({ name: "Anna" });
  });

  it("says who there is when it does not know them", async () => {
    await addStaff("Anna");
    await staffCode("7");
    expect(complained).toBe("There is no account 7. There are: 1 Anna.\n");
    expect(process.exitCode).toBe(1);
  });
});

describe("staff remove", () => {
  it("does nothing unless it is sure", async () => {
    await addStaff("Anna");
    await removeStaff("Anna", {});
    expect(complained).toMatch(/Remove Anna \(account 1\)\? Say so with --yes/);
    expect(await inStore((store) => store.staff())).toHaveLength(1);
  });

  it("takes the account away, and says nothing of a desk that does not run", async () => {
    await addStaff("Anna");
    await removeStaff("Anna", { yes: true });
    expect(printed).toMatch(/Anna is removed\.\n$/);
    expect(complained).toBe("");
    expect(await inStore((store) => store.staff())).toEqual([]);
  });
});

describe("staff log", () => {
  it("says so while nothing was done", async () => {
    await addStaff("Anna");
    await staffLog({ last: 5 });
    expect(complained).toBe("Staff have done nothing yet.\n");
  });
});
