import { describe, expect, test } from 'vitest';
import { isOptionError } from '../errors/option-error.js';
import { type CallOptions, checkCallOptions } from './call-options.js';
import { defaultLimits, withOptions, withRequestTimeout } from './limits.js';

const { signal: first } = new AbortController();
const { signal: second } = new AbortController();

test('later numbers win, and what is not said stays', () => {
  const limits = withOptions(withOptions(defaultLimits, { deadline: 5, timeout: 6, concurrency: 7 }), { timeout: 8 });
  expect(limits).toEqual({ signals: [], deadline: 5, timeout: 8, patience: 0, concurrency: 7, breaker: true });
  expect(withOptions(limits, undefined)).toBe(limits);
});

test('the breaker is on until somebody takes it off, and may be put on again', () => {
  const off = withOptions(defaultLimits, { breaker: false });
  expect([off, withOptions(off, {}), withOptions(off, { breaker: true })].map(({ breaker }) => breaker)).toEqual([
    false,
    false,
    true,
  ]);
});

test('every signal counts, by either name, once', () => {
  const limits = withOptions(withOptions(defaultLimits, { signal: first }), { signal: first, abortSignal: second });
  expect(limits.signals).toEqual([first, second]);
  expect(defaultLimits.signals).toEqual([]);
});

test('the default time-out gives way to one that was asked for', () => {
  expect(withRequestTimeout(defaultLimits).timeout).toBe(60_000);
  expect(withRequestTimeout(withOptions(defaultLimits, { timeout: 5 })).timeout).toBe(5);
});

describe('options that could not work are refused with what they take', () => {
  const refused: readonly [object, RegExp][] = [
    [
      { timeuot: 5 },
      /'timeuot' is not a call option; there are signal, abortSignal, deadline, timeout, concurrency, breaker/,
    ],
    [{ deadline: 0 }, /deadline is 0: give milliseconds, more than 0/],
    [{ deadline: Number.NaN }, /deadline is NaN/],
    [{ timeout: -1 }, /timeout is -1: give milliseconds/],
    [{ timeout: Number.POSITIVE_INFINITY }, /timeout is Infinity: .* at most 2147483647/],
    [{ timeout: 2_147_483_648 }, /timeout is 2147483648/],
    [{ timeout: '5' }, /timeout is of type string/],
    [{ timeout: null }, /timeout is null/],
    [{ concurrency: 0 }, /concurrency is 0: give a whole number of targets, 1 or more/],
    [{ concurrency: 1.5 }, /concurrency is 1.5/],
    [{ breaker: 'off' }, /breaker is of type string: give true, or false to ask what would be skipped/],
    [{ signal: new AbortController() }, /signal is of type object: give an AbortSignal/],
    [{ abortSignal: 'x' }, /abortSignal is of type string: give an AbortSignal/],
  ];
  test.each(refused)('%o', (options, message) => {
    expect(() => checkCallOptions(options as CallOptions)).toThrow(message);
    expect(() => withOptions(defaultLimits, options as CallOptions)).toThrow(expect.toSatisfy(isOptionError));
  });

  test('and the rest is taken', () => {
    checkCallOptions({ signal: first, abortSignal: undefined, deadline: 2_147_483_647, timeout: 0.5, concurrency: 1 });
    checkCallOptions({});
  });
});
