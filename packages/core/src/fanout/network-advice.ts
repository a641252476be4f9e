import { hostOfError, isLoopback, isNetworkDown, isOfThisMachine } from '../errors/network-down.js';
import { isTimeOverError } from '../errors/time-over-error.js';
import type { Failure, Outcome } from './outcome.js';
import type { Report } from './report.js';

const check = 'check its connection, VPN, proxy and DNS.';

/**
 * What to say where most endpoints failed on the way: that so many are broken at once is less likely than one machine. It is judged as
 * the breakers judge it, by endpoints and not by targets, and never of what listens on this machine itself.
 */
export function networkAdvice({ outcomes, failures }: Report<unknown>): readonly string[] {
  const unreached = failures.filter(isUnreached);
  const hosts = new Set(unreached.map(hostOf).filter((host) => !isLoopback(host)));
  const alive = outcomes.filter(hasAnswered).length;
  if (hosts.size <= alive || !(isNetworkDown({ failed: hosts.size, alive }) || saysItself(unreached))) return [];
  const though = alive === 0 ? '' : `, though ${alive} answered`;
  return [`Most targets could not be reached${though}, so this machine's own network looks down: ${check}`];
}

function saysItself(unreached: readonly Failure[]): boolean {
  return unreached.length > 0 && unreached.every(({ error }) => isOfThisMachine(error));
}

function isUnreached({ status, error }: Failure): boolean {
  return status === 'unreachable' || (isTimeOverError(error) && error.answered === false);
}

/** Where nobody says which host it was, each target is taken for one of its own. */
function hostOf({ target, error }: Failure): string {
  return hostOfError(error) ?? `${target.service} ${target.region}`;
}

function hasAnswered(outcome: Outcome<unknown>): boolean {
  if (outcome.status === 'ok') return true;
  const unheard = ['unreachable', 'timedOut', 'skipped', 'cancelled'];
  return !unheard.includes(outcome.status) || (isTimeOverError(outcome.error) && outcome.error.answered === true);
}
