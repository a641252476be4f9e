// Two stores: a bucket of a real Swift's S3 interface into a container of Swift and back, by a process that is killed twice on the way.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { diff, isLossesError, mirror, planMirror } from '@proj/core/store';
import { placesOf } from './swift/mirror-places.mjs';
import { noSwift, startSwift } from './swift/swift-server.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('./swift/mirror-places.mjs').Cluster} Cluster */
/** @typedef {Awaited<ReturnType<typeof placesOf>>} Places */

/** Some minutes' work; a continuous integration has less time. */
const count = process.env['CI'] === 'true' ? 600 : 5_000;
const killAfter = count / 4;
const large = 200 * 2 ** 20;

export const name = 'mirror';

export const needs = noSwift;

/** Names of any characters, and a few objects with nothing in them. */
const objects = Array.from({ length: count - 1 }, (_, index) => ({
  name: `${index % 7}/${['plain', 'é ✓ %+', '日本', 'tab\t', 'quote\'"&<'][index % 5]}-${index}`,
  body: index % 50 === 0 ? '' : `object ${index}`,
  metadata: index % 10 === 0 ? { colour: `blue${index}` } : undefined,
}));

/** @param {Report} report */
export async function run(report) {
  const swift = await startSwift();
  const cluster = { s3: swift.s3['us-east-1'] ?? '', keys: swift.keys, auth: swift.auth['dfw'] ?? '' };
  const places = await placesOf(cluster);
  try {
    await fills(report, places);
    await asksFirst(report, places);
    await goes(report, places, cluster);
    await comesBack(report, places, cluster);
  } finally {
    await places.close();
    await swift.stop();
  }
}

/** @param {Report} report @param {Places} places */
async function fills(report, { region, account, there }) {
  await report.check(`${count.toLocaleString('en')} objects are there, one of 200 MiB among them`, async () => {
    await region.createBucket('mirrored');
    await region.createBucket('mirrored-back');
    await account.createContainer('mirrored here');
    for (let at = 0; at < objects.length; at += 48) {
      const some = objects.slice(at, at + 48);
      await Promise.all(
        some.map(({ name: key, body, metadata }) => there.object(key).put(body, { contentType: 'text/x', metadata })),
      );
    }
    await there.object('large').upload(bytes());
  });
}

async function* bytes() {
  const piece = Buffer.alloc(2 ** 20);
  for (let at = 0; at < large; at += piece.length) {
    piece.fill(at % 251);
    yield Buffer.from(piece);
  }
}

/** @param {Report} report @param {Places} places */
async function asksFirst(report, { there, container }) {
  await report.check('a plan says what it takes, and nothing runs while a loss is not accepted', async () => {
    const { objects: planned, bytes: size, extra, from, losses } = await planMirror(there, container);
    assert.deepEqual([planned, extra, from.by], [count, 0, { GET: { min: count, max: count } }]);
    assert.equal(size, large + objects.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0));
    assert.ok(losses.length > 0);
    assert.throws(() => mirror(there, container), isLossesError);
    assert.deepEqual(await container.list().toArray(), []);
  });
}

/**
 * Mirrors by a process that is killed after so many objects, if it is.
 * @param {import('./swift/mirror-child.mjs').Order} order
 * @param {number} [killAfter]
 */
async function mirrorOnce(order, killAfter = Number.POSITIVE_INFINITY) {
  const child = fork(fileURLToPath(new URL('swift/mirror-child.mjs', import.meta.url)), {
    execArgv: ['--no-warnings'],
  });
  let [copied, done] = [0, false];
  /** @type {string[]} */
  const failed = [];
  child.on('message', (/** @type {{ name?: string, error?: string, done?: boolean }} */ told) => {
    done ||= told.done === true;
    if (told.name !== undefined) copied += 1;
    if (told.error !== undefined) failed.push(`${told.name}: ${told.error}`);
    if (copied >= killAfter) child.kill('SIGKILL');
  });
  child.send(order);
  await once(child, 'exit');
  return { copied, done, failed };
}

/** @param {Report} report @param {Places} places @param {Cluster} cluster */
async function goes(report, { there, container }, cluster) {
  await report.check('killed twice on the way, it is all there in the end, and nothing twice', async () => {
    const first = await mirrorOnce({ cluster, way: 'there' }, killAfter);
    const second = await mirrorOnce({ cluster, way: 'there' }, killAfter);
    const last = await mirrorOnce({ cluster, way: 'there' });
    assert.deepEqual([first.done, second.done, last.done], [false, false, true]);
    assert.deepEqual([...first.failed, ...second.failed, ...last.failed], []);
    assert.ok(last.copied <= count - 2 * killAfter + 60, `${last.copied} were copied in the end`);
    assert.deepEqual(await gathered(diff(there, container)), []);
  });
  await report.check('what they have beside their bytes is there, too, and the large one is in segments', async () => {
    const { contentType, metadata } = await container.object(objects[10]?.name ?? '').head();
    assert.deepEqual([contentType, metadata['colour']], ['text/x', 'blue10']);
    const info = await container.object('large').head();
    assert.deepEqual([info.kind, info.size], ['static', large]);
  });
}

/** @param {Report} report @param {Places} places @param {Cluster} cluster */
async function comesBack(report, { there, container, back }, cluster) {
  await report.check('it comes back as it was', async () => {
    const { done, failed } = await mirrorOnce({ cluster, way: 'back' });
    assert.deepEqual([done, failed], [true, []]);
    assert.deepEqual(await gathered(diff(container, back)), []);
    assert.deepEqual(await gathered(diff(there, back)), []);
    assert.equal((await back.object(objects[10]?.name ?? '').head()).metadata['colour'], 'blue10');
    assert.equal(await digestOf(back), await digestOf(there));
  });
}

/** @param {import('@proj/s3').Bucket} bucket */
async function digestOf(bucket) {
  const hash = createHash('sha256');
  for await (const chunk of (await bucket.object('large').get()).stream) hash.update(chunk);
  return hash.digest('hex');
}

/** @template T @param {AsyncIterable<T>} all */
async function gathered(all) {
  /** @type {T[]} */
  const list = [];
  for await (const one of all) list.push(one);
  return list;
}
