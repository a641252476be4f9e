import type { Target } from '../targets/target.js';

/** Why a target has no answer. {@link isMissing} tells which of these may hide data. */
export type FailureStatus =
  | 'denied'
  | 'notEnabled'
  | 'notSupported'
  | 'throttled'
  | 'unreachable'
  | 'timedOut'
  | 'skipped'
  | 'cancelled'
  | 'failed';

/** What every outcome says: where, how long it took in milliseconds, and how many requests the answer needed. */
export interface OutcomeBase {
  readonly target: Target;
  readonly elapsed: number;
  readonly attempts: number;
}

/** A target that answered. `truncated`: its answer says that there is more, which was not asked for. */
interface Success<T> extends OutcomeBase {
  readonly status: 'ok';
  readonly value: T;
  readonly truncated: boolean;
}

/** A target that did not answer, and why. `startingToken`, of a stream: where its next page would have begun. */
interface Failed extends OutcomeBase {
  readonly status: FailureStatus;
  readonly error: Error;
  readonly startingToken?: string | undefined;
}

/** What one target said: exactly one for each target of a fan-out. */
export type Outcome<T> = Success<T> | Failed;

/** An outcome that is not `ok`. */
export type Failure = Extract<Outcome<never>, { error: Error }>;

/** Whether the outcome is a failure. */
export function isFailure<T>(outcome: Outcome<T>): outcome is Failure {
  return outcome.status !== 'ok';
}

/** Whether the target's data may exist although it is not here: true of all failures but `notEnabled` and `notSupported`. */
export function isMissing({ status }: { readonly status: 'ok' | FailureStatus }): boolean {
  return status !== 'ok' && status !== 'notEnabled' && status !== 'notSupported';
}
