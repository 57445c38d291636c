/**
 * Tells which Host headers to refuse. A desk bound to loopback is meant for this machine and its reverse proxy; a
 * foreign name in the Host header means that a web site had its own name resolved to 127.0.0.1 to read the answers
 * (DNS rebinding). A desk bound to the network is reached under names that it cannot know, so it takes any.
 *
 * @param publicHost Host name of the public URL, without port. Ports are not compared: tunnels change them.
 */
export function guardHost(loopback: boolean, publicHost: string): (host: string | null) => boolean {
  if (!loopback) return () => false;
  const known = new Set(["localhost", "127.0.0.1", "[::1]", publicHost.toLowerCase()]);
  return (host) => host === null || !known.has(withoutPort(host).toLowerCase());
}

function withoutPort(host: string): string {
  return host.replace(/:\d*$/, "");
}
