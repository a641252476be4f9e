import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Numbers */

/** @param {string} path */
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** @param {string | undefined} text vitest's JSON report @returns {Numbers} */
function ofVitest(text) {
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(text);
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ { status, assertionResults }) =>
      status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests + numTodoTests };
}

/** @param {string | undefined} text a line of numbers for each tool @returns {Numbers} */
function ofCounts(text) {
  const lines = (text ?? '').split('\n').filter(Boolean);
  const all = lines.map((line) => /** @type {{ passed: number, failed: number }} */ (JSON.parse(line)));
  const sum = (/** @type {'passed' | 'failed'} */ key) => all.reduce((total, one) => total + one[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: 0 };
}

/**
 * A step's numbers. The exit code has the last word: a run that failed counts at least one failure (an error outside
 * any test is in no report), and one that says it is fine but checked nothing has failed.
 * @param {import('./steps.mjs').Step['numbers']} kind
 * @param {number} code its exit code
 * @param {string} path of the report
 * @returns {Numbers}
 */
export function numbersOf(kind, code, path) {
  if (kind === 'exit') return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const numbers = kind === 'vitest' ? ofVitest(read(path)) : ofCounts(read(path));
  const bad = code !== 0 || numbers.passed === 0;
  return { ...numbers, failed: Math.max(numbers.failed, bad ? 1 : 0) };
}
