import { createHash } from 'node:crypto';
import type { Piece } from '../../pieces/piece.js';
import { SWIFT_LIMITS } from '../metadata/limits.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError, unfit } from '../swift-error.js';

/** Bytes that are kept, with their MD5 in hexadecimal. */
export interface Saved {
  readonly piece: Piece;
  readonly md5: string;
}

/** Refuses a body whose length is not said, or is more than an object may have. */
export function checkLength(call: SwiftCall): void {
  const length = call.header('content-length');
  const chunked = call.header('transfer-encoding')?.toLowerCase() === 'chunked';
  if (length === undefined && !chunked) throw unfit('Missing Content-Length header.', 411);
  if (Number(length ?? 0) > SWIFT_LIMITS.max_file_size) throw tooLarge();
}

/** Keeps the body of a call. Nothing stays of one that is not what its `ETag` says. */
export async function saveBody(call: SwiftCall): Promise<Saved> {
  const saved = await saveBytes(call, call.parts.stream);
  const declared = call.header('etag')?.replaceAll('"', '').toLowerCase();
  if (declared === undefined || declared === '' || declared === saved.md5) return saved;
  saved.piece.drop();
  throw new SwiftError(422);
}

/** Keeps bytes from anywhere. */
export async function saveBytes({ pieces }: SwiftCall, source: AsyncIterable<Buffer>): Promise<Saved> {
  const hash = createHash('md5');
  const piece = await pieces.write(passing(source, (part) => void hash.update(part)));
  return { piece, md5: hash.digest('hex') };
}

async function* passing(source: AsyncIterable<Buffer>, see: (part: Buffer) => void): AsyncIterable<Buffer> {
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > SWIFT_LIMITS.max_file_size) throw tooLarge();
    see(part);
    yield part;
  }
}

function tooLarge(): Error {
  return unfit('Your request is too large.', 413);
}
