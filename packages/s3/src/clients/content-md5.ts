import { createHash } from 'node:crypto';
import type { S3 } from '@aws-sdk/client-s3';

interface HttpRequest {
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/**
 * Gives DeleteObjects its MD5 beside the checksum that the SDK gives it: AWS takes either, and stores of other makers know the older one
 * alone.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 */
export function addContentMd5({ middlewareStack }: S3): void {
  middlewareStack.add(
    (next, context) => async (args) => {
      const { headers, body } = args.request as HttpRequest;
      const isBytes = typeof body === 'string' || body instanceof Uint8Array;
      if (context.commandName === 'DeleteObjectsCommand' && isBytes) {
        headers['content-md5'] = createHash('md5').update(body).digest('base64');
      }
      return next(args);
    },
    { step: 'build', priority: 'low', name: 'addContentMd5', override: true },
  );
}
