import { headerOf, type ReceivedRequest } from '../../../http/received-request.js';
import { type Claim, readClaim } from '../../../sigv4/claim.js';
import { SignatureRefusal } from '../../../sigv4/signature-refusal.js';
import { invalidArgument, invalidRequest } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';

/** A signature's scope that names S3, in a header or in a query. */
const HEADER_SCOPE = /Credential=[^,\s]*\/s3\/aws4_request/;
const QUERY_SCOPE = /(?:^|&)X-Amz-Credential=[^&]*(?:%2F|\/)s3(?:%2F|\/)aws4_request/i;

/** Whether the signature alone says that it is S3 that is called. */
export function isS3Signed(request: ReceivedRequest): boolean {
  const header = headerOf(request, 'authorization');
  if (header === undefined) return QUERY_SCOPE.test(request.query);
  return HEADER_SCOPE.test(header) || header.startsWith('AWS ');
}

/** Whether the request is signed by its query. */
export function isPresigned(request: ReceivedRequest): boolean {
  return /(?:^|&)X-Amz-Signature=/.test(request.query);
}

/** The claim of a request, or nothing for one that makes none. Throws {@link S3Error} for half a claim. */
export function s3Claim(request: ReceivedRequest): Claim | undefined {
  const header = headerOf(request, 'authorization');
  if (header?.startsWith('AWS ') || /(?:^|&)AWSAccessKeyId=/.test(request.query)) throw oldSignature();
  if (header !== undefined && isPresigned(request)) {
    const message =
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified';
    throw invalidArgument(message, 'Authorization', header);
  }
  try {
    return readClaim(request);
  } catch (error) {
    if (!(error instanceof SignatureRefusal)) throw error;
    if (error.reason === 'unsigned') return undefined;
    throw halfClaim(error, header === undefined);
  }
}

/** The signature of Version 2, which buckets made after June 2020 do not take. */
export function oldSignature(): S3Error {
  return invalidRequest('The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.');
}

/** The claim as far as it can be read: to know where a request belongs, before anything is believed. */
export function readableClaim(request: ReceivedRequest): Claim | undefined {
  try {
    return s3Claim(request);
  } catch (error) {
    if (error instanceof S3Error) return undefined;
    throw error;
  }
}

function halfClaim({ message }: SignatureRefusal, presigned: boolean): S3Error {
  return presigned
    ? new S3Error('AuthorizationQueryParametersError', message)
    : new S3Error('AuthorizationHeaderMalformed', `The authorization header is malformed; ${message}`);
}
