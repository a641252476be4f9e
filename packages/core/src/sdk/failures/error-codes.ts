import type { FailureStatus } from '../../fanout/outcome.js';

/**
 * What a service's error codes suggest. Candidates only: where a region has to be enabled first, `classify` decides by it.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, and the SDK's own list of throttling codes.
 */
export const statusOfCode: ReadonlyMap<string, FailureStatus> = new Map([
  ...all('denied', [
    ...['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'UnauthorizedAccess', 'NotAuthorized'],
    ...['AuthFailure', 'InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId', 'InvalidToken'],
    ...['SignatureDoesNotMatch', 'InvalidSignatureException', 'IncompleteSignature', 'MissingAuthenticationToken'],
    ...['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'RequestTimeTooSkewed', 'RequestInTheFuture'],
    ...['OptInRequired', 'RegionDisabledException', 'AccountProblem', 'Blocked', 'PendingVerification'],
  ]),
  ...all('throttled', [
    ...['BandwidthLimitExceeded', 'EC2ThrottledException', 'LimitExceededException', 'PriorRequestNotComplete'],
    ...['ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'RequestThrottled', 'SlowDown'],
    ...['RequestThrottledException', 'ThrottledException', 'Throttling', 'ThrottlingException'],
    ...['TooManyRequestsException', 'TransactionInProgressException'],
  ]),
  // The service's explicit word that this region's endpoint has no such operation.
  ...all('notSupported', ['InvalidAction', 'UnknownOperationException']),
]);

/** What errors mean that are no service's word: core's own, by what they say and not by what caused them, and the SDK's on abort. */
export const statusOfName: ReadonlyMap<string, FailureStatus> = new Map([
  ['TimeOverError', 'timedOut'],
  ['BreakerOpenError', 'skipped'],
  ['CancelledError', 'cancelled'],
  ['AbortError', 'cancelled'],
  ['NotSupportedError', 'notSupported'],
  ['UnexpectedBodyError', 'failed'],
  ['CredentialsError', 'failed'],
  ['DisposedError', 'failed'],
  ['FanOutError', 'failed'],
]);

/** Codes with which a region that is not enabled answers, and which elsewhere mean bad keys. */
export const codesOfDisabledRegions: ReadonlySet<string> = new Set([
  ...['AuthFailure', 'InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId', 'InvalidToken'],
  ...['OptInRequired', 'RegionDisabledException'],
]);

/** A service's code is in `Code` where the protocol says it, else the SDK made it the error's name. */
export function codeOf(error: unknown): string {
  const { Code, name } = (error ?? {}) as { readonly Code?: unknown; readonly name?: unknown };
  return typeof Code === 'string' ? Code : String(name);
}

function all(status: FailureStatus, codes: readonly string[]): (readonly [string, FailureStatus])[] {
  return codes.map((code) => [code, status]);
}
