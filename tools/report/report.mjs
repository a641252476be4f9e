import { appendFileSync } from 'node:fs';

/** The file that a run of all checks gives us to leave our numbers in. */
const countsFile = 'SERVICESET_COUNTS';

/** @typedef {{ passed: number, failed: number, notRun: number }} Counts */

/** An `Error` as such was thrown with a message for people; of any other kind its stack is wanted too. @param {unknown} why */
function explain(why) {
  if (!(why instanceof Error)) return String(why);
  return why.constructor === Error ? why.message : (why.stack ?? why.message);
}

/** Counts checks and prints a line for each. */
export class Report {
  /** @type {Counts} */
  #counts = { passed: 0, failed: 0, notRun: 0 };
  #print;

  /** @param {(line: string) => void} [print] */
  constructor(print = console.log) {
    this.#print = print;
  }

  /** @returns {Readonly<Counts>} */
  get counts() {
    return this.#counts;
  }

  /** @param {string} name */
  pass(name) {
    this.#counts.passed += 1;
    this.#print(`  ok       ${name}`);
  }

  /**
   * @param {string} name
   * @param {unknown} [why] an error or a text, printed below
   */
  fail(name, why = '') {
    this.#counts.failed += 1;
    this.#print(`  FAILED   ${name}`);
    for (const line of explain(why).trim().split('\n')) if (line) this.#print(`           ${line}`);
  }

  /**
   * What cannot be checked here, and why.
   * @param {string} name
   * @param {string} reason
   */
  notRun(name, reason) {
    this.#counts.notRun += 1;
    this.#print(`  not run  ${name}: ${reason}`);
  }

  /**
   * One check: passes when its work does, fails with what that throws.
   * @param {string} name
   * @param {() => unknown} work
   * @returns {Promise<boolean>} whether it passed
   */
  async check(name, work) {
    const start = performance.now();
    try {
      await work();
      this.pass(`${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
      return true;
    } catch (error) {
      this.fail(name, error);
      return false;
    }
  }
}

/**
 * Prints the numbers, leaves them for the run of all checks, and says how to end. What did not run fails only in CI,
 * where everything must be there; nothing checked at all fails everywhere.
 * @param {Counts} counts
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {0 | 1} the exit code
 */
export function conclude(counts, env = process.env) {
  const { passed, failed, notRun } = counts;
  const skipped = notRun > 0 ? `, ${notRun} not run` : '';
  console.log(`\n${passed} passed, ${failed} failed${skipped}`);
  const inCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  const bad = failed + (inCi ? notRun : 0);
  const file = env[countsFile];
  if (file) appendFileSync(file, `${JSON.stringify({ passed, failed: bad })}\n`);
  return bad > 0 || passed + notRun === 0 ? 1 : 0;
}
