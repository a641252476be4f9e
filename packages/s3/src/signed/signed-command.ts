import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { wireAttributes } from '../objects/write-options.js';
import { type AnswerHeaders, isWriting, type SignedUrlOptions } from './signed-url-options.js';

/** The command whose request is signed. */
export type SignedCommand = GetObjectCommand | HeadObjectCommand | PutObjectCommand | DeleteObjectCommand;

export function signedCommand(Bucket: string, Key: string, options: SignedUrlOptions): SignedCommand {
  if (isWriting(options)) {
    const { size, ifNoneMatch } = options;
    const ask = { ...wireAttributes(options), ContentLength: size, IfNoneMatch: ifNoneMatch };
    return new PutObjectCommand({ ...ask, Bucket, Key });
  }
  const { versionId: VersionId, method = 'GET', answer = {} } = options;
  if (method === 'DELETE') return new DeleteObjectCommand({ Bucket, Key, VersionId });
  const ask = { Bucket, Key, VersionId, ...wireAnswer(answer) };
  return method === 'HEAD' ? new HeadObjectCommand(ask) : new GetObjectCommand(ask);
}

function wireAnswer(answer: AnswerHeaders): { [header: `Response${string}`]: string | undefined } {
  return {
    ResponseContentType: answer.contentType,
    ResponseContentDisposition: answer.contentDisposition,
    ResponseContentEncoding: answer.contentEncoding,
    ResponseContentLanguage: answer.contentLanguage,
    ResponseCacheControl: answer.cacheControl,
  };
}
