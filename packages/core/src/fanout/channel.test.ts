import { describe, expect, test } from 'vitest';
import { Channel } from './channel.js';
import { untilIdle } from './testing/deferred.js';

/** Whether the promise is settled by now. */
async function isSettled(promise: unknown): Promise<boolean> {
  let settled = false;
  Promise.resolve(promise).then(() => {
    settled = true;
  });
  await untilIdle();
  return settled;
}

test('gives values in the order of coming, undefined among them', async () => {
  const channel = new Channel<number | undefined>();
  for (const value of [1, undefined, 3]) channel.push(value);
  channel.end();
  expect(await channel.take()).toEqual({ done: false, value: 1 });
  expect(await channel.take()).toEqual({ done: false, value: undefined });
  expect(await channel.take()).toEqual({ done: false, value: 3 });
  expect(await channel.take()).toEqual({ done: true, value: undefined });
});

test('a producer waits until its own value is taken', async () => {
  const channel = new Channel<string>();
  const [first, second] = [channel.push('a'), channel.push('b')];
  expect(await isSettled(first)).toBe(false);
  await channel.take();
  expect([await isSettled(first), await isSettled(second)]).toEqual([true, false]);
});

test('a producer does not wait for a consumer that waits', async () => {
  const channel = new Channel<string>();
  const taken = channel.take();
  expect(channel.push('a')).toBeUndefined();
  expect(await taken).toEqual({ done: false, value: 'a' });
});

test('free lets the producers go and keeps what they have', async () => {
  const channel = new Channel<string>();
  const before = channel.push('a');
  channel.free();
  expect([await isSettled(before), await isSettled(channel.push('b'))]).toEqual([true, true]);
  expect([(await channel.take()).value, (await channel.take()).value]).toEqual(['a', 'b']);
});

describe('the end', () => {
  test.each([
    ['comes', () => ({}), { done: true, value: undefined }],
    ['comes as an error that is undefined', () => ({ error: undefined }), 'undefined thrown'],
  ])('%s to a consumer that waits, after what is here', async (_, end, expected) => {
    const channel = new Channel<string>();
    const waiting = channel.take().catch((error: unknown) => `${error} thrown`);
    channel.end(end());
    expect(await waiting).toEqual(expected);
    expect(await channel.take().catch((error: unknown) => `${error} thrown`)).toEqual(expected);
  });

  test('lets producers go, drops what comes later, and counts once', async () => {
    const channel = new Channel<string>();
    const before = channel.push('a');
    channel.end();
    channel.end({ error: new Error('too late') });
    expect([await isSettled(before), channel.push('b')]).toEqual([true, undefined]);
    expect(await channel.take()).toEqual({ done: false, value: 'a' });
    expect(await channel.take()).toEqual({ done: true, value: undefined });
  });
});
