import type { Outcome } from '../../fanout/outcome.js';
import { vendoredLatency } from '../../regions/latency.js';
import type { Target } from '../../targets/target.js';

const seen = new WeakMap<Target, number>();

/** The milliseconds that a target took last, else those of the vendored table. */
export function expectedLatency(target: Target): number {
  return seen.get(target) ?? vendoredLatency(target.region);
}

/** Remembers how long an answer took. A failure tells nothing of the next answer's time. */
export function learnLatency({ status, target, elapsed }: Outcome<unknown>): void {
  if (status === 'ok') seen.set(target, elapsed);
}
