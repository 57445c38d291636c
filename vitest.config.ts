import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** What was learned from the shipped intents/ is learned once for all files; see `keepLearned`. */
const learned = resolve(import.meta.dirname, "node_modules/.cache-learned");

const shared = { environment: "node" as const, isolate: true, env: { LEARNED_DIR: learned } };

/** Three suites: `unit` needs nothing but npm, `e2e` drives real clients (Chromium, built server), `long` takes long. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          isolate: false,
          maxWorkers: "100%",
          // a property test on a busy machine takes its time; what hangs is still found
          testTimeout: 30_000,
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/long/**"],
        },
      },
      {
        test: {
          ...shared,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 90_000,
          // the first desks of a fresh checkout learn the whole of intents/ side by side
          hookTimeout: 150_000,
          // desks and browsers need a core each
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...shared,
          name: "long",
          include: ["test/long/**/*.test.ts"],
          testTimeout: 900_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
