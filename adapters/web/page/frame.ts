import { embedded } from "./address.js";

/**
 * In another site's frame the page can be closed: it asks the window around it, by a message that says nothing else,
 * so it may be sent to whichever site that is.
 */
export function createFrame(closer: HTMLElement): void {
  document.documentElement.classList.toggle("embedded", embedded);
  if (!embedded || parent === window) return;
  const close = () => parent.postMessage({ type: "nahtstelle:close" }, "*");
  closer.hidden = false;
  closer.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    // What lies on top, the menu or the dialog, is left first.
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    if (!document.querySelector("dialog[open]")) close();
  });
}
