import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hedged } from './hedged.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const patience = 100;

/** A way that answers (or fails) after so many milliseconds, or never; it notes when it was begun and whether it was ended. */
function scripted(log: string[], name: string, milliseconds: number, outcome: 'answers' | 'fails' | 'hangs') {
  return (signal: AbortSignal): Promise<string> => {
    log.push(`${name} at ${Date.now() - began}`);
    signal.addEventListener('abort', () => log.push(`${name} ended`));
    return new Promise((resolve, reject) => {
      if (outcome === 'hangs') return;
      setTimeout(() => (outcome === 'answers' ? resolve(name) : reject(new Error(name))), milliseconds);
    });
  };
}
let began = 0;
beforeEach(() => {
  began = Date.now();
});

test('the first is alone while it answers in time', async () => {
  const log: string[] = [];
  const answer = hedged([scripted(log, 'a', 50, 'answers'), scripted(log, 'b', 0, 'answers')], patience);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toBe('a');
  expect(log).toEqual(['a at 0', 'a ended']);
  expect(vi.getTimerCount()).toBe(0);
});

test('one that is silent is joined by the next, and whichever answers first ends the others', async () => {
  const log: string[] = [];
  const ways = [scripted(log, 'a', 0, 'hangs'), scripted(log, 'b', 10, 'answers'), scripted(log, 'c', 0, 'answers')];
  const answer = hedged(ways, patience);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toBe('b');
  expect(log).toEqual(['a at 0', 'b at 100', 'a ended', 'b ended']);
  expect(vi.getTimerCount()).toBe(0);
});

test('one that fails is followed at once', async () => {
  const log: string[] = [];
  const answer = hedged([scripted(log, 'a', 5, 'fails'), scripted(log, 'b', 5, 'answers')], patience);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answer).toBe('b');
  expect(log.slice(0, 2)).toEqual(['a at 0', 'b at 5']);
});

test('when all have failed, their failures are in order', async () => {
  const ways = [scripted([], 'a', 250, 'fails'), scripted([], 'b', 10, 'fails'), scripted([], 'c', 10, 'fails')];
  const failure = hedged(ways, patience).catch((error) => error);
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await failure).errors.map(({ message }: Error) => message)).toEqual(['a', 'b', 'c']);
  expect(vi.getTimerCount()).toBe(0);
});

test('whatever they do, there is an answer when there is one, each way is begun at most once, and nothing is left', async () => {
  const way = fc.record({ milliseconds: fc.nat(300), outcome: fc.constantFrom('answers' as const, 'fails' as const) });
  await fc.assert(
    fc.asyncProperty(fc.array(way, { minLength: 1, maxLength: 5 }), async (script) => {
      const log: string[] = [];
      const ways = script.map(({ milliseconds, outcome }, at) => scripted(log, `w${at}`, milliseconds, outcome));
      const settled = hedged(ways, patience).then(
        () => 'answer',
        () => 'failure',
      );
      await vi.advanceTimersByTimeAsync(3_000);
      expect(await settled).toBe(script.some(({ outcome }) => outcome === 'answers') ? 'answer' : 'failure');
      const begun = log.filter((line) => line.includes(' at ')).map((line) => line.split(' ')[0]);
      expect(new Set(begun).size).toBe(begun.length);
      expect(vi.getTimerCount()).toBe(0);
    }),
  );
});
