import type { Server } from "node:http";
import { isIPv6, type Socket } from "node:net";

/** The port or address cannot be had. The message is one sentence or two for the person who starts the desk. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  constructor(
    readonly reason: "port-in-use" | "not-allowed" | "no-such-address" | "other",
    message: string,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

/** How long a request that is being answered may still take when the server closes, in ms. */
const patience = 5_000;

/**
 * Opens the port.
 * @returns The address for a browser on this machine.
 * @throws ListenError
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => reject(explained(error, host, port));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
  const address = server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  return `http://${nameOf(host)}:${actual}`;
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);
}

/** Knows who is connected, so that closing waits for answers and for nothing else. Begins before `listen`. */
export function watchSockets(server: Server) {
  const all = new Set<Socket>();
  const answering = new Set<Socket>();
  let closing = false;
  server.on("connection", (socket) => {
    all.add(socket);
    socket.once("close", () => all.delete(socket));
  });
  server.on("request", ({ socket }, outgoing) => {
    answering.add(socket);
    outgoing.once("close", () => {
      answering.delete(socket);
      if (closing) socket.destroySoon();
    });
  });
  return {
    /** This connection carries an event stream, which never ends by itself: nobody waits for it. */
    endless(socket: Socket): void {
      answering.delete(socket);
    },
    /**
     * Stops accepting and ends what is not being answered. Node's own `closeIdleConnections` leaves connections open
     * that have not sent a request yet, as browsers keep them in reserve.
     */
    async close(): Promise<void> {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of all) if (!answering.has(socket)) socket.destroy();
      const impatient = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(impatient);
    },
  };
}

/** The name under which a browser on this machine finds what is bound to `host`. */
function nameOf(host: string): string {
  if (host === "0.0.0.0" || host === "::" || host === "127.0.0.1") return "localhost";
  return isIPv6(host) ? `[${host}]` : host;
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): ListenError {
  switch (error.code) {
    case "EADDRINUSE":
      return new ListenError(
        "port-in-use",
        `Port ${port} on ${host} is already in use, perhaps by a desk that is still running. Stop that program, or choose another port with PORT=${port + 1}.`,
        error,
      );
    case "EACCES":
      return new ListenError(
        "not-allowed",
        `Port ${port} on ${host} needs rights that this process does not have. Choose a port above 1023, for example PORT=3978, and put a reverse proxy in front.`,
        error,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ListenError(
        "no-such-address",
        `${host} is not an address of this machine. Set HOST to one that is: 127.0.0.1 for this machine only, 0.0.0.0 for the network.`,
        error,
      );
    default:
      return new ListenError(
        "other",
        `The server cannot listen on ${host}, port ${port} (${error.code ?? error.message}). Check HOST and PORT.`,
        error,
      );
  }
}
