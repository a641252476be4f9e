import type { XmlWriter } from '../../../wire/xml-writer.js';
import { malformedXml } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import { writeOwner } from '../listing/write-objects.js';
import { childOf, childrenOf, readXml, textOf, type XmlElement } from '../wire/xml-element.js';
import { unresolvable } from './given-acl.js';
import { type Grant, isGroup, type Permission, permissions } from './grants.js';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Writes who owns something, and what its list grants. */
export function writeAcl(xml: XmlWriter, owner: string, acl: readonly Grant[]): void {
  writeOwner(xml, owner);
  xml.branch('AccessControlList', () => {
    for (const { grantee, permission } of acl) {
      xml.branch('Grant', () => {
        const group = isGroup(grantee);
        xml.raw(`<Grantee ${XSI} xsi:type="${group ? 'Group' : 'CanonicalUser'}">`);
        xml.leaf(group ? 'URI' : 'ID', grantee);
        xml.raw('</Grantee>');
        xml.leaf('Permission', permission);
      });
    }
  });
}

/** The list of a document. Throws an S3Error for what is none. */
export function readAcl(text: string): readonly Grant[] {
  const list = childOf(readXml(text, 'AccessControlPolicy'), 'AccessControlList');
  if (!list)
    throw new S3Error(
      'MalformedACLError',
      'The XML you provided was not well-formed or did not validate against our published schema',
    );
  return childrenOf(list, 'Grant').map(readGrant);
}

function readGrant(element: XmlElement): Grant {
  const grantee = childOf(element, 'Grantee');
  const permission = textOf(element, 'Permission');
  if (!grantee || !isPermission(permission)) throw malformedXml();
  if (childOf(grantee, 'EmailAddress')) throw unresolvable();
  const name = textOf(grantee, 'ID') ?? textOf(grantee, 'URI');
  if (!name) throw malformedXml();
  return { grantee: name, permission };
}

function isPermission(text: string | undefined): text is Permission {
  return permissions.some((one) => one === text);
}
