import { createHash } from 'node:crypto';
import { type IdentityCall, regionalAddress } from './identity-call.js';
import { storageNames } from './storage-names.js';
import type { Token } from './tokens.js';

const DOMAIN = { id: 'default', name: 'Default' };
const INTERFACES = ['public', 'internal', 'admin'];

/** A token as Keystone describes it; one without a scope has no catalog. */
export function keystoneToken(
  call: IdentityCall,
  { id, account, issued, expires }: Token,
  methods: readonly unknown[],
  scoped: boolean,
): Readonly<Record<string, unknown>> {
  const user = account.credentials.accessKeyId;
  const common = {
    methods,
    user: { id: user, name: user, domain: DOMAIN, password_expires_at: null },
    audit_ids: [hex(id).slice(0, 22)],
    issued_at: new Date(issued).toISOString().replace('Z', '000Z'),
    expires_at: new Date(expires).toISOString().replace('Z', '000Z'),
  };
  if (!scoped) return common;
  return {
    ...common,
    project: { id: account.id, name: account.id, domain: DOMAIN },
    is_domain: false,
    roles: [{ id: hex('member').slice(0, 32), name: 'member' }],
    catalog: [
      service(call, 'swift', 'object-store', (region) =>
        regionalAddress(call, region, `/v1/${storageNames(account).openstack}`),
      ),
      service(call, 'keystone', 'identity', () => `${call.address}/v3`),
    ],
  };
}

function service({ regions }: IdentityCall, name: string, type: string, url: (region: string) => string): object {
  const endpoints = regions.flatMap((region) =>
    INTERFACES.map((one) => ({
      id: hex(`${name} ${region} ${one}`).slice(0, 32),
      interface: one,
      region,
      region_id: region,
      url: url(region),
    })),
  );
  return { id: hex(name).slice(0, 32), name, type, endpoints };
}

function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
