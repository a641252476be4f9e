import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { checkRequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { numberOf } from '../headers/numbers.js';
import { ask } from '../wire/ask.js';
import type { HttpAnswer } from '../wire/connections.js';
import { send } from '../wire/transport.js';
import { checkedStream } from './checked-stream.js';
import { infoOf, type ObjectInfo } from './object-info.js';
import { type ObjectPlace, objectPath, titleOf } from './object-place.js';
import {
  conditionHeaders,
  type HeadOptions,
  headOptionNames,
  type ReadOptions,
  rangeHeader,
  readQuery,
} from './read-options.js';

/** An object whose head has come, and whose bytes come when they are read. Read them, or destroy the stream: else they keep a connection. */
export interface ObjectBody {
  readonly info: ObjectInfo;
  /** Bytes that will come: of a range, those of the range. */
  readonly length: number;
  /** Of a whole plain object, compared to its MD5: it ends with a `ChecksumError` where they differ. */
  readonly stream: Readable;
  /** All of them, in memory. @throws ChecksumError */
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
}

/** What is known of an object. */
export async function headObject(place: ObjectPlace, options: HeadOptions): Promise<ObjectInfo> {
  checkRequestOptions('head(options)', options, headOptionNames);
  const headers = conditionHeaders(options);
  const query = readQuery(options);
  const request = { operation: 'head', method: 'HEAD', path: objectPath(place), query, headers };
  return infoOf(place.name, await ask(place.region, request, requestOptionsOf(options)));
}

/** Reads an object. */
export async function getObject(place: ObjectPlace, options: ReadOptions): Promise<ObjectBody> {
  checkRequestOptions('get(options)', options, [...headOptionNames, 'range']);
  const answer = await askForBytes(place, options);
  const { headers, status } = answer;
  const length = numberOf(headers['content-length']);
  const whole = status === 206 ? Number(headers['content-range']?.split('/')[1] ?? length) : length;
  const info = infoOf(place.name, headers, whole);
  const isCheckable = status === 200 && info.kind === 'plain' && /^[0-9a-f]{32}$/.test(info.etag);
  const stream = isCheckable ? checkedStream(answer.body, titleOf(place), info.etag, place.region.name) : answer.body;
  const bytes = () => buffer(stream);
  return { info, length, stream, bytes, text: async () => (await bytes()).toString('utf8') };
}

/** The answer to a GET, whose body is to be read. */
export function askForBytes(place: ObjectPlace, options: ReadOptions): Promise<HttpAnswer> {
  const headers = { ...conditionHeaders(options), range: rangeHeader(options.range) };
  const query = readQuery(options);
  const request = { operation: 'get', method: 'GET', path: objectPath(place), query, headers };
  return send(place.region, request, requestOptionsOf(options));
}
