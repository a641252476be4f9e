import { fileURLToPath } from 'node:url';
import { capture } from '../../process/capture.mjs';
import { root } from '../../process/root.mjs';
import { withoutAws } from './environment.mjs';

/** @typedef {import('../../report/report.mjs').Report} Report */

const limit = 180_000;

/**
 * Runs a Python program of `clients/` with what it has to know, in an environment that knows no AWS but that.
 * @param {string} program
 * @param {object} settings
 */
export function runPython(program, settings) {
  const script = fileURLToPath(new URL(`../clients/${program}`, import.meta.url));
  const env = { ...withoutAws(), PYTHONDONTWRITEBYTECODE: '1' };
  return capture('python3', [script, JSON.stringify(settings)], { cwd: root, env, timeout: limit });
}
