/** The small menu in the head: a button that shows a list of links and buttons, left by Escape, a choice or going away. */
export function createMenu(menu: HTMLElement): void {
  const button = menu.querySelector("button");
  const list = menu.querySelector<HTMLElement>(".menu-list");
  if (!button || !list) return;

  const show = (shown: boolean) => {
    list.hidden = !shown;
    button.ariaExpanded = String(shown);
  };
  button.addEventListener("click", () => show(button.ariaExpanded !== "true"));
  // On the way in: when what was chosen takes the focus, it must not be taken from a list that is about to go.
  list.addEventListener(
    "click",
    ({ target }) => {
      if (!(target instanceof Element) || !target.closest("a, button")) return;
      button.focus();
      show(false);
    },
    { capture: true },
  );
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) show(false);
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden || event.isComposing) return;
    event.preventDefault();
    show(false);
    button.focus();
  });
}
