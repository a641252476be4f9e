import type { RequestOptions } from '../calls/request-options.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { type ObjectPlace, objectPath } from '../objects/object-place.js';
import { listOf } from '../wire/body.js';
import { send } from '../wire/transport.js';

/** A segment of a static large object, as its manifest says. */
export interface Segment {
  readonly container: string;
  readonly name: string;
  readonly size: number;
  /** Its MD5; of one that is an object in segments itself, the MD5 of its manifest. */
  readonly etag: string;
  /** Whether it is an object in segments itself, a range of one, or bytes in the manifest. */
  readonly isSimple: boolean;
  readonly isManifest: boolean;
}

/** Reads the manifest of a static large object. @throws UnexpectedAnswerError */
export async function segmentsOf(place: ObjectPlace, options: RequestOptions): Promise<readonly Segment[]> {
  const of = { operation: 'manifest', region: place.region.name };
  const query = { 'multipart-manifest': 'get' };
  const answer = await send(
    place.region,
    { operation: of.operation, method: 'GET', path: objectPath(place), query },
    options,
  );
  return (await listOf(of, answer)).map((row) => segmentOf(of.region, row));
}

function segmentOf(region: string, row: unknown): Segment {
  const { name: path, bytes, hash, range, sub_slo, data } = (row ?? {}) as Readonly<Record<string, unknown>>;
  if (data !== undefined) return { container: '', name: '', size: 0, etag: '', isSimple: false, isManifest: false };
  const [, container, name] = /^\/([^/]+)\/(.+)$/s.exec(String(path)) ?? [];
  if (container === undefined || name === undefined) {
    throw new UnexpectedAnswerError('manifest', region, 'has a segment without its name');
  }
  const isManifest = sub_slo === true;
  const isSimple = !isManifest && range === undefined;
  return { container, name, size: Number(bytes), etag: String(hash), isSimple, isManifest };
}
