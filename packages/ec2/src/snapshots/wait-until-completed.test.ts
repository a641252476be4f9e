import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeWire, irelandOn, refusal, success, type WireAnswer } from '../testing/fake-wire.js';
import { listXml, type SnapshotFacts, snapshotXml } from '../testing/xml.js';
import { isSnapshotFailedError } from './snapshot-failed-error.js';
import { isSnapshotPendingError } from './snapshot-pending-error.js';
import type { SnapshotWaitOptions } from './snapshot-wait-options.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Look = SnapshotFacts | 'absent' | 'refused';

/** A fresh snapshot whose looks see these, one after the other, and the last for ever. */
async function freshSnapshot(...looks: readonly Look[]) {
  const describe = (form: Record<string, string>, look: Look): WireAnswer => {
    if (look === 'absent') return refusal('InvalidSnapshot.NotFound');
    if (look === 'refused') return refusal('UnauthorizedOperation', 403);
    return success(form, listXml('snapshotSet', [snapshotXml('snap-1', look)]));
  };
  const wire = new FakeWire((form) => {
    if (form['Action'] === 'DescribeVolumes')
      return success(form, listXml('volumeSet', ['<volumeId>vol-1</volumeId>']));
    if (form['Action'] === 'CreateSnapshot') return success(form, snapshotXml('snap-1', { status: 'pending' }));
    return describe(form, looks[Math.min(wire.forms.length, looks.length) - 1] ?? 'absent');
  });
  const volume = await irelandOn(wire).volume('vol-1');
  const snapshot = await volume.createSnapshot('d');
  wire.forms.length = 0;
  return { snapshot, wire };
}

const pending = (progress: string): SnapshotFacts => ({ status: 'pending', progress });

test('it looks at once and then every 15 seconds, and tells of each new percentage', async () => {
  const { snapshot, wire } = await freshSnapshot(pending(''), pending('42%'), pending('42%'), { status: 'completed' });
  const seen: [number, string | undefined][] = [];
  const onProgress: SnapshotWaitOptions['onProgress'] = (progress) => {
    seen.push([progress.percent, progress.snapshot.state]);
  };
  const done = snapshot.waitUntilCompleted({ onProgress });
  await vi.advanceTimersByTimeAsync(14_999);
  expect(wire.forms).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(wire.forms).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(30_000);
  const completed = await done;
  expect([completed.state, completed.progress, completed.id]).toEqual(['completed', 100, 'snap-1']);
  expect(snapshot.state).toBe('pending');
  expect(seen).toEqual([
    [0, 'pending'],
    [42, 'pending'],
    [100, 'completed'],
  ]);
  expect(wire.forms).toHaveLength(4);
  expect(vi.getTimerCount()).toBe(0);
});

