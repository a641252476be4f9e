import { isTimeOverError } from '../errors/time-over-error.js';
import type { Failure } from './outcome.js';
import type { Report } from './report.js';

const advice =
  "Most targets could not be reached, so this machine's own network looks down: check its connection, VPN, proxy and DNS.";

/** What to say where most targets failed on the way: that so many endpoints are broken at once is less likely than one machine. */
export function networkAdvice({ outcomes, failures }: Report<unknown>): readonly string[] {
  const unreached = failures.filter(isUnreached).length;
  return unreached >= 2 && unreached > outcomes.length / 2 ? [advice] : [];
}

function isUnreached({ status, error }: Failure): boolean {
  return status === 'unreachable' || (isTimeOverError(error) && error.answered === false);
}
