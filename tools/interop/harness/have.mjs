import { capture } from '../../process/capture.mjs';
import { root } from '../../process/root.mjs';

/**
 * Why a program cannot be used here; nothing when it can.
 * @param {string} command
 * @param {readonly string[]} args that end with exit code 0 and little work, e.g. `--version`
 * @returns {Promise<string | undefined>}
 */
export async function missing(command, args) {
  const words = [command, ...args].join(' ');
  try {
    const { code, timedOut } = await capture(command, args, { cwd: root, timeout: 30_000 });
    return code === 0 ? undefined : `'${words}' ${timedOut ? 'does not end' : `ends with exit code ${code}`}`;
  } catch (error) {
    return `'${words}' does not start (${/** @type {NodeJS.ErrnoException} */ (error).code})`;
  }
}
