import { crc32 } from 'node:zlib';

/** A CRC32 with the count of bytes that it is of, so that it can be joined with that of what follows. */
export interface Checksum {
  readonly crc: number;
  readonly bytes: number;
}

export const nothing: Checksum = { crc: 0, bytes: 0 };

/** The checksum of bytes that follow those of another one. */
export function update({ crc, bytes }: Checksum, data: Uint8Array): Checksum {
  return { crc: crc32(data, crc), bytes: bytes + data.byteLength };
}

/** As S3's headers have it. */
export function base64Of({ crc }: Checksum): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc);
  return bytes.toString('base64');
}

/**
 * The checksum of two pieces from those of each. A CRC is linear: that of the first is moved on by as many zero bytes as the second has, each
 * doubling of which is a matrix over bits, and added.
 */
export function join(first: Checksum, second: Checksum): Checksum {
  const bytes = first.bytes + second.bytes;
  if (second.bytes === 0) return { crc: first.crc, bytes };
  let crc = first.crc;
  let matrix = byteMatrix;
  for (let left = second.bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) crc = times(matrix, crc);
    matrix = squared(matrix);
  }
  return { crc: (crc ^ second.crc) >>> 0, bytes };
}

/** The checksum of S3's composite kind: that of the checksums of the parts. */
export function composite(parts: readonly Checksum[]): string {
  const all = Buffer.concat(parts.map((part) => Buffer.from(base64Of(part), 'base64')));
  return `${base64Of(update(nothing, all))}-${parts.length}`;
}

type Matrix = readonly number[];

/** What one bit of zeros does to each bit of a CRC32, whose polynomial is this one, its bits turned round. */
const bitMatrix: Matrix = [0xedb88320, ...Array.from({ length: 31 }, (_, bit) => 2 ** bit)];
const byteMatrix: Matrix = squared(squared(squared(bitMatrix)));

function times(matrix: Matrix, vector: number): number {
  let sum = 0;
  for (let left = vector, row = 0; left !== 0; left >>>= 1, row += 1) if (left & 1) sum ^= matrix[row] ?? 0;
  return sum >>> 0;
}

function squared(matrix: Matrix): Matrix {
  return matrix.map((row) => times(matrix, row));
}
