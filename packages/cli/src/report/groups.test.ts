import type { Failure, FailureStatus } from '@proj/core';
import { TimeOverError } from '@proj/core';
import { expect, test } from 'vitest';
import { groupsOf } from './groups.js';

function failure(region: string, error: Error, status: FailureStatus = 'failed'): Failure {
  return { target: { service: 'ec2', region }, elapsed: 1, attempts: 1, status, error };
}

const named = (name: string, message: string, code?: string) => Object.assign(new Error(message), { name, code });

test('what says the same but for the region is told together', () => {
  const failures = ['eu-west-1', 'us-east-1'].map((region) =>
    failure(region, named('AuthFailure', `no ${region} here`)),
  );
  expect(groupsOf(failures)).toEqual([
    { status: 'failed', regions: ['eu-west-1', 'us-east-1'], message: 'AuthFailure: no eu-west-1 here' },
  ]);
});

test('another status is another group', () => {
  const error = named('A', 'b');
  expect(groupsOf([failure('a', error), failure('b', error, 'denied')])).toHaveLength(2);
});

test.each([
  [named('Error', 'connect ECONNREFUSED', 'ECONNREFUSED'), 'connect ECONNREFUSED'],
  [named('Error', 'socket hang up', 'ECONNRESET'), 'ECONNRESET: socket hang up'],
  [named('Throttling', 'slow\ndown'), 'Throttling: slow'],
  [named('Unknown', ''), 'Unknown'],
  [new TimeOverError('timeout', 5), 'no answer within the timeout of 5 ms'],
])('%s is told as %s', (error, message) => {
  expect(groupsOf([failure('a', error)])[0]?.message).toBe(message);
});
