import { createHash } from 'node:crypto';
import type { Account } from '../../../accounts/account.js';

/** The names by which one account of the cloud is addressed: OpenStack's, and Rackspace's, which nobody can guess. */
export function storageNames({ id }: Account): { readonly openstack: string; readonly rackspace: string } {
  const hex = createHash('sha256').update(`MossoCloudFS ${id}`).digest('hex');
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
  return { openstack: `AUTH_${id}`, rackspace: `MossoCloudFS_${uuid}` };
}

/** The account of that name. */
export function accountNamed(name: string, accounts: readonly Account[]): Account | undefined {
  return accounts.find((account) => Object.values(storageNames(account)).includes(name));
}
