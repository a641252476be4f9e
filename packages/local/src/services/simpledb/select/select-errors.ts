import { ApiError } from '../../../wire/api-error.js';

/** The expression is no select expression. */
export function syntaxError(): ApiError {
  return new ApiError('InvalidQueryExpression', 'The specified query expression syntax is not valid.');
}

/** The sort attribute is in no predicate, or only in one that wants it absent. */
export function sortError(): ApiError {
  return new ApiError(
    'InvalidSortExpression',
    'Invalid sort expression. The sort attribute must be present in at least one of the predicates, and the predicate cannot contain the is null operator.',
  );
}
