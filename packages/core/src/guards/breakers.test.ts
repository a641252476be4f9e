import { expect, test, vi } from 'vitest';
import { type BreakerOpenError, isBreakerOpenError } from './breaker-open-error.js';
import { Breakers } from './breakers.js';

const second = 1_000;
const minute = 60 * second;
const bahrain = 'https://ec2.me-south-1.amazonaws.com';
const dubai = 'https://ec2.me-central-1.amazonaws.com';
const start = Date.parse('2026-11-25T02:00:00Z');

/** Breakers under a clock of their own. */
function breakersAt(time = start) {
  const clock = { time };
  const breakers = new Breakers(() => clock.time);
  const cause = new Error('connect ECONNREFUSED 192.0.2.1:443');
  const miss = (origin: string, began = clock.time) => breakers.missed(origin, { began, cause, isLasting: true });
  const refusal = (origin: string): BreakerOpenError | undefined => {
    try {
      const probe = breakers.admit(origin);
      if (probe !== undefined) breakers.release(origin, probe);
      return undefined;
    } catch (error) {
      if (isBreakerOpenError(error)) return error;
      throw error;
    }
  };
  return { clock, breakers, cause, miss, refusal };
}

test('what could not be reached is skipped for two minutes, and the refusal says why and what to do', () => {
  const { clock, miss, refusal, cause } = breakersAt();
  expect(refusal(bahrain)).toBeUndefined();
  clock.time += 3 * second;
  miss(bahrain, start);
  const error = refusal(bahrain);
  expect(error?.message).toBe(
    'ec2.me-south-1.amazonaws.com: not reached since 2026-11-25T02:00:00Z, skipped until 2026-11-25T02:02:03Z; .with({ breaker: false }) asks all the same (it was: connect ECONNREFUSED 192.0.2.1:443)',
  );
  expect(error).toMatchObject({
    origin: bahrain,
    since: new Date(start),
    until: new Date(start + 123 * second),
    cause,
  });
  expect(refusal(dubai)).toBeUndefined();
  clock.time += 2 * minute - 1;
  expect(refusal(bahrain)).toBeDefined();
  clock.time += 1;
  expect(refusal(bahrain)).toBeUndefined();
});

test('one call is the probe, and others are skipped while it runs; an answer closes, a failure opens again', () => {
  const { clock, breakers, miss, refusal } = breakersAt();
  miss(bahrain);
  clock.time += 2 * minute;
  expect(breakers.admit(bahrain)).toBeDefined();
  expect(refusal(bahrain)).toMatchObject({
    until: undefined,
    message: expect.stringContaining('while one call tries it'),
  });
  miss(bahrain);
  expect(refusal(bahrain)).toMatchObject({ since: new Date(start), until: new Date(start + 4 * minute) });
  clock.time += 2 * minute;
  // The place of a probe that did not come back is free again after two minutes.
  expect(breakers.admit(bahrain)).toBeDefined();
  breakers.answered(bahrain, clock.time);
  expect(breakers.admit(bahrain)).toBeUndefined();
  expect(refusal(bahrain)).toBeUndefined();
});

test('a probe that is cancelled gives its place back', () => {
  const { clock, breakers, miss, refusal } = breakersAt();
  miss(bahrain);
  clock.time += 2 * minute;
  const probe = breakers.admit(bahrain);
  expect(refusal(bahrain)).toBeDefined();
  if (probe !== undefined) breakers.release(bahrain, probe);
  expect(breakers.admit(bahrain)).toBeDefined();
});

test('a failure counts for nothing where the origin has answered since its call began', () => {
  const { clock, breakers, miss, refusal } = breakersAt();
  clock.time += 5;
  breakers.answered(bahrain, start + 2);
  miss(bahrain, start);
  expect(refusal(bahrain)).toBeUndefined();
  clock.time += 1;
  miss(bahrain);
  expect(refusal(bahrain)).toBeDefined();
});

test('when most of those heard of fail at once, nothing is skipped: it is this machine', () => {
  const { clock, breakers, miss, refusal } = breakersAt();
  breakers.answered('https://a.test', start - 9 * second);
  miss(bahrain);
  miss(dubai);
  // Two can be two regions that are gone.
  expect([refusal(bahrain), refusal(dubai)]).toEqual([expect.any(Error), expect.any(Error)]);
  miss('https://ec2.il-central-1.amazonaws.com');
  expect([refusal(bahrain), refusal(dubai)]).toEqual([undefined, undefined]);
  // What answers later says nothing of that time.
  clock.time += minute;
  for (const name of ['b', 'c', 'd']) breakers.answered(`https://${name}.test`, clock.time);
  expect([refusal(bahrain), refusal(dubai)]).toEqual([undefined, undefined]);
});

test('when as many answer it is the endpoints, and stays so when those are called again', () => {
  const { clock, breakers, miss, refusal } = breakersAt();
  miss(bahrain);
  miss(dubai, start + 9 * second);
  miss('https://ec2.il-central-1.amazonaws.com');
  for (const name of ['a', 'b', 'c']) breakers.answered(`https://${name}.test`, start + 5 * second);
  expect([refusal(bahrain), refusal(dubai)]).toEqual([expect.any(Error), expect.any(Error)]);
  clock.time += minute;
  for (const name of ['a', 'b']) breakers.answered(`https://${name}.test`, clock.time);
  expect([refusal(bahrain), refusal(dubai)]).toEqual([expect.any(Error), expect.any(Error)]);
});

test('answers from before the ten seconds are not heard', () => {
  const { breakers, miss, refusal } = breakersAt();
  for (const name of ['a', 'b', 'c']) breakers.answered(`https://${name}.test`, start - 11 * second);
  miss(bahrain);
  miss(dubai);
  miss('https://ec2.il-central-1.amazonaws.com');
  expect(refusal(bahrain)).toBeUndefined();
});

test("a machine's clock that is set back leaves nothing shut", () => {
  const { clock, miss, refusal } = breakersAt();
  miss(bahrain);
  clock.time -= 60 * minute;
  expect(refusal(bahrain)).toBeUndefined();
});

test('what failed long ago is forgotten', () => {
  const { clock, breakers, miss } = breakersAt();
  miss(bahrain);
  clock.time += 16 * minute;
  miss(dubai);
  expect(breakers.failing().map(({ origin }) => origin)).toEqual([dubai]);
});

test('who listens is told when an origin begins to fail and when it answers again', () => {
  const { breakers, miss } = breakersAt();
  const told = vi.fn();
  const off = breakers.onChange(told);
  breakers.answered(bahrain, start);
  expect(told).toHaveBeenCalledTimes(0);
  miss(dubai);
  breakers.answered(dubai, start);
  expect(told).toHaveBeenCalledTimes(2);
  off();
  miss(bahrain, start + 1);
  expect(told).toHaveBeenCalledTimes(2);
});

test('any number of buckets does not fill the memory', () => {
  const { breakers } = breakersAt();
  for (let n = 0; n < 5_000; n += 1) breakers.answered(`https://b${n}.s3.us-east-1.amazonaws.com`, start);
  const known = Array.from({ length: 5_000 }, (_, n) =>
    breakers.lastAnswer(`https://b${n}.s3.us-east-1.amazonaws.com`),
  );
  expect(known.filter((answer) => answer !== undefined)).toHaveLength(4_096);
  expect(known[4_999]).toBeDefined();
});
