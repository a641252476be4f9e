import type { Account } from '../../../accounts/account.js';
import type { ReceivedRequest } from '../../../http/received-request.js';
import { canonicalRequest } from '../../../sigv4/canonical-request.js';
import type { Claim } from '../../../sigv4/claim.js';
import { sameText, sign, stringToSign } from '../../../sigv4/signature.js';
import { decodeUri, encodeUri } from '../../../sigv4/uri-encoding.js';
import { S3Error } from '../errors/s3-error.js';
import { checkTimes } from './check-times.js';
import { payloadOf } from './payload.js';

/** Whether the request is what the key's owner signed, now; S3's rules and words differ from the others'. Throws {@link S3Error}. */
export function verifyS3(request: ReceivedRequest, claim: Claim, accounts: readonly Account[], now: number): Account {
  const account = ownerOf(claim, accounts);
  checkScope(claim);
  checkSignedHeaders(request, claim);
  checkTimes(claim, now);
  checkSignature(request, claim, account);
  return account;
}

/** The account of a key. */
export function ownerOf(
  { accessKeyId, token }: Pick<Claim, 'accessKeyId' | 'token'>,
  accounts: readonly Account[],
): Account {
  const account = accounts.find(({ credentials }) => credentials.accessKeyId === accessKeyId);
  if (!account) {
    const message = 'The AWS Access Key Id you provided does not exist in our records.';
    throw new S3Error('InvalidAccessKeyId', message, 403, { details: { AWSAccessKeyId: accessKeyId } });
  }
  if (token !== account.credentials.sessionToken) {
    const message = 'The provided token is malformed or otherwise invalid.';
    throw new S3Error('InvalidToken', message, 400, { details: { 'Token-0': token } });
  }
  return account;
}

function checkScope({ service, expires }: Claim): void {
  if (service === 's3') return;
  const code = expires === undefined ? 'AuthorizationHeaderMalformed' : 'AuthorizationQueryParametersError';
  throw new S3Error(
    code,
    `The authorization is malformed; incorrect service "${service}". This endpoint belongs to "s3".`,
  );
}

function checkSignedHeaders(request: ReceivedRequest, claim: Claim): void {
  const signed = new Set(claim.signedHeaders);
  const missing = [...request.headers.keys()].filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signed.has(name),
  );
  if (missing.length === 0) return;
  const message = 'There were headers present in the request which were not signed';
  throw new S3Error('AccessDenied', message, 403, { details: { HeadersNotSigned: missing.join(', ') } });
}

function checkSignature(request: ReceivedRequest, claim: Claim, { credentials }: Account): void {
  // S3 alone signs the path encoded once, with all of its dots and slashes: they are of the key.
  const path = request.path
    .split('/')
    .map((segment) => encodeUri(decodeUri(segment)))
    .join('/');
  const canonical = canonicalRequest(request, claim.signedHeaders, { path, bodyHash: payloadOf(request).signed });
  const text = stringToSign(claim, canonical);
  if (sameText(sign(text, claim, credentials.secretAccessKey), claim.signature)) return;
  throw mismatch(claim, { StringToSign: text, CanonicalRequest: canonical });
}

/** A signature that is another than the one that the key gives; what was to be signed tells where they part. */
export function mismatch(
  { accessKeyId, signature }: Pick<Claim, 'accessKeyId' | 'signature'>,
  texts: Readonly<Record<string, string>> = {},
): S3Error {
  const message =
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
  const details = { AWSAccessKeyId: accessKeyId, SignatureProvided: signature, ...texts };
  return new S3Error('SignatureDoesNotMatch', message, 403, { details });
}
