import type { Post } from "./outbox.js";

/** Sends a token along until something was taken with it: a conversation goes on from another one only as it begins. */
export function carrying(post: Post, token: string | null): Post {
  let left = token;
  return async (body) => {
    const posted = await post(left === null ? body : { ...body, carry: left });
    if (posted.result === "taken") left = null;
    return posted;
  };
}
