import type { Answer } from '../../../wire/answer.js';
import { ApiError } from '../../../wire/api-error.js';
import type { XmlWriter } from '../../../wire/xml-writer.js';
import { may } from '../access/authorize.js';
import { accessDenied, invalidRequest, malformedXml } from '../errors/errors.js';
import { type Removal, type Removed, remove } from '../objects/remove.js';
import type { S3Call } from '../s3-call.js';
import { document } from '../wire/answers.js';
import { childrenOf, readXml, textOf, type XmlElement } from '../wire/xml-element.js';
import type { Need, S3Operation } from './operation.js';

const MOST = 1000;
const NEED: Need = { action: 's3:DeleteObject', grant: { of: 'bucket', permission: 'WRITE' } };

/** Deletes up to a thousand objects; each is allowed, and fails, on its own. */
export const deleteObjects: S3Operation = {
  name: 'DeleteObjects',
  method: 'POST',
  at: 'bucket',
  query: ['delete'],
  run: removeAll,
};

async function removeAll(call: S3Call): Promise<Answer> {
  const { bucket, body } = call;
  if (!body.hasSum) throw invalidRequest('Missing required header for this request: Content-MD5');
  const asked = readXml(await body.text(), 'Delete');
  const objects = childrenOf(asked, 'Object');
  if (objects.length === 0 || objects.length > MOST) throw malformedXml();
  const removals = objects.map(readRemoval);
  const quiet = textOf(asked, 'Quiet') === 'true';
  return document('DeleteResult', (xml) => {
    for (const removal of removals) {
      const done = attempt(() => removeOne(call, removal));
      if (done instanceof ApiError) writeError(xml, removal, done);
      else if (!quiet) writeRemoved(xml, removal, done);
    }
  });

  function removeOne(from: S3Call, removal: Removal): Removed {
    const query = (name: string): string | undefined => (name === 'versionId' ? removal.versionId : undefined);
    if (!may({ account: from.account, query }, bucket, removal.key, NEED)) throw accessDenied();
    return remove(from, bucket, removal);
  }
}

function readRemoval(element: XmlElement): Removal {
  const key = textOf(element, 'Key');
  if (!key) throw malformedXml();
  return { key, versionId: textOf(element, 'VersionId'), match: textOf(element, 'ETag') };
}

function attempt(run: () => Removed): Removed | ApiError {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

function writeRemoved(xml: XmlWriter, { key, versionId }: Removal, done: Removed): void {
  xml.branch('Deleted', () => {
    xml.leaf('Key', key);
    xml.leaf('VersionId', versionId);
    if (!done.marker) return;
    xml.leaf('DeleteMarker', true);
    xml.leaf('DeleteMarkerVersionId', done.versionId);
  });
}

function writeError(xml: XmlWriter, { key, versionId }: Removal, { code, message }: ApiError): void {
  xml.branch('Error', () => {
    xml.leaf('Key', key);
    xml.leaf('VersionId', versionId);
    xml.leaf('Code', code);
    xml.leaf('Message', message);
  });
}
