import { invalidRequest, malformedXml } from '../errors/errors.js';
import { S3_LIMITS } from '../errors/limits.js';
import { S3Error } from '../errors/s3-error.js';
import { unquoted } from '../objects/etag.js';
import type { Upload, UploadedPart } from '../store/upload.js';
import { childrenOf, readXml, textOf, type XmlElement } from '../wire/xml-element.js';

/** The parts that a completion lists, in its order. Throws {@link S3Error} when they are not those that were uploaded. */
export function listedParts(text: string, upload: Upload): readonly UploadedPart[] {
  const listed = childrenOf(readXml(text, 'CompleteMultipartUpload'), 'Part');
  if (listed.length === 0 || listed.length > S3_LIMITS.parts) throw malformedXml();
  const numbers = listed.map((part) => Number(textOf(part, 'PartNumber')));
  if (numbers.some((number) => !Number.isInteger(number))) throw malformedXml();
  if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0))) {
    const message = 'The list of parts was not in ascending order. Parts must be ordered by part number.';
    throw new S3Error('InvalidPartOrder', message, 400, { details: { UploadId: upload.id } });
  }
  const parts = listed.map((part) => findPart(part, upload));
  for (const part of parts.slice(0, -1)) checkSize(part);
  return parts;
}

function findPart(listed: XmlElement, upload: Upload): UploadedPart {
  const number = Number(textOf(listed, 'PartNumber'));
  const etag = unquoted(textOf(listed, 'ETag') ?? '');
  const part = upload.parts.get(number);
  if (!part || part.etag !== etag) throw invalidPart(upload, number, etag);
  checkSum(listed, part, upload);
  return part;
}

function checkSum(listed: XmlElement, part: UploadedPart, upload: Upload): void {
  const { algorithm, checksumType } = upload;
  if (!algorithm) return;
  const given = textOf(listed, `Checksum${algorithm}`);
  if (given !== undefined && given !== part.checksum) throw invalidPart(upload, part.number, part.etag);
  if (given === undefined && checksumType === 'COMPOSITE') {
    throw invalidRequest(
      `The upload was created using a ${algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${part.number} in the request.`,
    );
  }
}

function checkSize({ number, size, etag }: UploadedPart): void {
  if (size >= S3_LIMITS.smallestPart) return;
  throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', 400, {
    details: { ProposedSize: size, MinSizeAllowed: S3_LIMITS.smallestPart, PartNumber: number, ETag: etag },
  });
}

function invalidPart({ id }: Upload, number: number, etag: string): S3Error {
  const message =
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.";
  return new S3Error('InvalidPart', message, 400, { details: { UploadId: id, PartNumber: number, ETag: etag } });
}
