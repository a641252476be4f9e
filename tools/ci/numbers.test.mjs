import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../testing/scratch.mjs';
import { numbersOf } from './numbers.mjs';

/** @param {string | undefined} text */
const file = (text) => join(scratch(text === undefined ? {} : { report: text }), 'report');
const vitest = (/** @type {object} */ fields) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...fields,
  });

test.each([
  ['all passed', vitest({}), 0, { passed: 5, failed: 0, skipped: 0 }],
  ['some failed', vitest({ numFailedTests: 2 }), 1, { passed: 5, failed: 2, skipped: 0 }],
  [
    'a file did not load',
    vitest({ testResults: [{ status: 'failed', assertionResults: [] }] }),
    1,
    { passed: 5, failed: 1, skipped: 0 },
  ],
  ['an error outside any test', vitest({}), 1, { passed: 5, failed: 1, skipped: 0 }],
  ['some skipped', vitest({ numPendingTests: 2, numTodoTests: 1 }), 0, { passed: 5, failed: 0, skipped: 3 }],
  ['no test at all', vitest({ numPassedTests: 0 }), 0, { passed: 0, failed: 1, skipped: 0 }],
  ['no report', undefined, 0, { passed: 0, failed: 1, skipped: 0 }],
])('vitest: %s', (_, text, code, expected) => {
  expect(numbersOf('vitest', code, file(text))).toEqual(expected);
});

test.each([
  ['one tool', '{"passed":3,"failed":0}\n', 0, { passed: 3, failed: 0, skipped: 0 }],
  ['two tools', '{"passed":3,"failed":0}\n{"passed":1,"failed":2}\n', 1, { passed: 4, failed: 2, skipped: 0 }],
  ['a crash after its numbers', '{"passed":3,"failed":0}\n', 1, { passed: 3, failed: 1, skipped: 0 }],
  ['an end without numbers', undefined, 0, { passed: 0, failed: 1, skipped: 0 }],
])('counts: %s', (_, text, code, expected) => {
  expect(numbersOf('counts', code, file(text))).toEqual(expected);
});

test('an exit code alone counts as one check', () => {
  expect(numbersOf('exit', 0, '')).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(numbersOf('exit', 2, '')).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
