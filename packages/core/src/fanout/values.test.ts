import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConsumedError, isConsumedError } from '../errors/consumed-error.js';
import { isOptionError } from '../errors/option-error.js';
import { isTimeOverError, TimeOverError } from '../errors/time-over-error.js';
import { type Target, targetOf } from '../targets/target.js';
import { CancelledError, isCancelledError } from './cancelled-error.js';
import { isFanOutError } from './fan-out-error.js';
import { type FailureStatus, isFailure, isMissing, type Outcome } from './outcome.js';
import { type Report, reportOf } from './report.js';
import { isUnsortedError, UnsortedError } from './streams/unsorted-error.js';
import { at } from './testing/targets.js';
import { byRegion, requireComplete } from './values.js';

const regions = { source: 'given', at: new Date(0) } as const;

const good = (target: Target, value: string, truncated = false): Outcome<string> => ({
  ...{ target, elapsed: 1, attempts: 1, status: 'ok' as const, value, truncated },
});
const bad = (target: Target, status: FailureStatus, error: Error = new Error(`it was ${status}`)): Outcome<string> => ({
  ...{ target, elapsed: 1, attempts: 1, status, error },
});
const reporting = (...outcomes: readonly Outcome<string>[]): Report<string> => reportOf(outcomes, 5, regions);

