import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** All three platforms at once, each of which takes everything at once. */
export async function startStub(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(answerTo(request.url ?? "")));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerTo(path: string): unknown {
  if (path.includes("/getMe"))
    return { ok: true, result: { id: 4711, is_bot: true, first_name: "Desk", username: "desk_bot" } };
  if (/\/bot[^/]+\/send(?:Message|Document)/u.test(path))
    return {
      ok: true,
      result: { message_id: 1, date: 1, chat: { id: 1, type: "private", first_name: "A" } },
    };
  if (path.startsWith("/bot")) return { ok: true, result: true };
  if (path.includes("/api/"))
    return {
      ok: true,
      ts: "1.1",
      channel: { id: "D1" },
      user_id: "UBOT",
      team_id: "T1",
      bot_id: "B1",
      user: "desk",
    };
  return { id: "1" };
}
