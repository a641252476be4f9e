import { hasName } from '@proj/core';
import { HttpStatusError, type StatusFacts } from './http-status-error.js';

/** There is no such account, container or object: status 404. */
export class NotFoundError extends HttpStatusError {
  override readonly name = 'NotFoundError';
  constructor(facts: StatusFacts) {
    super(facts, 'there is none of that name, or a listing has not caught up yet');
  }
}

/** The token, or who has it, may not do this: status 401 or 403. */
export class DeniedError extends HttpStatusError {
  override readonly name = 'DeniedError';
  constructor(facts: StatusFacts) {
    super(
      facts,
      facts.status === 401 ? 'it takes neither this token nor a new one' : 'who is logged in may not do that',
    );
  }
}

/** What is there speaks against it, as objects do against deleting their container: status 409. */
export class ConflictError extends HttpStatusError {
  override readonly name = 'ConflictError';
  constructor(facts: StatusFacts) {
    super(facts, 'a container has to be empty to be deleted; of an object, something newer is there');
  }
}

/** A condition of the request does not hold, or a parameter is over its limit: status 412. */
export class PreconditionFailedError extends HttpStatusError {
  override readonly name = 'PreconditionFailedError';
  constructor(facts: StatusFacts) {
    super(facts, 'a condition does not hold, or a listing was asked for longer pages than the cluster gives');
  }
}

/** Too many requests: status 429, or 498, as the service has it. */
export class RateLimitError extends HttpStatusError {
  override readonly name = 'RateLimitError';
  /** By which a set knows what it is. */
  readonly Code = 'Throttling';
  constructor(facts: StatusFacts) {
    super(facts, 'it takes no more for now: ask less often');
  }
}

const classes: ReadonlyMap<number, new (facts: StatusFacts) => HttpStatusError> = new Map<
  number,
  new (
    facts: StatusFacts,
  ) => HttpStatusError
>([
  [401, DeniedError],
  [403, DeniedError],
  [404, NotFoundError],
  [409, ConflictError],
  [412, PreconditionFailedError],
  [429, RateLimitError],
  [498, RateLimitError],
]);

/** The error of a status. */
export function statusError(facts: StatusFacts): HttpStatusError {
  const Class = classes.get(facts.status) ?? HttpStatusError;
  return new Class(facts);
}

/** Whether the error is a {@link NotFoundError}. */
export function isNotFoundError(error: unknown): error is NotFoundError {
  return hasName<NotFoundError>(error, 'NotFoundError');
}

/** Whether the error is a {@link DeniedError}. */
export function isDeniedError(error: unknown): error is DeniedError {
  return hasName<DeniedError>(error, 'DeniedError');
}

/** Whether the error is a {@link ConflictError}. */
export function isConflictError(error: unknown): error is ConflictError {
  return hasName<ConflictError>(error, 'ConflictError');
}

/** Whether the error is a {@link PreconditionFailedError}. */
export function isPreconditionFailedError(error: unknown): error is PreconditionFailedError {
  return hasName<PreconditionFailedError>(error, 'PreconditionFailedError');
}

/** Whether the error is a {@link RateLimitError}. */
export function isRateLimitError(error: unknown): error is RateLimitError {
  return hasName<RateLimitError>(error, 'RateLimitError');
}
