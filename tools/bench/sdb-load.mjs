// Writing 100,000 items over eight regions from streams: what memory holds on the way, against beginning every request at once.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { simpledb } from '@proj/sdb';
import { startCloudProcess } from '../cloud/process.mjs';

setFlagsFromString('--expose-gc');
const collectGarbage = /** @type {() => void} */ (runInNewContext('gc'));

/** @typedef {import('@proj/sdb').SimpleDBSet} SimpleDBSet */
/** @typedef {{ readonly early: number, readonly late: number, readonly seconds: number }} Figures MB of heap at the two marks */

const regions = [
  ...['us-east-1', 'us-west-1', 'us-west-2', 'eu-west-1'],
  ...['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2', 'sa-east-1'],
];
const marks = [10_000, 100_000];
const items = 100_000;
const each = items / regions.length;
const megabyte = 2 ** 20;
/** The most by which memory may grow from the first mark to the second: what the collector leaves lying about. */
const noise = 4;

/** Counts what the sources of all regions give, and looks at the heap when a mark is reached. */
class Marks {
  /** @type {number[]} */
  heaps = [];
  #made = 0;

  made() {
    this.#made += 1;
    if (!marks.includes(this.#made)) return;
    collectGarbage();
    this.heaps.push(process.memoryUsage().heapUsed / megabyte);
  }
}

/** @param {Marks} counter */
function* source(counter) {
  for (let at = 0; at < each; at += 1) {
    counter.made();
    const name = `i${String(at).padStart(6, '0')}`;
    yield { name, attributes: { id: name, group: String(at % 100), text: `${'x'.repeat(100)}${at}` } };
  }
}

/** @param {SimpleDBSet} set @param {Marks} counter */
async function ours(set, counter) {
  await set.domain('ours').create();
  const reports = await set.domain('ours').batchPut(() => source(counter), { replace: true });
  return reports.reduce((sum, { done }) => sum + done, 0);
}

/** Every request begun as soon as its items are there, as a loop without back-pressure does. @param {SimpleDBSet} set @param {Marks} counter */
async function baseline(set, counter) {
  await set.createDomain({ DomainName: 'baseline' });
  const begun = [...set].map(async ([, client]) => {
    const requests = [];
    for (const batch of batches(source(counter))) {
      const Items = batch.map(({ name, attributes }) => ({
        Name: name,
        Attributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value, Replace: true })),
      }));
      requests.push(client.batchPutAttributes({ DomainName: 'baseline', Items }).then(() => batch.length));
    }
    return (await Promise.all(requests)).reduce((sum, count) => sum + count, 0);
  });
  return (await Promise.all(begun)).reduce((sum, count) => sum + count, 0);
}

/** @template T @param {Iterable<T>} all */
function* batches(all) {
  /** @type {T[]} */
  let batch = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < 25) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * @param {SimpleDBSet} set
 * @param {(set: SimpleDBSet, counter: Marks) => Promise<number>} load
 * @returns {Promise<Figures>}
 */
async function measure(set, load) {
  const counter = new Marks();
  const start = performance.now();
  const written = await load(set, counter);
  if (written !== items) throw new Error(`${written} of ${items} items were written`);
  const [early = Number.NaN, late = Number.NaN] = counter.heaps;
  return { early, late, seconds: (performance.now() - start) / 1_000 };
}

/** @param {string} side @param {Figures} figures */
function line(side, { early, late, seconds }) {
  const [first, second] = [early, late].map((heap) => `${heap.toFixed(1)} MB`.padStart(9));
  return `  ${side.padEnd(34)} ${first} at 10,000 ${second} at 100,000 ${seconds.toFixed(1).padStart(7)} s`;
}

/** @type {import('./main.mjs').Program} */
export default async function sdbLoad() {
  const cloud = await startCloudProcess({ regions, seed: 'none' });
  const [account] = cloud.accounts;
  const set = simpledb({
    regions,
    credentials: account?.credentials,
    endpoint: ({ region }) => cloud.simpledb[region] ?? '',
  });
  try {
    await set.ready();
    const plain = await measure(set, baseline);
    const own = await measure(set, ours);
    const met = own.late - own.early <= noise;
    const text = [
      `Heap while ${items.toLocaleString('en')} items are written over ${regions.length} regions`,
      line('batchPut of a stream', own),
      line('every request begun at once', plain),
      `  grown: ${(own.late - own.early).toFixed(1)} MB, at most ${noise}; the other ${(plain.late - plain.early).toFixed(1)} MB`,
    ].join('\n');
    const figures = {
      heap: { ours: own, baseline: plain },
      ratio: (plain.late - plain.early) / Math.max(own.late - own.early, 0.1),
    };
    return { text, result: { bench: 'sdb-load', ...figures, met } };
  } finally {
    await set[Symbol.asyncDispose]();
    await cloud.stop();
  }
}
