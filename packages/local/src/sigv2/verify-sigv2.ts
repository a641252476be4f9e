import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account } from '../accounts/account.js';
import { headerOf, type ReceivedRequest } from '../http/received-request.js';
import { SignatureRefusal } from '../sigv4/signature-refusal.js';
import { encodeUri } from '../sigv4/uri-encoding.js';
import type { SigV2Claim } from './sigv2-claim.js';

const SKEW_MS = 15 * 60_000;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/;
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

/**
 * Whether the request is what the key's owner signed, now. Throws {@link SignatureRefusal} when it is not.
 *
 * @param account - the account whose key the claim names
 * @param now - milliseconds since 1970
 */
export function verifySigV2(
  request: ReceivedRequest,
  claim: SigV2Claim,
  account: Account | undefined,
  now: number,
): Account {
  if (!account || claim.token !== account.credentials.sessionToken) throw new SignatureRefusal('unknownKey');
  checkTime(claim, now);
  const expected = createHmac(claim.hash, account.credentials.secretAccessKey)
    .update(stringToSign(request, claim))
    .digest();
  const given = Buffer.from(claim.signature, 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new SignatureRefusal('badSignature', MISMATCH);
  }
  return account;
}

/** Verb, host, path, and the parameters in the order of their bytes. */
function stringToSign(request: ReceivedRequest, claim: SigV2Claim): string {
  const pairs = claim.parameters.map(
    ([name, value]) => [Buffer.from(name), `${encodeUri(name)}=${encodeUri(value)}`] as const,
  );
  const query = pairs
    .sort(([a], [b]) => Buffer.compare(a, b))
    .map(([, text]) => text)
    .join('&');
  const host = (headerOf(request, 'host') ?? '').toLowerCase();
  return [request.method, host, request.path, query].join('\n');
}

function checkTime({ timestamp, expires }: SigV2Claim, now: number): void {
  const text = timestamp ?? expires ?? '';
  const time = ISO.test(text) ? Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new SignatureRefusal('badTime', text);
  if (timestamp === undefined) {
    if (time < now) throw new SignatureRefusal('expired', `Request has expired. Expires date is: ${text}`);
  } else if (now - time > SKEW_MS) {
    throw new SignatureRefusal('expired', `Request has expired. Timestamp date is: ${text}`);
  } else if (time - now > SKEW_MS) {
    throw new SignatureRefusal('notYetCurrent', `Request timestamp is too far in the future: ${text}`);
  }
}
