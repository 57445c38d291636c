import { checkSigned, type Sign, signedAlike } from "../conversation/signed-path.js";
import type { NumberedCase } from "../store/model.js";
import type { Clock } from "../vocabulary/index.js";
import { privatePage } from "./answer.js";
import { casePage } from "./case-page.js";
import { messagePage } from "./message-page.js";
import { replyPage } from "./reply-page.js";
import type { View } from "./view.js";

/** What the pages behind signed links need beside the view. */
export interface SignedPages {
  readonly clock: Clock;
  readonly sign: Sign;
  /** The conversation that was handed over under this number; null: none was, or it is erased. */
  readonly caseByNumber: (number: string) => Promise<NumberedCase | null>;
}

/** The path of the guest's page, as e-mails link to it, and that of the staff's, as cards do. */
export const SIGNED_PATHS = { answer: "/answer/:id", brief: "/handover/:id" } as const;

/**
 * A page that shows what somebody wrote, to whoever has its link. The store is asked only for links of the desk's own
 * that are still valid; all other answers are the same for every number.
 */
export async function signedPage(
  kind: keyof typeof SIGNED_PATHS,
  view: View,
  number: string,
  { clock, sign, caseByNumber }: SignedPages,
): Promise<Response> {
  const { language, words } = view;
  const { goneTitle, expiredTitle, forgedTitle, forged, toChat } = words.handedOver;
  // staff have no business in the guests' chat
  const way = kind === "answer" ? { href: view.link("/"), label: toChat } : null;
  const now = clock.now();
  const signature = checkSigned(view.url, now, sign);
  if (signature === "forged")
    return privatePage(messagePage(view, { title: forgedTitle, text: forged, way }), language, 403);
  const { expired, gone } = words.handedOver[kind];
  if (signature === "expired")
    return privatePage(messagePage(view, { title: expiredTitle, text: expired, way }), language, 410);
  // the signature is that of one language: the way to the other needs its own
  const own: View = { ...view, inLanguage: (lang) => signedAlike(view.url, { lang }, sign) };
  const found = await caseByNumber(number);
  if (!found) return privatePage(messagePage(own, { title: goneTitle, text: gone, way }), language, 404);
  return privatePage(kind === "answer" ? replyPage(own, found) : casePage(own, found, now), language);
}
