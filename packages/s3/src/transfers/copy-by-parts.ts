import type { CreateMultipartUploadCommandInput } from '@aws-sdk/client-s3';
import { type ObjectInfo, withoutQuotes } from '../objects/object-info.js';
import type { WrittenObject } from '../objects/put-object.js';
import { quoted, wireAttributes } from '../objects/write-options.js';
import { kept } from './copied-attributes.js';
import { type CopyOptions, limitsOf, type Place, patientLimitsOf, sourceOf } from './copy-options.js';
import { checkConcurrency, partSizeFor, partsOf } from './part-size.js';
import { ProgressCount } from './progress.js';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/CopyingObjectsMPUapi.html */
export async function copyByParts(
  from: Place,
  to: Place,
  info: ObjectInfo,
  options: CopyOptions,
): Promise<WrittenObject> {
  const limits = limitsOf(options);
  const begin: CreateMultipartUploadCommandInput = {
    ...wireAttributes(kept(info, options)),
    ChecksumAlgorithm: options.checksum,
    Bucket: to.home.name,
    Key: to.key,
  };
  const { UploadId } = await to.home.call(
    'createMultipartUpload',
    (native) => native.createMultipartUpload(begin),
    limits,
  );
  const id = { Bucket: to.home.name, Key: to.key, UploadId };
  try {
    const Parts = await copyParts(from, to, { info, UploadId }, options);
    const ask = {
      ...id,
      MultipartUpload: { Parts },
      IfMatch: quoted(options.ifMatch),
      IfNoneMatch: options.ifNoneMatch,
    };
    const patient = patientLimitsOf(options);
    const answer = await to.home.call(
      'completeMultipartUpload',
      (native) => native.completeMultipartUpload(ask),
      patient,
    );
    return { key: to.key, etag: withoutQuotes(answer.ETag), size: info.size, versionId: answer.VersionId };
  } catch (error) {
    await to.home
      .call('abortMultipartUpload', (native) => native.abortMultipartUpload(id), {})
      .catch(() => 'told above');
    throw error;
  }
}

interface CopiedPart {
  readonly PartNumber: number;
  readonly ETag: string | undefined;
}

/** Bytes of a part of a copy: as no byte comes here, large ones cost nothing. */
const copyPart = 512 * 2 ** 20;

/** How many parts a copy of so many bytes has, where it has any. */
export function copyPartCount(size: number): number {
  return partsOf(size, partSizeFor(size, copyPart));
}

async function copyParts(
  from: Place,
  to: Place,
  { info, UploadId }: { readonly info: ObjectInfo; readonly UploadId: string | undefined },
  options: CopyOptions,
): Promise<CopiedPart[]> {
  const partSize = partSizeFor(info.size, copyPart);
  const count = partsOf(info.size, partSize);
  const progress = new ProgressCount(options.onProgress, info.size);
  const parts: CopiedPart[] = [];
  let next = 1;
  const work = async (): Promise<void> => {
    while (next <= count) {
      const PartNumber = next;
      next += 1;
      const start = (PartNumber - 1) * partSize;
      const end = Math.min(start + partSize, info.size) - 1;
      const ask = {
        Bucket: to.home.name,
        Key: to.key,
        UploadId,
        PartNumber,
        CopySourceRange: `bytes=${start}-${end}`,
        ...sourceOf(from, info, options),
      };
      const limits = patientLimitsOf(options);
      const { CopyPartResult } = await to.home.call('uploadPartCopy', (native) => native.uploadPartCopy(ask), limits);
      parts.push({ PartNumber, ETag: CopyPartResult?.ETag });
      progress.add(end - start + 1);
    }
  };
  const workers = Array.from({ length: Math.min(checkConcurrency(options.concurrency), count) }, () =>
    work().catch((error: unknown) => {
      next = count + 1;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return parts.sort((a, b) => a.PartNumber - b.PartNumber);
}
