import autocannon from 'autocannon';

/** One burst against a server: requests per second and the 99th percentile of the answer time, in milliseconds. */
export interface Burst {
  perSecond: number;
  p99: number;
}

export interface Target {
  name: string;
  origin: string;
  /** Requests that are sent in turn. */
  requests: autocannon.Request[];
}

const connections = 16;

/** Sends as fast as it is answered, for `seconds`. Throws when anything is answered with an error. */
export async function burst({ name, origin, requests }: Target, seconds: number): Promise<Burst> {
  const result = await autocannon({ url: origin, connections, duration: seconds, requests, timeout: 30 });
  if (result.non2xx || result.errors) throw new Error(`${name}: ${result.non2xx} refused, ${result.errors} failed of ${result.requests.total}`);
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}

/**
 * Measures targets against each other: after a warm-up each is measured in turn, A B C A B C …, so that a machine that speeds up or slows
 * down does so for all of them. Answers the median of each.
 */
export async function compare(targets: Target[], { rounds = 3, seconds = 3 } = {}): Promise<Burst[]> {
  const bursts = targets.map(() => [] as Burst[]);
  for (const target of targets) await burst(target, 2);
  for (let round = 0; round < rounds; round++) {
    for (const [index, target] of targets.entries()) bursts[index]!.push(await burst(target, seconds));
  }
  return bursts.map((of) => ({ perSecond: median(of.map((each) => each.perSecond)), p99: median(of.map((each) => each.p99)) }));
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
