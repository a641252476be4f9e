import type { ReceivedRequest } from '../http/received-request.js';
import { SignatureRefusal } from '../sigv4/signature-refusal.js';

/** What a request says of its Signature Version 2, not yet believed. It names no region and no service. */
export interface SigV2Claim {
  readonly scheme: 'sigv2';
  readonly accessKeyId: string;
  readonly hash: 'sha256' | 'sha1';
  /** ISO 8601; one of the two is there. */
  readonly timestamp: string | undefined;
  readonly expires: string | undefined;
  readonly token: string | undefined;
  readonly signature: string;
  /** Every parameter but the signature. */
  readonly parameters: readonly (readonly [string, string])[];
}

const HASHES: ReadonlyMap<string, 'sha256' | 'sha1'> = new Map([
  ['HmacSHA256', 'sha256'],
  ['HmacSHA1', 'sha1'],
]);

/** The parameters of a request: of the query string, and of the form that was posted. */
export function formParameters(request: ReceivedRequest): URLSearchParams {
  const body = request.method === 'POST' ? request.body.toString('utf8') : '';
  return new URLSearchParams([body, request.query].filter((part) => part !== '').join('&'));
}

/**
 * Reads the claim. Throws {@link SignatureRefusal} when there is none, or half.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/HMACAuth.html
 */
export function readSigV2Claim(parameters: URLSearchParams): SigV2Claim {
  const accessKeyId = parameters.get('AWSAccessKeyId');
  const signature = parameters.get('Signature');
  if (!accessKeyId || !signature) throw new SignatureRefusal('unsigned');
  if (parameters.get('SignatureVersion') !== '2') {
    throw new SignatureRefusal('incomplete', 'SignatureVersion must be 2.');
  }
  const hash = HASHES.get(parameters.get('SignatureMethod') ?? '');
  if (!hash) throw new SignatureRefusal('incomplete', 'SignatureMethod must be HmacSHA256 or HmacSHA1.');
  const timestamp = parameters.get('Timestamp') ?? undefined;
  const expires = parameters.get('Expires') ?? undefined;
  if ((timestamp === undefined) === (expires === undefined)) {
    throw new SignatureRefusal('incomplete', 'Either Timestamp or Expires must be given, and not both.');
  }
  const token = parameters.get('SecurityToken') ?? undefined;
  const rest = [...parameters].filter(([name]) => name !== 'Signature');
  return { scheme: 'sigv2', accessKeyId, hash, timestamp, expires, token, signature, parameters: rest };
}
