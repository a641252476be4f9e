import type { RefusalReason, SignatureRefusal } from '../../sigv4/signature-refusal.js';
import { ApiError } from '../../wire/api-error.js';

const UNKNOWN_KEY = new ApiError(
  'UnrecognizedClientException',
  'The security token included in the request is invalid.',
  403,
);

const ANSWERS: Partial<Record<RefusalReason, ApiError>> = {
  unsigned: new ApiError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403),
  unknownKey: UNKNOWN_KEY,
  regionOff: UNKNOWN_KEY,
};

/** What a service of REST and JSON says to those that it does not let in. */
export function accountRefusal({ reason, message }: SignatureRefusal): ApiError {
  if (reason === 'incomplete') return new ApiError('IncompleteSignatureException', message, 403);
  return ANSWERS[reason] ?? new ApiError('InvalidSignatureException', message, 403);
}
