import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { scratch } from '../testing/scratch.mjs';
import { conclude, Report } from './report.mjs';

test('a check that throws has failed, with what it threw', async () => {
  /** @type {string[]} */
  const lines = [];
  const report = new Report((line) => lines.push(line));
  expect(await report.check('good', () => {})).toBe(true);
  expect(await report.check('bad', () => Promise.reject(new Error('the reason')))).toBe(false);
  report.notRun('absent', 'no server here');
  expect(report.counts).toEqual({ passed: 1, failed: 1, notRun: 1 });
  expect(lines.join('\n')).toMatch(
    /ok {7}good.*\n {2}FAILED {3}bad\n.*the reason\n.*not run {2}absent: no server here$/,
  );
});

test.each([
  [{ passed: 1, failed: 0, notRun: 0 }, {}, 0],
  [{ passed: 1, failed: 1, notRun: 0 }, {}, 1],
  [{ passed: 1, failed: 0, notRun: 1 }, {}, 0],
  [{ passed: 1, failed: 0, notRun: 1 }, { CI: 'true' }, 1],
  [{ passed: 1, failed: 0, notRun: 1 }, { CI: 'false' }, 0],
  [{ passed: 0, failed: 0, notRun: 0 }, {}, 1],
])('%j with %j ends with %i', (counts, env, code) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(conclude(counts, env)).toBe(code);
  expect(log.mock.lastCall?.[0]).toContain(`${counts.passed} passed, ${counts.failed} failed`);
  log.mockRestore();
});

test('the numbers are left for the run of all checks', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const file = join(scratch(), 'counts');
  conclude({ passed: 3, failed: 1, notRun: 2 }, { SERVICESET_COUNTS: file, CI: '1' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ passed: 3, failed: 3 });
  log.mockRestore();
});
