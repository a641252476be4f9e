import { measuredLatency } from './measured-latency.js';

/** How long an answer waits: not at all, as long as measured from us-east-1, or by one's own function (ms). */
export type Latency = 'none' | 'measured' | ((region: string) => number);

/** The milliseconds from a request's arrival to its answer, for one region. */
export function latencyOf(latency: Latency, region: string): number {
  if (latency === 'none') return 0;
  if (latency === 'measured') return measuredLatency.regions[region]?.ms ?? 0;
  return latency(region);
}
