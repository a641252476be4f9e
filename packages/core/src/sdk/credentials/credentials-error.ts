import { hasName } from '../../errors/has-name.js';
import { ServiceSetError } from '../../errors/service-set-error.js';

/** What to do when the keys that were given to a set have expired. */
export const givenRemedy = 'pass new ones by { credentials }, or a provider that renews them';
/** What to do when a provider gives what has expired. */
export const providerRemedy = 'let the provider that was passed by { credentials } give new ones';
/** What to do when what the SDK's own chain finds has expired. */
export function chainRemedy(profile: string | undefined): string {
  const login = `aws sso login${profile === undefined ? '' : ` --profile ${profile}`}`;
  return `sign in again (${login}), or renew the keys in the profile or in AWS_SESSION_TOKEN`;
}

/**
 * There are no usable credentials: none could be resolved, or they have expired. `cause` is what the provider said, and that of the
 * SDK's chain lists in `tried` why each of its providers gave nothing. Its words are not repeated, since they may hold a secret,
 * and in the cause what looks like one is masked.
 */
export class CredentialsError extends ServiceSetError {
  override readonly name = 'CredentialsError';
  /** Whether there were some, which have expired. */
  readonly expired: boolean;
  /** When they expired, if that is known. */
  readonly expiredAt: Date | undefined;

  constructor(cause: unknown, expiry?: { readonly message: string; readonly at: Date | undefined } | undefined) {
    const nothing =
      'no AWS credentials could be resolved: sign in (aws sso login), set AWS_PROFILE or AWS_ACCESS_KEY_ID and ' +
      'AWS_SECRET_ACCESS_KEY, or pass { credentials }; the cause says what was tried';
    super(expiry?.message ?? nothing, cause === undefined ? {} : { cause });
    this.expired = expiry !== undefined;
    this.expiredAt = expiry?.at;
  }

  /** The error for credentials that have expired. `remedy`: what to do about these. */
  static expired(at: Date | undefined, remedy: string, cause?: unknown): CredentialsError {
    const since = at === undefined ? '' : ` at ${at.toISOString()}`;
    return new CredentialsError(cause, { message: `the AWS credentials expired${since}: ${remedy}`, at });
  }
}

/** Whether the error is a {@link CredentialsError}. */
export function isCredentialsError(error: unknown): error is CredentialsError {
  return hasName<CredentialsError>(error, 'CredentialsError');
}
