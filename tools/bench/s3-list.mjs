// Listing a bucket of a million keys at 20 ms a request: split while it runs, beside the SDK's paginator given sixteen prefixes that cut the keys
// into equal parts, and beside the paginator alone.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median } from './harness/median.mjs';

/** @typedef {import('./s3/list-child.mjs').Figures} Figures */
/** @typedef {Figures & { readonly requests: number, readonly serving: number }} Sample `serving`: ms that the far end worked for a request */

const latency = 20;
const keys = 1_000_000;
const rounds = 3;
const must = 1;
/** Of the plain paginator; it is to be reached by a decoder of our own. */
const goal = 4;

const sides = {
  'in any order': /** @type {const} */ ({ side: 'ours', flag: false }),
  'in key order': /** @type {const} */ ({ side: 'ours', flag: true }),
  '16 prefixes': /** @type {const} */ ({ side: 'baseline', flag: false }),
  'one paginator': /** @type {const} */ ({ side: 'baseline', flag: true }),
};
/** @typedef {keyof typeof sides} Side */
const names = /** @type {readonly Side[]} */ (Object.keys(sides));

/** A far end of so many keys. @param {number} count */
async function startServer(count) {
  const child = fork(fileURLToPath(new URL('s3/listing-server.mjs', import.meta.url)), [
    String(count),
    String(latency),
  ]);
  const [{ url }] = await once(child, 'message');
  const counts = async () => {
    child.send('count');
    const [answer] = await once(child, 'message');
    return /** @type {{ requests: number, working: number }} */ (answer);
  };
  return { url, counts, stop: () => child.disconnect() };
}

/** @param {Awaited<ReturnType<typeof startServer>>} server @param {Side} name @returns {Promise<Sample>} */
async function sample(server, name) {
  const child = fork(fileURLToPath(new URL('s3/list-child.mjs', import.meta.url)), { execArgv: ['--no-warnings'] });
  child.send({ ...sides[name], url: server.url });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that lists ended with exit code ${code}`);
  });
  ended.catch(() => {});
  const [figures] = await Promise.race([once(child, 'message'), ended]);
  const { requests, working } = await server.counts();
  return { ...figures, requests, serving: working / requests };
}

/** @type {import('./main.mjs').Program} */
export default async function s3List() {
  const small = await startServer(500);
  const alone = await sample(small, 'in key order');
  small.stop();
  const server = await startServer(keys);
  /** @type {Record<Side, Sample[]>} */
  const taken = { 'in any order': [], 'in key order': [], '16 prefixes': [], 'one paginator': [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const order = names.filter((name) => name !== 'one paginator' || round === 0);
      for (const name of round % 2 === 0 ? order : order.reverse()) taken[name].push(await sample(server, name));
    }
  } finally {
    server.stop();
  }
  return judged(taken, alone);
}

/** @param {Record<Side, Sample[]>} taken @param {Sample} alone of a bucket of one page */
function judged(taken, alone) {
  const rate = (/** @type {Side} */ name) => median(taken[name].map((one) => one.keys / one.seconds));
  const ratios = {
    'in any order': rate('in any order') / rate('16 prefixes'),
    'in key order': rate('in key order') / rate('16 prefixes'),
    'of one paginator': rate('in any order') / rate('one paginator'),
  };
  const isWhole = names.every((name) => taken[name].every((one) => one.keys === keys));
  const met = isWhole && alone.requests === 1 && ratios['in any order'] > must && ratios['in key order'] > must;
  const text = [
    `${keys.toLocaleString('en')} keys at ${latency} ms a request, medians of ${rounds}`,
    `${''.padEnd(16)}${['keys/s', 'CPU/key', 'heap', 'requests', 'far end'].map((head) => head.padStart(12)).join('')}`,
    ...names.map((name) => line(name, taken[name])),
    `  more keys a second than 16 prefixes: ${ratios['in any order'].toFixed(2)} times in any order, ${ratios['in key order'].toFixed(2)} in key order (must ${must})`,
    `  than one paginator: ${ratios['of one paginator'].toFixed(2)} times (goal ${goal}); a bucket of 500 keys took ${alone.requests} request`,
  ].join('\n');
  const figures = Object.fromEntries(names.map((name) => [name, taken[name]]));
  return {
    text,
    result: {
      bench: 's3-list',
      ratios,
      must: { ratio: must },
      goal: { ratio: goal },
      small: alone.requests,
      figures,
      met,
    },
  };
}

/** @param {Side} name @param {readonly Sample[]} all */
function line(name, all) {
  const middle = (/** @type {keyof Sample} */ figure) => median(all.map((one) => one[figure]));
  const cells = [
    Math.round(median(all.map((one) => one.keys / one.seconds))).toLocaleString('en'),
    `${middle('cpu').toFixed(1)} µs`,
    `${middle('memory').toFixed(0)} MB`,
    middle('requests').toLocaleString('en'),
    `${middle('serving').toFixed(2)} ms`,
  ];
  return `  ${name.padEnd(14)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}
