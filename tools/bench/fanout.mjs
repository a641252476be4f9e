// One small call in every commercial region, at the latencies measured from us-east-1: a set against a loop over plain clients.
import { EC2 } from '@aws-sdk/client-ec2';
import { regionsOf, serviceSet } from '@proj/core';
import { startCloudProcess } from '../cloud/process.mjs';

const dead = 'me-south-1';
const regions = regionsOf('aws').filter((region) => region !== dead);

/** @type {import('../cloud/process.mjs').CloudProcess} */
let cloud;
/** @type {Part[]} */
const parts = [];
/** @typedef {ReturnType<typeof makeParts>} Part */

function connection() {
  const [account] = cloud.accounts;
  if (account === undefined) throw new Error('the cloud has no account');
  return { endpoint: cloud.url, credentials: account.credentials };
}

const ourSet = (/** @type {readonly string[]} */ among) => serviceSet(EC2, { ...connection(), regions: among });
const plainClients = () => regions.map((region) => new EC2({ ...connection(), region }));

/** What keeps its connections from round to round. */
function makeParts() {
  return { set: ourSet(regions), clients: plainClients(), withDead: ourSet([...regions, dead]) };
}

function warm() {
  const [made = makeParts()] = parts;
  if (parts.length === 0) parts.push(made);
  return made;
}

async function ours(/** @type {ReturnType<typeof ourSet>} */ set) {
  const { complete } = await set.describeVolumes({}).settled();
  if (!complete) throw new Error('a region is missing');
}

async function baseline(/** @type {readonly EC2[]} */ clients) {
  const settled = await Promise.allSettled(clients.map((client) => client.describeVolumes({})));
  if (settled.some(({ status }) => status === 'rejected')) throw new Error('a region is missing');
}

async function first() {
  const set = ourSet(regions);
  await ours(set);
  await set[Symbol.asyncDispose]();
}

async function firstPlain() {
  const clients = plainClients();
  await baseline(clients);
  for (const client of clients) client.destroy();
}

/** The ms until the last healthy region has answered, with a region in the set that never does. */
async function healthyBesideDead() {
  const start = performance.now();
  let left = regions.length;
  for await (const { status } of warm().withDead.describeVolumes({})) {
    if (status === 'ok') left -= 1;
    if (left === 0) break;
  }
  return performance.now() - start;
}

/** @type {import('./harness/compare.mjs').Plan} */
export default {
  bench: 'fanout',
  rounds: 15,
  cases: [
    { name: 'first call of a set', ours: first, baseline: firstPlain, must: 1, goal: 1.1 },
    { name: 'later calls', ours: () => ours(warm().set), baseline: () => baseline(warm().clients), must: 1, goal: 1.1 },
    {
      name: 'healthy regions beside a dead one',
      ours: healthyBesideDead,
      baseline: () => ours(warm().set),
      must: 1 / 1.1,
      goal: 1,
    },
  ],
  setUp: async () => {
    cloud = await startCloudProcess({ latency: 'measured', faults: { [dead]: { kind: 'silent' } } });
    return async () => {
      for (const { set, withDead, clients } of parts) {
        await set[Symbol.asyncDispose]();
        await withDead[Symbol.asyncDispose]();
        for (const client of clients) client.destroy();
      }
      await cloud.stop();
    };
  },
};
