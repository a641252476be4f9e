import type { Answer, Task } from '../../fanout/attempt.js';
import type { Call } from '../../fanout/call.js';
import type { Job, Plan } from '../../fanout/job.js';
import type { Limits } from '../../fanout/limits.js';
import { processPace } from '../../fanout/pace.js';
import { hasService } from '../../regions/availability.js';
import type { Target } from '../../targets/target.js';
import { adviceOn, keepAdvice } from '../credentials/advice.js';
import { classify, isOfDisabledRegion } from '../failures/classify.js';
import { NotSupportedError } from '../failures/not-supported-error.js';
import type { SetState } from '../set/set-state.js';
import { expectedLatency, learnLatency } from './latency.js';

/** A call of one name on a set, whatever it does at each target. */
export interface CallSpec<S extends object, T> {
  readonly operation: string;
  readonly limits: Limits;
  readonly callsEach: Plan['calls'];
  invoke(service: S, target: Target, call: Call): Promise<Answer<T>>;
}

/** The engine's job of a call on a set. */
export function callJob<S extends object, T>(state: SetState<S>, spec: CallSpec<S, T>): Job<T> {
  const { operation, limits, callsEach } = spec;
  return {
    operation,
    limits,
    callsEach,
    pace: processPace,
    advise: adviceOn,
    find: () => state.view.find(),
    assumed: ({ error }) => state.view.assumed(error),
    expected: expectedLatency,
    seen: (outcome) => learnLatency(outcome),
    task: (target) => taskOf(state, spec, target),
  };
}

function taskOf<S extends object, T>(state: SetState<S>, spec: CallSpec<S, T>, target: Target): Task<T> {
  return {
    operation: spec.operation,
    target,
    classify: (error) => classifyFor(state, error, target),
    invoke: async (call) => {
      requireService(target);
      return toldApart(state, target, () => spec.invoke(state.source.at(target), target, call));
    },
  };
}

/** What an error means, given what the set has learned of the account's regions. */
export function classifyFor(state: SetState<object>, error: unknown, target: Target): ReturnType<typeof classify> {
  const verdict = classify(error, target, state.finder.mayBeOff(target.region));
  keepAdvice(verdict.error, state.credentials.adviceFor(verdict.error));
  return verdict;
}

/** Does the work. Where it is refused as in a region that is off, which looks like bad keys, finds out first which of the two it is. */
export async function toldApart<R>({ finder }: SetState<object>, target: Target, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (isOfDisabledRegion(error, target)) await finder.learn(target.region);
    throw error;
  }
}

/** Refuses a region that is known not to have the service. */
export function requireService(target: Target): void {
  if (hasService(target.service, target.region) === 'no') throw new NotSupportedError(target);
}