function errorOf(report: Report<string>): Error {
  try {
    requireComplete({ operation: 'describeThings' }, report);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it did not fail');
}

describe('a report', () => {
  test('tells failures from what is missing, and complete from truncated', () => {
    const outcomes = [good(at('a'), 'x', true), bad(at('b'), 'notEnabled'), bad(at('c'), 'denied'), good(at('d'), 'y')];
    const report = reporting(...outcomes);
    expect(report).toMatchObject({ values: ['x', 'y'], missing: [at('c')], truncated: [at('a')], complete: false });
    expect(report.failures).toEqual([outcomes[1], outcomes[2]]);
    expect([report.elapsed, report.regions]).toEqual([5, regions]);
  });

  test('is printed as what the targets said, and why some did not', () => {
    const report = reporting(good(at('a'), 'x', true), bad(at('b'), 'denied'), bad(at('c'), 'denied'));
    expect(inspect(report).split('\n')).toEqual([
      'Report of 3 targets in 5 ms: 1 ok, 2 denied; regions: given',
      '  b, c denied (it was denied)',
      '  truncated: a',
      "  values: [ 'x' ]",
    ]);
    expect({ ...report }).toEqual(report);
  });

  test('is complete when nothing is missing and nothing truncated', () => {
    expect(reporting(good(at('a'), 'x'), bad(at('b'), 'notSupported')).complete).toBe(true);
    expect(reporting(good(at('a'), 'x', true)).complete).toBe(false);
    expect(reporting(bad(at('a'), 'failed')).complete).toBe(false);
  });

  test.each<[FailureStatus, boolean]>([
    ['denied', true],
    ['notEnabled', false],
    ['notSupported', false],
    ['throttled', true],
    ['unreachable', true],
    ['timedOut', true],
    ['skipped', true],
    ['cancelled', true],
    ['failed', true],
  ])('%s may hide data: %s', (status, hidesData) => {
    expect(isMissing(bad(at('a'), status))).toBe(hidesData);
    expect(isFailure(bad(at('a'), status))).toBe(true);
  });

  test('a good outcome neither fails nor is missing', () => {
    expect([isFailure(good(at('a'), 'x')), isMissing(good(at('a'), 'x'))]).toEqual([false, false]);
  });
});

describe('what is missing fails as a FanOutError', () => {
  test('with every outcome, the good ones too', () => {
    const cause = new Error('no\nstack here');
    const report = reporting(bad(at('a'), 'notEnabled'), good(at('b'), 'x'), bad(at('c'), 'denied', cause));
    const error = errorOf(report);
    if (!isFanOutError(error)) throw error;
    expect(error).toMatchObject({ name: 'FanOutError', operation: 'describeThings', cause });
    expect(error.report).toBe(report);
    expect(error.message).toBe(
      'describeThings: 1 of 3 targets missing: c denied (no). ' +
        'The 1 that answered are in error.report; .settled() gives the report instead of this error.',
    );
  });

  test('which says once what is wrong in many places, and names the account where there is one', () => {
    const here = (region: string, account: string): Target => targetOf({ service: 'test', region, account });
    const targets = [here('a', '1'), here('a', '2'), at('c'), at('d'), at('e')];
    const same = targets.map((target) => bad(target, 'failed', new Error('x'.repeat(300))));
    const { message } = errorOf(reporting(...same, bad(at('f'), 'denied', new Error('not yours'))));
    const said = `${'x'.repeat(159)}…`;
    expect(message).toBe(
      `describeThings: 6 of 6 targets missing: a of account 1, a of account 2, c and 2 more failed (${said}); f denied (not yours). ` +
        'None answered; all outcomes are in error.report; .settled() gives the report instead of this error.',
    );
  });

  test('which leaves the rest out when everybody says something else', () => {
    const targets = ['a', 'b', 'c', 'd', 'e', 'f'].map(at);
    const { message } = errorOf(
      reporting(...targets.map((target, index) => bad(target, 'failed', new Error(`reason ${index}`)))),
    );
    expect(message).toContain(
      'a failed (reason 0); b failed (reason 1); c failed (reason 2); d failed (reason 3) and 2 more. ',
    );
  });

  test('which says once what differs in the name of the region alone', () => {
    const targets = ['eu-west-1', 'eu-west-2', 'us-east-1'].map(at);
    const gone = (target: Target) => bad(target, 'failed', new Error(`${target.region} has no snapshot s`));
    const { message } = errorOf(reporting(...targets.map(gone)));
    expect(message).toContain('eu-west-1, eu-west-2, us-east-1 failed (eu-west-1 has no snapshot s). ');
  });

  test('which says all that one thing wrong has to say, and less of several', () => {
    const long = new Error('x'.repeat(300));
    expect(errorOf(reporting(bad(at('a'), 'failed', long))).message).toContain(`(${'x'.repeat(300)})`);
    const both = errorOf(reporting(bad(at('a'), 'failed', long), bad(at('b'), 'denied')));
    expect(both.message).toContain(`(${'x'.repeat(159)}…)`);
  });

  test('which is printed and logged without what was answered', () => {
    const error = errorOf(reporting(good(at('a'), 'canary'), bad(at('b'), 'denied')));
    expect(inspect(error)).not.toContain('canary');
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'FanOutError',
      message: error.message,
      operation: 'describeThings',
      failures: [{ target: at('b'), status: 'denied', message: 'it was denied' }],
    });
    expect(error).toMatchObject({ report: { values: ['canary'] } });
  });

  test('which says the name of an error that says nothing', () => {
    expect(errorOf(reporting(bad(at('a'), 'failed', new RangeError(''))))?.message).toContain('a failed (RangeError)');
  });

  test('but not what has no data there', () => {
    const report = reporting(bad(at('a'), 'notEnabled'), good(at('b'), 'x', true));
    expect(requireComplete({ operation: 'describeThings' }, report)).toBe(report);
  });
});

test('values by region refuse a set of several accounts', () => {
  const two = ['1', '2'].map((account) => good(targetOf({ service: 'test', region: 'a', account }), account));
  expect(() => byRegion(reporting(...two))).toThrow(expect.toSatisfy(isOptionError));
  expect(() => byRegion(reporting(...two))).toThrow(/byTarget\(\)/);
  expect([...byRegion(reporting(...two.slice(1)))]).toEqual([['a', '2']]);
});

test('each error is known by its own guard alone', () => {
  const errors = [
    new CancelledError('x'),
    new ConsumedError('x'),
    new TimeOverError('timeout', 5),
    new UnsortedError('x', at('a')),
    errorOf(reporting(bad(at('a'), 'failed'))),
  ];
  const guards = [isCancelledError, isConsumedError, isTimeOverError, isUnsortedError, isFanOutError];
  expect(errors.map((error) => guards.map((guard) => guard(error)))).toEqual(
    errors.map((_, row) => guards.map((_guard, column) => row === column)),
  );
});
