import { headerOf, type ReceivedRequest } from '../../../http/received-request.js';
import { S3Error } from '../errors/s3-error.js';

/** What an address names. */
export interface Target {
  /** The region, where the address names one. */
  readonly region: string | undefined;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
  /** Whether the bucket is in the name of the host. */
  readonly byHost: boolean;
}

const REGION = '[a-z]{2,}(?:-[a-z]+)+-\\d+';
const PATH_REGION = new RegExp(`^/s3/(${REGION})(?=/|$)`);
/** `s3`, `s3.eu-west-1`, `bucket.s3.eu-west-1`; whatever else is below `localhost` is a bucket. */
const S3_HOST = new RegExp(`^(?:(.+)\\.)?s3(?:\\.dualstack)?(?:[.-](${REGION}))?$`);
const BELOW = '.localhost';

/** What the address of a request names: by host, as `bucket.s3.eu-west-1.localhost`, or by path, as `/s3/eu-west-1/bucket/key`. */
export function readTarget(request: ReceivedRequest): Target {
  const host = readHost(request);
  if (host?.bucket !== undefined) {
    return { region: host.region, bucket: host.bucket, key: decodeKey(request.path.slice(1)), byHost: true };
  }
  const [prefix = '', region = host?.region] = PATH_REGION.exec(request.path) ?? [];
  const path = request.path.slice(prefix.length + 1);
  const slash = path.indexOf('/');
  const [bucket, key] = slash < 0 ? [path, ''] : [path.slice(0, slash), path.slice(slash + 1)];
  return { region, bucket: decodeKey(bucket), key: decodeKey(key), byHost: false };
}

/** The same, of an address that may be none: then nothing. */
export function readableTarget(request: ReceivedRequest): Target | undefined {
  try {
    return readTarget(request);
  } catch (error) {
    if (error instanceof S3Error) return undefined;
    throw error;
  }
}

/** Whether the address alone says that it is one of S3's. */
export function isS3Address(request: ReceivedRequest): boolean {
  return readHost(request) !== undefined || PATH_REGION.test(request.path);
}

function readHost(request: ReceivedRequest): { bucket: string | undefined; region: string | undefined } | undefined {
  const name = headerOf(request, 'host')?.toLowerCase().replace(/:\d+$/, '') ?? '';
  if (!name.endsWith(BELOW)) return undefined;
  const below = name.slice(0, -BELOW.length);
  const found = S3_HOST.exec(below);
  return found ? { bucket: found[1], region: found[2] } : { bucket: below, region: undefined };
}

function decodeKey(text: string): string | undefined {
  try {
    return decodeURIComponent(text) || undefined;
  } catch {
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.");
  }
}
