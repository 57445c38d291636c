/** An entrance that takes messages, ours or a bare one. */
export interface Side {
  readonly url: string;
  /** The request of the message with this number, from one of many guests. */
  request(number: number): RequestInit;
  /** Resolves when nothing is left to do. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

let count = 0;

/** Messages a second until all are acknowledged. @throws Error when one is not */
export async function rate(
  side: Side,
  { messages, atOnce }: { messages: number; atOnce: number },
): Promise<number> {
  const started = performance.now();
  let left = messages;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1;
        await send(side);
      }
    }),
  );
  return (messages * 1_000) / (performance.now() - started);
}

/** The 99th percentile of the time until a message is acknowledged, in milliseconds, at an even pace. */
export async function latency(
  side: Side,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number> {
  const times: number[] = [];
  const sending: Promise<void>[] = [];
  const started = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = started + (number * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const at = performance.now();
    sending.push(send(side).then(() => void times.push(performance.now() - at)));
  }
  await Promise.all(sending);
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}

async function send(side: Side): Promise<void> {
  count += 1;
  const response = await fetch(side.url, side.request(count));
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`A message was answered with ${response.status}.`);
}
