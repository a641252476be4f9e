import type { CopyObjectCommandInput } from '@aws-sdk/client-s3';
import { OptionError } from '@proj/core';
import { knownAbilities } from '../abilities/known-abilities.js';
import { grantHeaders } from '../access/grants.js';
import { ObjectAcls } from '../access/object-acls.js';
import type { BucketHome } from '../calls/bucket-home.js';
import { s3Facts } from '../facts/s3-facts.js';
import { copySource } from '../objects/copy-source.js';
import { withoutQuotes } from '../objects/object-info.js';
import { timeFor, type WrittenObject } from '../objects/put-object.js';
import { quoted } from '../objects/write-options.js';
import { describedBy, keptOf } from './kept.js';
import type { RewriteOptions } from './rewrite-options.js';

/**
 * Copies an object onto itself with some of what it has changed, and all else kept: S3 knows no other way. In a bucket with versions
 * this makes a new one. It fails where the object is written by somebody else meanwhile.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export async function rewrite(
  home: BucketHome,
  key: string,
  changes: Partial<CopyObjectCommandInput>,
  options: RewriteOptions,
): Promise<WrittenObject> {
  const look = {
    Bucket: home.name,
    Key: key,
    IfMatch: quoted(options.ifMatch),
    ChecksumMode: 'ENABLED' as const,
  };
  const head = await home.call('headObject', (native) => native.headObject(look), options);
  const size = head.ContentLength ?? 0;
  if (size > s3Facts.single) {
    throw new OptionError(`${key} has ${size} bytes, more than one copy takes (${s3Facts.single}): use copyTo()`);
  }
  const ask: CopyObjectCommandInput = {
    ...keptOf(head),
    ...(await keptRights(home, key, options)),
    // Replacing one header replaces them all.
    ...('Metadata' in changes ? { MetadataDirective: 'REPLACE', ...describedBy(head) } : { MetadataDirective: 'COPY' }),
    ...changes,
    Bucket: home.name,
    Key: key,
    CopySource: copySource(home.name, key),
    CopySourceIfMatch: head.ETag,
  };
  const answer = await home.call('copyObject', (native) => native.copyObject(ask), {
    ...options,
    timeout: options.timeout ?? timeFor(size),
  });
  return { key, size, etag: withoutQuotes(answer.CopyObjectResult?.ETag), versionId: answer.VersionId };
}

/** A copy has the ACL that comes with the request, or none but its owner's. */
async function keptRights(
  home: BucketHome,
  key: string,
  { acl, ...options }: RewriteOptions,
): Promise<Partial<CopyObjectCommandInput>> {
  if (acl !== undefined) return { ACL: acl };
  if (!(await knownAbilities(home).find('acls', options))) return {};
  const { signal, timeout } = options;
  const { grants } = await new ObjectAcls(home).of(key).acl({ signal, timeout });
  return grantHeaders(grants);
}
