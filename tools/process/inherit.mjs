import { spawn } from 'node:child_process';
import { childEnvironment } from './environment.mjs';
import { exitCode } from './exit-code.mjs';

/** At a terminal Ctrl-C reaches the child by itself; sent on as well, it would arrive as a second, impatient one. */
const atTerminal = process.stdin.isTTY || process.stdout.isTTY;

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command with our own input and output, hands signals on to it, and gives its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export function inherit(command, args, { cwd, env = childEnvironment() }) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => {
    if (signal !== 'SIGINT' || !atTerminal) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(exitCode(code, signal)));
  }).finally(() => {
    for (const signal of signals) process.off(signal, handOn);
  });
}
