import type { RefusalReason, SignatureRefusal } from '../../sigv4/signature-refusal.js';
import { ApiError } from '../../wire/api-error.js';

const INVALID_TOKEN = new ApiError(
  'InvalidClientTokenId',
  'The security token included in the request is invalid.',
  403,
);

const ANSWERS: Partial<Record<RefusalReason, ApiError>> = {
  unsigned: new ApiError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403),
  unknownKey: INVALID_TOKEN,
  regionOff: INVALID_TOKEN,
};

/** What STS says to those that it does not let in: `SignatureDoesNotMatch` with the details, unless it has a code. */
export function stsRefusal({ reason, message }: SignatureRefusal): ApiError {
  if (reason === 'incomplete') return new ApiError('IncompleteSignature', message);
  return ANSWERS[reason] ?? new ApiError('SignatureDoesNotMatch', message, 403);
}
