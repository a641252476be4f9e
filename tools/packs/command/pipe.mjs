import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a line of the shell, with pipes for its output and errors.
 * @param {string} line
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export async function onPipe(line, { cwd, env }) {
  const child = spawn('bash', ['-c', line], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const [code] = await once(child, 'close');
  return { code, out, err };
}

/**
 * Runs a program, with pipes, and tells it to end (SIGTERM) when it has printed something.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export async function untilItPrints(program, args, { cwd, env }) {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const [code] = await once(child, 'close');
  return { code, out };
}

/**
 * Runs a program whose output nobody takes, and from some time on interrupts it (SIGINT) as somebody does who presses Ctrl-C until
 * it ends.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, from: Promise<unknown> }} options
 */
export async function interruptedUntilItEnds(program, args, { cwd, env, from }) {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 });
  await from;
  let interrupts = 0;
  const interrupt = () => {
    interrupts += 1;
    child.kill('SIGINT');
  };
  interrupt();
  const again = setInterval(interrupt, 300);
  const [code, signal] = await once(child, 'exit');
  clearInterval(again);
  child.stdout.destroy();
  return { code, signal, interrupts };
}
