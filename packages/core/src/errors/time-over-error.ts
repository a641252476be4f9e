import { hasName } from './has-name.js';
import { ServiceSetError } from './service-set-error.js';

/**
 * Which time was over: the options `timeout` and `deadline`, or one of the two clocks of every connection: `connect`, until it
 * stands, and `silence`, without a byte in either direction.
 */
export type TimeLimit = 'timeout' | 'deadline' | 'connect' | 'silence';

/** What the clocks of a connection know beside the time. */
export interface OnTheWire {
  readonly host: string;
  /** Whether any byte of an answer had come, be it `100 Continue`. */
  readonly answered: boolean;
}

/** A target had not answered when a time that it was given was over. In milliseconds. */
export class TimeOverError extends ServiceSetError {
  override readonly name = 'TimeOverError';
  readonly limit: TimeLimit;
  readonly milliseconds: number;
  /** Whether any byte of an answer had come: known where a clock of the connection ended it, else `undefined`. */
  readonly answered: boolean | undefined;
  /** The host that was silent or could not be connected to, where a clock of the connection ended it. */
  readonly host: string | undefined;

  constructor(limit: 'timeout' | 'deadline', milliseconds: number, options?: ErrorOptions);
  constructor(limit: 'connect' | 'silence', milliseconds: number, wire: OnTheWire);
  constructor(limit: TimeLimit, milliseconds: number, more?: OnTheWire | ErrorOptions) {
    const wire = more !== undefined && 'host' in more ? more : undefined;
    const { cause } = (more ?? {}) as ErrorOptions;
    super(sentence(limit, milliseconds, wire, cause), cause === undefined ? {} : { cause });
    this.limit = limit;
    this.milliseconds = milliseconds;
    this.answered = wire?.answered;
    this.host = wire?.host;
  }

  /** The same, over while it was tried to mend this. */
  because(trouble: Error): TimeOverError {
    const { limit, milliseconds } = this;
    return limit === 'timeout' || limit === 'deadline'
      ? new TimeOverError(limit, milliseconds, { cause: trouble })
      : this;
  }
}

/** Whether the error is a {@link TimeOverError}. */
export function isTimeOverError(error: unknown): error is TimeOverError {
  return hasName<TimeOverError>(error, 'TimeOverError');
}

function sentence(limit: TimeLimit, milliseconds: number, wire: OnTheWire | undefined, cause: unknown): string {
  if (wire === undefined) {
    const last = cause instanceof Error ? ` (the last try: ${firstLine(cause)})` : '';
    return `no answer within the ${limit} of ${milliseconds} ms${last}; give a longer ${limit} by .with({ ${limit} })`;
  }
  if (limit === 'connect') {
    return `no connection to ${wire.host} within ${milliseconds} ms; see whether it can be reached from here, or leave its region out`;
  }
  const silent = wire.answered ? 'stopped answering' : 'took the connection, but no answer came';
  return `${wire.host} ${silent}: not a byte for ${milliseconds} ms; ask again, or leave its region out`;
}

function firstLine({ name, message }: Error): string {
  const [line = ''] = message.split('\n', 1);
  return line === '' ? name : `${name}: ${line}`;
}
