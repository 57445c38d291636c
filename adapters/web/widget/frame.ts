import { small } from "./style.js";
import { type Language, words } from "./words.js";

export interface FrameOptions {
  /** The chat as it is shown in a frame. */
  readonly address: string;
  /** The chat's own page. */
  readonly pageAddress: string;
  readonly language: Language;
  /** What the frame is called. */
  readonly label: string;
  /** The frame was put into the panel and wants to be dressed. */
  loading(): void;
  closed(): void;
  /** The chat may not be shown on this page: its policy forbids it, or ours does, or it cannot be reached. */
  refused(hadFocus: boolean): void;
}

/** The panel that the button opens and closes. */
export interface Frame {
  readonly panel: HTMLDialogElement;
  isOpen(): boolean;
  open(): void;
  close(): void;
}

/** The chat answers as soon as its page has loaded; silence for so long after that means a browser's error page. */
const silence = 3_000;

/**
 * The chat in a dialog. It is asked of the desk only when it is opened for the first time, and stays loaded after
 * that. Beside the host page the dialog lets both be used; where it covers the page, it is a modal one, so that the
 * keyboard does not wander about behind it (WCAG 2.2, 2.4.11).
 */
export function createFrame(options: FrameOptions): Frame {
  const panel = document.createElement("dialog");
  panel.id = "panel";
  panel.className = "panel";
  panel.ariaLabel = options.label;
  const waiting = waitingRoom(options, close);
  panel.append(waiting);
  const listening = new AbortController();
  let frame: HTMLIFrameElement | null = null;
  let answered = false;
  let shown = false;

  function load(): void {
    frame = document.createElement("iframe");
    frame.className = "frame unanswered";
    frame.title = options.label;
    frame.allow = "";
    frame.referrerPolicy = "no-referrer";
    frame.src = options.address;
    frame.addEventListener("load", () => setTimeout(() => answered || refuse(), silence));
    const { signal } = listening;
    addEventListener("message", hear, { signal });
    document.addEventListener("keydown", leave, { signal });
    // The host page's own policy: known at once, and without a load event in some browsers.
    document.addEventListener(
      "securitypolicyviolation",
      ({ blockedURI }) => {
        if (!answered && blockedURI.startsWith(new URL(options.address).origin)) refuse();
      },
      { signal },
    );
    panel.append(frame);
    options.loading();
  }

  /** Only the chat itself is heard: its window and its origin; what it may say is two words. */
  function hear({ source, origin, data }: MessageEvent): void {
    if (!frame || source !== frame.contentWindow || origin !== new URL(options.address).origin) return;
    if (data?.type === "nahtstelle:close") close();
    if (data?.type === "nahtstelle:ready" && !answered) {
      answered = true;
      const focused = hasFocus();
      frame.classList.remove("unanswered");
      waiting.hidden = true;
      if (focused) frame.focus();
    }
  }

  function leave(event: KeyboardEvent): void {
    // What the host page uses for itself, such as a menu that it closes, is not ours.
    if (event.key === "Escape" && !event.defaultPrevented && panel.open) close();
  }

  function close(): void {
    if (panel.open) panel.close();
    over();
  }

  function over(): void {
    if (!shown) return;
    shown = false;
    options.closed();
  }
  // A modal dialog has ways to close of its own, such as Android's back gesture. The event comes a little later: whoever
  // has opened it again meanwhile keeps the focus in it.
  panel.addEventListener("close", () => {
    if (!panel.open) over();
  });

  function hasFocus(): boolean {
    const root = panel.getRootNode();
    return root instanceof ShadowRoot && panel.contains(root.activeElement);
  }

  function refuse(): void {
    if (!panel.isConnected || answered) return;
    listening.abort();
    const focused = hasFocus();
    panel.remove();
    options.refused(focused);
  }

  return {
    panel,
    isOpen: () => panel.open,
    open() {
      if (panel.open || !panel.isConnected) return;
      if (matchMedia(small).matches) panel.showModal();
      else panel.show();
      shown = true;
      if (!frame) load();
      else if (answered) frame.focus();
    },
    close,
  };
}

/** What is seen until the chat has answered: that it is loading, a way out, and a way around. */
function waitingRoom(options: FrameOptions, close: () => void): HTMLElement {
  const word = words[options.language];
  const room = document.createElement("div");
  room.className = "waiting";
  const closer = document.createElement("button");
  closer.type = "button";
  closer.className = "closer";
  closer.textContent = word.close;
  closer.addEventListener("click", close);
  const loading = document.createElement("p");
  loading.role = "status";
  loading.textContent = word.loading;
  const around = document.createElement("a");
  around.className = "around";
  around.href = options.pageAddress;
  around.target = "_blank";
  around.rel = "noopener noreferrer";
  around.textContent = word.outside;
  room.append(closer, loading, around);
  return room;
}
