import type { ListMultipartUploadsCommandInput } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { RepeatingTokenError } from '../errors/repeating-token-error.js';

/**
 * Which uploads are listed.
 *
 * @example
 * ```ts
 * const options: UploadsOptions = { prefix: 'videos/' };
 * ```
 */
export interface UploadsOptions extends RequestOptions {
  /** Keys that begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
}

/** An upload by parts that was begun and is not done. */
export interface PendingUpload {
  readonly name: string;
  readonly uploadId: string;
  readonly begun: Date;
  readonly storageClass: string;
  /** Gives it up: its parts are deleted. */
  abort(options?: RequestOptions): Promise<void>;
}

/** All uploads under way. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html */
export async function* pendingUploads(
  home: BucketHome,
  options: UploadsOptions,
): AsyncGenerator<PendingUpload, void, undefined> {
  checkNames('uploads(options)', options, [...requestOptionNames, 'prefix']);
  let [key, upload]: [string | undefined, string | undefined] = [undefined, undefined];
  const seen = new Set<string>();
  for (let isMore = true; isMore; ) {
    const ask: ListMultipartUploadsCommandInput = {
      Bucket: home.name,
      Prefix: options.prefix,
      KeyMarker: key,
      UploadIdMarker: upload,
    };
    const answer = await home.call('listMultipartUploads', (native) => native.listMultipartUploads(ask), options);
    for (const one of answer.Uploads ?? []) yield pendingUpload(home, one);
    [key, upload] = [answer.NextKeyMarker, answer.NextUploadIdMarker];
    isMore = answer.IsTruncated === true;
    const token = JSON.stringify([key, upload]);
    if (isMore && seen.has(token)) throw new RepeatingTokenError('listMultipartUploads', await home.region(), token);
    seen.add(token);
  }
}

interface Wire {
  readonly Key?: string | undefined;
  readonly UploadId?: string | undefined;
  readonly Initiated?: Date | undefined;
  readonly StorageClass?: string | undefined;
}

function pendingUpload(
  home: BucketHome,
  { Key: name = '', UploadId: uploadId = '', Initiated, StorageClass }: Wire,
): PendingUpload {
  const input = { Bucket: home.name, Key: name, UploadId: uploadId };
  return {
    name,
    uploadId,
    begun: Initiated ?? new Date(Number.NaN),
    storageClass: StorageClass ?? 'STANDARD',
    abort: async (options = {}) => {
      await home.call('abortMultipartUpload', (native) => native.abortMultipartUpload(input), options);
    },
  };
}
