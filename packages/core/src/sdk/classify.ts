import type { Verdict } from '../fanout/attempt.js';
import type { FailureStatus } from '../fanout/outcome.js';
import { isOptIn } from '../regions/opt-in.js';
import type { Target } from '../targets/target.js';
import { presentable } from './clean-error.js';
import { codesOfDisabledRegions, statusOfCode, statusOfName } from './error-codes.js';
import { isTransportError } from './transport-errors.js';

/** What an error means for its target. `enabled`: regions that are certainly enabled for the account. */
export function classify(thrown: unknown, target: Target, enabled: ReadonlySet<string>): Verdict {
  const error = presentable(thrown);
  const { attempts } = metadataOf(error);
  return { status: statusOf(error, target, enabled), error, attempts };
}

function statusOf(error: Error, { region }: Target, enabled: ReadonlySet<string>): FailureStatus {
  const { httpStatusCode } = metadataOf(error);
  if (httpStatusCode === 429) return 'throttled';
  if (error.name === 'UnexpectedBodyError' && isTransportError(error.cause)) return 'unreachable';
  const own = statusOfName.get(error.name);
  if (own !== undefined) return own;
  if (isTransportError(error)) return 'unreachable';
  if (error.name === 'TimeoutError') return 'timedOut';
  const code = codeOf(error);
  if (codesOfDisabledRegions.has(code) && isOptIn(region) && !enabled.has(region)) return 'notEnabled';
  return statusOfCode.get(code) ?? (httpStatusCode === 401 || httpStatusCode === 403 ? 'denied' : 'failed');
}

/** A service's code is in `Code` where the protocol says it, else the SDK made it the error's name. */
function codeOf(error: Error): string {
  const { Code } = error as { readonly Code?: unknown };
  return typeof Code === 'string' ? Code : error.name;
}

function metadataOf(error: Error): { readonly attempts?: number; readonly httpStatusCode?: number } {
  return (error as { readonly $metadata?: object }).$metadata ?? {};
}
