import type { Button } from "../vocabulary/index.js";
import type { Reply } from "./reply.js";

/** To a person: the contact and the hours of the office. */
export function personButton(reply: Reply): Button {
  return reply.button(reply.label("button.person"), { does: "person" });
}

/** To all topics. */
export function topicsButton(reply: Reply): Button {
  return reply.button(reply.label("button.topics"), { does: "menu" });
}
