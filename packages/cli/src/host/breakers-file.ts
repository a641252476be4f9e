import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Host } from './host.js';

/** Where it is remembered, for the next commands, what could not be reached: https://specifications.freedesktop.org/basedir-spec */
export function breakersFile({ env }: Pick<Host, 'env'>): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'serviceset', 'breakers.json');
}
