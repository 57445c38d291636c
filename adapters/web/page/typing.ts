import { say, unsay } from "./words.js";

/** Milliseconds after which an answer that does not come is no longer announced. */
const patience = 15_000;

/** Shows that an answer is being prepared. It is read out once, when it appears. */
export function createTyping(element: HTMLElement) {
  let ends: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(ends);
    unsay(element);
  };
  return {
    show(): void {
      clearTimeout(ends);
      if (!element.hasChildNodes()) say(element, "typing");
      ends = setTimeout(hide, patience);
    },
    hide,
  };
}
