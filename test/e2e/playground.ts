import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { freePort, project } from "./running-desk.js";

/** Microsoft's Agents Playground, opened in a browser on the chat with the bot alone. */
export interface Playground {
  readonly page: Page;
  /** Goes to the team's channel. */
  openChannel(): Promise<void>;
  /** Writes and sends; `mention` picks the bot from the list that `@` opens. */
  write(text: string, options?: { mention?: boolean }): Promise<void>;
  /** Presses the first button of this name on the newest card that has one. */
  press(label: RegExp): Promise<void>;
  /** What the bot has said in the open chat, as people read it, oldest first. */
  said(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/**
 * Starts it for this bot, which must answer already. It listens on all interfaces of the machine and would look for
 * fonts of Microsoft's, which the page does without.
 * @throws Error with what it printed, when it does not come up.
 */
export async function openPlayground(browser: Browser, endpoint: string): Promise<Playground> {
  const port = await freePort();
  // it writes its log where it stands
  const folder = mkdtempSync(join(tmpdir(), "playground-"));
  const program = join(project, "node_modules/@microsoft/m365agentsplayground/cli.js");
  const child = spawn(
    process.execPath,
    [program, "start", "-e", endpoint, "-c", "msteams", "-p", String(port), "--dt"],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
  );
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      printed += String(chunk);
    });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const address = `http://127.0.0.1:${port}/`;
  for (let attempt = 0; !(await reachable(address)); attempt += 1) {
    if (attempt >= 300 || child.exitCode !== null)
      throw new Error(`The Playground does not come up: ${printed}`);
    await new Promise((done) => setTimeout(done, 100));
  }

  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  await page.route(
    ({ hostname }) => !["127.0.0.1", "localhost"].includes(hostname),
    (route) => route.abort(),
  );
  await page.goto(address);
  // the composer is dead until the bot was reached
  await page.getByRole("treeitem", { name: "Personal Chat" }).click({ timeout: 60_000 });
  const composer = page.getByRole("textbox").first();
  await composer.waitFor();
  return {
    page,
    async openChannel() {
      await page.getByRole("treeitem", { name: "General" }).click();
      // until then the messages of the chat still stand there
      await page.getByRole("button", { name: "Post" }).waitFor();
      await composer.waitFor();
    },
    async write(text, { mention = false } = {}) {
      await composer.click();
      if (mention) {
        await composer.pressSequentially("@Te");
        await page.getByRole("menuitem", { name: "Test Bot" }).click();
      }
      await composer.pressSequentially(text);
      const post = page.getByRole("button", { name: "Post" });
      if (await post.isVisible()) await post.click();
      else await page.keyboard.press("Enter");
    },
    async press(label) {
      const messages = page
        .locator(MESSAGE)
        .filter({ has: page.locator(".ac-actionSet button", { hasText: label }) });
      await messages.last().locator(".ac-actionSet button", { hasText: label }).first().click();
    },
    said: () =>
      page
        .locator(MESSAGE)
        .evaluateAll((messages) =>
          messages
            .filter((message) => message.querySelector('[role="img"][aria-label="Test Bot"]'))
            .map((message) =>
              [
                (message as unknown as { innerText: string }).innerText,
                ...[...message.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
              ].join("\n"),
            ),
        ),
    async stop() {
      await context.close();
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A message is what has a menu in its head: three elements up from the menu's button, in chats and in channels. */
const MESSAGE = ':has(> * > * > button[aria-label="Show more information"])';

function reachable(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}
