import { pageLanguage, say, unsay, word } from "./words.js";

/** How many characters before the limit the counter appears. */
const near = 200;

/** The field where the guest writes. The focus stays in it after sending. */
export function createComposer(
  form: HTMLFormElement,
  status: HTMLElement,
  send: (text: string) => void,
): void {
  const field = form.querySelector("textarea");
  const counter = form.querySelector<HTMLElement>("#counter");
  if (!field || !counter) return;

  const count = () => {
    const left = field.maxLength - field.value.length;
    counter.hidden = left > near;
    counter.textContent = word(pageLanguage(), "left").replace("{count}", String(left));
    // Said once, at the limit: a screen reader that counts along with each key is of no use.
    if (left <= 0) say(status, "full");
    else if (status.dataset["word"] === "full" || status.dataset["word"] === "empty") unsay(status);
  };

  field.addEventListener("input", count);
  field.addEventListener("keydown", (event) => {
    // While an input method composes a word, Enter belongs to it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    field.focus();
    const text = field.value.trim();
    if (!text) {
      say(status, "empty");
      return;
    }
    field.value = "";
    count();
    send(text);
  });
}
