import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/** Why nothing is sent to an endpoint's origin for a while. */
export interface OpenBreaker {
  /** Such as `https://ec2.me-south-1.amazonaws.com`; where the endpoint was given, with the region: `http://localhost:4566 (eu-west-1)`. */
  readonly origin: string;
  /** When the first of the calls began that could not reach it. */
  readonly since: Date;
  /** Until when calls are skipped; `undefined` while one call tries whether it can be reached again. */
  readonly until: Date | undefined;
}

/** Nothing was sent, since the endpoint could not be reached a short while ago; `cause` is what happened then. */
export class BreakerOpenError extends ServiceSetError implements OpenBreaker {
  override readonly name = 'BreakerOpenError';
  readonly origin: string;
  readonly since: Date;
  readonly until: Date | undefined;

  constructor(open: OpenBreaker, cause: Error) {
    super(sentence(open, cause), { cause });
    this.origin = open.origin;
    this.since = open.since;
    this.until = open.until;
  }
}

/** Whether the error is a {@link BreakerOpenError}. */
export function isBreakerOpenError(error: unknown): error is BreakerOpenError {
  return hasName<BreakerOpenError>(error, 'BreakerOpenError');
}

function sentence({ origin, since, until }: OpenBreaker, cause: Error): string {
  const host = origin.replace(/^\w+:\/\//, '');
  const how = until === undefined ? 'skipped while one call tries it' : `skipped until ${clock(until)}`;
  const [why = ''] = cause.message.split('\n', 1);
  return `${host}: not reached since ${clock(since)}, ${how}; .with({ breaker: false }) asks all the same (it was: ${why || cause.name})`;
}

function clock(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
