import { measuredLatency } from './measured-latency.js';

/** How long an answer waits: not at all, as long as measured from us-east-1, or by one's own function (ms). */
export type Latency = 'none' | 'measured' | ((region: string) => number);

/** Nobody measured Rackspace's regions: each is taken to be as far away as the region of AWS that is nearest to it. */
const nearest: Readonly<Record<string, string>> = {
  DFW: 'us-east-2',
  ORD: 'us-east-2',
  IAD: 'us-east-1',
  LON: 'eu-west-2',
  SYD: 'ap-southeast-2',
  HKG: 'ap-east-1',
};

/** The milliseconds from a request's arrival to its answer, for one region. */
export function latencyOf(latency: Latency, region: string): number {
  if (latency === 'none') return 0;
  if (latency === 'measured') return measuredLatency.regions[nearest[region] ?? region]?.ms ?? 0;
  return latency(region);
}
