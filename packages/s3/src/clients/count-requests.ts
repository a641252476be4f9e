import type { S3 } from '@aws-sdk/client-s3';
import { countRequest, type RequestKind } from '@proj/core/store';

/** Operations by what they count as; others by their HTTP method. */
const kinds: Readonly<Record<string, RequestKind>> = {
  CopyObject: 'COPY',
  DeleteObject: 'DELETE',
  DeleteObjects: 'DELETE',
  HeadBucket: 'REGION',
  ListBuckets: 'LIST',
  ListMultipartUploads: 'LIST',
  ListObjectVersions: 'LIST',
  ListObjects: 'LIST',
  ListObjectsV2: 'LIST',
  ListParts: 'LIST',
  UploadPartCopy: 'COPY',
};

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'POST', 'DELETE']);

/** Lets a client's requests be counted where they go out: those that are sent again as well. */
export function countRequests({ middlewareStack }: S3): void {
  middlewareStack.add(
    (next, context) => async (args) => {
      countRequest(kindOf(String(context.commandName ?? '').replace(/Command$/, ''), args.request));
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'countRequests', override: true },
  );
}

function kindOf(operation: string, request: unknown): RequestKind {
  const known = kinds[operation];
  if (known !== undefined) return known;
  const { method } = (request ?? {}) as { readonly method?: string };
  return method !== undefined && methods.has(method) ? (method as RequestKind) : 'GET';
}
