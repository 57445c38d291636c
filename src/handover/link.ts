import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { Decision } from "../vocabulary/index.js";
import type { HandoverStep } from "./step.js";

/** The form of a code: eight letters and digits, in two groups. */
const CODE = /^\s*(?:code[: ]+)?([A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4})\s*$/i;

/** The code that a message is, by which staff link their messenger to their account; null: it is none. */
export function codeIn(text: string): string | null {
  return CODE.exec(text)?.[1]?.toUpperCase() ?? null;
}

/** Links whoever sends a code that is good; says so either way. */
export function link(
  { code, channel, sender, member }: NonNullable<DecisionInput["linking"]>,
  reply: Reply,
): HandoverStep & Pick<Decision, "links"> {
  if (!member) {
    reply.say(reply.words("staff.link.wrong"));
    return { outcome: "staff", reasons: ["a code that is not good"] };
  }
  reply.say(reply.words("staff.link.done", { name: member.name }));
  return { outcome: "staff", reasons: [`linked to ${member.name}`], links: { code, channel, sender } };
}
