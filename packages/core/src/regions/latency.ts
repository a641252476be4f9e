/**
 * Round trips from us-east-1 in whole milliseconds, nearest first: the median over one year of TCP connects to each region's
 * DynamoDB endpoint, as published by https://www.cloudping.co and copied on 2025-05-29 in
 * https://github.com/oaustegard/oaustegard.github.io (web-utilities/aws-ping-p50-1y.json).
 */
const measured: readonly (readonly [region: string, milliseconds: number])[] = [
  ['us-east-1', 5],
  ['us-east-2', 15],
  ['ca-central-1', 16],
  ['ca-west-1', 50],
  ['mx-central-1', 57],
  ['us-west-1', 64],
  ['us-west-2', 64],
  ['eu-west-1', 70],
  ['eu-west-2', 78],
  ['eu-west-3', 84],
  ['eu-central-2', 92],
  ['eu-central-1', 93],
  ['eu-south-1', 101],
  ['eu-south-2', 107],
  ['eu-north-1', 112],
  ['sa-east-1', 115],
  ['il-central-1', 134],
  ['ap-northeast-1', 149],
  ['ap-northeast-3', 153],
  ['me-south-1', 161],
  ['ap-northeast-2', 179],
  ['ap-south-1', 192],
  ['me-central-1', 194],
  ['ap-east-1', 197],
  ['ap-southeast-2', 200],
  ['ap-south-2', 208],
  ['ap-southeast-4', 209],
  ['ap-southeast-1', 219],
  ['ap-southeast-5', 222],
  ['af-south-1', 228],
  ['ap-southeast-3', 234],
  ['ap-southeast-7', 244],
];

/**
 * Regions without a measurement: 7.7 ms + 0.01414 ms for each km of great circle, the least squares over the measured
 * ones (off by 11 ms on average, 40 ms at worst). For mainland China it is a floor: those lines are slower than they are long.
 */
const modelled: readonly (readonly [region: string, milliseconds: number])[] = [
  ['ap-east-2', 186],
  ['ap-southeast-6', 204],
  ['us-gov-east-1', 14],
  ['us-gov-west-1', 57],
  ['cn-north-1', 165],
  ['cn-northwest-1', 169],
  ['eusc-de-east-1', 102],
  ['me-west-1', 161],
  ['sa-west-1', 122],
];

const latencies: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([...measured, ...modelled]);

const median: number = /* @__PURE__ */ middle([...latencies.values()]);

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * How far away a region is, in milliseconds a round trip, before anything was measured from here.
 *
 * It is good for an order (slowest first), not for a deadline: it was taken in Virginia. A region that is not in the table
 * is given the table's median.
 *
 * @example
 * ```ts
 * regions.toSorted((a, b) => vendoredLatency(b) - vendoredLatency(a)); // slowest first
 * ```
 */
export function vendoredLatency(region: string): number {
  return latencies.get(region) ?? median;
}
