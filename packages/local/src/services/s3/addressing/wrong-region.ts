import { permanentRedirect, wrongScope } from '../errors/errors.js';
import type { S3Error } from '../errors/s3-error.js';
import type { Target } from './target.js';

/**
 * What a request hears that was signed for another region than its bucket's: as AWS's endpoints do (`byAddress`), always a
 * `redirect`, or always that the signature is `malformed`.
 */
export type WrongRegion = 'byAddress' | 'redirect' | 'malformed';

/** A request that came to the wrong region. */
export interface Astray {
  readonly method: string;
  readonly target: Target;
  readonly bucket: string;
  /** The region that the request is for, and that of its bucket. */
  readonly asked: string;
  readonly home: string;
  /** Host and port, as the caller wrote them. */
  readonly host: string;
  /** Whether it was signed by its query. */
  readonly presigned: boolean;
}

/**
 * An address that names a region stands for that region's endpoint, which sends its callers on with a 301. The common
 * address stands for AWS's global one, whose names lead to the bucket's own region: there the signature is for the wrong
 * one, a 400. A HEAD has no body to tell what is malformed, so it is a 301 at either.
 */
export function wrongRegion(astray: Astray, way: WrongRegion): S3Error {
  const { method, target, bucket, asked, home, presigned } = astray;
  const byAddress = target.region !== undefined || method === 'HEAD' ? 'redirect' : 'malformed';
  if ((way === 'byAddress' ? byAddress : way) === 'malformed') return wrongScope(asked, home, presigned);
  return permanentRedirect(bucket, home, endpointOf(astray));
}

/** A host of this cloud that leads to the region, below `localhost` as AWS's are below `amazonaws.com`. */
function endpointOf({ target, bucket, home, host }: Astray): string {
  const port = /:\d+$/.exec(host)?.[0] ?? '';
  return `${target.byHost ? `${bucket}.` : ''}s3.${home}.localhost${port}`;
}
