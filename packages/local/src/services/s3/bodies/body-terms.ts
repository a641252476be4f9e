import type { Account } from '../../../accounts/account.js';
import type { ReceivedRequest } from '../../../http/received-request.js';
import { payloadOf } from '../door/payload.js';
import { s3Claim } from '../door/s3-claim.js';
import { S3Error } from '../errors/s3-error.js';
import { type ChecksumClaim, checksumClaim } from './checksum-claim.js';
import { ChunkSignatures } from './chunk-signatures.js';

/** What the head of a request says of its body. */
export interface BodyTerms {
  readonly length: number | undefined;
  /** Of the whole, in hexadecimal, where it was signed. */
  readonly sha256: string | undefined;
  /** `Content-MD5`, in hexadecimal. */
  readonly md5: string | undefined;
  readonly claim: ChecksumClaim | undefined;
  /** How it is cut in chunks, if it is. */
  readonly chunks: { readonly signatures: ChunkSignatures | undefined; readonly trailer: boolean } | undefined;
  /** Filled when the body is read. */
  readonly trailers: Map<string, string>;
}

/** Terms of bytes of which nothing is said, but perhaps how many they are. */
export function plainTerms(length?: number, more: Partial<BodyTerms> = {}): BodyTerms {
  const nothing = { sha256: undefined, md5: undefined, claim: undefined, chunks: undefined };
  return { length, ...nothing, trailers: new Map(), ...more };
}

/** Reads what the head says. Throws {@link S3Error} for what cannot be. */
export function bodyTerms(request: ReceivedRequest, headers: ReadonlyMap<string, string>, account: Account): BodyTerms {
  const { sha256, chunked, chunksSigned, trailer } = payloadOf(request);
  const claim = chunksSigned ? s3Claim(request) : undefined;
  const signatures = claim && new ChunkSignatures(claim, account.credentials.secretAccessKey);
  return {
    length: lengthOf(headers, chunked),
    sha256,
    md5: md5Of(headers.get('content-md5')),
    claim: checksumClaim(headers),
    chunks: chunked ? { signatures, trailer } : undefined,
    trailers: new Map(),
  };
}

function lengthOf(headers: ReadonlyMap<string, string>, chunked: boolean): number | undefined {
  const text = headers.get(chunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  if (!chunked && !headers.has('transfer-encoding')) return 0;
  throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
}

/** The hexadecimal form of a `Content-MD5`. Throws {@link S3Error} for what is none. */
export function md5Of(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 16 && bytes.toString('base64') === text) return bytes.toString('hex');
  const details = { 'Content-MD5': text };
  throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.', 400, { details });
}
