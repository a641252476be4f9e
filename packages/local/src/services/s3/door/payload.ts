import { headerOf, type ReceivedRequest } from '../../../http/received-request.js';
import { notServed } from '../../../wire/not-served.js';
import { invalidArgument, invalidRequest } from '../errors/errors.js';
import { isPresigned } from './s3-claim.js';

/** How a body is signed: by its hash, not at all, or in chunks that are signed or not, with trailers or without. */
export interface Payload {
  /** What is signed in place of the body's hash. */
  readonly signed: string;
  /** The body's SHA-256, where it was declared. */
  readonly sha256: string | undefined;
  readonly chunked: boolean;
  readonly chunksSigned: boolean;
  readonly trailer: boolean;
}

const UNSIGNED = 'UNSIGNED-PAYLOAD';
const HEX = /^[0-9a-f]{64}$/i;
const STREAMS: ReadonlyMap<string, Pick<Payload, 'chunksSigned' | 'trailer'>> = new Map([
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', { chunksSigned: true, trailer: false }],
  ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', { chunksSigned: true, trailer: true }],
  ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', { chunksSigned: false, trailer: true }],
]);

/** How the body of this request is signed. Throws for a way that there is not. */
export function payloadOf(request: ReceivedRequest): Payload {
  const signed = declared(request);
  const whole = { signed, sha256: undefined, chunked: false, chunksSigned: false, trailer: false };
  if (signed === UNSIGNED) return whole;
  if (HEX.test(signed)) return { ...whole, sha256: signed.toLowerCase() };
  const stream = STREAMS.get(signed);
  if (stream) return { ...whole, ...stream, chunked: true };
  if (signed.startsWith('STREAMING-AWS4-ECDSA')) throw notServed(`the signature ${signed}`);
  const message = `x-amz-content-sha256 must be ${UNSIGNED}, ${[...STREAMS.keys()].join(', ')} or a valid sha256 value.`;
  throw invalidArgument(message, 'x-amz-content-sha256', signed);
}

function declared(request: ReceivedRequest): string {
  const header = headerOf(request, 'x-amz-content-sha256');
  if (header !== undefined) return header;
  const signed = request.headers.has('authorization');
  if (signed) throw invalidRequest('Missing required header for this request: x-amz-content-sha256');
  const hoisted = new URLSearchParams(request.query).get('X-Amz-Content-Sha256');
  return (isPresigned(request) && hoisted) || UNSIGNED;
}
