import type { DecisionInput } from "../conversation/input.js";
import type { Reply } from "../conversation/reply.js";
import type { FaqIntent } from "../knowledge/model.js";
import { plain, variables } from "../text/index.js";
import type { Inline, Link, RichText } from "../vocabulary/index.js";
import type { Lead } from "./seam.js";

/** Who is responsible, as far as an answer does not say so itself. */
export interface Responsible {
  /** For behind the answer, where the name cannot stand on a link. */
  readonly text: RichText;
  /** For before all other links. */
  readonly links: readonly Link[];
}

/**
 * Names the partner who is responsible for an answer, once: on a link to it, or in words where it has no page, or its
 * page is linked in the answer already. Where a procedure leads the answer it is that one's department alone, with the
 * link even where it is named.
 *
 * @param templates what is said of the intent, variables unfilled: `{<partner>.name}` in them names the partner
 * @param shown what is said, filled
 */
export function responsibleFor(
  intent: FaqIntent,
  templates: readonly RichText[],
  shown: RichText,
  lead: Lead | null,
  input: DecisionInput,
  reply: Reply,
): Responsible {
  const id = lead?.seam.department ?? intent.responsible ?? "";
  const name = input.knowledge.partners.get(id)?.name[reply.language];
  if (name === undefined) return NOTHING;
  const named =
    templates.some((template) => variables(template).includes(`${id}.name`)) ||
    (lead !== null && plain(lead.text).includes(name));
  if (named && !lead) return NOTHING;
  const url = reply.url(`{${id}.link}`);
  const taken = [...targetsIn(shown), ...intent.source.map((source) => reply.url(source.url))];
  if (url && !taken.includes(url))
    return { text: [], links: [{ label: reply.label("answer.responsible", { name }), url }] };
  return named ? NOTHING : { text: reply.words("answer.responsible", { name }), links: [] };
}

const NOTHING: Responsible = { text: [], links: [] };

/** Where the links of a text lead. */
function targetsIn(content: RichText): string[] {
  const visit = (node: Inline): string[] => [
    ...(node.type === "link" ? [node.url] : []),
    ...("children" in node ? node.children.flatMap(visit) : []),
  ];
  return content.flatMap((block) =>
    (block.type === "list" ? block.items.flat() : block.children).flatMap(visit),
  );
}
