import { CliError } from '../errors/cli-error.js';

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Refuses an endpoint of the embedded cloud that could be anybody's. @throws CliError */
export function requireLoopback(endpoint: string): void {
  if (!loopback.has(new URL(endpoint).hostname))
    throw new CliError(`${endpoint} is not on this machine: nothing was sent there`);
}
