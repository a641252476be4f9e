import { spawn } from '@lydell/node-pty';

/** @typedef {{ code: number, text: string }} Ended */

/** A program that is not done by then has failed (ms). */
const limit = 60_000;

/**
 * Runs a program at a pseudo-terminal.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, columns?: number, type?: (text: string) => string | undefined }} options
 *   `type`: what is typed once, seeing what is on the screen so far
 * @returns {Promise<Ended>}
 */
export function atTerminal(program, args, { cwd, env, columns = 80, type = () => undefined }) {
  const terminal = spawn(program, [...args], { cols: columns, rows: 24, cwd, env: { ...env, TERM: 'xterm' } });
  let text = '';
  let typed = false;
  terminal.onData((data) => {
    text += data;
    const keys = typed ? undefined : type(text);
    if (keys === undefined) return;
    typed = true;
    terminal.write(keys);
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      terminal.kill('SIGKILL');
      reject(new Error(`it did not end within ${limit / 1000} s:\n${text}`));
    }, limit);
    terminal.onExit(({ exitCode, signal }) => {
      clearTimeout(timer);
      resolve({ code: signal ? 128 + signal : exitCode, text: text.replaceAll('\r\n', '\n') });
    });
  });
}
