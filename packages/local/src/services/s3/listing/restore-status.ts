import type { XmlWriter } from '../../../wire/xml-writer.js';
import { invalidArgument } from '../errors/errors.js';
import { isRestored, isUnderWay } from '../objects/restoration.js';
import type { S3Call } from '../s3-call.js';
import type { ObjectVersion } from '../store/object-version.js';

/** Writes how far an object's way out of its archive is. */
export type RestoreWriter = (xml: XmlWriter, version: ObjectVersion) => void;

const HEADER = 'x-amz-optional-object-attributes';

/** Tells of restoring where the call asks for it, and nothing where it does not. Throws an S3Error for another attribute. */
export function restoreWriter(call: S3Call): RestoreWriter {
  const asked = call.header(HEADER);
  if (asked === undefined) return () => {};
  if (asked !== 'RestoreStatus') throw invalidArgument('Invalid attribute name specified', HEADER, asked);
  return (xml, version) => {
    const underWay = isUnderWay(version, call.now);
    if (!underWay && !isRestored(version, call.now)) return;
    xml.branch('RestoreStatus', () => {
      xml.leaf('IsRestoreInProgress', underWay);
      if (!underWay) xml.leaf('RestoreExpiryDate', new Date(version.restored?.expiry ?? 0));
    });
  };
}
