import assert from 'node:assert/strict';
import { capture } from '../../process/capture.mjs';
import { root } from '../../process/root.mjs';

/** @typedef {(...args: string[]) => Promise<import('../../process/capture.mjs').Captured>} Run */

/**
 * A command-line program in an environment of its own. `run` runs it to its end and requires that it went well; `fails` that it did not.
 * @param {string} command
 * @param {{ env: NodeJS.ProcessEnv, always?: readonly string[], timeout?: number }} options `always`: arguments that come first
 * @returns {{ run: Run, fails: Run }}
 */
export function program(command, { env, always = [], timeout = 60_000 }) {
  const call = (/** @type {string[]} */ args) => capture(command, [...always, ...args], { cwd: root, env, timeout });
  return {
    run: async (...args) => {
      const result = await call(args);
      assert.equal(result.code, 0, `${command} ${args.join(' ')} ends with ${result.code}: ${result.output}`);
      return result;
    },
    fails: async (...args) => {
      const result = await call(args);
      assert.notEqual(result.code, 0, `${command} ${args.join(' ')} went well: ${result.output}`);
      return result;
    },
  };
}
