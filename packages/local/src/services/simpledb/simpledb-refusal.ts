import type { RefusalReason, SignatureRefusal } from '../../sigv4/signature-refusal.js';
import { ApiError } from '../../wire/api-error.js';

const NOT_VALIDATED = new ApiError('AuthFailure', 'AWS was not able to validate the provided access keys.', 403);

const ANSWERS: Partial<Record<RefusalReason, ApiError>> = {
  unsigned: new ApiError(
    'AuthMissingFailure',
    'AWS was not able to authenticate the request: access credentials are missing.',
    403,
  ),
  unknownKey: NOT_VALIDATED,
  regionOff: NOT_VALIDATED,
};

/**
 * What SimpleDB says to those that it does not let in.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/APIError.html
 */
export function simpleDbRefusal({ reason, message }: SignatureRefusal): ApiError {
  if (reason === 'incomplete') return new ApiError('InvalidParameterCombination', message);
  if (reason === 'badTime') {
    return new ApiError(
      'InvalidParameterValue',
      `Value (${message}) for parameter Timestamp is invalid. Reason: Must be in ISO8601 format.`,
    );
  }
  if (reason === 'expired' || reason === 'notYetCurrent') return new ApiError('RequestExpired', message);
  return ANSWERS[reason] ?? new ApiError('SignatureDoesNotMatch', message, 403);
}
