import { request as plainRequest } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createHttp, type Http, type HttpOptions, ListenError } from "../../src/http/index.js";
import type { Log } from "../../src/vocabulary/index.js";

const open: Http[] = [];
const logged: { what: string; details: unknown }[] = [];
const log: Log = {
  info: () => {},
  warn: () => {},
  error: (what, details) => void logged.push({ what, details }),
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((http) => http.close()));
  logged.length = 0;
});

function desk(changes: Partial<HttpOptions> = {}): Http {
  const http = createHttp({
    host: "127.0.0.1",
    port: 0,
    publicUrl: "https://chat.example.org",
    log,
    ...changes,
  });
  open.push(http);
  return http;
}

/** Unlike fetch, node's own client lets a test say any Host header. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = plainRequest(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject).end();
  });
}

describe("routes", () => {
  it("hands a handler the unread body, the named parts of the path and the socket's address", async () => {
    const http = desk();
    http.routes.post("/hooks/:name", async (request, from) =>
      Response.json({
        text: await request.text(),
        used: request.bodyUsed,
        ...from,
        own: request instanceof Request,
      }),
    );
    const { url } = await http.listen();
    const response = await fetch(`${url}/hooks/a%20b`, { method: "POST", body: "Grüße \u{1F600}" });
    expect(await response.json()).toEqual({
      text: "Grüße \u{1F600}",
      used: true,
      remoteAddress: "127.0.0.1",
      params: { name: "a b" },
      own: true,
    });
  });

  it("gives the body byte by byte, as a signature needs it", async () => {
    const http = desk();
    http.routes.post("/bytes", async (request) => new Response(await request.arrayBuffer()));
    const { url } = await http.listen();
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const response = await fetch(`${url}/bytes`, { method: "POST", body: bytes });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it.each(["/nothing", "/hooks", "/..%2f..%2fetc/passwd"])(
    "answers a plain 404 for the unknown path %s",
    async (path) => {
      const http = desk();
      const { url } = await http.listen();
      const response = await fetch(url + path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("text/plain");
    },
  );

  it("answers HEAD without body and lets go of a stream that the GET handler opened", async () => {
    const http = desk();
    let released = false;
    http.routes.get("/endless", () => {
      const body = new ReadableStream({
        cancel: () => {
          released = true;
        },
      });
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    });
    const { url } = await http.listen();
    const response = await fetch(`${url}/endless`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
    expect(released).toBe(true);
  });

  it("answers 500 without details when a handler throws, and logs the place but not the words", async () => {
    const http = desk();
    http.routes.get("/broken", () => {
      throw new TypeError("my IBAN is DE02120300000000202051");
    });
    const { url } = await http.listen();
    const response = await fetch(`${url}/broken?token=geheim`);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text).message.de).toContain("schiefgegangen");
    expect(text).not.toContain("IBAN");
    expect(logged).toHaveLength(1);
    const line = JSON.stringify(logged);
    expect(line).toContain("TypeError");
    expect(line).toContain("http.test.ts");
    expect(line).not.toMatch(/IBAN|geheim/);
  });
});

describe("health", () => {
  it.each([
    { health: { ok: true, waiting: 3 }, status: 200 },
    { health: { ok: false, store: "disk full" }, status: 503 },
  ])("reports $health with status $status", async ({ health, status }) => {
    const http = desk({ health: () => health });
    const { url } = await http.listen();
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(health);
  });
});

describe("limits", () => {
  const huge = "x".repeat(1_000_000);

  it("refuses a body over the limit in German and English, announced or in chunks", async () => {
    const http = desk();
    let seen = 0;
    http.routes.post("/text", async (request) => {
      seen += (await request.text()).length;
      return new Response("ok");
    });
    const { url } = await http.listen();
    const announced = await fetch(`${url}/text`, { method: "POST", body: huge });
    const chunked = await fetch(`${url}/text`, {
      method: "POST",
      body: new Blob([huge]).stream(),
      duplex: "half",
    } as RequestInit);
    for (const response of [announced, chunked]) {
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        error: "body-too-large",
        limit: 65_536,
        message: { de: expect.stringContaining("zu groß"), en: expect.stringContaining("too large") },
      });
    }
    expect(seen).toBe(0);
  });

  it("tells a route that has a limit of its own of each body over it, and of no other one", async () => {
    const http = desk();
    let exceeded = 0;
    const count = (): void => {
      exceeded += 1;
    };
    http.routes.post("/large", async (request) => new Response(await request.text()), 100_000, count);
    const { url } = await http.listen();
    const post = async (length: number): Promise<number> =>
      (await fetch(`${url}/large`, { method: "POST", body: huge.slice(0, length) })).status;
    expect([await post(100_000), await post(100_001), await post(1_000_000)]).toEqual([200, 413, 413]);
    expect(exceeded).toBe(2);
  });

  it("takes a body of exactly the limit, in chunks too", async () => {
    const http = desk({ bodyLimit: 10 });
    http.routes.post("/text", async (request) => new Response(await request.text()));
    const { url } = await http.listen();
    const body = new Blob(["12345", "67890"]).stream();
    const response = await fetch(`${url}/text`, { method: "POST", body, duplex: "half" } as RequestInit);
    expect(await response.text()).toBe("1234567890");
  });

  it("refuses an address of more than 2,048 characters", async () => {
    const http = desk();
    const { url } = await http.listen();
    expect((await fetch(`${url}/?${"a".repeat(2_100)}`)).status).toBe(414);
  });

  it("does not mind a client that breaks off in the middle of its body", async () => {
    const http = desk();
    http.routes.post("/text", async (request) => new Response(await request.text()));
    const { url } = await http.listen();
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    await new Promise<void>((resolve) =>
      socket.write("POST /text HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf", () =>
        resolve(),
      ),
    );
    socket.destroy();
    const response = await fetch(`${url}/text`, { method: "POST", body: "whole" });
    expect(await response.text()).toBe("whole");
    expect(logged).toEqual([]);
  });
});

describe("security headers", () => {
  const guards = {
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
  };

  it.each(["/page", "/healthz", "/unknown", "/broken", "/redirect", `/?${"a".repeat(2_100)}`])(
    "stand on the answer to %.20s",
    async (path) => {
      const http = desk();
      http.routes.get("/page", () => new Response("page"));
      http.routes.get("/redirect", () => Response.redirect("https://example.org/", 303));
      http.routes.get("/broken", () => {
        throw new Error("broken");
      });
      const { url } = await http.listen();
      const { headers } = await fetch(url + path, { redirect: "manual" });
      expect(Object.fromEntries(headers)).toMatchObject(guards);
      expect(headers.has("permissions-policy")).toBe(true);
      expect(headers.has("x-powered-by")).toBe(false);
    },
  );

  it("leave a header alone that the handler set itself", async () => {
    const http = desk();
    http.routes.get("/asset", () => new Response("", { headers: { "cache-control": "max-age=60" } }));
    const { url } = await http.listen();
    expect((await fetch(`${url}/asset`)).headers.get("cache-control")).toBe("max-age=60");
  });

  it.each([
    [
      "frame-ancestors 'self' https://www.example.org",
      /^default-src 'none'; .*; frame-ancestors 'self' https:\/\/www\.example\.org$/,
    ],
    [
      "Frame-Ancestors 'none'; img-src 'none'",
      /script-src 'self'; .*img-src 'none'; .*Frame-Ancestors 'none'$/,
    ],
    ["sandbox allow-scripts;", /frame-ancestors 'self'; sandbox allow-scripts$/],
    ["", /frame-ancestors 'self'$/],
  ])("let a handler change a directive of the policy and keep the others: %s", async (own, expected) => {
    const http = desk();
    http.routes.get("/page", () => new Response("", { headers: { "content-security-policy": own } }));
    const { url } = await http.listen();
    const policy = (await fetch(`${url}/page`)).headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(expected);
    const names = policy.split("; ").map((directive) => directive.split(" ")[0]?.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a foreign Host header (DNS rebinding)", () => {
  it.each([
    { host: "localhost:3978", status: 200 },
    { host: "127.0.0.1", status: 200 },
    { host: "[::1]:80", status: 200 },
    { host: "chat.example.org", status: 200 },
    { host: "CHAT.example.org:443", status: 200 },
    { host: "evil.example", status: 421 },
    { host: "localhost.evil.example", status: 421 },
    { host: "evil.example:3978", status: 421 },
    { host: "127.0.0.1.evil.example", status: 421 },
    { host: "a b", status: 400 },
  ])("$host gets $status on loopback", async ({ host, status }) => {
    const http = desk();
    const { url } = await http.listen();
    expect(await statusFor(`${url}/healthz`, host)).toBe(status);
  });

  it("is not looked at when the desk is bound to the network", async () => {
    const http = desk({ host: "0.0.0.0" });
    const { url } = await http.listen();
    expect(await statusFor(`${url}/healthz`, "intranet.example")).toBe(200);
  });
});

describe("opening and closing", () => {
  it("says which port is in use and what to do", async () => {
    const first = desk();
    const port = Number(new URL((await first.listen()).url).port);
    const failure = await desk({ port })
      .listen()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ListenError);
    expect(failure).toMatchObject({
      reason: "port-in-use",
      message: `Port ${port} on 127.0.0.1 is already in use, perhaps by a desk that is still running. Stop that program, or choose another port with PORT=${port + 1}.`,
    });
  });

  it("says that an address is not one of this machine", async () => {
    // 192.0.2.0/24 is kept for documentation (RFC 5737): no machine has it.
    await expect(desk({ host: "192.0.2.1" }).listen()).rejects.toThrow(
      /192\.0\.2\.1 is not an address of this machine/,
    );
  });

  it("ends open event streams and closes the port", async () => {
    const http = desk();
    http.routes.get("/stream", () => {
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(":\n\n")),
      });
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    });
    const { url } = await http.listen();
    const response = await fetch(`${url}/stream`);
    const rest = response.text().then(
      () => "ended",
      () => "ended",
    );
    await http.close();
    expect(await rest).toBe("ended");
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it("lets a request that is being answered finish", async () => {
    const http = desk();
    let finish = () => {};
    const begun = new Promise<void>((seen) => {
      http.routes.get("/slow", async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
          seen();
        });
        return new Response("done");
      });
    });
    const { url } = await http.listen();
    const answer = fetch(`${url}/slow`, { headers: { connection: "close" } }).then((response) =>
      response.text(),
    );
    await begun;
    const closed = http.close();
    finish();
    expect(await answer).toBe("done");
    await closed;
  });

  it("closes without having been opened, and twice", async () => {
    const http = desk();
    await http.close();
    await http.listen();
    await http.close();
    await http.close();
  });
});
