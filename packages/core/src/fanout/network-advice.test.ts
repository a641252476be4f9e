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
  const error = new TimeOverError('silence', 20_000, { host: region, answered });
  return { ...base(region), status: 'timedOut', error };
};
const slow = (region: string): Outcome<string> => {
  return { ...base(region), status: 'timedOut', error: new TimeOverError('timeout', 5) };
};
const good = (region: string): Outcome<string> => ({ ...base(region), status: 'ok', value: 'v', truncated: false });
const reportFrom = (outcomes: readonly Outcome<string>[]) => reportOf(outcomes, 5, foundAt([]).regions);

const coded = (region: string, error: object): Outcome<string> => {
  return { ...base(region), status: 'unreachable', error: Object.assign(new Error('no'), error) };
};
const denied = (region: string): Outcome<string> => ({ ...base(region), status: 'denied', error: new Error('no') });

test.each<[string, readonly Outcome<string>[], boolean]>([
  ['three of four', [refused('a'), refused('b'), refused('c'), good('d')], true],
  ['two of two may be two regions that are gone', [refused('a'), refused('b')], false],
  ['silence without a byte is no answer either', [refused('a'), silent('b', false), refused('c'), good('d')], true],
  ['half of them', [refused('a'), refused('b'), refused('c'), good('d'), good('e'), good('f')], false],
  [
    'a refusal of the service is an answer',
    [refused('a'), refused('b'), refused('c'), ...['d', 'e', 'f'].map(denied)],
    false,
  ],
  ['the only one', [refused('a')], false],
  ['the only one, for want of a route', [coded('a', { code: 'ENETUNREACH' })], true],
  ['two without a resolver', [coded('a', { code: 'EAI_AGAIN' }), coded('b', { cause: { code: 'EAI_AGAIN' } })], true],
  [
    'no route by one of two addresses',
    [coded('a', { errors: [{ code: 'ENETUNREACH' }, { code: 'ETIMEDOUT' }] })],
    false,
  ],
  ['silence in the middle of an answer', [refused('a'), refused('b'), silent('c', true), good('d')], false],
  ['time-outs of the caller', [slow('a'), slow('b'), slow('c')], false],
  ['one address for all', ['a', 'b', 'c'].map((one) => coded(one, { address: '192.0.2.1' })), false],
  ['this machine itself', ['a', 'b', 'c'].map((one, n) => coded(one, { address: `127.0.0.${n + 1}` })), false],
  ['a host of each', ['a', 'b', 'c'].map((one) => coded(one, { hostname: `ec2.${one}.amazonaws.com` })), true],
])('%s: the network looks down: %#', (_, outcomes, isDown) => {
  expect(networkAdvice(reportFrom(outcomes))).toHaveLength(isDown ? 1 : 0);
});

test('the error says so before what to do with the report', () => {
  const report = reportFrom([refused('a'), refused('b'), refused('c')]);
  expect(new FanOutError('describeThings', report, 'Advice.').message).toBe(
    "describeThings: 3 of 3 targets missing: a, b, c unreachable (no). Most targets could not be reached, so this machine's own network looks down: check its connection, VPN, proxy and DNS. Advice.",
  );
});

test('it says how many answered nevertheless', () => {
  const report = reportFrom([refused('a'), refused('b'), refused('c'), good('d')]);
  expect(networkAdvice(report)[0]).toContain('could not be reached, though 1 answered, so');
});
