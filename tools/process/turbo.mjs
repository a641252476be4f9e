import { join } from 'node:path';
import { capture } from './capture.mjs';

/**
 * Runs one turbo task in every package. What it prints is for the caller to show when it fails: without a lockfile
 * turbo warns at every run.
 * @param {string} root
 * @param {'build' | 'typecheck'} task
 */
export function turbo(root, task) {
  const bin = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const args = [bin, 'run', task, '--output-logs=errors-only', '--log-order=grouped', '--no-color'];
  return capture(process.execPath, args, { cwd: root });
}
