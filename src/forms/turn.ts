import type { BookingChange, OpenForm, SeatExpected, Submission } from "../vocabulary/index.js";

/** What a step of a form came to; the bot puts it into its decision. */
export interface FormTurn {
  readonly outcome: "form";
  /** For staff, never content: `asked "email" of form "callback"`. */
  readonly reasons: readonly string[];
  /** Null: closed. */
  readonly form: OpenForm | null;
  readonly submission?: Submission;
  readonly bookings?: readonly BookingChange[];
  /** For `Decision.expects.seat`. */
  readonly seat?: SeatExpected;
  readonly timers: readonly { readonly at: string; readonly name: string }[];
}
