import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLossesError } from '../losses/losses-error.js';
import { PlaceInMemory } from '../testing/place-in-memory.js';
import { bucketFacts, containerFacts } from '../testing/stores.js';
import { copyBetween, moveBetween } from './copy-between.js';
import { diff } from './diff.js';
import { mirror } from './mirror.js';
import { planMirror } from './plan-mirror.js';

async function gathered<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

const lost = ['acl', 'storageClass', 'metadataUnderscore'] as const;
const bucketOf = (objects: Readonly<Record<string, string>>) => new PlaceInMemory(bucketFacts, objects);
const containerOf = (objects: Readonly<Record<string, string>>) => new PlaceInMemory(containerFacts, objects);

test('what is not the same is told of, and by what it was compared', async () => {
  const from = bucketOf({ a: '1', b: '22', c: '333', 'd-in-parts': '4444', same: 'x' });
  const to = containerOf({ b: '2', c: '334', 'd-in-parts': '5555', e: '', same: 'x' });
  from.etags.set('d-in-parts', `${'0'.repeat(32)}-2`);
  const found = (await gathered(diff(from, to))).map(({ name, kind, by }) => `${name} ${kind} ${by}`);
  expect(found).toEqual(['a missing nothing', 'b different size', 'c different md5', 'e extra nothing']);
  const bySize = (await gathered(diff(from, to, { compare: 'size' }))).map(({ name }) => name);
  expect(bySize).toEqual(['a', 'b', 'e']);
});

test('whatever two places have, the second is like the first afterwards, and nothing is left to do', async () => {
  const objects = fc.dictionary(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
    fc.string({ maxLength: 3 }),
    { maxKeys: 25 },
  );
  await fc.assert(
    fc.asyncProperty(objects, objects, fc.boolean(), async (source, target, deletes) => {
      const [from, to] = [bucketOf(source), containerOf(target)];
      const plan = await planMirror(from, to);
      const outcomes = await gathered(mirror(from, to, { accept: lost, delete: deletes }));
      expect(outcomes.filter(({ error }) => error !== undefined)).toEqual([]);
      expect(outcomes.filter(({ action }) => action === 'copied')).toHaveLength(plan.objects);
      expect(outcomes.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(plan.bytes);
      const left = await gathered(diff(from, to));
      expect(left.map(({ kind }) => kind)).toEqual(deletes ? [] : Array(plan.extra).fill('extra'));
      for (const [name, text] of Object.entries(source)) expect(to.objects.get(name)).toBe(text);
    }),
  );
});

test('a run that is cut off is gone on with by another', async () => {
  const from = bucketOf(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key-${index}`, `${index}`])));
  const to = containerOf({});
  let [copied, runs] = [0, 0];
  for (; copied < 30; runs += 1) {
    let left = 12;
    for await (const { error } of mirror(from, to, { accept: lost, concurrency: 3 })) {
      if (error === undefined) copied += 1;
      left -= 1;
      if (left === 0) break;
    }
    copied = to.objects.size;
  }
  expect(runs).toBe(3);
  expect(await gathered(diff(from, to))).toEqual([]);
});

test('one object that fails is told of, and the others are copied', async () => {
  const from = bucketOf({ a: '1', b: '2', c: '3' });
  const to = containerOf({});
  to.refused.add('b');
  const outcomes = await gathered(mirror(from, to, { accept: lost }));
  expect(outcomes.filter(({ error }) => error !== undefined).map(({ name }) => name)).toEqual(['b']);
  expect([...to.objects.keys()].sort()).toEqual(['a', 'c']);
});

test('nothing runs while a loss is not accepted', async () => {
  const [from, to] = [bucketOf({ a: '1' }), containerOf({})];
  expect(() => mirror(from, to)).toThrow(expect.toSatisfy(isLossesError));
  await expect(copyBetween(from, to, 'a', { accept: ['acl'] })).rejects.toSatisfy(isLossesError);
  expect([from.asked, to.asked]).toEqual([0, 0]);
  const { losses } = await planMirror(from, to);
  expect(losses.map(({ what }) => what)).toEqual(lost);
});

test('one object is copied with what both stores have beside its bytes, and moved', async () => {
  const [from, to] = [bucketOf({ a: 'hello' }), containerOf({})];
  expect(await copyBetween(from, to, 'a', { accept: lost, to: 'b' })).toBe(5);
  expect(to.attributes.get('b')).toEqual({ contentType: 'text/a', metadata: { of: 'a' } });
  await moveBetween(from, to, 'a', { accept: lost });
  expect([from.objects.size, to.objects.get('a')]).toEqual([0, 'hello']);
});

test('what was written is as long as what was read, or it is an error', async () => {
  const [from, to] = [bucketOf({ a: 'hello' }), containerOf({})];
  to.cut = true;
  await expect(copyBetween(from, to, 'a', { accept: lost })).rejects.toThrow('5 bytes were read');
});

test.each([0, -1, 1.5])('%d objects at once are refused', (concurrency) => {
  expect(() => mirror(bucketOf({}), containerOf({}), { accept: lost, concurrency })).toThrow('concurrency is');
});
