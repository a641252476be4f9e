import { ApiError } from './api-error.js';

/**
 * The answer to what AWS may well have and this cloud has not. Never a code of AWS's own: `InvalidAction` would say that
 * the region has no such operation, which programs rightly take for an answer.
 *
 * @param what - such as `the action DescribeImages`
 */
export function notServed(what: string, instead = ''): ApiError {
  const where = 'the README of @proj/local says what is served';
  return new ApiError('NotImplemented', `The local cloud does not serve ${what}${instead}: ${where}.`, 501);
}
