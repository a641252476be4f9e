import {
  type Failure,
  type FailureStatus,
  isCredentialsError,
  adviceFor as onCredentials,
  type Report,
} from '@proj/core';
import { type Call, isPaged } from '../call/call.js';
import { visible } from '../output/visible.js';

/** What to do about each status. What needs no doing has no line. */
const advice: Readonly<Partial<Record<FailureStatus, string>>> = {
  denied: 'denied: these credentials may not do this there; use others (--profile) or have it allowed.',
  throttled: 'throttled: ask fewer regions at once (--concurrency 8), or later.',
  unreachable: "unreachable: this machine could not reach them; leave them out ('!me-*') or try again.",
  timedOut: 'timedOut: give them longer (--timeout, --deadline), or leave them out.',
  skipped: 'skipped: they could not be reached a short while ago; --no-breaker tries them all the same.',
};

/** A longer token helps nobody at a prompt. */
const longestToken = 200;

/** What to do about a report's failures, one line each. */
export function adviceFor({ failures, truncated }: Report<unknown>, call: Call): readonly string[] {
  const statuses = new Set(failures.map(({ status }) => status));
  const lines = [...statuses].map((status) => advice[status]).filter((line) => line !== undefined);
  const expired = new Set(failures.map(({ error }) => onCredentials(error)).filter((line) => line !== undefined));
  const resume = failures.flatMap(resumeLine);
  return [
    ...triedLines(failures),
    ...expired,
    ...lines,
    ...resume,
    ...(truncated.length === 0 ? [] : [truncatedLine(call)]),
  ];
}

/** Why each way of finding credentials gave nothing: the same for all regions. */
function triedLines(failures: readonly Failure[]): readonly string[] {
  const failed = failures.map(({ error }) => error).find(isCredentialsError);
  const { tried } = (failed?.cause ?? {}) as { readonly tried?: unknown };
  return Array.isArray(tried) ? tried.map((line) => `tried: ${visible(String(line))}`) : [];
}

function truncatedLine(call: Call): string {
  if (isPaged(call)) return 'truncated: their last page says that there is more, and not where.';
  const { commandName, paginator } = call.operation;
  return paginator === undefined
    ? `truncated: go on with the token that the answer has; the client cannot page ${commandName}.`
    : 'truncated: leave out what asks for one page (--no-paginate, --max-results, --next-token, …) for the rest.';
}

/** Where a listing broke off, for going on there. */
function resumeLine({ target: { region }, startingToken }: Failure): readonly string[] {
  if (startingToken === undefined || startingToken.length > longestToken) return [];
  return [`To go on in ${region}: --region ${region} --starting-token '${visible(startingToken)}'`];
}
