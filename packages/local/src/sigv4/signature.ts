import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReceivedRequest } from '../http/received-request.js';
import { canonicalRequest, sha256 } from './canonical-request.js';
import type { Claim } from './claim.js';

/** Whether the claim's signature is the one that this secret gives. Takes as long whichever way it ends. */
export function signatureHolds(request: ReceivedRequest, claim: Claim, secret: string): boolean {
  const expected = Buffer.from(signatureOf(request, claim, secret));
  const given = Buffer.from(claim.signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf(request: ReceivedRequest, claim: Claim, secret: string): string {
  const scope = [claim.date, claim.region, claim.service, 'aws4_request'];
  const text = [
    'AWS4-HMAC-SHA256',
    claim.timestamp,
    scope.join('/'),
    sha256(canonicalRequest(request, claim.signedHeaders)),
  ].join('\n');
  let key: string | Buffer = `AWS4${secret}`;
  for (const part of scope) key = hmac(key, part);
  return hmac(key, text).toString('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
