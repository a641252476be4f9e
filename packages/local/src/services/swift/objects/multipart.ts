import { randomBytes } from 'node:crypto';
import { MemoryPiece } from '../../pieces/memory-piece.js';
import type { ByteRange } from './ranges.js';
import { cutSlices, type Slice, wholePiece } from './slices.js';

/** The body of an answer that has several ranges, and its type. */
export function multipartBody(
  slices: readonly Slice[],
  ranges: readonly ByteRange[],
  { size, contentType }: { readonly size: number; readonly contentType: string },
): { readonly slices: readonly Slice[]; readonly contentType: string } {
  const boundary = randomBytes(16).toString('hex');
  const text = (line: string): Slice => wholePiece(new MemoryPiece(Buffer.from(line, 'latin1')));
  const parts = ranges.flatMap(({ start, end }) => [
    text(`--${boundary}\r\nContent-Type: ${contentType}\r\nContent-Range: bytes ${start}-${end - 1}/${size}\r\n\r\n`),
    ...cutSlices(slices, start, end),
    text('\r\n'),
  ]);
  return { slices: [...parts, text(`--${boundary}--`)], contentType: `multipart/byteranges;boundary=${boundary}` };
}
