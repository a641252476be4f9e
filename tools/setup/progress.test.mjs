import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shown } from './progress.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param {boolean} isTTY */
function terminal(isTTY) {
  /** @type {string[]} */
  const written = [];
  return { isTTY, write: (/** @type {string} */ text) => void written.push(text), written };
}

test('a terminal sees the seconds go by, and the line is closed', async () => {
  const stream = terminal(true);
  const work = shown('Installing', () => new Promise((resolve) => setTimeout(() => resolve('done'), 2_500)), stream);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(await work).toBe('done');
  expect(stream.written).toEqual([0, 1, 2, 3].map((seconds) => `\rInstalling … ${seconds} s`).concat('\n'));
  expect(vi.getTimerCount()).toBe(0);
});

test('the line is closed before an error is told', async () => {
  const stream = terminal(true);
  await expect(shown('Building', () => Promise.reject(new Error('no')), stream)).rejects.toThrow('no');
  expect(stream.written.at(-1)).toBe('\n');
  expect(vi.getTimerCount()).toBe(0);
});

test('a log gets one line', async () => {
  const stream = terminal(false);
  await shown('Building', async () => {}, stream);
  expect(stream.written).toEqual(['Building …\n']);
});
