import { capture } from '../../process/capture.mjs';
import { childEnvironment } from '../../process/environment.mjs';

/** An environment that knows no cloud but what is given. @param {NodeJS.ProcessEnv} [own] @returns {NodeJS.ProcessEnv} */
export function cloudless(own = {}) {
  const rest = Object.entries(childEnvironment()).filter(([name]) => !/^(?:AWS|OS|ST|SWIFT|RCLONE)_/.test(name));
  return { ...Object.fromEntries(rest), LC_ALL: 'C.UTF-8', PYTHONWARNINGS: 'ignore', ...own };
}

/**
 * A program that is run in a folder, with arguments and an environment; it is an error when the program says so.
 * @param {string} program
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {(...args: string[]) => Promise<string>} what it prints
 */
export function client(program, cwd, env) {
  return async (...args) => {
    const { code, stdout, output } = await capture(program, args, { cwd, env, timeout: 120_000 });
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with exit code ${code}\n${output}`);
    return stdout;
  };
}
