import type { S3 } from '@aws-sdk/client-s3';

/** What is sent of a request that somebody else will make. */
export interface Headers {
  /** Names in small letters; handed to the signer, which reads them when it signs. */
  readonly names: Set<string>;
  readonly values: Record<string, string>;
}

/** What the SDK says of itself. */
const ofTheSdk = /^(x-amz-user-agent|x-amz-content-sha256|amz-sdk-.*|user-agent|host)$/;

/**
 * A client like this one for one signature. It takes down the headers of the request, which are known a little before it is signed; and it
 * makes no checksum of a body that it does not have: whoever sends the body would have to send that very one.
 */
export function signingClient(native: S3): { readonly client: S3; readonly headers: Headers } {
  const headers: Headers = { names: new Set(['host']), values: {} };
  const middlewareStack = native.middlewareStack.clone();
  middlewareStack.add(
    (next) => async (args) => {
      takeDown(headers, args.request);
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'headersToSign' },
  );
  const whenRequired = async () => 'WHEN_REQUIRED' as const;
  const config = {
    ...native.config,
    requestChecksumCalculation: whenRequired,
    responseChecksumValidation: whenRequired,
  };
  const client = Object.create(native, { config: { value: config }, middlewareStack: { value: middlewareStack } });
  return { client: client as S3, headers };
}

function takeDown({ names, values }: Headers, request: unknown): void {
  const { headers = {} } = request as { readonly headers?: Readonly<Record<string, string>> };
  for (const [header, value] of Object.entries(headers)) {
    const name = header.toLowerCase();
    if (ofTheSdk.test(name)) continue;
    names.add(name);
    values[name] = value;
  }
}
