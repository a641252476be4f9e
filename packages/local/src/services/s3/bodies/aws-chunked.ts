import { S3Error } from '../errors/s3-error.js';
import { ByteReader, incompleteBody } from './byte-reader.js';
import type { ChunkSignatures } from './chunk-signatures.js';

const HEAD = /^([0-9a-f]{1,16})(?:;chunk-signature=([0-9a-f]{64}))?$/i;
const SIGNATURE = 'x-amz-trailer-signature';

/** What is around the bytes of a body in chunks. */
export interface ChunkedTerms {
  /** Checks each chunk's signature; absent where chunks are not signed. */
  readonly signatures: ChunkSignatures | undefined;
  readonly trailer: boolean;
  /** Takes the trailers, once all is read. */
  readonly trailers: Map<string, string>;
}

/** Takes `aws-chunked` off a body. Throws {@link S3Error} for what is no such thing, and for a signature that is another. */
export async function* decodeChunked(source: AsyncIterable<Buffer>, terms: ChunkedTerms): AsyncIterable<Buffer> {
  const reader = new ByteReader(source);
  for (;;) {
    const [, size = '', signature] = HEAD.exec(await reader.line()) ?? malformed();
    const length = Number.parseInt(size, 16);
    for await (const part of reader.bytes(length)) {
      terms.signatures?.update(part);
      yield part;
    }
    terms.signatures?.endChunk(signature);
    if (length === 0) break;
    if ((await reader.line()) !== '') throw incompleteBody();
  }
  await readTrailers(reader, terms);
  await reader.drain();
}

async function readTrailers(reader: ByteReader, { signatures, trailer, trailers }: ChunkedTerms): Promise<void> {
  for (;;) {
    const line = await reader.line();
    if (line === '') break;
    const colon = line.indexOf(':');
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const signature = trailers.get(SIGNATURE);
  trailers.delete(SIGNATURE);
  const text = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('');
  if (trailer) signatures?.endTrailers(text, signature);
}

function malformed(): never {
  throw new S3Error('InvalidChunkSizeError', 'The chunk is not of the form that aws-chunked has.', 403);
}
