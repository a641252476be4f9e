import { invalidArgument } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import type { ObjectChecksum, ObjectVersion } from '../store/object-version.js';
import type { Headers } from '../wire/answers.js';
import type { ByteRange } from './range.js';

/** A part of an object that is read by its number. */
export interface PartRead {
  readonly range: ByteRange | undefined;
  readonly checksum: ObjectChecksum | undefined;
  readonly headers: Headers;
}

/** The part of that number, if one is asked for. Throws {@link S3Error} when the object has none such. */
export function partAt(text: string | undefined, version: ObjectVersion): PartRead | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(Number.isInteger(number) && number >= 1 && number <= 10_000)) {
    throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive', 'partNumber', text);
  }
  const index = number - 1;
  const part = version.parts[index];
  if (!part) {
    const details = { PartNumberRequested: number, ActualPartCount: version.parts.length };
    throw new S3Error('InvalidPartNumber', 'The requested partnumber is not satisfiable', 416, { details });
  }
  const start = version.parts.slice(0, index).reduce((sum, { size }) => sum + size, 0);
  const many = isMultipart(version);
  return {
    // Nothing is no range of bytes.
    range: part.size > 0 ? { start, end: start + part.size } : undefined,
    checksum: many ? partChecksum(version, part.checksum) : version.checksum,
    headers: many ? { 'x-amz-mp-parts-count': String(version.parts.length) } : {},
  };
}

/** Whether an object was put in parts: its ETag says. */
export function isMultipart({ etag }: Pick<ObjectVersion, 'etag'>): boolean {
  return etag.includes('-');
}

function partChecksum({ checksum }: ObjectVersion, value: string | undefined): ObjectChecksum | undefined {
  return checksum && value !== undefined ? { ...checksum, value } : undefined;
}
