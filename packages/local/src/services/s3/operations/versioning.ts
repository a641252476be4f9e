import type { Answer } from '../../../wire/answer.js';
import { notServed } from '../../../wire/not-served.js';
import { VERSIONING, versioningOf } from '../buckets/versioning.js';
import { malformedXml } from '../errors/errors.js';
import type { S3Call } from '../s3-call.js';
import { document, nothing } from '../wire/answers.js';
import { readXml, textOf } from '../wire/xml-element.js';
import type { S3Operation } from './operation.js';

/** Whether a bucket keeps versions. */
export const getBucketVersioning: S3Operation = {
  name: 'GetBucketVersioning',
  method: 'GET',
  at: 'bucket',
  query: [VERSIONING],
  needs: { action: 's3:GetBucketVersioning' },
  run: ({ bucket }) => document('VersioningConfiguration', (xml) => xml.leaf('Status', versioningOf(bucket))),
};

/** Lets a bucket keep versions from now on, or no more. */
export const putBucketVersioning: S3Operation = {
  name: 'PutBucketVersioning',
  method: 'PUT',
  at: 'bucket',
  query: [VERSIONING],
  needs: { action: 's3:PutBucketVersioning' },
  run: put,
};

async function put(call: S3Call): Promise<Answer> {
  const asked = readXml(await call.body.text(), 'VersioningConfiguration');
  const status = textOf(asked, 'Status');
  if (textOf(asked, 'MfaDelete') === 'Enabled') throw notServed('the deleting by multi-factor authentication');
  if (status !== 'Enabled' && status !== 'Suspended') throw malformedXml();
  call.bucket.set(VERSIONING, status);
  return nothing(200);
}
