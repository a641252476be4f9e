import { exitCodes } from '../host/exit-codes.js';
import { runCli } from './run-cli.js';

/** Runs the command of this process, and ends it with the exit code. */
export async function runProcess(args: readonly string[]): Promise<void> {
  const interrupt = new AbortController();
  // Once: the second time, Ctrl-C ends the process as it ends any other.
  process.once('SIGINT', () => interrupt.abort());
  let terminated = false;
  process.once('SIGTERM', () => {
    terminated = true;
    interrupt.abort();
  });
  // A reader that goes away is noticed where something is printed for it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const code = await runCli(args, { signal: interrupt.signal });
  process.exit(terminated && code === exitCodes.interrupted ? exitCodes.terminated : code);
}
