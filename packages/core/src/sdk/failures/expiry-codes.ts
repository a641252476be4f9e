import type { Credentials } from '../set/options.js';
import { codeOf } from './error-codes.js';

/**
 * What services say to temporary credentials that have expired: STS, S3, EC2 and the JSON services, each in its own words.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
const codes: ReadonlySet<string> = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired']);
/** EC2 says it of an expired token, and also of a request whose time is past: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const ambiguous = 'RequestExpired';

/** Whether a service's error says that the credentials have expired. `credentials`: those with which it was asked, if they are known. */
export function saysExpired(error: unknown, credentials?: Credentials): boolean {
  const code = codeOf(error);
  if (code === ambiguous) return credentials === undefined || credentials.sessionToken !== undefined;
  return codes.has(code);
}

/** Whether that may as well mean that this machine's clock is wrong. */
export function mayBeTheClock(error: unknown): boolean {
  return codeOf(error) === ambiguous;
}
