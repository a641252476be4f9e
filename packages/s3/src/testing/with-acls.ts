import type { Asked } from './far-end.js';
import { answer, type OneBucket, oneBucket } from './one-bucket.js';

const owner = '<Owner><ID>owner-id</ID><DisplayName>owner</DisplayName></Owner>';
const type = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type';

/** A grant on the wire. */
export function grantXml(permission: string, grantee: Readonly<Record<string, string>>): string {
  const kind = 'URI' in grantee ? 'Group' : 'CanonicalUser';
  const members = Object.entries(grantee).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<Grant><Grantee ${type}="${kind}">${members.join('')}</Grantee><Permission>${permission}</Permission></Grant>`;
}

export const ownersGrant: string = grantXml('FULL_CONTROL', { ID: 'owner-id', DisplayName: 'owner' });
export const publicGrant: string = grantXml('READ', { URI: 'http://acs.amazonaws.com/groups/global/AllUsers' });

export function aclXml(...grants: readonly string[]): string {
  return `<AccessControlPolicy>${owner}<AccessControlList>${grants.join('')}</AccessControlList></AccessControlPolicy>`;
}

/** The answer to GetBucketOwnershipControls. */
export function ownershipXml(ownership: string): string {
  return `<OwnershipControls><Rule><ObjectOwnership>${ownership}</ObjectOwnership></Rule></OwnershipControls>`;
}

/** A bucket with ACLs, all of which are the owner's, until one is put. Answers what is neither ACL nor ownership by `more`. */
export function withAcls(
  ownership = 'ObjectWriter',
  more: (sent: Asked) => ReturnType<typeof answer> = () => answer(),
): OneBucket {
  let acl = aclXml(ownersGrant);
  return oneBucket((sent) => {
    const { method, query, body } = sent;
    if ('ownershipControls' in query) return answer(ownershipXml(ownership));
    if (!('acl' in query)) return more(sent);
    if (method === 'PUT' && body !== '') acl = body;
    return answer(method === 'GET' ? acl : '');
  });
}
