import type { Claim } from '../../../sigv4/claim.js';
import { S3Error } from '../errors/s3-error.js';

const SKEW_MS = 15 * 60_000;

/** Whether a claim is of now: within 15 minutes, or as long as a presigned URL is good for. Throws {@link S3Error}. */
export function checkTimes({ timestamp, date, expires }: Claim, now: number): void {
  const signedAt = Date.parse(timestamp.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  if (Number.isNaN(signedAt) || !timestamp.startsWith(date)) {
    const message = `Invalid credential date "${date}". This date is not the same as X-Amz-Date: "${timestamp.slice(0, 8)}".`;
    throw new S3Error('AuthorizationHeaderMalformed', `The authorization header is malformed; ${message}`);
  }
  if (expires === undefined) checkSkew(timestamp, Math.abs(now - signedAt), now);
  else checkExpiry(signedAt, expires, now);
}

function checkSkew(timestamp: string, skew: number, now: number): void {
  if (skew <= SKEW_MS) return;
  const message = 'The difference between the request time and the current time is too large.';
  throw new S3Error('RequestTimeTooSkewed', message, 403, {
    details: { RequestTime: timestamp, ServerTime: iso(now), MaxAllowedSkewMilliseconds: SKEW_MS },
  });
}

function checkExpiry(signedAt: number, expires: number, now: number): void {
  const end = signedAt + expires * 1000;
  if (signedAt > now + SKEW_MS) throw new S3Error('AccessDenied', 'Request is not valid yet', 403);
  if (now <= end) return;
  throw new S3Error('AccessDenied', 'Request has expired', 403, {
    details: { 'X-Amz-Expires': expires, Expires: iso(end), ServerTime: iso(now) },
  });
}

function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
