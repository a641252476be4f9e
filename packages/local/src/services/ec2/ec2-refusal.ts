import type { RefusalReason, SignatureRefusal } from '../../sigv4/signature-refusal.js';
import { ApiError } from '../../wire/api-error.js';

/** A region that is off answers as if the keys were bad: AWS does not say which. */
const NOT_VALIDATED = new ApiError('AuthFailure', 'AWS was not able to validate the provided access credentials', 401);
const EXPIRED = new ApiError('RequestExpired', 'Request has expired.');

const ANSWERS: Partial<Record<RefusalReason, ApiError>> = {
  unsigned: new ApiError('MissingParameter', 'The request must contain the parameter AWSAccessKeyId'),
  unknownKey: NOT_VALIDATED,
  regionOff: NOT_VALIDATED,
  expired: EXPIRED,
  notYetCurrent: EXPIRED,
};

/** What EC2 says to those that it does not let in: `SignatureDoesNotMatch` with the details, unless it has a code. */
export function ec2Refusal({ reason, message }: SignatureRefusal): ApiError {
  if (reason === 'incomplete') return new ApiError('IncompleteSignature', message);
  return ANSWERS[reason] ?? new ApiError('SignatureDoesNotMatch', message, 403);
}
