import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/** There are no usable credentials. `cause` is what the provider said; its words are not repeated, since they may hold a secret. */
export class CredentialsError extends ServiceSetError {
  override readonly name = 'CredentialsError';

  constructor(cause: unknown) {
    super(
      'no AWS credentials could be resolved: sign in (aws sso login), set AWS_PROFILE or AWS_ACCESS_KEY_ID and ' +
        'AWS_SECRET_ACCESS_KEY, or pass { credentials }; the cause says what was tried',
      { cause },
    );
  }
}

/** Whether the error is a {@link CredentialsError}. */
export function isCredentialsError(error: unknown): error is CredentialsError {
  return hasName<CredentialsError>(error, 'CredentialsError');
}
