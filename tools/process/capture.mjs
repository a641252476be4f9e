import { spawn } from 'node:child_process';
import { childEnvironment } from './environment.mjs';
import { exitCode } from './exit-code.mjs';
import { endTree } from './tree.mjs';

/** @typedef {{ code: number, output: string, stdout: string, timedOut: boolean }} Captured */

/**
 * Runs a command without input and keeps what it prints. When the time is over it is ended with its children.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, timeout?: number, lifeline?: boolean }} options
 *   `timeout` in ms, none when left out; with a `lifeline`, its input is open as long as we live
 * @returns {Promise<Captured>}
 */
export function capture(command, args, { cwd, env = childEnvironment(), timeout, lifeline = false }) {
  // In a group of its own, so that what it started ends with it; Ctrl-C then reaches only us, and we pass it on.
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: [lifeline ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let [output, stdout, timedOut] = ['', '', false];
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const release = endTree(child);
  const timer = setTimeout(
    () => {
      timedOut = true;
      release.kill();
    },
    timeout ?? 2 ** 31 - 1,
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), output, stdout, timedOut }));
  }).finally(() => {
    clearTimeout(timer);
    release();
  });
}
