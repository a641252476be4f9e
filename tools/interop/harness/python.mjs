import { fileURLToPath } from 'node:url';
import { capture } from '../../process/capture.mjs';
import { childEnvironment } from '../../process/environment.mjs';
import { root } from '../../process/root.mjs';

/** @typedef {import('../../report/report.mjs').Report} Report */

const limit = 180_000;

/**
 * Runs a Python program of `clients/` with what it has to know, in an environment that knows no AWS but that.
 * @param {string} program
 * @param {object} settings
 */
export function runPython(program, settings) {
  const script = fileURLToPath(new URL(`../clients/${program}`, import.meta.url));
  const rest = Object.entries(childEnvironment()).filter(([variable]) => !variable.startsWith('AWS_'));
  const env = {
    ...Object.fromEntries(rest),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    PYTHONDONTWRITEBYTECODE: '1',
  };
  return capture('python3', [script, JSON.stringify(settings)], { cwd: root, env, timeout: limit });
}
