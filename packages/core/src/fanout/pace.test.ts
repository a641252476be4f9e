import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace } from './pace.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setImmediate', 'setTimeout'] });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('calls that take no time to begin are begun at once', () => {
  const pace = new Pace();
  expect(Array.from({ length: 1_000 }, () => pace.next())).toEqual(new Array(1_000).fill(undefined));
});

test('when beginning calls has taken its slice, the next waits for a turn of the event loop', async () => {
  const pace = new Pace();
  pace.next();
  vi.spyOn(performance, 'now').mockReturnValue(5);
  const turn = pace.next();
  expect(turn).toBeInstanceOf(Promise);
  expect(pace.next()).toBe(turn);
  await Promise.all([turn, vi.advanceTimersToNextTimerAsync()]);
  expect(pace.next()).toBeUndefined();
});

test('a slice ends with the turn that it began in, however little was begun', async () => {
  const pace = new Pace();
  expect(pace.next()).toBeUndefined();
  await vi.advanceTimersToNextTimerAsync();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(pace.next()).toBeUndefined();
});
