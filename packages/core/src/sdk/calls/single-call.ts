import { attempt } from '../../fanout/attempt.js';
import { currentCall } from '../../fanout/call.js';
import type { CallOptions } from '../../fanout/call-options.js';
import { withOptions, withRequestTimeout } from '../../fanout/limits.js';
import { Run } from '../../fanout/run.js';
import type { Target } from '../../targets/target.js';
import { requireLife } from '../set/set-members.js';
import type { SetState } from '../set/set-state.js';
import { classifyFor, requireService, toldApart } from './call-job.js';

/** One call at one target under the rules of a set's own calls, for objects that act where they live. Throws what went wrong. */
export async function callAt<R>(
  state: SetState<object>,
  target: Target,
  operation: string,
  work: () => Promise<R>,
  options?: CallOptions,
): Promise<R> {
  requireLife(state);
  requireService(target);
  const run = new Run(withRequestTimeout(withOptions(state.limits, options)));
  const invoke = async () => ({ value: await toldApart(state, target, work), truncated: false });
  const classify = (error: unknown) => classifyFor(state, error, target);
  run.begin();
  try {
    const outcome = await attempt({ operation, target, invoke, classify }, run);
    countRequests(outcome.attempts);
    if (outcome.status !== 'ok') throw outcome.error;
    return outcome.value;
  } finally {
    run.end();
  }
}

/** A call of a set that makes others has made their requests. */
function countRequests(attempts: number): void {
  const call = currentCall();
  if (call !== undefined) call.requests += attempts;
}
