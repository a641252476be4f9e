import { createHash } from 'node:crypto';
import { compareBytes } from '../../ordering/compare-bytes.js';
import { MemoryPiece } from '../../pieces/memory-piece.js';
import { decode, readObjectPath } from '../door/storage-target.js';
import { type ObjectSegment, type Segment, sizeOfSegment } from '../large/segment.js';
import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { cutSlices, type Slice, sizeOfSlices, wholePiece } from './slices.js';

/** So deep may manifests be nested. */
const DEEPEST = 10;

/** What is read when an object is read: of a manifest, what it names. */
export interface Reading {
  readonly size: number;
  /** As the header has it: in quotes where it is no MD5 of the bytes. */
  readonly etag: string;
  readonly slices: readonly Slice[];
}

/** What is read of an object. Throws SwiftError for a manifest that does not hold any more. */
export function readingOf(call: SwiftCall, object: StoredObject, depth = 0): Reading {
  if (depth > DEEPEST) throw new SwiftError(409, 'Max recursion depth exceeded');
  if (object.manifest) return ofSegments(call, object.manifest, depth);
  const named = object.kept.get('x-object-manifest');
  return named === undefined ? asItIs(object) : ofListing(call, object, named, depth);
}

/** The object itself, be it a manifest. */
export function asItIs({ piece, etag }: StoredObject): Reading {
  return { size: piece.size, etag, slices: [wholePiece(piece)] };
}

function ofSegments(
  call: SwiftCall,
  { segments, etag, size }: NonNullable<StoredObject['manifest']>,
  depth: number,
): Reading {
  return { size, etag: `"${etag}"`, slices: segments.flatMap((segment) => slicesOf(call, segment, depth)) };
}

function slicesOf(call: SwiftCall, segment: Segment, depth: number): readonly Slice[] {
  if ('data' in segment) return [wholePiece(new MemoryPiece(segment.data))];
  const { slices } = readingOf(call, segmentObject(call, segment), depth + 1);
  const [first, last] = segment.range ?? [0, sizeOfSlices(slices) - 1];
  const cut = cutSlices(slices, first, last + 1);
  if (sizeOfSlices(cut) === sizeOfSegment(segment)) return cut;
  throw new SwiftError(409);
}

/** The object that a segment names, if it is what it was. */
function segmentObject(call: SwiftCall, { container, object: name, etag }: ObjectSegment): StoredObject {
  const found = call.account.find(container, call.now)?.find(name, call.now);
  if (!found || (found.manifest?.etag ?? found.etag) !== etag) throw new SwiftError(409);
  return found;
}

/** A dynamic large object is what the listing shows when it is read, which may not be all. */
function ofListing(call: SwiftCall, manifest: StoredObject, named: string, depth: number): Reading {
  const { container, object: prefix } = readObjectPath(decode(named)) ?? { container: '', object: '' };
  const rows = call.account.find(container, call.now)?.rows.at(call.now);
  const readings: Reading[] = [];
  for (const [name, row] of rows?.from((key) => compareBytes(key, prefix) >= 0) ?? []) {
    if (!name.startsWith(prefix)) break;
    if (row !== manifest && name !== manifest.name) readings.push(readingOf(call, row, depth + 1));
  }
  const etags = readings.map(({ etag }) => etag.replaceAll('"', '')).join('');
  const slices = readings.flatMap((reading) => reading.slices);
  return { size: sizeOfSlices(slices), etag: `"${createHash('md5').update(etags).digest('hex')}"`, slices };
}
