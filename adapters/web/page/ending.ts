import { forgetConversation } from "./connection.js";
import { say, unsay } from "./words.js";

/**
 * The question before everything is deleted: says what goes and what stays. The dialog is the browser's own, so that
 * the focus stays in it and returns, and Escape leaves it.
 */
export function createEnding(dialog: HTMLDialogElement, opener: HTMLElement, ended: () => void): void {
  const [cancel, confirm, trouble] = ["cancel", "confirm", "trouble"].map((part) =>
    dialog.querySelector<HTMLElement>(`#ending-${part}`),
  );
  if (!cancel || !confirm || !trouble) return;

  opener.addEventListener("click", () => {
    unsay(trouble);
    dialog.showModal();
    // Not the button that deletes, and not the link that stands first.
    cancel.focus();
  });
  cancel.addEventListener("click", () => dialog.close());
  confirm.addEventListener("click", async () => {
    if (confirm.ariaDisabled === "true") return;
    confirm.ariaDisabled = "true";
    const forgotten = await forgetConversation();
    confirm.ariaDisabled = null;
    if (!forgotten) {
      say(trouble, "endFailed");
      return;
    }
    dialog.close();
    ended();
  });
}
