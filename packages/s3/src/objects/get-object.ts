import type { Readable } from 'node:stream';
import type { GetObjectCommandInput, GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { OptionError } from '@proj/core';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { infoOf, type ObjectInfo } from './object-info.js';
import { quoted } from './write-options.js';

/** Bytes of an object, from the first on; without `end`, to its last one. Both ends are in it, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number | undefined;
}

/**
 * Which of an object is read, and when.
 *
 * @example
 * ```ts
 * const options: ReadOptions = { range: { start: 0, end: 1_023 } };
 * ```
 */
export interface ReadOptions extends RequestOptions {
  /** A part of it; `{ last: n }` are the last bytes. @defaultValue all */
  readonly range?: ByteRange | { readonly last: number } | undefined;
  readonly versionId?: string | undefined;
  /** Only the object with this ETag, else a `PreconditionFailed` of the SDK's. */
  readonly ifMatch?: string | undefined;
  /** Not the object with this ETag: a `NotModified` of the SDK's. */
  readonly ifNoneMatch?: string | undefined;
  /** Anything else that GetObject takes. */
  readonly input?: Partial<GetObjectCommandInput> | undefined;
}

const readOptionNames: readonly string[] = [
  ...requestOptionNames,
  'range',
  'versionId',
  'ifMatch',
  'ifNoneMatch',
  'input',
];

/** An object whose head has come, and whose bytes come when they are read. Read them, or destroy the stream: else they keep a connection. */
export interface ObjectBody {
  readonly info: ObjectInfo;
  /** Bytes that will come: of a range, those of the range. */
  readonly length: number;
  readonly stream: Readable;
  /** All of them, in memory. */
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
}

/** Reads an object. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export async function getObject(home: BucketHome, key: string, options: ReadOptions): Promise<ObjectBody> {
  checkNames('get(options)', options, readOptionNames);
  const ask: GetObjectCommandInput = {
    Range: rangeHeader(options.range),
    VersionId: options.versionId,
    IfMatch: quoted(options.ifMatch),
    IfNoneMatch: quoted(options.ifNoneMatch),
    ...options.input,
    Bucket: home.name,
    Key: key,
  };
  const answer = await home.call('getObject', (native) => native.getObject(ask), options);
  return bodyOf(key, answer);
}

function bodyOf(key: string, answer: GetObjectCommandOutput): ObjectBody {
  const { Body, ContentLength: length = 0, ContentRange } = answer;
  if (Body === undefined) throw new Error(`getObject: the answer for ${JSON.stringify(key)} has no body`);
  const whole = ContentRange === undefined ? length : Number(ContentRange.split('/')[1] ?? length);
  return {
    info: infoOf(key, answer, whole),
    length,
    stream: Body as Readable,
    bytes: () => Body.transformToByteArray(),
    text: () => Body.transformToString(),
  };
}

/** As HTTP has it. @throws OptionError */
function rangeHeader(range: ReadOptions['range']): string | undefined {
  if (range === undefined) return undefined;
  if ('last' in range) return `bytes=-${whole('range.last', range.last, 1)}`;
  const start = whole('range.start', range.start, 0);
  return range.end === undefined ? `bytes=${start}-` : `bytes=${start}-${whole('range.end', range.end, start)}`;
}

function whole(option: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new OptionError(`${option} is ${String(value)}; give a whole number of bytes, ${least} or more`);
}
