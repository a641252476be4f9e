// The local cloud's Swift against a real one: the same requests to both, and the same answers.
import assert from 'node:assert/strict';
import { startLocalCloud } from '@proj/local';
import { answerOf, differences, storageOf } from './swift/compare.mjs';
import { known } from './swift/known.mjs';
import { requests } from './swift/requests.mjs';
import { noSwift, startSwift } from './swift/swift-server.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */

export const name = 'swift-shapes';

export const needs = noSwift;

/** How Swift's own interface lets in, in its first region. @param {import('./swift/swift-server.mjs').Swift} swift */
function loginOf({ auth, keys }) {
  return { address: auth['dfw'] ?? '', user: keys.accessKeyId, key: keys.secretAccessKey };
}

/** @param {Report} report */
export async function run(report) {
  const swift = await startSwift();
  const cloud = await startLocalCloud();
  const { accessKeyId: user, secretAccessKey: key } = cloud.credentials;
  const address = `${cloud.endpoint('swift', 'DFW')}/auth/v1.0`;
  try {
    const [real, local] = [await storageOf(loginOf(swift)), await storageOf({ address, user, key })];
    for (const [topic, asks] of Object.entries(requests)) {
      await report.check(`${topic}: ${asks.length} requests`, async () => {
        const found = [];
        for (const ask of asks) {
          const [theirs, ours] = [real, local].map((storage) => (typeof ask === 'function' ? ask(storage) : ask));
          if (!theirs || !ours) throw new Error('there are two');
          const title = theirs.slice(0, 3).map(shown).join(' ');
          const all = differences(await answerOf(real, theirs), await answerOf(local, ours));
          found.push(...all.filter((one) => !isKnown(title, one)).map((one) => `${title}\n    ${one}`));
        }
        assert.equal(found.join('\n'), '');
      });
    }
  } finally {
    await cloud.close();
    await swift.stop();
  }
}

/** @param {unknown} part */
function shown(part) {
  return typeof part === 'string' ? part.slice(0, 80) : JSON.stringify(part).slice(0, 120);
}

/** @param {string} title @param {string} difference */
function isKnown(title, difference) {
  return known.some((one) => one.ask.test(title) && one.difference.test(difference));
}
