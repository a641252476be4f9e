import { isTimeOverError } from '../../errors/time-over-error.js';
import { isTransportError } from './transport-errors.js';

/** Whether an error says that an endpoint was not reached at all: of the connection, or silence without a single byte. */
export function isUnreached(error: unknown): error is Error {
  if (isTimeOverError(error)) return error.answered === false;
  return error instanceof Error && isTransportError(error);
}
