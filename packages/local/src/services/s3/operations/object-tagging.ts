import type { Answer } from '../../../wire/answer.js';
import { findVersion, versionHeader } from '../objects/find-version.js';
import type { S3Call } from '../s3-call.js';
import type { Tag } from '../store/object-version.js';
import { tagsOfDocument } from '../tags/tags.js';
import { writeTags } from '../tags/write-tags.js';
import { document, nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

const query = ['tagging'];

/** The tags of an object. */
export const getObjectTagging: S3Operation = {
  name: 'GetObjectTagging',
  method: 'GET',
  at: 'object',
  query,
  needs: { action: 's3:GetObjectTagging' },
  run: (call) => {
    const version = findVersion(call);
    return document('Tagging', (xml) => writeTags(xml, version.tags), versionHeader(call.bucket, version));
  },
};

/** Puts tags in place of those that an object has. */
export const putObjectTagging: S3Operation = {
  name: 'PutObjectTagging',
  method: 'PUT',
  at: 'object',
  query,
  needs: { action: 's3:PutObjectTagging' },
  run: async (call) => {
    const tags = tagsOfDocument(await call.body.text(), 'object');
    return tag(call, tags, 200);
  },
};

/** Takes an object's tags away. */
export const deleteObjectTagging: S3Operation = {
  name: 'DeleteObjectTagging',
  method: 'DELETE',
  at: 'object',
  query,
  needs: { action: 's3:DeleteObjectTagging' },
  run: (call) => tag(call, [], 204),
};

function tag(call: S3Call, tags: readonly Tag[], status: number): Answer {
  const version = findVersion(call);
  call.bucket.objects.replace({ ...version, tags });
  return nothing(status, versionHeader(call.bucket, version));
}
