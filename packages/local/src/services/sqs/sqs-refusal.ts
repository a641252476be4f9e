import type { RefusalReason, SignatureRefusal } from '../../sigv4/signature-refusal.js';
import { ApiError } from '../../wire/api-error.js';

const UNKNOWN_KEY = new ApiError('InvalidClientTokenId', 'The security token included in the request is invalid.', 403);

const ANSWERS: Partial<Record<RefusalReason, ApiError>> = {
  unsigned: new ApiError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  unknownKey: UNKNOWN_KEY,
  regionOff: UNKNOWN_KEY,
};

/** What SQS says to those that it does not let in: `SignatureDoesNotMatch` with the details, unless it has a code. */
export function sqsRefusal({ reason, message }: SignatureRefusal): ApiError {
  if (reason === 'incomplete') return new ApiError('IncompleteSignature', message);
  return ANSWERS[reason] ?? new ApiError('SignatureDoesNotMatch', message, 403);
}
