/** Pixels from the end within which a reader counts as being at the end. */
const slack = 120;

/**
 * Keeps a reader who is at the end of the page at the end when something is added, and leaves one who reads further up
 * in peace, with a button that leads down.
 */
export function keepDown(button: HTMLElement, messages: HTMLElement) {
  const page = document.documentElement;
  const atEnd = () => page.scrollHeight - window.scrollY - window.innerHeight < slack;
  const toEnd = () => window.scrollTo({ top: page.scrollHeight, behavior: "instant" });

  button.addEventListener("click", () => {
    toEnd();
    button.hidden = true;
    document.getElementById("text")?.focus({ preventScroll: true });
  });
  addEventListener("scroll", () => {
    if (atEnd()) button.hidden = true;
  });
  return {
    /** Makes a change that the reader did not cause. */
    around(change: () => void): void {
      const wasAtEnd = atEnd();
      const before = messages.lastElementChild;
      change();
      const last = messages.lastElementChild;
      // The first message takes the place of the start, wherever in it the reader was.
      const begins = !before && last;
      if (!wasAtEnd && !begins) button.hidden = last === before && button.hidden;
      // A message that is higher than the window is read from its beginning.
      else if (last && last !== before && last.clientHeight > window.innerHeight * 0.6) last.scrollIntoView();
      else toEnd();
    },
    /** Makes a change that the reader wants to see. */
    toEnd(change: () => void): void {
      change();
      toEnd();
    },
  };
}
