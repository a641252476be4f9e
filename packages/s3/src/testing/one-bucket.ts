import type { Bucket } from '../buckets/bucket.js';
import { type Answer, answer, refusal } from './answers.js';
import { irelandOn, type Sent, Wire } from './wire.js';

/** A bucket in Ireland, and what was sent to it. */
export interface OneBucket {
  readonly bucket: Bucket;
  readonly sent: readonly Sent[];
  /** What was sent, as `PUT ?cors`. */
  lines(): readonly string[];
}

/** A bucket whose far end answers so. */
export function oneBucket(far: (sent: Sent) => Answer | Promise<Answer> = () => answer()): OneBucket {
  const wire = new Wire((_, __, sent) => far(sent));
  const bucket = irelandOn(wire).bucket('example-reports');
  return { bucket, sent: wire.sent, lines: () => wire.sent.map(lineOf) };
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

function lineOf({ method, path, query }: Sent): string {
  const names = Object.keys(query).filter((name) => name !== 'x-id');
  const asked = names.map((name) => (query[name] === '' ? name : `${name}=${query[name]}`)).join('&');
  return `${method} ${path}${asked === '' ? '' : `?${asked}`}`;
}
