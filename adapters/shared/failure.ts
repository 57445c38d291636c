import type { DeliveryFailure, Place } from "../../src/vocabulary/index.js";

/**
 * A send that failed, with what the outbox must know of it. The message is for staff and for the log: it names what the
 * platform said, and never an address, a token or what was to be sent.
 */
export class SendFailure extends Error implements DeliveryFailure {
  override readonly name = "SendFailure";
  readonly retryAfter?: number;
  readonly movedTo?: Place;

  constructor(
    readonly delivery: DeliveryFailure["delivery"],
    message: string,
    more: Pick<DeliveryFailure, "retryAfter" | "movedTo"> = {},
  ) {
    super(message);
    if (more.retryAfter !== undefined) this.retryAfter = more.retryAfter;
    if (more.movedTo !== undefined) this.movedTo = more.movedTo;
  }
}
