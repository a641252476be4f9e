import { exitCodes } from '../host/exit-codes.js';
import type { Host } from '../host/host.js';
import { Printer } from '../host/printer.js';
import { visible } from '../output/visible.js';
import { commandLine } from './command-line.js';
import { exitCodeOf } from './exit-code-of.js';

/**
 * Runs one `serviceset` command: `['ec2', 'describe-volumes', '--regions', 'eu-*']`.
 *
 * Never throws for what a user or a service does: that is said on `stderr`, and in the exit code: 0 complete, 3 regions are
 * missing or cut short, 2 it cannot be carried out as it is written, 1 failed, 130 interrupted by `signal`, 141 nobody reads it.
 *
 * @example
 * const code = await runCli(['sts', 'get-caller-identity', '--local'], { stdout: process.stdout, stderr: process.stderr });
 */
export async function runCli(args: readonly string[], host: Partial<Host> = {}): Promise<number> {
  const whole = wholeHost(host);
  try {
    return await commandLine(args, whole);
  } catch (error) {
    if (whole.signal.aborted) return exitCodes.interrupted;
    const code = exitCodeOf(error);
    await new Printer(whole.stderr).print(`serviceset: ${sayingOf(error)}\n`);
    return code;
  }
}

function wholeHost(host: Partial<Host>): Host {
  const { stdout, stderr, env } = process;
  return { stdout, stderr, env, cwd: process.cwd(), signal: new AbortController().signal, ...host };
}

/** What an error says, and what is known of its cause. */
function sayingOf(error: unknown): string {
  if (!(error instanceof Error)) return visible(String(error));
  return error.message.split('\n').map(visible).join('\n  ');
}
