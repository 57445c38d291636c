import { randomUUID } from "node:crypto";
import { plain } from "../../src/text/index.js";
import { createGuest } from "../adapters/web/guest.js";

/** A guest on the web who has been greeted; without a browser, where the page itself is not the matter. */
export class WebGuest {
  private constructor(
    private readonly guest: ReturnType<typeof createGuest>,
    private readonly stream: Awaited<ReturnType<ReturnType<typeof createGuest>["stream"]>>,
  ) {}

  static async arrive(url: string): Promise<WebGuest> {
    const guest = createGuest(url);
    const self = new WebGuest(guest, await guest.stream());
    await self.ask("Hallo");
    return self;
  }

  /** Writes. @returns what the desk says to that, as plain text */
  async ask(text: string): Promise<string> {
    return this.answerTo(() => this.guest.post(text));
  }

  /** Presses the last button with this label. */
  async press(label: string): Promise<string> {
    const lines = await this.stream.lines(0);
    const on = lines.findLast(({ message }) => message?.buttons?.some((button) => button.label === label));
    const action = on?.message?.buttons?.find((button) => button.label === label)?.action;
    const body = JSON.stringify({ id: randomUUID(), action, on: on?.message?.id });
    return this.answerTo(() => this.guest.postRaw(body));
  }

  async leave(): Promise<void> {
    this.stream.close();
  }

  private async answerTo(act: () => Promise<Response>): Promise<string> {
    const before = (await this.stream.lines(0)).length;
    const response = await act();
    if (!response.ok) throw new Error(`The desk refused: ${response.status} ${await response.text()}`);
    // the guest's own line comes first
    const lines = (await this.stream.lines(before + 2)).slice(before);
    return lines
      .map(({ message }) => (message ? plain(message.text) : ""))
      .join("\n")
      .trim();
  }
}
