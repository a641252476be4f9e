import type { Answer } from '../../../wire/answer.js';
import { holdPieces, readPieces } from '../../pieces/piece.js';
import { invalidRequest } from '../errors/errors.js';
import { checkReadConditions } from '../objects/conditions.js';
import { findVersion } from '../objects/find-version.js';
import { checksumHeaders, objectHeaders } from '../objects/object-headers.js';
import { partAt } from '../objects/part-at.js';
import { type ByteRange, readRange } from '../objects/range.js';
import { checkReadable } from '../objects/restoration.js';
import type { S3Call } from '../s3-call.js';
import { type ObjectVersion, piecesOf } from '../store/object-version.js';
import { defined, type Headers } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

const needs = { action: 's3:GetObject', grant: { of: 'object', permission: 'READ' } } as const;

/** Gives an object's bytes, or some of them. */
export const getObject: S3Operation = { name: 'GetObject', method: 'GET', at: 'object', needs, run: get };

/** Gives what is said of an object, without its bytes. */
export const headObject: S3Operation = { name: 'HeadObject', method: 'HEAD', at: 'object', needs, run: head };

function get(call: S3Call): Answer {
  const version = findVersion(call);
  checkReadConditions(call, version);
  checkReadable(version, call.now);
  // The answer may wait, and the object may be deleted meanwhile.
  call.parts.onGone(holdPieces(piecesOf(version)));
  return bytesOf(call, version);
}

function head(call: S3Call): Answer {
  const version = findVersion(call);
  checkReadConditions(call, version);
  return bytesOf(call, version);
}

function bytesOf(call: S3Call, version: ObjectVersion): Answer {
  const part = partAt(call.query('partNumber'), version);
  if (part && call.header('range') !== undefined) {
    throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
  }
  const range = part?.range ?? readRange(call.header('range'), version.size);
  const { start, end }: ByteRange = range ?? { start: 0, end: version.size };
  const sums = call.header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  const checksum = part ? part.checksum : range ? undefined : version.checksum;
  const headers: Headers = {
    ...objectHeaders(call, version),
    ...part?.headers,
    ...(sums ? checksumHeaders(checksum) : {}),
    'content-range': range && `bytes ${start}-${end - 1}/${version.size}`,
  };
  const pieces = piecesOf(version);
  const content = {
    length: end - start,
    read: (from: number, to: number) => readPieces(pieces, start + from, start + to),
  };
  return { status: range ? 206 : 200, headers: defined(headers), body: Buffer.alloc(0), content };
}
