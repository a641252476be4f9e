import type { Account } from '../accounts/account.js';
import type { ReceivedRequest } from '../http/received-request.js';
import { sha256 } from './canonical-request.js';
import type { Claim } from './claim.js';
import { signatureHolds } from './signature.js';
import { SignatureRefusal } from './signature-refusal.js';

const SKEW_MS = 5 * 60_000;
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

/**
 * Whether the request is what the key's owner signed, now. Throws {@link SignatureRefusal} when it is not.
 *
 * @param account - the account whose key the claim names
 * @param now - milliseconds since 1970
 */
export function verify(request: ReceivedRequest, claim: Claim, account: Account | undefined, now: number): Account {
  // A token that the account's key does not have belongs to somebody else's.
  if (!account || claim.token !== account.credentials.sessionToken) throw new SignatureRefusal('unknownKey');
  checkSignedHeaders(request, claim);
  checkBodyHash(request);
  checkTime(claim, now);
  if (!signatureHolds(request, claim, account.credentials.secretAccessKey))
    throw new SignatureRefusal('badSignature', MISMATCH);
  return account;
}

/** Host and every `x-amz-` header must be signed: an unsigned one could have been put in by anybody on the way. */
function checkSignedHeaders(request: ReceivedRequest, claim: Claim): void {
  const signed = new Set(claim.signedHeaders);
  for (const name of request.headers.keys()) {
    const mustBe = name === 'host' || name.startsWith('x-amz-');
    if (mustBe && !signed.has(name)) {
      throw new SignatureRefusal('badSignature', `'${name}' must be a 'SignedHeader' in the AWS Authorization.`);
    }
  }
}

function checkBodyHash(request: ReceivedRequest): void {
  const declared = request.headers.get('x-amz-content-sha256')?.[0];
  if (declared !== undefined && declared !== sha256(request.body)) throw new SignatureRefusal('badSignature', MISMATCH);
}

function checkTime(claim: Claim, now: number): void {
  const signedAt = Date.parse(claim.timestamp.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  if (!claim.timestamp.startsWith(claim.date) || Number.isNaN(signedAt)) {
    throw new SignatureRefusal(
      'badSignature',
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${claim.date}' != '${claim.timestamp.slice(0, 8)}'.`,
    );
  }
  const life = claim.expires === undefined ? SKEW_MS : claim.expires * 1000;
  if (now > signedAt + life) {
    throw new SignatureRefusal(
      'expired',
      `Signature expired: ${claim.timestamp} is now earlier than ${basicTime(now - life)} (${basicTime(now)} - ${life / 60_000} min.)`,
    );
  }
  if (signedAt > now + SKEW_MS) {
    throw new SignatureRefusal(
      'notYetCurrent',
      `Signature not yet current: ${claim.timestamp} is still later than ${basicTime(now + SKEW_MS)} (${basicTime(now)} + 5 min.)`,
    );
  }
}

function basicTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
