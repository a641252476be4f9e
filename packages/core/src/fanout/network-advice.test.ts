import { expect, test } from 'vitest';
import { TimeOverError } from '../errors/time-over-error.js';
import { FanOutError } from './fan-out-error.js';
import { networkAdvice } from './network-advice.js';
import type { Outcome } from './outcome.js';
import { reportOf } from './report.js';
import { at, foundAt } from './testing/targets.js';

const base = (region: string) => ({ target: at(region), elapsed: 1, attempts: 1 });
const refused = (region: string): Outcome<string> => ({
  ...base(region),
  status: 'unreachable',
  error: new Error('no'),
});
const silent = (region: string, answered: boolean): Outcome<string> => {
  const error = new TimeOverError('silence', 20_000, { host: 'h', answered });
  return { ...base(region), status: 'timedOut', error };
};
const slow = (region: string): Outcome<string> => {
  return { ...base(region), status: 'timedOut', error: new TimeOverError('timeout', 5) };
};
const good = (region: string): Outcome<string> => ({ ...base(region), status: 'ok', value: 'v', truncated: false });
const reportFrom = (outcomes: readonly Outcome<string>[]) => reportOf(outcomes, 5, foundAt([]).regions);

test.each<[string, readonly Outcome<string>[], boolean]>([
  ['two of three', [refused('a'), refused('b'), good('c')], true],
  ['silence without a byte is no answer either', [refused('a'), silent('b', false), good('c')], true],
  ['half of them', [refused('a'), refused('b'), good('c'), good('d')], false],
  ['the only one', [refused('a')], false],
  ['silence in the middle of an answer', [refused('a'), silent('b', true), good('c')], false],
  ['time-outs of the caller', [slow('a'), slow('b'), slow('c')], false],
])('%s: the network looks down: %#', (_, outcomes, isDown) => {
  expect(networkAdvice(reportFrom(outcomes))).toHaveLength(isDown ? 1 : 0);
});

test('the error says so before what to do with the report', () => {
  const { message } = new FanOutError('describeThings', reportFrom([refused('a'), refused('b')]), 'Advice.');
  expect(message).toBe(
    "describeThings: 2 of 2 targets missing: a, b unreachable (no). Most targets could not be reached, so this machine's own network looks down: check its connection, VPN, proxy and DNS. Advice.",
  );
});
