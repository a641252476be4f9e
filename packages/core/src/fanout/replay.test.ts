import { expect, test } from 'vitest';
import { Replay } from './replay.js';
import { untilIdle } from './testing/deferred.js';

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const taken: T[] = [];
  for await (const value of values) taken.push(value);
  return taken;
}

test('every follower gets every value, whenever it comes', async () => {
  const replay = new Replay<number | undefined>();
  const before = all(replay.follow());
  replay.push(1);
  const between = all(replay.follow());
  await untilIdle();
  replay.push(undefined);
  replay.push(3);
  replay.end();
  for (const values of [before, between, all(replay.follow())]) expect(await values).toEqual([1, undefined, 3]);
});

test('followers get the error after the values', async () => {
  const replay = new Replay<number>();
  const follower = replay.follow();
  replay.push(1);
  expect(await follower.next()).toEqual({ done: false, value: 1 });
  const next = follower.next();
  await untilIdle();
  replay.end({ error: undefined });
  await expect(next).rejects.toBeUndefined();
  await expect(all(replay.follow())).rejects.toBeUndefined();
});
