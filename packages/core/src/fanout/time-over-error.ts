import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/** A target had not answered when its `timeout`, or the call's `deadline`, was over. Both in milliseconds. */
export class TimeOverError extends ServiceSetError {
  override readonly name = 'TimeOverError';
  readonly limit: 'timeout' | 'deadline';
  readonly milliseconds: number;

  constructor(limit: 'timeout' | 'deadline', milliseconds: number) {
    super(`no answer within the ${limit} of ${milliseconds} ms; give a longer ${limit} by .with({ ${limit} })`);
    this.limit = limit;
    this.milliseconds = milliseconds;
  }
}

/** Whether the error is a {@link TimeOverError}. */
export function isTimeOverError(error: unknown): error is TimeOverError {
  return hasName<TimeOverError>(error, 'TimeOverError');
}
