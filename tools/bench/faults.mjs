// One region broken in one way after another beside twelve that are well: what it costs them, and what the caller is told.
import { startClouds } from '../cloud/process.mjs';
import { kinds } from './faults/kinds.mjs';
import { cap, measure, must } from './faults/measure.mjs';
import { table } from './faults/table.mjs';

const broken = 'me-south-1';
const healthy = [
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1', 'eu-west-1'],
  ...['eu-central-1', 'eu-north-1', 'ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2'],
];
const credentials = { accessKeyId: 'AKIDBENCHOFFAULTS000', secretAccessKey: 'of a cloud on loopback' };

/** A cloud of one region, so that each has an address of its own, as AWS's have. */
const cloudOf = (/** @type {string} */ region, /** @type {import('@proj/local').Fault | undefined} */ fault) => ({
  regions: [region],
  latency: /** @type {const} */ ('measured'),
  accounts: [{ id: '963068290131', credentials }],
  ...(fault === undefined ? {} : { faults: { [region]: fault } }),
});

/** @type {import('./main.mjs').Program} */
export default async function faults() {
  const broke = kinds.map(({ fault }) => cloudOf(broken, fault));
  const { clouds, stop } = await startClouds([...healthy.map((region) => cloudOf(region, undefined)), ...broke]);
  const addresses = new Map(healthy.map((region, index) => [region, clouds[index]?.endpoints[region] ?? '']));
  /** @type {Map<string, import('./faults/measure.mjs').Measured>} */
  const all = new Map();
  try {
    for (const [index, { name, endpoint, told }] of kinds.entries()) {
      const there = endpoint ?? clouds[healthy.length + index]?.endpoints[broken] ?? '';
      const at = (/** @type {string} */ region) => addresses.get(region) ?? there;
      all.set(name, await measure({ healthy, broken, endpoint: at, credentials }, told));
    }
  } finally {
    await stop();
  }
  const met = [...all.values()].every((measured) => measured.met);
  return {
    text: table(all, { must, cap }),
    result: { bench: 'faults', must, cap, faults: Object.fromEntries(all), met },
  };
}
