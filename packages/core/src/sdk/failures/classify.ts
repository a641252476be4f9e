import { isTimeOverError } from '../../errors/time-over-error.js';
import type { Verdict } from '../../fanout/attempt.js';
import type { FailureStatus } from '../../fanout/outcome.js';
import { isOptIn } from '../../regions/opt-in.js';
import type { Target } from '../../targets/target.js';
import { presentable } from './clean-error.js';
import { codeOf, codesOfDisabledRegions, statusOfCode, statusOfName } from './error-codes.js';
import { isTransportError } from './transport-errors.js';
import { isCallersError } from './wire-errors.js';

/** What an error means for its target. `mayBeOff`: whether the region may not be enabled for the account, as far as is known. */
export function classify(thrown: unknown, target: Target, mayBeOff: boolean): Verdict {
  const error = presentable(thrown);
  const { attempts } = metadataOf(error);
  if (isCallersError(thrown)) return { status: 'failed', error, attempts };
  return { status: statusOf(error, mayBeOff && isOptIn(target.region)), error, attempts };
}

function statusOf(error: Error, mayBeOff: boolean): FailureStatus {
  const { httpStatusCode } = metadataOf(error);
  if (httpStatusCode === 429) return 'throttled';
  if (isTimeOverError(error) && error.limit === 'connect') return 'unreachable';
  if (error.name === 'UnexpectedBodyError' && isTransportError(error.cause)) return 'unreachable';
  const own = statusOfName.get(error.name);
  if (own !== undefined) return own;
  if (isTransportError(error)) return 'unreachable';
  if (error.name === 'TimeoutError') return 'timedOut';
  const code = codeOf(error);
  if (mayBeOff && codesOfDisabledRegions.has(code)) return 'notEnabled';
  return statusOfCode.get(code) ?? (httpStatusCode === 401 || httpStatusCode === 403 ? 'denied' : 'failed');
}

function metadataOf(error: Error): { readonly attempts?: number; readonly httpStatusCode?: number } {
  return (error as { readonly $metadata?: object }).$metadata ?? {};
}

/** Whether the error is one with which a region that is not enabled answers, which elsewhere is one of bad keys. */
export function isOfDisabledRegion(error: unknown, { region }: Target): boolean {
  return isOptIn(region) && codesOfDisabledRegions.has(codeOf(error));
}
