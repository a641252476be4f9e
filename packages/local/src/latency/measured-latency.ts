/** One region's round trip, and whether somebody measured it or a formula gave it. */
export interface RegionLatency {
  /** Milliseconds. */
  readonly ms: number;
  readonly basis: 'measured' | 'model';
}

/** Round trips to every region from one place, with where they come from. */
export interface LatencyTable {
  readonly from: string;
  readonly captured: string;
  readonly source: string;
  readonly model: string;
  readonly regions: Readonly<Record<string, RegionLatency>>;
}

/** What `latency: 'measured'` replays. */
export const measuredLatency: LatencyTable = {
  from: 'us-east-1',
  captured: '2025-05-29',
  source:
    'cloudping.co, median over one year: TCP connect to port 443 of the DynamoDB endpoint (captured by oaustegard.github.io, web-utilities/aws-ping-p50-1y.json)',
  model: '7.7 ms + 0.01414 ms per km of great circle; mean error 11 ms, largest 40 ms',
  regions: {
    'us-east-1': { ms: 5.349, basis: 'measured' },
    'us-east-2': { ms: 14.668, basis: 'measured' },
    'ca-central-1': { ms: 16.443, basis: 'measured' },
    'ca-west-1': { ms: 49.814, basis: 'measured' },
    'mx-central-1': { ms: 57.197, basis: 'measured' },
    'us-west-1': { ms: 63.932, basis: 'measured' },
    'us-west-2': { ms: 64.269, basis: 'measured' },
    'eu-west-1': { ms: 69.558, basis: 'measured' },
    'eu-west-2': { ms: 77.706, basis: 'measured' },
    'eu-west-3': { ms: 83.844, basis: 'measured' },
    'eu-central-2': { ms: 91.603, basis: 'measured' },
    'eu-central-1': { ms: 93.066, basis: 'measured' },
    'eu-south-1': { ms: 101.476, basis: 'measured' },
    'eu-south-2': { ms: 107.1099, basis: 'measured' },
    'eu-north-1': { ms: 112.478, basis: 'measured' },
    'sa-east-1': { ms: 115.21, basis: 'measured' },
    'il-central-1': { ms: 133.953, basis: 'measured' },
    'ap-northeast-1': { ms: 149.3758, basis: 'measured' },
    'ap-northeast-3': { ms: 152.956, basis: 'measured' },
    'me-south-1': { ms: 161.406, basis: 'measured' },
    'ap-northeast-2': { ms: 178.5837, basis: 'measured' },
    'ap-south-1': { ms: 192.2638, basis: 'measured' },
    'me-central-1': { ms: 194.023, basis: 'measured' },
    'ap-east-1': { ms: 197.368, basis: 'measured' },
    'ap-southeast-2': { ms: 199.7, basis: 'measured' },
    'ap-south-2': { ms: 207.998, basis: 'measured' },
    'ap-southeast-4': { ms: 209.102, basis: 'measured' },
    'ap-southeast-1': { ms: 219.112, basis: 'measured' },
    'ap-southeast-5': { ms: 222.136, basis: 'measured' },
    'af-south-1': { ms: 228.1, basis: 'measured' },
    'ap-southeast-3': { ms: 234.456, basis: 'measured' },
    'ap-southeast-7': { ms: 243.842, basis: 'measured' },
    'ap-east-2': { ms: 186, basis: 'model' },
    'ap-southeast-6': { ms: 204, basis: 'model' },
    'me-west-1': { ms: 161, basis: 'model' },
    'sa-west-1': { ms: 122, basis: 'model' },
  },
};