test.each(['error', 'recoverable'])("one that ends as '%s' is an error with EC2's reason", async (status) => {
  const { snapshot } = await freshSnapshot(pending('10%'), { status, progress: '20%', message: 'KMS key is disabled' });
  const failed = snapshot.waitUntilCompleted({ pollInterval: 100 }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(100);
  const error = await failed;
  expect(isSnapshotFailedError(error)).toBe(true);
  expect(error).toMatchObject({ state: status, stateMessage: 'KMS key is disabled', snapshot: { id: 'snap-1' } });
  expect((error as Error).message).toContain(`snap-1 in eu-west-1 ended as '${status}' at 20 %: KMS key is disabled`);
});

test('one that fails without a reason is an error without one', async () => {
  const { snapshot } = await freshSnapshot({ status: 'error', progress: '5%' });
  await expect(snapshot.waitUntilCompleted()).rejects.toThrow("ended as 'error' at 5 %; delete it");
});

test('a wait that ends well leaves nothing on its signal', async () => {
  const { snapshot } = await freshSnapshot({ status: 'completed' });
  const { signal } = new AbortController();
  await snapshot.waitUntilCompleted({ signal, timeout: 1_000 });
  expect([getEventListeners(signal, 'abort').length, vi.getTimerCount()]).toEqual([0, 0]);
});

test('when the time is over it says how far it had come, and leaves no timer behind', async () => {
  const { snapshot, wire } = await freshSnapshot(pending('77%'));
  const waiting = snapshot.waitUntilCompleted({ timeout: 40_000 }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(40_000);
  const error = await waiting;
  expect(isSnapshotPendingError(error)).toBe(true);
  expect(error).toMatchObject({ timeout: 40_000, snapshot: { progress: 77 } });
  expect((error as Error).message).toContain('at 77 % when the timeout of 40000 ms was over');
  expect(wire.forms).toHaveLength(3);
  expect(vi.getTimerCount()).toBe(0);
});

test('a look that hangs does not outlast the time', async () => {
  const { snapshot, wire } = await freshSnapshot(pending('1%'));
  const hanging = vi.spyOn(wire, 'handle').mockImplementation(() => new Promise(() => {}));
  const waiting = snapshot.waitUntilCompleted({ timeout: 5_000 }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(isSnapshotPendingError(await waiting)).toBe(true);
  expect(hanging).toHaveBeenCalledTimes(1);
});

test('a signal ends the wait between two looks, and no listener stays on it', async () => {
  const { snapshot, wire } = await freshSnapshot(pending('1%'));
  const leaving = new AbortController();
  const reason = new Error('enough');
  const options = { signal: leaving.signal, timeout: 1_000_000 };
  const waiting = snapshot.waitUntilCompleted(options).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(getEventListeners(leaving.signal, 'abort')).toHaveLength(1);
  leaving.abort(reason);
  expect(await waiting).toMatchObject({ name: 'CancelledError', cause: reason });
  expect(wire.forms).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(leaving.signal, 'abort')).toEqual([]);
});

test('a signal that has aborted before lets nothing be asked', async () => {
  const { snapshot, wire } = await freshSnapshot(pending('1%'));
  const waiting = snapshot.waitUntilCompleted({ signal: AbortSignal.abort() });
  await expect(waiting).rejects.toMatchObject({ name: 'CancelledError' });
  expect(wire.forms).toEqual([]);
});

test('one that EC2 does not show yet is waited for, a little', async () => {
  const { snapshot } = await freshSnapshot('absent', 'absent', 'absent', { status: 'completed' });
  const done = snapshot.waitUntilCompleted({ pollInterval: 100 });
  await vi.advanceTimersByTimeAsync(300);
  expect((await done).state).toBe('completed');
});

test.each<[string, Look[], number]>([
  ['never comes', ['absent'], 4],
  ['was there and is gone', [pending('1%'), 'absent'], 2],
])('one that %s is not found', async (_, looks, requests) => {
  const { snapshot, wire } = await freshSnapshot(...looks);
  const waiting = snapshot.waitUntilCompleted({ pollInterval: 100 }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await waiting).toMatchObject({ name: 'Ec2NotFoundError', kind: 'snapshot', id: 'snap-1' });
  expect(wire.forms).toHaveLength(requests);
});

test('any other error ends the wait at once', async () => {
  const { snapshot, wire } = await freshSnapshot('refused');
  await expect(snapshot.waitUntilCompleted()).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
  expect(wire.forms).toHaveLength(1);
});

test('what onProgress throws ends the wait', async () => {
  const { snapshot } = await freshSnapshot(pending('1%'));
  const onProgress = () => {
    throw new Error('the screen is gone');
  };
  await expect(snapshot.waitUntilCompleted({ onProgress, timeout: 1_000 })).rejects.toThrow('the screen is gone');
  expect(vi.getTimerCount()).toBe(0);
});

test.each<object>([
  { timeout: 0 },
  { timeout: Number.NaN },
  { timeout: 2 ** 31 },
  { pollInterval: 99 },
  { pollInterval: '1s' },
  { signal: {} },
  { onProgress: 'log' },
  { maxWaitTime: 60 },
])('%j are no options of a wait', async (options) => {
  const { snapshot, wire } = await freshSnapshot({ status: 'completed' });
  await expect(snapshot.waitUntilCompleted(options as SnapshotWaitOptions)).rejects.toMatchObject({
    name: 'OptionError',
  });
  expect(wire.forms).toEqual([]);
});
