import { open } from 'node:fs/promises';
import { OptionError } from '@proj/core';
import type { ObjectPlace } from '../objects/object-place.js';
import { putObject, type WrittenObject } from '../objects/put-object.js';
import { completeUpload, takenBack } from './complete-upload.js';
import { FileParts, type PartSource, StreamParts } from './part-source.js';
import { ProgressCount } from './progress.js';
import { deleteReplaced, segmentsThere } from './replaced-segments.js';
import { checkConcurrency, segmentSizeFor } from './segment-size.js';
import { newSegmentPlace, SegmentedUpload, type SegmentPlace } from './segmented-upload.js';
import { type Loaded, Sending } from './sending.js';
import { checkUploadOptions, type UploadFileOptions, type UploadOptions, writeOptionsOf } from './upload-options.js';
import { UploadRecord } from './upload-record.js';

/** What an upload is made of. */
interface UploadTerms {
  readonly place: ObjectPlace;
  readonly parts: PartSource;
  readonly options: UploadOptions;
  readonly segmentSize: number;
  readonly record: UploadRecord | undefined;
  readonly resumed: SegmentedUpload | undefined;
}

/** What was written, and where its segments are where it has any. */
interface Uploaded {
  readonly written: WrittenObject;
  readonly own: SegmentPlace | undefined;
}

/** Uploads a stream of any length. */
export async function uploadStream(
  place: ObjectPlace,
  stream: AsyncIterable<Uint8Array | string>,
  options: UploadOptions,
): Promise<WrittenObject> {
  checkUploadOptions('upload(stream, options)', options);
  if (typeof stream?.[Symbol.asyncIterator] !== 'function') {
    throw new OptionError(
      'upload(stream): give a stream of bytes; bytes and texts go by put(), files by uploadFile(path)',
    );
  }
  const segmentSize = segmentSizeFor(undefined, options.segmentSize);
  const parts = new StreamParts(stream);
  return upload({ place, parts, options, segmentSize, record: undefined, resumed: undefined });
}

/** Uploads a file. @throws what the file system says */
export async function uploadFile(place: ObjectPlace, path: string, options: UploadFileOptions): Promise<WrittenObject> {
  checkUploadOptions('uploadFile(path, options)', options, ['record']);
  const file = await open(path);
  try {
    const stat = await file.stat();
    const segmentSize = segmentSizeFor(stat.size, options.segmentSize);
    const record =
      options.record === undefined ? undefined : new UploadRecord(options.record, { place, stat, segmentSize });
    const resumed = await record?.resume(file, writeOptionsOf(options));
    const parts = new FileParts(file, stat.size, segmentSize, (number) => resumed?.has(number) === true);
    return await upload({ place, parts, options, segmentSize, record, resumed });
  } finally {
    await file.close();
  }
}

/** Writes an object, and deletes the segments of that which it takes the place of. */
async function upload(terms: UploadTerms): Promise<WrittenObject> {
  const { place, options, parts } = terms;
  try {
    options.signal?.throwIfAborted();
    const before = options.replaced === 'keep' ? [] : await segmentsThere(place, options);
    const { written, own } = await uploadParts(terms);
    // An upload that is gone on with may have been written before: its own segments are no others'.
    const others = before.filter(({ container, name }) => container !== own?.container || !name.startsWith(own.prefix));
    if (others.length > 0) await deleteReplaced(place, others, options);
    return written;
  } finally {
    await parts.close();
  }
}

/** By one request where there is one part, else by segments, some at once. */
async function uploadParts(terms: UploadTerms): Promise<Uploaded> {
  const { place, parts, options, segmentSize, record, resumed } = terms;
  const progress = new ProgressCount(options.onProgress, parts.size);
  const write = writeOptionsOf(options);
  const buffer = Buffer.allocUnsafeSlow(parts.size === undefined ? segmentSize : Math.min(segmentSize, parts.size));
  const first = await parts.next(buffer);
  if (resumed === undefined && first !== undefined && parts.isAtEnd) {
    const written = await putObject(place, first.bytes, write);
    progress.add(first.bytes.byteLength);
    return { written, own: undefined };
  }
  const segments = newSegmentPlace(place, options.segmentContainer, { size: parts.size, segmentSize });
  const under = resumed ?? new SegmentedUpload(place, segments, write);
  await record?.begun(under.segments);
  const sending = new Sending(under, parts, {
    segmentSize,
    concurrency: checkConcurrency(options.concurrency),
    progress,
  });
  await sendAll(sending, first === undefined ? undefined : { part: first, buffer }, under, record);
  const written = await completeUpload(place, under, record === undefined);
  await record?.done();
  return { written, own: under.segments };
}

/** What has failed is taken back, unless it is to be gone on with. */
async function sendAll(
  sending: Sending,
  first: Loaded | undefined,
  upload: SegmentedUpload,
  record: UploadRecord | undefined,
): Promise<void> {
  try {
    await sending.all(first);
  } catch (error) {
    throw record === undefined ? await takenBack(upload, error) : error;
  }
}
