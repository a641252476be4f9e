interface Refusal {
  readonly name?: unknown;
  readonly Region?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

/** What an error of S3 says of where a bucket is. */
export interface RegionHint {
  readonly status: number | undefined;
  readonly region: string | undefined;
}

/** Reads it from the SDK's own error, while the answer is still on it. */
export function regionHint(error: unknown): RegionHint {
  const { $metadata, $response, Region } = (error ?? {}) as Refusal;
  const header = $response?.headers?.['x-amz-bucket-region'];
  const region = header ?? (typeof Region === 'string' ? Region : undefined);
  return { status: $metadata?.httpStatusCode, region: region === '' ? undefined : region };
}

const misrouted: ReadonlySet<unknown> = new Set([
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
  'PermanentRedirect',
  'TemporaryRedirect',
]);

/** Whether the request went to a region where the bucket is not. */
export function isMisrouted(error: unknown): boolean {
  const { name, $metadata } = (error ?? {}) as Refusal;
  return misrouted.has(name) || $metadata?.httpStatusCode === 301 || $metadata?.httpStatusCode === 307;
}
