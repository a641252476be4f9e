import type { Bucket } from '../buckets/bucket.js';
import { type Answer, type Asked, FarEnd, refusal } from './far-end.js';

/** A bucket in Ireland, and what was sent to it. */
export interface OneBucket {
  readonly bucket: Bucket;
  readonly sent: readonly Asked[];
  /** What was sent, as `PUT /?cors`. */
  lines(): readonly string[];
}

/** A success with this body, and these headers. */
export function answer(body = '', headers: Readonly<Record<string, string>> = {}, status = 200): Answer {
  return { status, body, headers };
}

/** A bucket whose far end answers so. */
export function oneBucket(far: (asked: Asked) => Answer | Promise<Answer> = () => answer()): OneBucket {
  const end = new FarEnd(far);
  const bucket = end.set(['eu-west-1']).at('eu-west-1').bucket('example-reports');
  return { bucket, sent: end.asked, lines: () => end.asked.map(lineOf) };
}

/** One that has nothing but what was put: answers a GET by this code until something is put, and then with the body of the PUT. */
export function remembering(none: string | Answer): OneBucket {
  let kept: string | undefined;
  return oneBucket(({ method, body }) => {
    if (method === 'PUT') kept = body;
    if (method === 'DELETE') kept = undefined;
    if (method !== 'GET') return answer('', {}, method === 'DELETE' ? 204 : 200);
    if (kept !== undefined) return answer(kept);
    return typeof none === 'string' ? refusal(none, 404) : none;
  });
}

function lineOf({ method, path, query }: Asked): string {
  const names = Object.keys(query).filter((name) => name !== 'x-id');
  const asked = names.map((name) => (query[name] === '' ? name : `${name}=${query[name]}`)).join('&');
  const key = path.replace(/^\/[^/]+\/?/, '/');
  return `${method} ${key}${asked === '' ? '' : `?${asked}`}`;
}
