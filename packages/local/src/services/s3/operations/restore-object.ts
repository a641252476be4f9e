import type { Answer } from '../../../wire/answer.js';
import { notServed } from '../../../wire/not-served.js';
import { malformedXml } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import { findVersion } from '../objects/find-version.js';
import { isArchived, isRestored, isUnderWay } from '../objects/restoration.js';
import type { S3Call } from '../s3-call.js';
import { nothing } from '../wire/answers.js';
import { childOf, readXml, textOf } from '../wire/xml-element.js';
import type { S3Operation } from './operation.js';

const DAY_MS = 86_400_000;

/** Brings a copy of an object out of its archive, for some days. */
export const restoreObject: S3Operation = {
  name: 'RestoreObject',
  method: 'POST',
  at: 'object',
  query: ['restore'],
  needs: { action: 's3:RestoreObject' },
  run: restore,
};

async function restore(call: S3Call): Promise<Answer> {
  const request = readXml(await call.body.text(), 'RestoreRequest');
  if (childOf(request, 'SelectParameters')) throw notServed('the restoring of what a SELECT finds');
  const days = Number(textOf(request, 'Days') ?? Number.NaN);
  if (!Number.isInteger(days) || days < 1) throw malformedXml();
  const version = findVersion(call);
  if (!isArchived(version)) {
    const message = "Restore is not allowed for the object's current storage class";
    throw new S3Error('InvalidObjectState', message, 403, { details: { StorageClass: version.storageClass } });
  }
  if (isUnderWay(version, call.now)) {
    throw new S3Error('RestoreAlreadyInProgress', 'Object restore is already in progress', 409);
  }
  const again = isRestored(version, call.now);
  const ready = again ? call.now : call.now + call.parts.restoreTime;
  // Until the midnight, in UTC, that follows.
  const expiry = Math.ceil((ready + days * DAY_MS) / DAY_MS) * DAY_MS;
  call.bucket.objects.replace({ ...version, restored: { ready, expiry, days } });
  return nothing(again ? 200 : 202);
}
