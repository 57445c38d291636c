/** Outlines on a grid of 24, drawn in the colour of the text around them, so that dark and forced colours need no more. */
const outlines = {
  assistant:
    "M5 5h14q1.5 0 1.5 1.5v9q0 1.5-1.5 1.5h-7l-4.5 3.5V17H5q-1.5 0-1.5-1.5v-9Q3.5 5 5 5ZM8 11h.01M12 11h.01M16 11h.01",
  bookings: "M9 6h11M9 12h11M9 18h11M3.5 6l1 1 2-2M3.5 12l1 1 2-2M3.5 18l1 1 2-2",
  calendar: "M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6 6 18",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14",
  down: "M12 5v13M6.5 13l5.5 5.5 5.5-5.5",
  external: "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5h.01",
  language: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18",
  menu: "M4 7h16M4 12h16M4 17h16",
  person: "M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c.6-3.8 3.4-5.8 7-5.8s6.4 2 7 5.8",
  remove: "M5 7h14M9.5 7V4.5h5V7M7 7l.8 13h8.4L17 7M10.5 11v5.5M13.5 11v5.5",
  send: "M20.5 3.5 3.5 10l7 3.5 3.5 7 6.5-17ZM10.5 13.5l4-4",
  thumbDown:
    "M7 13V4H4v9h3Zm0 0 4 7.5c1.5 0 2.3-1 2-2.5l-.6-3.5H18c1.5 0 2.3-1 2-2.4l-1.2-6C18.6 4.7 17.9 4 16.9 4H7",
  thumbUp:
    "M7 11v9H4v-9h3Zm0 0 4-7.5c1.5 0 2.3 1 2 2.5l-.6 3.5H18c1.5 0 2.3 1 2 2.4l-1.2 6c-.2 1.4-.9 2.1-1.9 2.1H7",
  topics: "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z",
  warning: "M12 4 2.8 20h18.4L12 4ZM12 10v5M12 17.5h.01",
} as const;

export type Icon = keyof typeof outlines;

/** An icon beside words that say the same: it is not read out. */
export function icon(name: Icon): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", outlines[name]);
  svg.append(path);
  return svg;
}

/** Draws the icons that index.html asks for. */
export function placeIcons(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-icon]")) {
    const name = place.dataset["icon"];
    if (isIcon(name)) place.prepend(icon(name));
  }
}

function isIcon(name: string | undefined): name is Icon {
  return name !== undefined && Object.hasOwn(outlines, name);
}
