import { createHash } from 'node:crypto';
import type { Answer } from '../../../wire/answer.js';
import type { ApiError } from '../../../wire/api-error.js';
import { XmlWriter } from '../../../wire/xml-writer.js';
import { S3Error } from '../errors/s3-error.js';

/** The two ids that every answer carries, made of the request's own. */
export function requestIds(requestId: string): { readonly id: string; readonly hostId: string } {
  const hash = createHash('sha384').update(requestId);
  return { id: requestId.replaceAll('-', '').slice(0, 16).toUpperCase(), hostId: hash.digest('base64') };
}

/** An error as S3 writes it. One that has no body, as of a condition on reading, has its status only. */
export function errorAnswer(error: ApiError, requestId: string): Answer {
  const { id, hostId } = requestIds(requestId);
  const { details = {}, headers = {} } = error instanceof S3Error ? error : {};
  const common = { ...headers, 'x-amz-request-id': id, 'x-amz-id-2': hostId, server: 'AmazonS3' };
  if (error.status === 304) return { status: 304, headers: common, body: Buffer.alloc(0) };
  const xml = new XmlWriter();
  xml.branch('Error', () => {
    xml.leaf('Code', error.code);
    xml.leaf('Message', error.message);
    for (const [name, value] of Object.entries(details)) xml.leaf(name, value);
    xml.leaf('RequestId', id);
    xml.leaf('HostId', hostId);
  });
  return { status: error.status, headers: { ...common, 'content-type': 'application/xml' }, body: xml.toBuffer() };
}
