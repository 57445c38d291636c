import { type ActName, hangDeskApi } from "../../src/desk-api/index.js";
import type { RequestHandler, Routes } from "../../src/vocabulary/index.js";
import type { HandoverDesk } from "../handover/desk.js";

export const TOKEN = "the-token-of-this-desk";

/** The entrance of a desk, asked as a program on the same machine asks. */
export interface Entrance {
  /** With any request and from anywhere. */
  ask(
    method: "GET" | "POST",
    path: string,
    given?: { body?: string; headers?: Record<string, string>; from?: string },
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  list(): Promise<Record<string, unknown>>;
  show(number: string, after?: number): Promise<Shown>;
  act(number: string, name: ActName, body: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** How often the desk was told to look what is due. */
  woken(): number;
}

interface Shown extends Record<string, unknown> {
  readonly lines: readonly { from: string; text: string; name?: string }[];
  readonly cursor: number;
}

/** Hangs the entrance on routes of its own. */
export function entranceOf(desk: HandoverDesk): Entrance {
  const routes: { method: string; path: RegExp; names: string[]; handler: RequestHandler }[] = [];
  const hang = (method: string) => (path: string, handler: RequestHandler) => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
    const pattern = new RegExp(`^${path.replace(/:\w+/g, "([^/]+)")}$`);
    routes.push({ method, path: pattern, names, handler });
  };
  let woken = 0;
  const on: Routes = { get: hang("GET"), post: hang("POST") };
  hangDeskApi(on, {
    store: desk.process.store,
    receive: (event) => desk.process.delivery.receive(event),
    wake: () => {
      woken += 1;
    },
    knowledge: () => desk.knowledge,
    token: TOKEN,
    clock: desk.process.time,
    pause: (ms) => desk.pass(ms),
  });

  const ask: Entrance["ask"] = async (method, path, { body, headers, from = "127.0.0.1" } = {}) => {
    const url = new URL(path, "http://127.0.0.1:3978");
    const route = routes.find((one) => one.method === method && one.path.test(url.pathname));
    if (!route) throw new Error(`There is no ${method} ${path}.`);
    const values = (route.path.exec(url.pathname) ?? []).slice(1);
    const request = new Request(url, {
      method,
      headers: headers ?? { authorization: `Bearer ${TOKEN}` },
      ...(body === undefined ? {} : { body }),
    });
    const params = Object.fromEntries(route.names.map((name, at) => [name, values[at] ?? ""]));
    const answer = await route.handler(request, { remoteAddress: from, params });
    const said = answer.status === 204 ? {} : await answer.json();
    return { status: answer.status, body: said as Record<string, unknown> };
  };
  return {
    ask,
    list: async () => (await ask("GET", "/desk/enquiries")).body,
    show: async (number, after = 0) =>
      (await ask("GET", `/desk/enquiries/${number}?after=${after}`)).body as Shown,
    act: async (number, name, body) =>
      (await ask("POST", `/desk/enquiries/${number}/${name}`, { body: JSON.stringify(body) })).body,
    woken: () => woken,
  };
}
