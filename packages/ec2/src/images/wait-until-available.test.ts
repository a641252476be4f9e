import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeWire, irelandOn, success } from '../testing/fake-wire.js';
import { type ImageFacts, imageXml, listXml } from '../testing/xml.js';
import type { WaitOptions } from '../waiting/wait-options.js';
import { isImageFailedError } from './image-failed-error.js';
import { isImagePendingError } from './image-pending-error.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A pending image whose looks see these, one after the other, and the last for ever; without facts, nothing. */
async function pendingImage(...looks: readonly (ImageFacts | undefined)[]) {
  const seen = [{ state: 'pending' }, ...looks];
  const wire = new FakeWire((form) => {
    const facts = seen[Math.min(wire.forms.length, seen.length) - 1];
    return success(form, listXml('imagesSet', facts ? [imageXml('ami-1', facts)] : []));
  });
  return { image: await irelandOn(wire).image('ami-1'), wire };
}

test('it looks at once and then every 15 seconds, until it is available', async () => {
  const { image, wire } = await pendingImage({ state: 'pending' }, { state: 'transient' }, { state: 'available' });
  const { signal } = new AbortController();
  const done = image.waitUntilAvailable({ signal, timeout: 60_000 });
  await vi.advanceTimersByTimeAsync(14_999);
  expect(wire.forms).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(15_001);
  const available = await done;
  expect([image.state, available.state, available.id]).toEqual(['pending', 'available', 'ami-1']);
  expect(wire.forms).toHaveLength(4);
  expect([vi.getTimerCount(), getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
});

test.each([
  ['failed', 'deregister it and make another'],
  ['error', 'deregister it and make another'],
  ['invalid', 'deregister it and make another'],
  ['deregistered', 'deregister it and make another'],
  ['disabled', 'enable it first'],
])("one that ends as '%s' is an error with EC2's reason", async (state, advice) => {
  const { image } = await pendingImage({ state, reason: 'Snapshot is gone' });
  const error: unknown = await image.waitUntilAvailable().catch((caught: unknown) => caught);
  expect(isImageFailedError(error)).toBe(true);
  expect(error).toMatchObject({ state, stateReason: 'Snapshot is gone', image: { id: 'ami-1' } });
  expect((error as Error).message).toContain(`ami-1 in eu-west-1 is '${state}', not available: Snapshot is gone`);
  expect((error as Error).message).toContain(advice);
});

test('one that fails without a reason is an error without one', async () => {
  const { image } = await pendingImage({ state: 'failed' });
  await expect(image.waitUntilAvailable()).rejects.toThrow("is 'failed', not available; deregister it");
});

test('when the time is over it says in which state it was, and leaves no timer behind', async () => {
  const { image } = await pendingImage({ state: 'pending' });
  const waiting = image.waitUntilAvailable({ timeout: 40_000 }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(40_000);
  const error = await waiting;
  expect(isImagePendingError(error)).toBe(true);
  expect(error).toMatchObject({ timeout: 40_000, image: { state: 'pending' } });
  expect((error as Error).message).toContain("was 'pending' when the timeout of 40000 ms was over");
  expect(vi.getTimerCount()).toBe(0);
});

test('one that EC2 does not show yet is waited for a little, and one that was there and is gone is not', async () => {
  const late = await pendingImage(undefined, undefined, undefined, { state: 'available' });
  const done = late.image.waitUntilAvailable({ pollInterval: 100 });
  await vi.advanceTimersByTimeAsync(300);
  expect((await done).state).toBe('available');
  const gone = await pendingImage({ state: 'pending' }, undefined);
  const waiting = gone.image.waitUntilAvailable({ pollInterval: 100 }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(100);
  expect(await waiting).toMatchObject({ name: 'Ec2NotFoundError', kind: 'image' });
});

test.each<object>([{ timeout: 0 }, { pollInterval: 99 }, { signal: {} }, { onProgress: () => {} }])(
  '%j are no options of this wait',
  async (options) => {
    const { image, wire } = await pendingImage({ state: 'available' });
    await expect(image.waitUntilAvailable(options as WaitOptions)).rejects.toMatchObject({ name: 'OptionError' });
    expect(wire.forms).toHaveLength(1);
  },
);
