import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReceivedRequest } from '../http/received-request.js';
import { canonicalRequest, sha256 } from './canonical-request.js';
import type { Claim } from './claim.js';

/** Whether the claim's signature is the one that this secret gives. Takes as long whichever way it ends. */
export function signatureHolds(request: ReceivedRequest, claim: Claim, secret: string): boolean {
  return sameText(
    sign(stringToSign(claim, canonicalRequest(request, claim.signedHeaders)), claim, secret),
    claim.signature,
  );
}

/** What of a canonical request is signed. */
export function stringToSign(claim: Claim, canonical: string): string {
  return ['AWS4-HMAC-SHA256', claim.timestamp, scopeOf(claim).join('/'), sha256(canonical)].join('\n');
}

/** The signature of a text, in the scope of the claim. */
export function sign(text: string, claim: Claim, secret: string): string {
  return hmac(signingKey(claim, secret), text).toString('hex');
}

/** The scope that a claim names: date, region, service. */
export function scopeOf({ date, region, service }: Claim): readonly string[] {
  return [date, region, service, 'aws4_request'];
}

/** The key of a claim's day, region and service. */
export function signingKey(claim: Claim, secret: string): Buffer {
  return scopeOf(claim).reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`));
}

/** HMAC with SHA-256. */
export function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** Whether two texts are the same; how long it takes does not tell where they differ. */
export function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
