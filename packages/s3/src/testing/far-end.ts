import { onTestFinished } from 'vitest';
import { type S3Options, type S3Set, s3 } from '../s3.js';

/** A request as it goes to the wire, in the region whose client sends it. */
export interface Asked {
  readonly region: string;
  /** The region that it is signed for. */
  readonly signedFor: string;
  readonly method: string;
  /** The bucket's and the key's, by path style. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer of the far end; `headers` beside the usual ones. */
export interface Answer {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Far = (asked: Asked) => Answer | Promise<Answer>;

interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Stands for the network below the SDK's real clients: answers what the test says, and keeps what was asked. */
export class FarEnd {
  readonly asked: Asked[] = [];
  readonly #far: Far;

  constructor(far: Far) {
    this.#far = far;
  }

  /** What was asked, as `GET /bucket/key in eu-west-1`. */
  get lines(): readonly string[] {
    return this.asked.map(({ method, path, region }) => `${method} ${path} in ${region}`);
  }

  /** A set over real clients that end here. */
  set(regions: S3Options['regions'], more: Partial<S3Options> = {}): S3Set {
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', accountId: '111122223333' };
    const config = ({ region }: { readonly region: string }) => this.configIn(region);
    const set = s3({ regions, credentials, config, ...more } as S3Options);
    onTestFinished(() => set[Symbol.asyncDispose]());
    return set;
  }

  /** The configuration of a region's client. */
  configIn(region: string, more: object = {}): object {
    const requestHandler = { handle: (request: WireRequest) => this.#handle(region, request) };
    return { requestHandler, maxAttempts: 1, forcePathStyle: true, ...more };
  }

  async #handle(region: string, request: WireRequest): Promise<{ response: object }> {
    const { method, path, headers, body = '' } = request;
    const query = Object.fromEntries(
      Object.entries(request.query ?? {}).map(([name, value]) => [name, String(value ?? '')]),
    );
    const signedFor = /\/([a-z0-9-]+)\/s3\/aws4_request/.exec(headers['authorization'] ?? '')?.[1] ?? '';
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    const asked = { region, signedFor, method, path: pathOf(path), query, headers, body: text };
    this.asked.push(asked);
    const answer = await this.#far(asked);
    const bytes = new TextEncoder().encode(answer.body ?? '');
    const usual = {
      'content-type': 'application/xml',
      'x-amz-request-id': 'request-1',
      'content-length': `${bytes.byteLength}`,
    };
    return { response: { statusCode: answer.status ?? 200, headers: { ...usual, ...answer.headers }, body: bytes } };
  }
}

/** The SDK ends the path of a bucket with a slash. */
function pathOf(path: string): string {
  return decodeURIComponent(path).replace(/^(\/[^/]+)\/$/, '$1');
}

/** An error in the service's form. */
export function refusal(
  code: string,
  status: number,
  more: { readonly region?: string; readonly header?: string } = {},
): Answer {
  const region = more.region === undefined ? '' : `<Region>${more.region}</Region>`;
  return {
    status,
    body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message>${region}</Error>`,
    ...(more.header === undefined ? {} : { headers: { 'x-amz-bucket-region': more.header } }),
  };
}

/** A page of ListBuckets. */
function bucketPage(buckets: Readonly<Record<string, string>>, token?: string): Answer {
  const items = Object.entries(buckets)
    .map(([name, region]) => `<Bucket><Name>${name}</Name><BucketRegion>${region}</BucketRegion></Bucket>`)
    .join('');
  const next = token === undefined ? '' : `<ContinuationToken>${token}</ContinuationToken>`;
  return { body: `<ListAllMyBucketsResult><Buckets>${items}</Buckets>${next}</ListAllMyBucketsResult>` };
}

/** A service whose buckets are where this says: others are redirected, and signed for wrongly they are refused. */
export function serviceWith(homes: Readonly<Record<string, string>>): Far {
  return ({ path, region, signedFor, method }) => {
    const [, bucket = ''] = path.split('/');
    if (bucket === '') return bucketPage(homes);
    const home = homes[bucket];
    if (home === undefined) return { status: 404 };
    const header = { 'x-amz-bucket-region': home };
    if (home !== region || home !== signedFor) {
      return method === 'HEAD'
        ? { status: 301, headers: header }
        : { ...refusal('PermanentRedirect', 301), headers: header };
    }
    return { headers: { ...header, etag: '"e"' } };
  };
}
